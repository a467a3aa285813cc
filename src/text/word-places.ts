import type { FontBook } from '../font/font-book.ts';
import type { Item, WordPiece } from './shaped-paragraph.ts';
import { BREAK_HYPHEN } from './break-table.ts';
import { hangAtEnd, hangAtStart } from './hang.ts';
import { advanceBetween, isSafeBreak, measureWord } from './word-metrics.ts';

/** What breaking needs of the edges of a word, in points; the same wherever the word stands in its setting. */
export type WordEdges = {
  /** What its last letter is narrower by for kerning with a space, where the line ends and has none. */
  readonly kernLost: number;
  /** What hangs out where a line begins, or ends, with it. */
  readonly startHang: number;
  readonly endHang: number;
  /** No-break spaces inside it, which stretch like other spaces. */
  readonly fixedSpace: number;
};

/** A place inside a word where a line may end. */
export type RawPlace = {
  /** UTF-16 units of the paragraph from the start of the word. */
  readonly offset: number;
  /** A kind of break. */
  readonly kind: number;
};

/** The same with what the parts on both sides of it are. */
export type InnerPlace = RawPlace & {
  /** Letters as shown before and after it, without the hyphen. */
  readonly letters: number;
  readonly rest: number;
  /** Points, without letter spacing: the part before it, with the hyphen; the part after it. */
  readonly before: number;
  readonly after: number;
  /** What hangs out there, points. */
  readonly endHang: number;
  readonly startHang: number;
};

/** Text of the paragraph, and the fonts. */
type WordSource = { readonly text: string; readonly book: FontBook };

/** The edges of a word; found once for all its occurrences. */
export function edgesOf(piece: WordPiece, { text, book }: WordSource): WordEdges {
  const { item, word } = piece;
  if (word.edges !== null) return word.edges;
  word.edges = {
    kernLost: kernLost(piece, book),
    startHang: hangAtStart(text[piece.start] ?? '', item, book),
    endHang: hangAtEnd(text[piece.end - 1] ?? '', item, book),
    fixedSpace: fixedSpaceWidth(piece),
  };
  return word.edges;
}

function kernLost(piece: WordPiece, book: FontBook): number {
  if (piece.trail === 0) return 0;
  const end = piece.text.length - 1;
  if (isSafeBreak(piece.shaped, end)) return 0;
  const alone = book.shape(piece.item.face, piece.text.slice(0, end), piece.item.options);
  const metrics = measureWord(piece.shaped, piece.lead, piece.trail, piece.text.length);
  return (metrics.width - advanceBetween(alone, piece.lead, end)) * piece.item.unit;
}

function fixedSpaceWidth(piece: WordPiece): number {
  if (!piece.text.includes('\u00a0')) return 0;
  let units = 0;
  for (let i = 0; i < piece.shaped.glyphs.length; i++) {
    if (piece.text.charCodeAt(piece.shaped.clusters[i]!) === 0xa0) units += piece.shaped.advances[i]!;
  }
  return units * piece.item.unit;
}

/** Places of a word whose parts are not known. */
export type UnmeasuredWord = { readonly piece: WordPiece; readonly places: readonly RawPlace[] };

/**
 * Measures the parts of words. A place inside a word asks how wide the part before it is when it is set by itself, with
 * the hyphen, and how wide the part after it is: where the font kerns or joins across the place, that is not what the word
 * says. All parts of one item are shaped in one go.
 */
export function measurePlaces(
  words: readonly UnmeasuredWord[],
  source: WordSource,
): readonly (readonly InnerPlace[])[] {
  const groups = new Map<Item, string[]>();
  for (const { piece, places } of words) {
    let texts = groups.get(piece.item);
    if (texts === undefined) groups.set(piece.item, (texts = []));
    for (const place of places) {
      const at = textIndexOf(piece, piece.start + place.offset);
      const isSafe = isSafeBreak(piece.shaped, at);
      if (place.kind === BREAK_HYPHEN || !isSafe) texts.push(textBefore(piece, at, place.kind));
      if (!isSafe) texts.push(piece.text.slice(at));
    }
  }
  for (const [item, texts] of groups) source.book.shapeAll(item.face, texts, item.options);
  return words.map(({ piece, places }) => places.map((place) => measurePlace(piece, place, source)));
}

function measurePlace(piece: WordPiece, place: RawPlace, { text, book }: WordSource): InnerPlace {
  const { item, shaped, lead } = piece;
  const { kind } = place;
  const offset = piece.start + place.offset;
  const at = textIndexOf(piece, offset);
  const end = piece.text.length - piece.trail;
  const isSafe = isSafeBreak(shaped, at);
  const isHyphenated = kind === BREAK_HYPHEN;
  const alone = (part: string, from: number, to: number): number =>
    advanceBetween(book.shape(item.face, part, item.options), from, to);
  const before =
    isSafe && !isHyphenated
      ? advanceBetween(shaped, lead, at)
      : alone(textBefore(piece, at, kind), lead, piece.text.length + 1);
  const after = isSafe ? advanceBetween(shaped, at, end) : alone(piece.text.slice(at), 0, end - at);
  return {
    ...place,
    letters: at - lead,
    rest: end - at,
    before: before * item.unit,
    after: after * item.unit,
    endHang: hangAtEnd(isHyphenated ? item.hyphen : (text[offset - 1] ?? ''), item, book),
    startHang: hangAtStart(String.fromCodePoint(text.codePointAt(offset)!), item, book),
  };
}

/** Text of the part of a word before a place, as it is shaped when the line ends there. */
function textBefore(piece: WordPiece, index: number, kind: number): string {
  return piece.text.slice(0, index) + (kind === BREAK_HYPHEN ? piece.item.hyphen : '');
}

/** The units of `piece.text` before an offset of the paragraph, counted with the space before the word. */
export function textIndexOf(piece: WordPiece, offset: number): number {
  if (piece.origins === null) return piece.lead + offset - piece.start;
  return piece.lead + lowerBound(piece.origins, offset);
}

/** Whether a value is among rising ones. */
export const isAmong = (values: ArrayLike<number>, wanted: number): boolean =>
  values[lowerBound(values, wanted)] === wanted;

function lowerBound(values: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
