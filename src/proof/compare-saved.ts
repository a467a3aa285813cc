import type { Span } from '../core/origin.ts';
import { splitWords } from '../core/words.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { ReadElement } from '../page/read-element.ts';
import { isBodyNode, type ExpectedNode } from './expected-words.ts';
import { isConcatenation } from './is-concatenation.ts';
import type { GeneratedText } from './generated-texts.ts';
import { nameOfNode, type ProofOf } from './report-word-faults.ts';

/** Roles whose text the program made: markers of lists, marks of notes, jump lines and heads. */
const GENERATED_ROLES: ReadonlySet<string> = new Set([
  'Lbl',
  'Reference',
  'JumpLine',
  'JumpHead',
  'generated',
]);

/** Where the proof looks, and what layouts say there by themselves, for the place of what no source says. */
export type SavedProof = ProofOf & { readonly generated?: () => readonly GeneratedText[] };

/** Words of a message that show which place is meant. */
const MOST_EXTRA = 6;

const EXTRA_HINTS: Readonly<Record<ProofOf['output'], string>> = {
  PDF: "Take the layout's own words out of pages/story.hbs: a story has the words of its sources alone.",
  EPUB: 'Put words of the layout\'s own in epub/story.hbs into an element of class "generated".',
};

/**
 * Proof B: the words that a reader of the saved bytes finds in one story are the words of its sources, each once.
 * Fields may stand in the order that the layout gives them; the words within a node, and the nodes of a body, may not
 * move.
 * Reports GA805.
 */
export function compareSaved(
  expected: readonly ExpectedNode[],
  saved: readonly ReadElement[],
  proof: SavedProof,
  context: Context,
): boolean {
  const words = saved.flatMap(wordsOfElement);
  if (isWhole(words, expected)) return true;
  const taken = new Array<boolean>(words.length).fill(false);
  const findRun = runFinder(words, taken);
  const inBody = new Array<boolean>(words.length).fill(false);
  // The longest first: a short field may also occur inside a paragraph, a paragraph occurs once.
  const nodes = [...expected].sort((a, b) => b.words.length - a.words.length);
  for (const node of nodes) {
    if (node.words.length === 0) continue;
    const at = findRun(node.words.map(({ word }) => word));
    if (at === null) {
      const message = `the ${nameOfNode(node.node)} of "${node.owner}" cannot be read back from the saved ${proof.output}: "${excerpt(node.text)}"`;
      reportFault(context, 'GA805', { message, span: node.at, trail: proof.trail });
      return false;
    }
    taken.fill(true, at, at + node.words.length);
    inBody.fill(isBodyNode(node), at, at + node.words.length);
  }
  const body = expected.filter(isBodyNode).flatMap((node) => node.words.map(({ word }) => word));
  const read = words.filter((_, index) => inBody[index] === true);
  const moved = body.findIndex((word, index) => read[index] !== word);
  if (moved >= 0) {
    const message = `the saved ${proof.output} has the body in another order than the source: "${read.slice(moved, moved + MOST_EXTRA).join(' ')}" stands where "${body.slice(moved, moved + MOST_EXTRA).join(' ')}" belongs`;
    reportFault(context, 'GA805', { message, trail: proof.trail });
    return false;
  }
  const extra = taken.indexOf(false);
  if (extra < 0) return true;
  const said = words.slice(extra, extra + MOST_EXTRA).filter((_, index) => taken[extra + index] === false);
  const message = `the saved ${proof.output} says "${said.join(' ')}" in a story, which no source says`;
  const span = placeOfExtra(said, proof.generated?.() ?? []);
  reportFault(context, 'GA805', { message, hint: EXTRA_HINTS[proof.output], span, trail: proof.trail });
  return false;
}

/** The first text made by a layout that begins to say, or holds, what no source says; null where there is none. */
function placeOfExtra(said: readonly string[], generated: readonly GeneratedText[]): Span | null {
  const begins = generated.find(({ text }) => {
    const own = splitWords(text).map(({ word }) => word);
    return own.some((_, from) => said.every((word, index) => (own[from + index] ?? word) === word));
  });
  return begins?.at ?? null;
}

/** Whether nothing is to be said of what was read. */
function isWhole(words: readonly string[], expected: readonly ExpectedNode[]): boolean {
  const [body, fields]: [(readonly string[])[], (readonly string[])[]] = [[], []];
  for (const node of expected) {
    if (node.words.length === 0) continue;
    (isBodyNode(node) ? body : fields).push(node.words.map(({ word }) => word));
  }
  return isConcatenation(words, body, fields);
}

/** Words in reading order; blocks part words, inline elements do not. */
export function wordsOfElement(element: ReadElement): readonly string[] {
  return splitWords(textOfElement(element)).map(({ word }) => word);
}

const INLINE_ROLES: ReadonlySet<string> = new Set([
  'Span',
  'Link',
  'Quote',
  'em',
  'strong',
  'span',
  'a',
  'i',
  'b',
  'abbr',
  'sup',
  'sub',
]);

/** The text of an element with a line feed at the edges of its blocks. */
export function textOfElement(element: ReadElement): string {
  if (GENERATED_ROLES.has(element.role)) return '';
  const inner = element.children
    .map((child) => (child.kind === 'text' ? child.text : textOfElement(child)))
    .join('');
  return INLINE_ROLES.has(element.role) ? inner : `\n${inner}\n`;
}

/** Finds the first place where some words stand that are not taken; a table has thousands of nodes of a word or two. */
function runFinder(
  words: readonly string[],
  taken: readonly boolean[],
): (run: readonly string[]) => number | null {
  const places = new Map<string, number[]>();
  words.forEach((word, at) => {
    const known = places.get(word);
    if (known === undefined) places.set(word, [at]);
    else known.push(at);
  });
  // Words are only ever taken: places passed once need not be looked at again.
  const passed = new Map<string, number>();
  return (run) => {
    const [first = ''] = run;
    const own = places.get(first) ?? [];
    let from = passed.get(first) ?? 0;
    while (taken[own[from] ?? -1] === true) from += 1;
    passed.set(first, from);
    for (let index = from; index < own.length; index += 1) {
      const at = own[index] ?? 0;
      if (run.every((word, offset) => words[at + offset] === word && taken[at + offset] === false)) return at;
    }
    return null;
  };
}

const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
