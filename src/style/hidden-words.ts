import type { Span } from '../core/origin.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import type { StyleSheet } from './style-sheet.ts';

/** A declaration that keeps words of the sources off the page, or out of reading. */
export type Hiding = { readonly what: 'display: none' | '-ed-role: Artifact'; readonly span: Span };

type HiddenRange = Hiding & { readonly start: number; readonly end: number };

// Kept by the sheets, as cascades are: an edition styles many trees with them, and few papers hide anything.
const hidden = new WeakMap<readonly StyleSheet[], Map<string, HiddenRange[]>>();

/** The notes of an edition's sheets, by owner and node. */
function notesOf(sheets: readonly StyleSheet[]): Map<string, HiddenRange[]> {
  const known = hidden.get(sheets) ?? new Map<string, HiddenRange[]>();
  hidden.set(sheets, known);
  return known;
}

/** Takes over what is noted, and will be, of the same sheets as an earlier build read them: its stories are not styled again. */
export function shareHidden(sheets: readonly StyleSheet[], earlier: readonly StyleSheet[]): void {
  hidden.set(sheets, notesOf(earlier));
}

/** Drops what is noted of a story that is styled anew. */
export function forgetHidden(sheets: readonly StyleSheet[], owner: string): void {
  const known = notesOf(sheets);
  for (const key of known.keys()) if (key.startsWith(`${owner}\n`)) known.delete(key);
}

/** Notes that the words of a node are hidden. */
export function noteHidden(sheets: readonly StyleSheet[], node: MarkupNode, hiding: Hiding): void {
  if (node.kind === 'element') return node.children.forEach((child) => noteHidden(sheets, child, hiding));
  if (node.source === null) return;
  const { owner, node: name, offset } = node.source;
  const known = notesOf(sheets);
  const key = `${owner}\n${name}`;
  const ranges = known.get(key) ?? [];
  const range = { ...hiding, start: offset, end: offset + node.text.length };
  if (!ranges.some(({ start, end }) => start === range.start && end === range.end))
    known.set(key, [...ranges, range]);
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
