import { splitWords } from '../../core/words.ts';
import { reportFault } from '../../diagnostics/context.ts';
import type { MarkupElement, MarkupNode } from '../../markup/markup-tree.ts';
import type { FieldNode } from '../article-words.ts';
import type { BodyState, RepeatedWords } from '../body-state.ts';
import type { StoryScope } from '../story-scope.ts';

/**
 * A pull quote whose words stand in the story too: for the eye alone. Its text is generated, and nobody who listens
 * hears it twice. Its words are kept in the state, to be looked for when the whole story is read.
 * `form` are attributes that say how it is shown. Reports GA224 for a note's mark in it: the mark stands in the story.
 */
export function repeatElement(
  quote: MarkupElement,
  form: Readonly<Record<string, string>>,
  state: BodyState,
): MarkupElement {
  state.repeats.push(
    quote.children.flatMap((child): readonly RepeatedWords[] => {
      // A class is that of the name under it, which the story may say in other words.
      if (child.kind === 'text' || child.attributes['class'] !== undefined) return [];
      const at = child.at ?? { file: state.scope.file, start: 0, end: 0 };
      return splitSentences(textOf(child)).map((text) => ({ text, at }));
    }),
  );
  return {
    ...quote,
    attributes: { class: quote.attributes['class'] ?? '', 'data-repeat': '', ...form, 'aria-hidden': 'true' },
    children: quote.children.map((node) => asRepeated(node, state)),
  };
}

/** Generated text, without links: what cannot be heard must not be reached by the keyboard either. */
function asRepeated(node: MarkupNode, state: BodyState): MarkupNode {
  if (node.kind === 'text') return { ...node, source: null };
  const { href, id, ...attributes } = node.attributes;
  if (id !== undefined && href !== undefined) {
    const message = 'the mark of a note stands in a pull quote that repeats the story';
    reportFault(state.scope.context, 'GA224', {
      message,
      hint: 'Take the mark away: it stands in the story.',
      span: node.at,
    });
  }
  const children = node.children.map((child) => asRepeated(child, state));
  return { ...node, name: node.name === 'a' ? 'span' : node.name, attributes, children };
}

const textOf = (node: MarkupNode): string =>
  node.kind === 'text' ? node.text : node.children.map(textOf).join('');

/** A pull quote may leave out what stands between two sentences; dots in it say that something is left out. */
function splitSentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?…][”’»"')\]]*)\s+|…|\.{3,}/u).filter((part) => splitWords(part).length > 0);
}

/**
 * Looks for repeated words in the finished story: each sentence whole, one after the other. Capitals do not
 * count: a pull quote may begin in the middle of a sentence. Reports GA225.
 */
export function checkRepeats(
  quotes: BodyState['repeats'],
  nodes: readonly FieldNode[],
  scope: StoryScope,
): void {
  if (quotes.length === 0) return;
  const body = nodes.flatMap(({ node, text }) => (node.startsWith('body.') ? wordsOf(text) : []));
  for (const quote of quotes) {
    let from = 0;
    for (const part of quote) {
      const words = wordsOf(part.text);
      const found = findRun(body, words, from);
      if (found < 0) reportForeign(part, findRun(body, words, 0) >= 0, scope);
      else from = found + words.length;
    }
  }
}

function reportForeign({ text, at }: RepeatedWords, isMoved: boolean, { context }: StoryScope): void {
  const message = isMoved
    ? `"${excerpt(text)}" stands in the story before what the pull quote says first`
    : `"${excerpt(text)}" is not what the story says`;
  reportFault(context, 'GA225', { message, span: at });
}

const wordsOf = (text: string): readonly string[] => splitWords(text).map(({ word }) => word.toLowerCase());

function findRun(words: readonly string[], run: readonly string[], from: number): number {
  for (let at = from; at + run.length <= words.length; at += 1) {
    if (run.every((word, index) => words[at + index] === word)) return at;
  }
  return -1;
}

const excerpt = (text: string): string => (text.length > 60 ? `${text.trim().slice(0, 57)}…` : text.trim());
