import type { Article } from '../content/article.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import { fillReferences, type SayReference } from '../template/fill-references.ts';
import { textOf } from './markup-node.ts';

/** About three lines of a list on a small reader. */
const LONGEST = 220;

/** What may stand before the words that a story begins with. */
const BEFORE_TEXT: ReadonlySet<string> = new Set(['figure', 'hr', 'aside', 'h2', 'h3', 'h4']);

/**
 * What lists say of a story: its deck, else the first sentences of the paragraph that it begins with; null for one that
 * begins with none, as a recipe with its ingredients does.
 */
export function summarise(article: Article, say: SayReference): string | null {
  if (article.deck !== null) return textOf(fillReferences(article.deck.nodes, say));
  const first = article.body.find(({ name }) => !BEFORE_TEXT.has(name));
  if (first?.name !== 'p') return null;
  const text = textOf(withoutMarks(fillReferences(first.children, say)))
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : shorten(text);
}

/** The marks of notes lead nowhere in a list; other raised letters and figures are of the text: m², 1er. */
function withoutMarks(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes.flatMap((node): readonly MarkupNode[] => {
    if (node.kind === 'text') return [node];
    const isMark = (node.attributes['class'] ?? '').split(' ').includes('noteref');
    return isMark ? [] : [{ ...node, children: withoutMarks(node.children) }];
  });
}

/** Cuts at the end of a sentence where one ends in the second half, else at a word, with an ellipsis. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const room = text.slice(0, LONGEST);
  const sentence = /^.*[.!?…][”’»")\]]*(?=\s)/su.exec(room)?.[0] ?? '';
  if (sentence.length >= LONGEST / 2) return sentence;
  return `${room.slice(0, Math.max(room.lastIndexOf(' '), 1)).replace(/[\s,;:–—-]+$/u, '')}…`;
}
