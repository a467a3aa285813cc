import { follow, packTrie, type PackedTrie, type PatternTrie } from './pattern-trie.ts';

/**
 * Rows of levels, the trie of patterns, and whole words with their own points: where the hyphens stand in the word as
 * written with them (`associate: [2, 5]` is as-so-ciate).
 */
export type PatternFile = readonly [
  rows: readonly (readonly number[])[],
  trie: PatternTrie,
  exceptions?: Readonly<Record<string, readonly number[]>>,
];

/** Of a language that has none: words are divided as exceptions say, and nowhere else. */
export const NO_PATTERNS: PatternFile = [[], {}];

/** Least letters of the word, before the hyphen, and after it. */
export type HyphenLimits = readonly [number, number, number];

/** Finds where words may be divided. */
export type Hyphenator = {
  /**
   * Points in a word of letters, marks and inner apostrophes, as UTF-16 offsets of the unit that begins the next line,
   * rising. Empty when the word is not divided.
   */
  readonly points: (word: string, limits: HyphenLimits) => readonly number[];
};

/**
 * Makes a hyphenator of TeX patterns (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983): every pattern that occurs in
 * the word gives levels between its letters, the greatest level at a place wins, and an odd one is a point.
 *
 * @param exceptions Words with hyphens where they may be divided and nowhere else: `news-pa-per`, `galley`.
 */
export function createHyphenator(patterns: PatternFile, exceptions: readonly string[]): Hyphenator {
  const [rows, tree, listed] = patterns;
  const trie = packTrie(tree);
  const own = new Map<string, readonly number[]>();
  for (const [word, marks] of Object.entries(listed ?? {}))
    own.set(
      word,
      marks.map((mark, index) => mark - index),
    );
  for (const word of exceptions) own.set(word.replaceAll('-', '').toLowerCase(), pointsOf(word));
  const cache = new Map<string, readonly number[]>();
  const find = (word: string): readonly number[] => {
    const lower = word.toLowerCase();
    const exception = own.get(lower);
    if (exception !== undefined) return exception;
    // A letter whose small form has another length (Turkish capital I) would shift every point.
    return lower.length === word.length ? matchPatterns(lower, rows, trie) : [];
  };
  return {
    points: (word, limits) => {
      let points = cache.get(word);
      if (points === undefined) cache.set(word, (points = find(word)));
      return points.length === 0 ? points : withinLimits(word, points, limits);
    },
  };
}

/** Where the hyphens of an exception stand, counted in the word without them. */
function pointsOf(exception: string): readonly number[] {
  const parts = exception.split('-');
  let at = 0;
  return parts.slice(0, -1).map((part) => (at += part.length));
}

/**
 * Each part between apostrophes is a word to the patterns: l’im-pri-me-rie, dell’ap-pro-fon-di-men-to. Of a word behind an
 * article two letters stay with it; what follows otherwise (’s, n’t) is too short to be divided.
 */
function matchPatterns(word: string, rows: PatternFile[0], trie: PackedTrie): readonly number[] {
  if (!/['’]/.test(word)) return matchStem(word, rows, trie);
  return [...word.matchAll(/[^'’]+/g)].flatMap(({ 0: stem, index }) => {
    const least = index === 0 ? 1 : 2;
    return matchStem(stem, rows, trie).flatMap((point) => (point >= least ? [point + index] : []));
  });
}

function matchStem(stem: string, rows: PatternFile[0], trie: PackedTrie): readonly number[] {
  const dotted = `.${stem}.`;
  const levels = new Uint8Array(dotted.length + 1);
  for (let start = 0; start < dotted.length; start++) {
    let node = 0;
    for (let i = start; i < dotted.length; i++) {
      node = follow(trie, node, dotted.charCodeAt(i));
      if (node === 0) break;
      const row = trie.rows[node]!;
      // The dot at the head of a pattern has no level before it.
      if (row >= 0) raiseLevels(levels, Math.max(1, start), rows[row]!);
    }
  }
  const points: number[] = [];
  // Level k of the dotted word stands before its letter k; letter k of the word is one further on.
  for (let i = 1; i < stem.length; i++) if (levels[i + 1]! % 2 === 1) points.push(i);
  return points;
}

function raiseLevels(levels: Uint8Array, start: number, row: readonly number[]): void {
  for (let k = 0; k < row.length; k++) if (row[k]! > levels[start + k]!) levels[start + k] = row[k]!;
}

/** Counts letters, not units: marks and apostrophes are no letters. */
function withinLimits(word: string, points: readonly number[], limits: HyphenLimits): readonly number[] {
  const lettersBefore = new Uint16Array(word.length + 1);
  for (let i = 0; i < word.length; i++)
    lettersBefore[i + 1] = lettersBefore[i]! + (isCounted(word, i) ? 1 : 0);
  const total = lettersBefore[word.length]!;
  if (total < limits[0]) return [];
  return points.filter(
    (point) => lettersBefore[point]! >= limits[1] && total - lettersBefore[point]! >= limits[2],
  );
}

function isCounted(word: string, index: number): boolean {
  const unit = word.charCodeAt(index);
  return (
    unit !== 0x27 &&
    unit !== 0x2019 &&
    !(unit >= 0x300 && unit <= 0x36f) &&
    !(unit >= 0xdc00 && unit <= 0xdfff)
  );
}
