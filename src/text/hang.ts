import type { FontBook } from '../font/font-book.ts';
import type { Item } from './shaped-paragraph.ts';

/**
 * How much of a mark's ink stands outside the measure, as a fraction of its width: small marks that leave a hole in the
 * edge of a column. The bearing beside the ink goes out as well: edges are aligned by ink.
 */
const START_MARKS: Readonly<Record<string, number>> = {
  '“': 0.4,
  '„': 0.4,
  '«': 0.35,
  '"': 0.4,
  '‘': 0.5,
  '‚': 0.5,
  '‹': 0.4,
  "'": 0.5,
};
const END_MARKS: Readonly<Record<string, number>> = {
  '.': 0.8,
  ',': 0.8,
  ';': 0.4,
  ':': 0.4,
  '”': 0.5,
  '’': 0.6,
  '“': 0.5,
  '»': 0.35,
  '"': 0.5,
  '›': 0.4,
  "'": 0.6,
  '-': 0.6,
  '\u2010': 0.6,
  '–': 0.3,
  '—': 0.15,
  '…': 0.1,
};

/**
 * Ems that nothing hangs beyond. At the start of a line it is less: the eye follows that edge, and a rule may stand in the
 * gutter there.
 */
const MOST_AT_START = 0.16;
const MOST_AT_END = 0.22;

/** How far a character at the start of a line hangs out, points; 0 for most. */
export function hangAtStart(character: string, item: Item, book: FontBook): number {
  const part = START_MARKS[character];
  if (part === undefined) return 0;
  const edges = inkEdges(character, item, book);
  if (edges === null) return 0;
  const hang = (item.level % 2 === 0 ? edges.left : edges.right) + part * edges.ink;
  return clamp(hang * item.unit, MOST_AT_START * item.fontSize);
}

/** How far a character at the end of a line hangs out, points; 0 for most. */
export function hangAtEnd(character: string, item: Item, book: FontBook): number {
  const part = END_MARKS[character];
  if (part === undefined) return 0;
  const edges = inkEdges(character, item, book);
  if (edges === null) return 0;
  const hang = (item.level % 2 === 0 ? edges.right : edges.left) + part * edges.ink;
  return clamp(hang * item.unit, MOST_AT_END * item.fontSize);
}

/** White left and right of the ink, and its width; font units. */
function inkEdges(
  character: string,
  item: Item,
  book: FontBook,
): { readonly left: number; readonly right: number; readonly ink: number } | null {
  const glyph = book.glyphOf(item.face, character.codePointAt(0)!);
  const ink = glyph === 0 ? null : book.inkOf(item.face, glyph);
  if (ink === null) return null;
  return { left: ink[0], right: item.face.advanceOf(glyph) - ink[1], ink: ink[1] - ink[0] };
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
