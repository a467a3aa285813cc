/**
 * Makes the table of all places where a paragraph may be broken.
 *
 * The pieces are gone through in the order of the text with three running sums: width, stretchable space, and letters by
 * font size. A place between words takes the sums as they are; one inside a word adds what `word-places.ts` says of the
 * parts of the word. What is known of a word is kept with its shape, so that a word met again costs some additions.
 *
 * Invariant attacked by the tests: the width the table gives for a line is the width of the glyphs the line is set with.
 */
import type { FontBook } from '../font/font-book.ts';
import type { BreakTable } from './break-table.ts';
import type { Item, Piece, WordPiece } from './shaped-paragraph.ts';
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
import {
  edgesOf,
  isAmong,
  measurePlaces,
  type InnerPlace,
  type RawPlace,
  type UnmeasuredWord,
} from './word-places.ts';

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
  /** Whether hyphens stand where a word's style would have none: its places then hold for this table alone. */
  readonly isLastResort: boolean;
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
  const inner = innerPlaces(source);
  const kinds = pieces.map((piece, index) =>
    index === pieces.length - 1 ? BREAK_END : kindAfter(piece, source),
  );
  let places = 0;
  for (let index = 0; index < pieces.length; index += 1)
    places += inner[index]!.length + (kinds[index] === NO_BREAK_THERE ? 0 : 1);
  const table = createBreakTable(1 + Math.max(1, places));
  const draft: Draft = { table, source, sums: { x: 0, space: 0, type: 0 }, at: 0 };
  table.kind[0] = BREAK_START;
  table.startHang[0] = startHangOf(source, 0);
  draft.at = 1;
  for (let index = 0; index < pieces.length; index += 1) {
    for (const place of inner[index]!) enterInner(draft, place, pieces[index]!);
    enterAfter(draft, index, kinds[index]!);
  }
  if (pieces.length === 0) {
    table.kind[1] = BREAK_END;
    table.offset[1] = source.text.length;
    table.textEnd[1] = source.text.length;
  }
  return table;
}

const NONE: readonly InnerPlace[] = [];
/** No line may end after a piece. */
const NO_BREAK_THERE = -1;

/** Adds a piece to the sums, and the break after it where there is one. */
function enterAfter(draft: Draft, index: number, kind: number): void {
  const { table, source, sums } = draft;
  const { pieces, text } = source;
  const piece = pieces[index]!;
  const { x, space, type } = sums;
  addPiece(sums, piece, source);
  if (kind === NO_BREAK_THERE) return;
  const at = draft.at++;
  const isLast = kind === BREAK_END;
  const isGap = piece.kind !== 'word';
  const last = pieces[isGap ? index - 1 : index];
  const edges = last?.kind === 'word' ? edgesOf(last, source) : null;
  const isKerned = edges !== null && (isLast ? !isGap : isGap);
  table.kind[at] = kind;
  table.offset[at] = piece.end;
  table.textEnd[at] = isGap && !isLast ? piece.start : piece.end;
  table.endX[at] = (isGap ? x : sums.x) - (isKerned ? edges.kernLost : 0);
  table.startX[at] = sums.x;
  table.endSpace[at] = isGap ? space : sums.space;
  table.startSpace[at] = sums.space;
  table.endType[at] = isGap ? type : sums.type;
  table.startType[at] = sums.type;
  table.endHang[at] = edges !== null && hangs(last!.item) ? edges.endHang : 0;
  table.startHang[at] = isLast ? 0 : startHangOf(source, index + 1);
  table.isWeak[at] = source.isBalanced && piece.kind === 'space' && isWeakWord(text, piece.start) ? 1 : 0;
}

function addPiece(sums: Sums, piece: Piece, source: BreakSource): void {
  sums.x += piece.width;
  if (piece.kind === 'space') sums.space += piece.width;
  if (piece.kind !== 'word') return;
  sums.space += edgesOf(piece, source).fixedSpace;
  sums.type += piece.item.fontSize * (piece.text.length - piece.lead - piece.trail);
}

function kindAfter(piece: Piece, source: BreakSource): number {
  if (piece.kind === 'forced') return BREAK_FORCED;
  const isOpen = source.breaks[piece.end] === MAY_BREAK && piece.item.inline.style.whiteSpace !== 'nowrap';
  if (!isOpen) return isAmong(source.emergencies, piece.end) ? BREAK_EMERGENCY : NO_BREAK_THERE;
  if (piece.kind === 'space') return BREAK_SPACE;
  return isHyphen(source.text[piece.end - 1]) ? BREAK_COMPOUND : BREAK_INNER;
}

const isHyphen = (unit: string | undefined): boolean => unit === '-' || unit === '\u2010';

/**
 * Places inside each word, in order. One that is both is no place for an added hyphen. Hyphens and emergencies rise as the
 * words do, and are gone through beside them. A word with hyphens alone has the same places wherever it stands.
 */
function innerPlaces(source: BreakSource): readonly (readonly InnerPlace[])[] {
  const { pieces, hyphens, emergencies } = source;
  const unmeasured: (UnmeasuredWord & { readonly index: number; readonly isPlain: boolean })[] = [];
  let [hyphen, emergency] = [0, 0];
  const inner = pieces.map((piece, index): readonly InnerPlace[] => {
    if (piece.kind !== 'word') return NONE;
    while (hyphen < hyphens.length && hyphens[hyphen]! <= piece.start) hyphen++;
    while (emergency < emergencies.length && emergencies[emergency]! <= piece.start) emergency++;
    const hasHyphen = hyphen < hyphens.length && hyphens[hyphen]! < piece.end;
    const hasEmergency = emergency < emergencies.length && emergencies[emergency]! < piece.end;
    const isOpen = hasOpenPlace(source, piece);
    if (!hasHyphen && !hasEmergency && !isOpen) return NONE;
    const isWrapped = piece.item.inline.style.whiteSpace !== 'nowrap';
    if (!hasEmergency && !isOpen && !isWrapped) return NONE;
    const isPlain = !hasEmergency && !isOpen && !source.isLastResort;
    const known = isPlain ? piece.word.hyphens : null;
    if (known !== null) return known;
    unmeasured.push({ piece, index, isPlain, places: placesIn(piece, source, { hyphen, emergency }) });
    return NONE;
  });
  if (unmeasured.length === 0) return inner;
  measurePlaces(unmeasured, source).forEach((places, at) => {
    const { piece, index, isPlain } = unmeasured[at]!;
    inner[index] = places;
    if (isPlain) piece.word.hyphens = places;
  });
  return inner;
}

function hasOpenPlace({ breaks }: BreakSource, { start, end }: WordPiece): boolean {
  for (let at = start + 1; at < end; at++) if (breaks[at] === MAY_BREAK) return true;
  return false;
}

function placesIn(
  piece: WordPiece,
  source: BreakSource,
  first: { readonly hyphen: number; readonly emergency: number },
): readonly RawPlace[] {
  const { hyphens, emergencies, breaks, text } = source;
  const { start, end, origins } = piece;
  const places = new Map<number, number>();
  for (let i = first.emergency; i < emergencies.length && emergencies[i]! < end; i++) {
    const at = emergencies[i]!;
    if (origins === null || isAmong(origins, at)) places.set(at, BREAK_EMERGENCY);
  }
  if (piece.item.inline.style.whiteSpace !== 'nowrap') {
    for (let i = first.hyphen; i < hyphens.length && hyphens[i]! < end; i++)
      places.set(hyphens[i]!, BREAK_HYPHEN);
    for (let at = start + 1; at < end; at++) {
      if (breaks[at] === MAY_BREAK && !isAfterSoftHyphen(text, at))
        places.set(at, isHyphen(text[at - 1]) ? BREAK_COMPOUND : BREAK_INNER);
    }
  }
  return [...places].map(([at, kind]) => ({ offset: at - start, kind })).sort((a, b) => a.offset - b.offset);
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

function enterInner(draft: Draft, place: InnerPlace, piece: Piece): void {
  const { table, source, sums } = draft;
  const { item } = piece;
  const offset = piece.start + place.offset;
  const isHyphenated = place.kind === BREAK_HYPHEN;
  const shownLetters = place.letters + (isHyphenated ? 1 : 0);
  const row = draft.at++;
  table.kind[row] = place.kind;
  table.offset[row] = offset;
  table.textEnd[row] = offset;
  table.endX[row] = sums.x + place.before + shownLetters * item.letterSpacing;
  table.startX[row] = sums.x + piece.width - place.after - place.rest * item.letterSpacing;
  table.endSpace[row] = sums.space;
  table.startSpace[row] = sums.space;
  table.endType[row] = sums.type + item.fontSize * shownLetters;
  table.startType[row] = sums.type + item.fontSize * place.letters;
  if (isHyphenated && isAmong(source.poorHyphens, offset)) table.isPoor[row] = 1;
  if (!hangs(item)) return;
  table.endHang[row] = place.endHang;
  table.startHang[row] = place.startHang;
}

const hangs = (item: Item): boolean => item.inline.style.hangingPunctuation === 'auto';

function startHangOf(source: BreakSource, index: number): number {
  const piece = source.pieces[index];
  if (piece === undefined || piece.kind !== 'word' || !hangs(piece.item)) return 0;
  return edgesOf(piece, source).startHang;
}

/** Articles, prepositions, conjunctions: up to three small letters. A guess that needs no list of any language. */
const isWeakWord = (text: string, end: number): boolean =>
  /(^|[ \u2028])\p{Ll}{1,3}$/u.test(text.slice(Math.max(0, end - 5), end));
