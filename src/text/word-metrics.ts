import type { ShapedText } from '../font/shaped-text.ts';

/** Sums over a shaped text with its context of spaces; font units. */
export type WordMetrics = {
  /** The word's own glyphs: index of the first, and one past the last. */
  readonly first: number;
  readonly end: number;
  /** Advance of the own glyphs, and of the space before with its kerning. */
  readonly width: number;
  readonly leadWidth: number;
  /** Clusters of the word: tracking goes between them. */
  readonly clusters: number;
  readonly hasMissingGlyph: boolean;
};

const known = new WeakMap<ShapedText, WordMetrics>();

/**
 * Measures a shaped word.
 *
 * @param lead units of the text that are context before the word; `trail` those after it; `length` of the whole text
 */
export function measureWord(shaped: ShapedText, lead: number, trail: number, length: number): WordMetrics {
  let metrics = known.get(shaped);
  if (metrics === undefined) known.set(shaped, (metrics = sum(shaped, lead, length - trail)));
  return metrics;
}

function sum(shaped: ShapedText, lead: number, end: number): WordMetrics {
  let [first, last] = [-1, -1];
  let [width, leadWidth, clusters, cluster] = [0, 0, 0, -1];
  let hasMissingGlyph = false;
  for (let i = 0; i < shaped.glyphs.length; i++) {
    const at = shaped.clusters[i]!;
    if (at < lead) leadWidth += shaped.advances[i]!;
    if (at < lead || at >= end) continue;
    if (first < 0) first = i;
    last = i;
    width += shaped.advances[i]!;
    if (at !== cluster) clusters++;
    cluster = at;
    if (shaped.glyphs[i] === 0) hasMissingGlyph = true;
  }
  return { first: Math.max(first, 0), end: last + 1, width, leadWidth, clusters, hasMissingGlyph };
}

/** Advance of the glyphs whose cluster begins in a range of the text, font units. */
export function advanceBetween(shaped: ShapedText, from: number, to: number): number {
  let total = 0;
  for (let i = 0; i < shaped.advances.length; i++) {
    if (shaped.clusters[i]! >= from && shaped.clusters[i]! < to) total += shaped.advances[i]!;
  }
  return total;
}

/** Whether breaking before the unit at `offset` leaves both parts as they are. False inside a cluster (a ligature). */
export function isSafeBreak(shaped: ShapedText, offset: number): boolean {
  let isCluster = false;
  for (let i = 0; i < shaped.glyphs.length; i++) {
    if (shaped.clusters[i] !== offset) continue;
    if (shaped.unsafeToBreak[i] !== 0) return false;
    isCluster = true;
  }
  return isCluster;
}
