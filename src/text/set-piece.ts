import type { ShapedText } from '../font/shaped-text.ts';
import { BREAK_HYPHEN, type BreakTable } from './break-table.ts';
import { textIndexOf } from './build-break-table.ts';
import type { Item, Piece, ShapedParagraph } from './shaped-paragraph.ts';
import { isSafeBreak } from './word-metrics.ts';

/** A piece, or the part of it that stands on a line, as glyphs in points; one entry a glyph in every list. */
export type SetPiece = {
  readonly item: Item;
  readonly level: number;
  /** UTF-16 range in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  readonly xOffsets: readonly number[];
  readonly yOffsets: readonly number[];
  readonly texts: readonly string[];
  readonly isSpace: readonly boolean[];
  /** Sums: letters, and spaces that can be stretched, in points; glyphs that tracking widens. */
  readonly letterWidth: number;
  readonly spaceWidth: number;
  readonly letterCount: number;
};

/** The pieces of the line from break `from` to break `to`, in the order of the text. Spaces at its end have no width. */
export function cutPieces(paragraph: ShapedParagraph, table: BreakTable, from: number, to: number): readonly SetPiece[] {
  const start = table.offset[from]!;
  const end = table.offset[to]!;
  const textEnd = table.textEnd[to]!;
  const isHyphenated = table.kind[to] === BREAK_HYPHEN;
  const set: SetPiece[] = [];
  for (const piece of paragraph.pieces) {
    if (piece.end <= start || piece.kind === 'forced') continue;
    if (piece.start >= end) break;
    if (piece.kind === 'space') set.push(setSpace(piece, piece.start >= textEnd));
    else set.push(setWord(paragraph, piece, { start: Math.max(piece.start, start), end: Math.min(piece.end, end), isHyphenated: isHyphenated && piece.end > end }));
  }
  return set;
}

function setSpace(piece: Piece, isAtEnd: boolean): SetPiece {
  const { item } = piece;
  const width = isAtEnd ? 0 : piece.width;
  return {
    item, level: item.level, start: piece.start, end: piece.end,
    glyphs: [item.spaceGlyph], advances: [width], xOffsets: [0], yOffsets: [0], texts: [' '], isSpace: [true],
    letterWidth: 0, spaceWidth: width, letterCount: 0,
  };
}

type WordPart = { readonly start: number; readonly end: number; readonly isHyphenated: boolean };

/** Glyphs of a shaped text from unit `from` to unit `to` of it. */
type Cut = { readonly shaped: ShapedText; readonly from: number; readonly to: number; readonly shift: number };

function setWord(paragraph: ShapedParagraph, piece: Piece, part: WordPart): SetPiece {
  const { item } = piece;
  const cut = cutWord(paragraph, piece, part);
  const { shaped } = cut;
  const starts = [...new Set(shaped.clusters)].filter((cluster) => cluster >= cut.from && cluster < cut.to).sort((a, b) => a - b);
  const glyphs: number[] = [];
  const [advances, xOffsets, yOffsets] = [[], [], []] as [number[], number[], number[]];
  const texts: string[] = [];
  const isSpace: boolean[] = [];
  const told = new Set<number>();
  let [letterWidth, spaceWidth, letterCount] = [0, 0, 0];
  for (let index = 0; index < shaped.glyphs.length; index += 1) {
    const cluster = shaped.clusters[index]!;
    if (cluster < cut.from || cluster >= cut.to) continue;
    const isFirst = !told.has(cluster);
    told.add(cluster);
    const next = starts[starts.indexOf(cluster) + 1] ?? cut.to;
    const said = isFirst ? clusterText(paragraph, piece, part, { from: cluster + cut.shift, to: next + cut.shift }) : '';
    const isGap = said === '\u00a0';
    const advance = shaped.advances[index]! * item.unit + (isFirst ? item.letterSpacing : 0);
    glyphs.push(shaped.glyphs[index]!);
    advances.push(advance);
    xOffsets.push(shaped.xOffsets[index]! * item.unit);
    yOffsets.push(shaped.yOffsets[index]! * item.unit);
    texts.push(said);
    isSpace.push(isGap);
    if (isGap) spaceWidth += advance;
    else {
      letterWidth += advance;
      letterCount += 1;
    }
  }
  return {
    item, level: item.level, start: part.start, end: part.end,
    glyphs, advances, xOffsets, yOffsets, texts, isSpace, letterWidth, spaceWidth, letterCount,
  };
}

/** The glyphs to use for a part: the whole word's where cutting there is safe, else the part shaped by itself. */
function cutWord(paragraph: ShapedParagraph, piece: Piece, part: WordPart): Cut {
  const { item } = piece;
  const wordEnd = piece.text.length - piece.trail;
  const from = part.start === piece.start ? piece.lead : textIndexOf(piece, part.start);
  const to = part.end === piece.end ? wordEnd : textIndexOf(piece, part.end);
  const isSafe = (at: number): boolean => at === piece.lead || at === wordEnd || isSafeBreak(piece.shaped, at);
  if (!part.isHyphenated && isSafe(from) && isSafe(to)) return { shaped: piece.shaped, from, to, shift: 0 };
  const lead = from === piece.lead ? 0 : from;
  const text = piece.text.slice(lead, part.end === piece.end ? piece.text.length : to) + (part.isHyphenated ? item.hyphen : '');
  const shaped = paragraph.engine.book.shape(item.face, text, item.options);
  return { shaped, from: from - lead, to: to - lead + (part.isHyphenated ? item.hyphen.length : 0), shift: lead };
}

/** What the author wrote for units of the piece's shown text; the added hyphen says U+00AD. */
function clusterText(
  paragraph: ShapedParagraph,
  piece: Piece,
  part: WordPart,
  units: { readonly from: number; readonly to: number },
): string {
  const offsetOf = (unit: number): number => {
    if (unit >= piece.text.length - piece.trail) return piece.end;
    return piece.origins === null ? piece.start + unit - piece.lead : (piece.origins[unit - piece.lead] ?? piece.end);
  };
  const start = offsetOf(units.from);
  if (part.isHyphenated && start >= part.end) return '\u00ad';
  if (units.from > piece.lead && offsetOf(units.from - 1) === start) return '';
  let unit = units.to;
  while (unit < piece.text.length - piece.trail && offsetOf(unit) === start) unit += 1;
  return paragraph.text.slice(start, Math.min(offsetOf(unit), part.end));
}
