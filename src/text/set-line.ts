import { em, pt } from '../core/units.ts';
import { BREAK_END, BREAK_FORCED, type BreakTable } from './break-table.ts';
import { visualOrder } from './bidi-levels.ts';
import { endsInHyphen } from './break-lines.ts';
import type { GlyphRun, Line, LineMeasure } from './line.ts';
import { letterSlack, matterOf, slackOf, strainOf } from './line-slack.ts';
import { cutPieces, type SetPiece } from './set-piece.ts';
import type { ShapedParagraph } from './shaped-paragraph.ts';

/** Which stretch is set, and to what measure. */
export type LinePlace = { readonly from: number; readonly to: number; readonly measure: LineMeasure };

/** How the letters and spaces of one line give: letters first, spaces fill what is left exactly. */
type Setting = {
  readonly scale: number;
  /** Ems added after each glyph. */
  readonly tracking: number;
  /** Word space over the font's own. */
  readonly spaceRatio: number;
};

const AS_DRAWN: Setting = { scale: 1, tracking: 0, spaceRatio: 1 };

/** Sets one line: glyphs in visual order, justified or aligned as the paragraph's style says. */
export function setLine(paragraph: ShapedParagraph, table: BreakTable, place: LinePlace): Line {
  const { from, to, measure } = place;
  const { style, direction } = paragraph;
  const isLast = table.kind[to] === BREAK_END;
  const pieces = cutPieces(paragraph, table, from, to);
  const hang = { start: table.startHang[from]!, end: table.endHang[to]! };
  const room = measure.width - measure.indent + hang.start + hang.end;
  const align = alignOf(paragraph, isLast || table.kind[to] === BREAK_FORCED);
  const setting = align === 'justify' ? justify(paragraph, table, { place, pieces, room }) : pressLast(paragraph, table, { place, pieces, room });
  const ordered = visualOrder(pieces);
  const runs = mergeRuns(ordered, setting);
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  const left = leftEdge({ align, direction, width, room, indent: measure.indent, hang });
  let x = left;
  const placed = runs.map((run): GlyphRun => {
    const at = { ...run, x: pt(x) };
    x += run.width;
    return at;
  });
  return {
    from, to, direction,
    measure: measure.width, indent: measure.indent,
    runs: placed,
    width: pt(width),
    isHyphenated: endsInHyphen(table, to),
    isLast,
    spaceRatio: setting.spaceRatio,
    tracking: em(setting.tracking),
    ascent: pt(Math.max(style.fontSize * 0.1, ...pieces.map(({ item }) => item.face.ascender * item.unit))),
    descent: pt(Math.max(0, ...pieces.map(({ item }) => -item.face.descender * item.unit))),
  };
}

type Align = 'justify' | 'left' | 'right' | 'center';

function alignOf({ style, direction }: ShapedParagraph, isLast: boolean): Align {
  const { textAlign, textAlignLast } = style;
  const start = direction === 'ltr' ? 'left' : 'right';
  const wanted = !isLast ? textAlign : textAlignLast !== 'auto' ? textAlignLast : textAlign === 'justify' ? 'start' : textAlign;
  if (wanted === 'start') return start;
  if (wanted === 'end') return start === 'left' ? 'right' : 'left';
  return wanted;
}

function leftEdge(line: {
  readonly align: Align;
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
  readonly room: number;
  readonly indent: number;
  readonly hang: { readonly start: number; readonly end: number };
}): number {
  const isLeftToRight = line.direction === 'ltr';
  const start = (isLeftToRight ? line.indent : 0) - (isLeftToRight ? line.hang.start : line.hang.end);
  const free = line.room - line.width;
  if (line.align === 'right') return start + free;
  return line.align === 'center' ? start + free / 2 : start;
}

type Justified = { readonly place: LinePlace; readonly pieces: readonly SetPiece[]; readonly room: number };

/** Letters give in the same part as the spaces, up to their limits; the spaces take up the rest to the point. */
function justify(paragraph: ShapedParagraph, table: BreakTable, line: Justified): Setting {
  const slack = slackOf(paragraph.style);
  const matter = matterOf(table, line.place.from, line.place.to);
  const strain = strainOf(matter, line.place.measure.width - line.place.measure.indent, slack);
  if (!Number.isFinite(strain) || letterSlack(matter, slack, strain > 0) <= 0) return fillSpaces(line, 1, 0);
  // A loose line asks the letters for all they have before the spaces pass their steep end.
  const part = Math.max(-1, Math.min(1, strain));
  const scale = 1 + part * (part > 0 ? slack.stretchScale : slack.shrinkScale);
  const tracking = part * (part > 0 ? slack.stretchTracking : slack.shrinkTracking);
  return fillSpaces(line, scale, tracking);
}

/** A line that is not justified is set as drawn, unless it was only just got into its measure. */
function pressLast(paragraph: ShapedParagraph, table: BreakTable, line: Justified): Setting {
  const matter = matterOf(table, line.place.from, line.place.to);
  if (paragraph.style.textAlign !== 'justify') return AS_DRAWN;
  const room = line.place.measure.width - line.place.measure.indent;
  const slack = slackOf(paragraph.style);
  const isTight = strainOf(matter, room, slack) < 0 && matter.width > room;
  return isTight ? justify(paragraph, table, line) : AS_DRAWN;
}

function fillSpaces(line: Justified, scale: number, tracking: number): Setting {
  let letters = 0;
  let spaces = 0;
  for (const piece of line.pieces) {
    letters += (piece.letterWidth + tracking * piece.item.fontSize * piece.letterCount) * scale;
    spaces += piece.spaceWidth;
  }
  const spaceRatio = spaces > 0 ? Math.max(0, (line.room - letters) / spaces) : 1;
  return { scale, tracking, spaceRatio };
}

/** Neighbours of one item that read from left to right become one run. */
function mergeRuns(pieces: readonly SetPiece[], setting: Setting): readonly GlyphRun[] {
  const groups: SetPiece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1)?.at(-1);
    const joins = last !== undefined && last.item === piece.item && last.level % 2 === 0 && last.end === piece.start;
    if (joins) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => glyphRun(group, setting));
}

function glyphRun(group: readonly SetPiece[], setting: Setting): GlyphRun {
  const [first] = group;
  if (first === undefined) throw new Error('a run of glyphs has at least one piece');
  const last = group.at(-1) ?? first;
  const { item } = first;
  const advances: number[] = [];
  for (const piece of group) {
    piece.advances.forEach((advance, index) => {
      const isSpace = piece.isSpace[index] === true;
      // The scale is the letters': spaces are given their width in spite of it.
      advances.push(isSpace ? (advance * setting.spaceRatio) / setting.scale : advance + setting.tracking * item.fontSize);
    });
  }
  const width = advances.reduce((sum, advance) => sum + advance, 0) * setting.scale;
  const column = (key: 'glyphs' | 'xOffsets' | 'yOffsets'): number[] => group.flatMap((piece) => [...piece[key]]);
  return {
    face: item.face,
    fontSize: pt(item.fontSize),
    glyphs: Uint16Array.from(column('glyphs')),
    advances: Float64Array.from(advances),
    xOffsets: Float64Array.from(column('xOffsets')),
    yOffsets: Float64Array.from(column('yOffsets')),
    texts: group.flatMap((piece) => piece.texts),
    scale: setting.scale,
    x: pt(0),
    width: pt(width),
    rise: item.inline.style.baselineShift,
    level: first.level,
    inline: item.inline,
    start: Math.min(first.start, last.start) - item.runStart,
    end: Math.max(first.end, last.end) - item.runStart,
  };
}
