import type { Span } from '../core/origin.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import type { StyleSheet } from './style-sheet.ts';

/** A declaration that keeps words of the sources off the page, or out of reading. */
export type Hiding = { readonly what: 'display: none' | '-ed-role: Artifact'; readonly span: Span };

type HiddenRange = Hiding & { readonly start: number; readonly end: number };

// Kept by the sheets, as cascades are: an edition styles many trees with them, and few papers hide anything.
const hidden = new WeakMap<readonly StyleSheet[], Map<string, HiddenRange[]>>();

/** Notes that the words of a node are hidden. */
export function noteHidden(sheets: readonly StyleSheet[], node: MarkupNode, hiding: Hiding): void {
  if (node.kind === 'element') return node.children.forEach((child) => noteHidden(sheets, child, hiding));
  if (node.source === null) return;
  const { owner, node: name, offset } = node.source;
  const known = hidden.get(sheets) ?? new Map<string, HiddenRange[]>();
  hidden.set(sheets, known);
  const key = `${owner}\n${name}`;
  known.set(key, [...(known.get(key) ?? []), { ...hiding, start: offset, end: offset + node.text.length }]);
}

/** What hides the character `at` of a node, in some shape of its story; null for nothing. */
export function hidingOf(
  sheets: readonly StyleSheet[],
  owner: string,
  node: string,
  at: number,
): Hiding | null {
  const ranges = hidden.get(sheets)?.get(`${owner}\n${node}`) ?? [];
  return ranges.find(({ start, end }) => start <= at && at < end) ?? null;
}
