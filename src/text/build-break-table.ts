/**
 * Makes the table of all places where a paragraph may be broken.
 *
 * The pieces are gone through in the order of the text with three running sums: width, stretchable space, and letters by
 * font size. A place between words takes the sums as they are. A place inside a word asks how wide the part before it is
 * when it is set by itself, with the hyphen, and how wide the part after it is: where the font kerns or joins across the
 * place, that is not what the running sum says. Both are shaped, all of a paragraph's in one go; the answers are kept by
 * the font book, so a word met again costs nothing.
 *
 * Invariant attacked by the tests: the width the table gives for a line is the width of the glyphs the line is set with.
 */
import type { FontBook } from '../font/font-book.ts';
import type { BreakEntry, BreakTable } from './break-table.ts';
import type { Item, Piece } from './shaped-paragraph.ts';
import {
  BREAK_COMPOUND,
  BREAK_EMERGENCY,
  BREAK_END,
  BREAK_FORCED,
  BREAK_HYPHEN,
  BREAK_INNER,
  BREAK_SPACE,
  BREAK_START,
} from './break-table.ts';
import { createBreakTable } from './break-table.ts';
import { MAY_BREAK } from './find-breaks.ts';
import { hangAtEnd, hangAtStart } from './hang.ts';
import { advanceBetween, isSafeBreak, measureWord } from './word-metrics.ts';

/** What the table is made from. */
export type BreakSource = {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Of {@link findBreaks}, tailored. */
  readonly breaks: Uint8Array;
  /** Offsets where a hyphen may be added, rising. */
  readonly hyphens: readonly number[];
  readonly book: FontBook;
  /** Offsets of {@link emergencyPlaces}, rising; empty when there is no need. */
  readonly emergencies: readonly number[];
};

type Sums = { x: number; space: number; type: number };

/** Builds the table. */
export function buildBreakTable(source: BreakSource): BreakTable {
  const { pieces, text } = source;
  const entries: BreakEntry[] = [];
  const sums: Sums = { x: 0, space: 0, type: 0 };
  const inner = pieces.map((piece) => (piece.kind === 'word' ? innerBreaks(piece, source) : NONE));
  shapeParts(pieces, inner, source.book);
  const startHang = (at: number, index: number): number => hangOfNext(source, at, index);
  entries.push({
    ...sumsAt(sums, sums),
    kind: BREAK_START,
    offset: 0,
    textEnd: 0,
    endHang: 0,
    startHang: startHang(0, 0),
    isWeak: false,
  });
  pieces.forEach((piece, index) => {
    const before = { ...sums };
    for (const place of inner[index]!) entries.push(enterInner(place, piece, { before, source, index }));
    addPiece(sums, piece);
    const isLast = index === pieces.length - 1;
    const kind = isLast ? BREAK_END : kindAfter(piece, source);
    if (kind === null) return;
    const isGap = piece.kind !== 'word';
    const end = isGap ? before : sums;
    entries.push({
      ...sumsAt(end, sums),
      endX: end.x - kernLost(pieces, isGap && !isLast ? index - 1 : isLast ? index : -1, source.book),
      kind,
      offset: piece.end,
      textEnd: isGap && !isLast ? piece.start : piece.end,
      endHang: hangOfPrevious(source, isGap ? piece.start : piece.end, isGap ? index - 1 : index),
      startHang: isLast ? 0 : startHang(piece.end, index + 1),
      isWeak: piece.kind === 'space' && isWeakWord(text, piece.start),
    });
  });
  if (pieces.length === 0)
    entries.push({
      ...sumsAt(sums, sums),
      kind: BREAK_END,
      offset: text.length,
      textEnd: text.length,
      endHang: 0,
      startHang: 0,
      isWeak: false,
    });
  return createBreakTable(entries);
}

type InnerBreak = { readonly offset: number; readonly kind: number };

const NONE: readonly InnerBreak[] = [];

function sumsAt(
  end: Sums,
  start: Sums,
): Pick<BreakEntry, 'endX' | 'startX' | 'endSpace' | 'startSpace' | 'endType' | 'startType'> {
  return {
    endX: end.x,
    startX: start.x,
    endSpace: end.space,
    startSpace: start.space,
    endType: end.type,
    startType: start.type,
  };
}

function addPiece(sums: Sums, piece: Piece): void {
  sums.x += piece.width;
  if (piece.kind === 'space') sums.space += piece.width;
  if (piece.kind !== 'word') return;
  sums.space += fixedSpaceWidth(piece);
  sums.type += piece.item.fontSize * (piece.text.length - piece.lead - piece.trail);
}

/** No-break spaces inside a word stretch like other spaces. */
function fixedSpaceWidth(piece: Piece): number {
  if (!piece.text.includes('\u00a0')) return 0;
  let units = 0;
  for (let i = 0; i < piece.shaped.glyphs.length; i++) {
    if (piece.text.charCodeAt(piece.shaped.clusters[i]!) === 0xa0) units += piece.shaped.advances[i]!;
  }
  return units * piece.item.unit;
}

function kindAfter(piece: Piece, source: BreakSource): number | null {
  if (piece.kind === 'forced') return BREAK_FORCED;
  const isOpen = source.breaks[piece.end] === MAY_BREAK && piece.item.inline.style.whiteSpace !== 'nowrap';
  if (!isOpen) return isAmong(source.emergencies, piece.end) ? BREAK_EMERGENCY : null;
  if (piece.kind === 'space') return BREAK_SPACE;
  return isHyphen(source.text[piece.end - 1]) ? BREAK_COMPOUND : BREAK_INNER;
}

const isHyphen = (unit: string | undefined): boolean => unit === '-' || unit === '\u2010';

/** Places inside a word, in order. One that is both is no place for an added hyphen. */
function innerBreaks(piece: Piece, source: BreakSource): readonly InnerBreak[] {
  const places = new Map<number, number>();
  for (const at of between(source.emergencies, piece)) {
    if (piece.origins === null || isAmong(piece.origins, at)) places.set(at, BREAK_EMERGENCY);
  }
  if (piece.item.inline.style.whiteSpace !== 'nowrap') {
    for (const at of between(source.hyphens, piece)) places.set(at, BREAK_HYPHEN);
    for (let at = piece.start + 1; at < piece.end; at++) {
      if (source.breaks[at] === MAY_BREAK && source.text[at - 1] !== '\u00ad') {
        places.set(at, isHyphen(source.text[at - 1]) ? BREAK_COMPOUND : BREAK_INNER);
      }
    }
  }
  if (places.size === 0) return NONE;
  return [...places].map(([offset, kind]) => ({ offset, kind })).sort((a, b) => a.offset - b.offset);
}

/** The offsets strictly inside a piece. */
function between(offsets: readonly number[], piece: Piece): readonly number[] {
  if (offsets.length === 0) return offsets;
  return offsets.slice(lowerBound(offsets, piece.start + 1), lowerBound(offsets, piece.end));
}

const isAmong = (values: ArrayLike<number>, wanted: number): boolean =>
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

/** The units of `piece.text` before an offset of the paragraph, counted with the space before the word. */
export function textIndexOf(piece: Piece, offset: number): number {
  if (piece.origins === null) return piece.lead + offset - piece.start;
  return piece.lead + lowerBound(piece.origins, offset);
}

/** Text of the part of a word before a place, as it is shaped when the line ends there. */
export function textBefore(piece: Piece, index: number, kind: number): string {
  return piece.text.slice(0, index) + (kind === BREAK_HYPHEN ? piece.item.hyphen : '');
}

/** Shapes what the places inside words will ask for, so that nothing is shaped one by one. */
function shapeParts(
  pieces: readonly Piece[],
  inner: readonly (readonly InnerBreak[])[],
  book: FontBook,
): void {
  const groups = new Map<Item, string[]>();
  pieces.forEach((piece, index) => {
    for (const place of inner[index]!) {
      const at = textIndexOf(piece, place.offset);
      const isSafe = isSafeBreak(piece.shaped, at);
      const texts = groups.get(piece.item) ?? [];
      if (place.kind === BREAK_HYPHEN || !isSafe) texts.push(textBefore(piece, at, place.kind));
      if (!isSafe) texts.push(piece.text.slice(at));
      groups.set(piece.item, texts);
    }
  });
  for (const [item, texts] of groups) book.shapeAll(item.face, texts, item.options);
}

type InnerContext = { readonly before: Sums; readonly source: BreakSource; readonly index: number };

function enterInner(place: InnerBreak, piece: Piece, { before, source, index }: InnerContext): BreakEntry {
  const { item } = piece;
  const at = textIndexOf(piece, place.offset);
  const widths = partWidths(piece, at, place.kind, source.book);
  const letters = at - piece.lead;
  const rest = piece.text.length - piece.trail - at;
  const added = place.kind === BREAK_HYPHEN ? 1 : 0;
  const whole = item.fontSize * (letters + rest);
  const shown = place.kind === BREAK_HYPHEN ? item.hyphen : (source.text[place.offset - 1] ?? '');
  const first = String.fromCodePoint(source.text.codePointAt(place.offset)!);
  return {
    kind: place.kind,
    offset: place.offset,
    textEnd: place.offset,
    endX: before.x + widths.before * item.unit + (letters + added) * item.letterSpacing,
    startX: before.x + piece.width - widths.after * item.unit - rest * item.letterSpacing,
    endSpace: before.space,
    startSpace: before.space,
    endType: before.type + item.fontSize * (letters + added),
    startType: before.type + whole - item.fontSize * rest,
    endHang: hangs(item) ? hangAtEnd(shown, item, source.book) : 0,
    startHang: hangs(source.pieces[index]!.item) ? hangAtStart(first, item, source.book) : 0,
    isWeak: false,
  };
}

/** Font units of the part before a place (without the space of its context), and of the part after it. */
function partWidths(
  piece: Piece,
  at: number,
  kind: number,
  book: FontBook,
): { readonly before: number; readonly after: number } {
  const { item, shaped, lead } = piece;
  const end = piece.text.length - piece.trail;
  const isSafe = isSafeBreak(shaped, at);
  const alone = (text: string, from: number, to: number): number =>
    advanceBetween(book.shape(item.face, text, item.options), from, to);
  const before =
    isSafe && kind !== BREAK_HYPHEN
      ? advanceBetween(shaped, lead, at)
      : alone(textBefore(piece, at, kind), lead, piece.text.length + 1);
  const after = isSafe ? advanceBetween(shaped, at, end) : alone(piece.text.slice(at), 0, end - at);
  return { before, after };
}

/** What the last letter of a line is narrower by, points, for kerning with a space that the line does not end in. */
function kernLost(pieces: readonly Piece[], index: number, book: FontBook): number {
  const piece = pieces[index];
  if (piece === undefined || piece.kind !== 'word' || piece.trail === 0) return 0;
  const end = piece.text.length - 1;
  if (isSafeBreak(piece.shaped, end)) return 0;
  const alone = book.shape(piece.item.face, piece.text.slice(0, end), piece.item.options);
  const metrics = measureWord(piece.shaped, piece.lead, piece.trail, piece.text.length);
  return (metrics.width - advanceBetween(alone, piece.lead, end)) * piece.item.unit;
}

const hangs = (item: Item): boolean => item.inline.style.hangingPunctuation === 'auto';

function hangOfPrevious(source: BreakSource, at: number, index: number): number {
  const piece = source.pieces[index];
  if (piece === undefined || piece.kind !== 'word' || !hangs(piece.item)) return 0;
  return hangAtEnd(source.text[at - 1] ?? '', piece.item, source.book);
}

function hangOfNext(source: BreakSource, at: number, index: number): number {
  const piece = source.pieces[index];
  if (piece === undefined || piece.kind !== 'word' || !hangs(piece.item)) return 0;
  return hangAtStart(source.text[at] ?? '', piece.item, source.book);
}

/** Articles, prepositions, conjunctions: up to three small letters. A guess that needs no list of any language. */
const isWeakWord = (text: string, end: number): boolean =>
  /(^|[ \u2028])\p{Ll}{1,3}$/u.test(text.slice(Math.max(0, end - 5), end));
