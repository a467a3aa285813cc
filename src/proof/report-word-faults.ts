import { ISSUE_OWNER, type Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { hidingOf, type Hiding } from '../style/hidden-words.ts';
import type { StyleSheet } from '../style/style-sheet.ts';
import type { ExpectedNode } from './expected-words.ts';

/** Where the proof looks. */
export type ProofOf = {
  readonly output: 'PDF' | 'EPUB';
  readonly trail: readonly string[];
  /** The style sheets of the output, where they can hide words. */
  readonly sheets?: readonly StyleSheet[];
};

/** What is wrong with one node. */
export type WordFault = {
  readonly code: 'GA801' | 'GA802' | 'GA803' | 'GA804';
  readonly node: ExpectedNode;
  /** The first word that it is wrong with. */
  readonly word: ExpectedNode['words'][number];
  /** The fault is that of the whole node, so the layout is to blame. */
  readonly isWhole: boolean;
  /** What stands there instead, for GA804. */
  readonly said: string | null;
};

const OUR_FAULT = "If the layouts are galley's own, this is a fault of galley: please report it.";

/** The layout that sets a story. */
export const STORY_LAYOUT: Readonly<Record<ProofOf['output'], string>> = {
  PDF: 'pages/story.hbs',
  EPUB: 'epub/story.hbs',
};

/** Reports faults, once for a code and a story: one slip in a layout touches every paragraph of a body. */
export function reportWordFaults(faults: readonly WordFault[], proof: ProofOf, context: Context): void {
  const groups = new Map<string, WordFault[]>();
  for (const fault of faults) {
    const hiding = hidingIn(fault, proof)?.span;
    const key = `${fault.code}\n${fault.node.owner}\n${String(fault.isWhole)}\n${hiding?.file}\n${hiding?.start}`;
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const hiding = hidingIn(first, proof);
    if (hiding !== null) {
      reportHidden(describe(first, group, proof), first, hiding, { proof, context });
      continue;
    }
    reportFault(context, first.code, {
      message: describe(first, group, proof),
      hint: hintFor(first, group, proof),
      span: spanOfWord(first),
      trail: first.node.owner === ISSUE_OWNER ? proof.trail : [...proof.trail, first.node.owner],
    });
  }
}

const hidingIn = ({ code, node, word }: WordFault, { sheets }: ProofOf): Hiding | null =>
  code === 'GA801' && sheets !== undefined ? hidingOf(sheets, node.owner, node.node, word.start) : null;

/** Words that are lost because a style sheet hides them: its rule is the place to look at. */
function reportHidden(
  message: string,
  fault: WordFault,
  { what, span }: Hiding,
  { proof, context }: { readonly proof: ProofOf; readonly context: Context },
): void {
  const { owner, at } = fault.node;
  const lost = what === 'display: none' ? 'hides it' : 'takes it out of reading';
  reportFault(context, fault.code, {
    message: `${message}: ${what} ${lost}`,
    hint: 'Every word of a story stands on its pages and is read. Take this declaration out, or the words out of the article.',
    span,
    related: at === null ? [] : [{ message: 'the words stand here', span: at }],
    trail: owner === ISSUE_OWNER ? proof.trail : [...proof.trail, owner],
  });
}

function describe(first: WordFault, group: readonly WordFault[], proof: ProofOf): string {
  const { node, word } = first;
  const whose = node.owner === ISSUE_OWNER ? 'of the paper' : `of "${node.owner}"`;
  const parts = partNames(group);
  const what = first.isWhole
    ? `the ${joinNames(parts)} ${whose}`
    : `"${word.word}" in the ${parts[0] ?? ''} ${whose}`;
  const more =
    first.isWhole || group.length === 1
      ? ''
      : `, and ${group.length - 1} more of its paragraphs or fields are wrong so`;
  switch (first.code) {
    case 'GA801':
      return `the ${proof.output} leaves out ${what}${more}`;
    case 'GA802':
      return `the ${proof.output} has ${what} twice${more}`;
    case 'GA803':
      return `the ${proof.output} has ${what} in another place than the source${more}`;
    case 'GA804':
      return `the ${proof.output} says "${first.said ?? ''}" for ${what}${more}`;
  }
}

function hintFor(first: WordFault, group: readonly WordFault[], proof: ProofOf): string {
  if (!first.isWhole) return OUR_FAULT;
  if (first.node.owner === ISSUE_OWNER) {
    const parts = [...new Set(group.map(({ node }) => node.node))].slice(0, 3);
    return `A layout of the ${proof.output} must place ${tagsOf(parts)}. ${OUR_FAULT}`;
  }
  const parts = [...new Set(group.map(({ node }) => node.node.replace(/^body\..*$/, 'body')))];
  return `${STORY_LAYOUT[proof.output]} places each part of a story once: ${tagsOf(parts)}. ${OUR_FAULT}`;
}

const tagsOf = (parts: readonly string[]): string =>
  parts.map((part) => `<ed-content part="${part}"></ed-content>`).join(', ');

/** Names of nodes as people call them, each once. */
function partNames(group: readonly WordFault[]): readonly string[] {
  return [...new Set(group.map(({ node }) => nameOfNode(node.node)))];
}

/** What people call a node of {@link ExpectedNode}. */
export function nameOfNode(node: string): string {
  if (node.startsWith('body.')) return 'body';
  if (node.startsWith('contact.')) return 'contact block';
  return node === 'issueLine' ? 'issue line' : node;
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** The word's place where typography moved nothing before it, else the whole node's. */
function spanOfWord({ node, word, isWhole }: WordFault): Span | null {
  if (node.at === null || isWhole || node.at.end - node.at.start !== node.text.length) return node.at;
  return { file: node.at.file, start: node.at.start + word.start, end: node.at.start + word.end };
}
