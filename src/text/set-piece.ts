import type { ShapedText } from '../font/shaped-text.ts';
import { BREAK_HYPHEN, type BreakTable } from './break-table.ts';
import type { GapPiece, Item, Piece, ShapedParagraph, WordPiece } from './shaped-paragraph.ts';
import { isSafeBreak } from './word-metrics.ts';
import { textIndexOf } from './word-places.ts';
import type { WordGlyphs } from './word-shape.ts';

/** A piece, or the part of it that stands on a line, as glyphs in points. */
export type SetPiece = {
  readonly item: Item;
  readonly level: number;
  /** UTF-16 range in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly set: WordGlyphs;
};

/** The pieces of the line from break `from` to break `to`, in the order of the text. Spaces at its end have no width. */
export function cutPieces(
  paragraph: ShapedParagraph,
  table: BreakTable,
  from: number,
  to: number,
): readonly SetPiece[] {
  const start = table.offset[from]!;
  const end = table.offset[to]!;
  const textEnd = table.textEnd[to]!;
  const isHyphenated = table.kind[to] === BREAK_HYPHEN;
  const set: SetPiece[] = [];
  for (const piece of piecesBetween(paragraph, table, from, to)) {
    if (piece.kind !== 'word') {
      // A forced break parts words as a space at the end of a line does.
      set.push(setSpace(piece, piece.kind === 'forced' || piece.start >= textEnd));
      continue;
    }
    const part = {
      start: Math.max(piece.start, start),
      end: Math.min(piece.end, end),
      isHyphenated: isHyphenated && piece.end > end,
      isLast: piece.end >= textEnd,
    };
    set.push(setWord(paragraph, piece, part));
  }
  return set;
}

/** The pieces that stand, whole or in part, between break `from` and break `to`. */
export function piecesBetween(
  { pieces }: ShapedParagraph,
  { offset }: BreakTable,
  from: number,
  to: number,
): readonly Piece[] {
  const first = firstPiece(pieces, offset[from]!);
  const end = offset[to]!;
  let last = first;
  while (last < pieces.length && pieces[last]!.start < end) last += 1;
  return pieces.slice(first, last);
}

/** Index of the first piece that ends after an offset. */
function firstPiece(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offsets of glyphs that all stand where the pen is. */
const NOT_MOVED: readonly number[] = [];
const SPACE_TEXT = [' '] as const;
const IS_SPACE = [true] as const;

function setSpace(piece: GapPiece, isAtEnd: boolean): SetPiece {
  const { item } = piece;
  const width = isAtEnd ? 0 : piece.width;
  return {
    item,
    level: item.level,
    start: piece.start,
    end: piece.end,
    set: {
      letterSpacing: item.letterSpacing,
      glyphs: [item.spaceGlyph],
      advances: [width],
      xOffsets: NOT_MOVED,
      yOffsets: NOT_MOVED,
      texts: SPACE_TEXT,
      isSpace: IS_SPACE,
      letterWidth: 0,
      spaceWidth: width,
      letterCount: 0,
    },
  };
}

type WordPart = {
  readonly start: number;
  readonly end: number;
  readonly isHyphenated: boolean;
  /** Whether nothing that has a width follows on the line. */
  readonly isLast: boolean;
};

/** Glyphs of a shaped text from unit `from` to unit `to` of it; unit i of it is unit `i + shift` of the piece's text. */
type Cut = {
  readonly shaped: ShapedText;
  readonly from: number;
  readonly to: number;
  readonly shift: number;
};

function setWord(paragraph: ShapedParagraph, piece: WordPiece, part: WordPart): SetPiece {
  const { item, word } = piece;
  const cut = cutWord(paragraph, piece, part);
  const own = { item, level: item.level, start: part.start, end: part.end };
  const isWhole = cut.shaped === piece.shaped && part.start === piece.start && part.end === piece.end;
  if (isWhole && word.glyphs?.letterSpacing === item.letterSpacing) return { ...own, set: word.glyphs };
  const set = glyphsOf(paragraph, piece, { part, cut });
  if (isWhole) word.glyphs = set;
  return { ...own, set };
}

function glyphsOf(
  paragraph: ShapedParagraph,
  piece: WordPiece,
  { part, cut }: { readonly part: WordPart; readonly cut: Cut },
): WordGlyphs {
  const { item } = piece;
  const { shaped, from, to, shift } = cut;
  const { clusters } = shaped;
  const isRightToLeft = item.options.direction === 'rtl';
  const glyphs: number[] = [];
  const advances: number[] = [];
  const xOffsets: number[] = [];
  const yOffsets: number[] = [];
  const texts: string[] = [];
  const isSpace: boolean[] = [];
  let [letterWidth, spaceWidth, letterCount] = [0, 0, 0];
  let isMoved = false;
  for (let index = 0; index < clusters.length; index += 1) {
    const cluster = clusters[index]!;
    if (cluster < from || cluster >= to) continue;
    const isFirst = index === 0 || clusters[index - 1] !== cluster;
    const next = isFirst ? Math.min(to, nextCluster(clusters, index, isRightToLeft)) : cluster;
    const said = isFirst
      ? clusterText(paragraph, piece, part, { from: cluster + shift, to: next + shift })
      : '';
    const isGap = said === '\u00a0';
    const advance = shaped.advances[index]! * item.unit + (isFirst ? item.letterSpacing : 0);
    glyphs.push(shaped.glyphs[index]!);
    advances.push(advance);
    const [x, y] = [shaped.xOffsets[index]!, shaped.yOffsets[index]!];
    isMoved ||= x !== 0 || y !== 0;
    xOffsets.push(x * item.unit);
    yOffsets.push(y * item.unit);
    texts.push(said);
    isSpace.push(isGap);
    if (isGap) spaceWidth += advance;
    else {
      letterWidth += advance;
      letterCount += 1;
    }
  }
  const offsets = isMoved ? { xOffsets, yOffsets } : { xOffsets: NOT_MOVED, yOffsets: NOT_MOVED };
  const lists = { glyphs, advances, ...offsets, texts, isSpace };
  return { letterSpacing: item.letterSpacing, ...lists, letterWidth, spaceWidth, letterCount };
}

/** Where the cluster ends that begins with a glyph: the start of its neighbour in the text; Infinity when there is none. */
function nextCluster(clusters: Uint32Array, index: number, isRightToLeft: boolean): number {
  if (isRightToLeft) return clusters[index - 1] ?? Infinity;
  let next = index + 1;
  while (clusters[next] === clusters[index]) next += 1;
  return clusters[next] ?? Infinity;
}

/** The glyphs to use for a part: the whole word's where cutting there is safe, else the part shaped by itself. */
function cutWord(paragraph: ShapedParagraph, piece: WordPiece, part: WordPart): Cut {
  const { item } = piece;
  const wordEnd = piece.text.length - piece.trail;
  const from = part.start === piece.start ? piece.lead : textIndexOf(piece, part.start);
  const to = part.end === piece.end ? wordEnd : textIndexOf(piece, part.end);
  // The font may kern a letter with a space: at the end of a line there is none to kern with.
  const isAlone =
    part.isLast && piece.trail === 1 && part.end === piece.end && !isSafeBreak(piece.shaped, wordEnd);
  const isSafe = (at: number): boolean =>
    at === piece.lead || at === wordEnd || isSafeBreak(piece.shaped, at);
  if (!part.isHyphenated && !isAlone && isSafe(from) && isSafe(to))
    return { shaped: piece.shaped, from, to, shift: 0 };
  const lead = from === piece.lead ? 0 : from;
  const end = part.end === piece.end && !isAlone ? piece.text.length : to;
  const hyphen = part.isHyphenated ? item.hyphen : '';
  const shaped = paragraph.engine.book.shape(item.face, piece.text.slice(lead, end) + hyphen, item.options);
  return { shaped, from: from - lead, to: to - lead + hyphen.length, shift: lead };
}

/** What the author wrote for units of the piece's shown text; the added hyphen says U+00AD. */
function clusterText(
  paragraph: ShapedParagraph,
  piece: WordPiece,
  part: WordPart,
  units: { readonly from: number; readonly to: number },
): string {
  const offsetOf = (unit: number): number => {
    if (unit >= piece.text.length - piece.trail) return piece.end;
    return piece.origins === null
      ? piece.start + unit - piece.lead
      : (piece.origins[unit - piece.lead] ?? piece.end);
  };
  // What has no glyph at the head of a piece is said by its first one.
  const start = units.from === piece.lead ? piece.start : offsetOf(units.from);
  if (part.isHyphenated && start >= part.end) return '\u00ad';
  if (units.from > piece.lead && offsetOf(units.from - 1) === start) return '';
  let unit = units.to;
  while (unit < piece.text.length - piece.trail && offsetOf(unit) === start) unit += 1;
  const end = Math.min(offsetOf(unit), part.end);
  // The soft hyphen that a line is divided at is said by the hyphen's own glyph.
  const isSaidAfter = part.isHyphenated && end === part.end && paragraph.text[end - 1] === '\u00ad';
  return paragraph.text.slice(start, isSaidAfter ? end - 1 : end);
}
