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
import type { BreakTable } from './break-table.ts';
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
  /** Those of them in words that have hyphens of their own. */
  readonly poorHyphens: readonly number[];
  readonly book: FontBook;
  /** Offsets of {@link emergencyPlaces}, rising; empty when there is no need. */
  readonly emergencies: readonly number[];
  /** Whether it matters which words lean on what follows: only balanced lines ask. */
  readonly isBalanced: boolean;
};

/** Running sums over the pieces: points, points of space, font sizes of letters. */
type Sums = { x: number; space: number; type: number };

/** The table in the making, and how far it is. */
type Draft = {
  readonly table: BreakTable;
  readonly source: BreakSource;
  readonly sums: Sums;
  at: number;
};

/** Builds the table. */
export function buildBreakTable(source: BreakSource): BreakTable {
  const { pieces } = source;
  const inner = innerBreaks(source);
  shapeParts(pieces, inner, source.book);
  const kinds = pieces.map((piece, index) =>
    index === pieces.length - 1 ? BREAK_END : kindAfter(piece, source),
  );
  const places = inner.reduce((sum, list) => sum + list.length, 0);
  const table = createBreakTable(1 + places + Math.max(1, kinds.filter((kind) => kind !== null).length));
  const draft: Draft = { table, source, sums: { x: 0, space: 0, type: 0 }, at: 0 };
  table.kind[0] = BREAK_START;
  table.startHang[0] = hangOfNext(source, 0, 0);
  draft.at = 1;
  pieces.forEach((piece, index) => {
    for (const place of inner[index]!) enterInner(draft, place, piece);
    enterAfter(draft, index, kinds[index]!);
  });
  if (pieces.length === 0) {
    table.kind[1] = BREAK_END;
    table.offset[1] = source.text.length;
    table.textEnd[1] = source.text.length;
  }
  return table;
}

type InnerBreak = { readonly offset: number; readonly kind: number };

const NONE: readonly InnerBreak[] = [];

/** Adds a piece to the sums, and the break after it where there is one. */
function enterAfter(draft: Draft, index: number, kind: number | null): void {
  const { table, source, sums } = draft;
  const { pieces, text } = source;
  const piece = pieces[index]!;
  const before = { x: sums.x, space: sums.space, type: sums.type };
  addPiece(sums, piece);
  if (kind === null) return;
  const at = draft.at++;
  const isLast = kind === BREAK_END;
  const isGap = piece.kind !== 'word';
  const end = isGap ? before : sums;
  const kerned = isLast ? index : isGap ? index - 1 : -1;
  table.kind[at] = kind;
  table.offset[at] = piece.end;
  table.textEnd[at] = isGap && !isLast ? piece.start : piece.end;
  table.endX[at] = end.x - kernLost(pieces[kerned], source.book);
  table.startX[at] = sums.x;
  table.endSpace[at] = end.space;
  table.startSpace[at] = sums.space;
  table.endType[at] = end.type;
  table.startType[at] = sums.type;
  table.endHang[at] = hangOfPrevious(source, isGap ? piece.start : piece.end, isGap ? index - 1 : index);
  table.startHang[at] = isLast ? 0 : hangOfNext(source, piece.end, index + 1);
  table.isWeak[at] = source.isBalanced && piece.kind === 'space' && isWeakWord(text, piece.start) ? 1 : 0;
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

/**
 * Places inside each word, in order. One that is both is no place for an added hyphen. Hyphens and emergencies rise as the
 * words do, and are gone through beside them.
 */
function innerBreaks(source: BreakSource): readonly (readonly InnerBreak[])[] {
  const { hyphens, emergencies } = source;
  let [hyphen, emergency] = [0, 0];
  return source.pieces.map((piece) => {
    if (piece.kind !== 'word') return NONE;
    while (hyphen < hyphens.length && hyphens[hyphen]! <= piece.start) hyphen++;
    while (emergency < emergencies.length && emergencies[emergency]! <= piece.start) emergency++;
    const hasHyphen = hyphen < hyphens.length && hyphens[hyphen]! < piece.end;
    const hasEmergency = emergency < emergencies.length && emergencies[emergency]! < piece.end;
    if (!hasHyphen && !hasEmergency && !hasOpenPlace(source, piece)) return NONE;
    return placesIn(piece, source, { hyphen, emergency });
  });
}

function hasOpenPlace({ breaks }: BreakSource, { start, end }: Piece): boolean {
  for (let at = start + 1; at < end; at++) if (breaks[at] === MAY_BREAK) return true;
  return false;
}

function placesIn(
  piece: Piece,
  source: BreakSource,
  first: { readonly hyphen: number; readonly emergency: number },
): readonly InnerBreak[] {
  const { hyphens, emergencies, breaks, text } = source;
  const places = new Map<number, number>();
  for (let i = first.emergency; i < emergencies.length && emergencies[i]! < piece.end; i++) {
    const at = emergencies[i]!;
    if (piece.origins === null || isAmong(piece.origins, at)) places.set(at, BREAK_EMERGENCY);
  }
  if (piece.item.inline.style.whiteSpace !== 'nowrap') {
    for (let i = first.hyphen; i < hyphens.length && hyphens[i]! < piece.end; i++)
      places.set(hyphens[i]!, BREAK_HYPHEN);
    for (let at = piece.start + 1; at < piece.end; at++) {
      if (breaks[at] === MAY_BREAK && !isAfterSoftHyphen(text, at))
        places.set(at, isHyphen(text[at - 1]) ? BREAK_COMPOUND : BREAK_INNER);
    }
  }
  return [...places].map(([offset, kind]) => ({ offset, kind })).sort((a, b) => a.offset - b.offset);
}

/** Whether a soft hyphen stands before a place, marks and joiners between: where it may divide, hyphens say. */
function isAfterSoftHyphen(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && text.charCodeAt(before) >= FIRST_MARK && LEANING.test(text[before]!)) before -= 1;
  return text[before] === '\u00ad';
}

/** Below it stands no mark. */
const FIRST_MARK = 0x300;
const LEANING = /\p{M}|\u200c|\u200d|\u2060/u;

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

function enterInner(draft: Draft, place: InnerBreak, piece: Piece): void {
  const { table, source, sums } = draft;
  const { item } = piece;
  const at = textIndexOf(piece, place.offset);
  const widths = partWidths(piece, at, place.kind, source.book);
  const letters = at - piece.lead;
  const rest = piece.text.length - piece.trail - at;
  const isHyphenated = place.kind === BREAK_HYPHEN;
  const shownLetters = letters + (isHyphenated ? 1 : 0);
  const shown = isHyphenated ? item.hyphen : (source.text[place.offset - 1] ?? '');
  const row = draft.at++;
  table.kind[row] = place.kind;
  table.offset[row] = place.offset;
  table.textEnd[row] = place.offset;
  table.endX[row] = sums.x + widths.before * item.unit + shownLetters * item.letterSpacing;
  table.startX[row] = sums.x + piece.width - widths.after * item.unit - rest * item.letterSpacing;
  table.endSpace[row] = sums.space;
  table.startSpace[row] = sums.space;
  table.endType[row] = sums.type + item.fontSize * shownLetters;
  table.startType[row] = sums.type + item.fontSize * letters;
  if (isHyphenated && isAmong(source.poorHyphens, place.offset)) table.isPoor[row] = 1;
  if (!hangs(item)) return;
  table.endHang[row] = hangAtEnd(shown, item, source.book);
  table.startHang[row] = hangAtStart(
    String.fromCodePoint(source.text.codePointAt(place.offset)!),
    item,
    source.book,
  );
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
function kernLost(piece: Piece | undefined, book: FontBook): number {
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
