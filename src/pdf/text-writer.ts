import type { TextFragment } from '../page/page.ts';
import type { GlyphRun } from '../text/line.ts';
import { settleRunText, type RunText, type TextSegment } from './cluster-text.ts';
import type { UsedFonts, FontUse } from './used-fonts.ts';
import { formatNumber, roundNumber } from './pdf-value.ts';

/**
 * Writes glyph runs as text operators inside one text object, and only what changed since the run before.
 *
 * The pen is followed in thousandths of the font size as a viewer moves it: W of each glyph, plus Tc, minus the
 * TJ numbers as rounded. Each TJ number is the difference to where the line breaker wants the pen, so rounding
 * never adds up: invariant, the pen is within `TOLERANCE` of its place at every glyph, and in large type within half
 * a thousandth of an em.
 */
export type TextWriter = {
  /**
   * Operators that show the run. `openMark` is called before each segment: it opens the text object and the mark that
   * the segment stands in.
   */
  readonly show: (fragment: TextFragment, target: TextTarget) => void;
  /** To be called at BT: position and line matrix start anew, text state parameters stay. */
  readonly begin: () => void;
};

/**
 * Points: a hundredth of a millimetre, half a dot of a plate-setter. TJ numbers are multiples of twice as much: most
 * letters need none, and the others need few different ones, which deflate well.
 */
const TOLERANCE = 0.03;

/** Scales are written in steps of a thousandth: in a whole line that is less than the tolerance. */
const SCALES = 1000;

/** Where a run goes. */
export type TextTarget = {
  readonly pageHeight: number;
  readonly out: string[];
  readonly openMark: (segment: Pick<TextSegment, 'actualText' | 'isDivision' | 'spoken'>) => void;
};

type State = {
  font: string;
  size: number;
  scale: number;
  spacing: number;
  /** Origin of the text line matrix, as written: points, y up. */
  lineX: number;
  lineY: number;
  /** Where a viewer's pen stands, points; null when the next run must be placed. */
  penX: number | null;
};

/** Opens a writer for one page's content. */
export function createTextWriter(fonts: UsedFonts): TextWriter {
  const state: State = { font: '', size: 0, scale: 1, spacing: 0, lineX: 0, lineY: 0, penX: null };
  return {
    begin: () => {
      state.lineX = 0;
      state.lineY = 0;
      state.penX = null;
    },
    show: (fragment, target) => showRun(state, fonts.use(fragment.run.face), fragment, target),
  };
}

function showRun(state: State, use: FontUse, fragment: TextFragment, target: TextTarget): void {
  const { run } = fragment;
  if (run.glyphs.length === 0) return;
  const runText = settleRunText(run);
  const [first] = runText.segments;
  if (first === undefined) return;
  target.openMark(first);
  const x = fragment.x + run.x;
  const y = roundNumber(target.pageHeight - fragment.y + run.rise);
  setFont(state, use, run, target.out);
  setSpacing(state, commonSpacing(run, use), target.out);
  const lead = placePen(state, { x, y, reach: run.fontSize }, target.out);
  const perPoint = 1000 / (state.size * state.scale);
  const pen = showGlyphs({ run, use, runText, spacing: state.spacing, lead: lead * perPoint }, target);
  state.penX = x + pen / perPoint;
}

function setFont(state: State, use: FontUse, run: GlyphRun, out: string[]): void {
  const size = roundNumber(run.fontSize);
  if (state.font !== use.resource || state.size !== size)
    out.push(`/${use.resource} ${formatNumber(size)} Tf`);
  state.font = use.resource;
  state.size = size;
  const percent = Math.round(run.scale * SCALES) / (SCALES / 100);
  if (state.scale !== percent / 100) {
    out.push(`${formatNumber(percent)} Tz`);
    state.penX = null;
  }
  state.scale = percent / 100;
}

function setSpacing(state: State, spacing: number, out: string[]): void {
  if (state.spacing !== spacing) out.push(`${formatNumber(spacing)} Tc`);
  state.spacing = spacing;
}

/** Moves to the run, unless the pen is near enough on the same line; gives the way that TJ has yet to go, points. */
function placePen(
  state: State,
  to: { readonly x: number; readonly y: number; readonly reach: number },
  out: string[],
): number {
  if (state.penX !== null && state.lineY === to.y && Math.abs(to.x - state.penX) <= to.reach)
    return to.x - state.penX;
  const dx = roundNumber(to.x - state.lineX);
  const dy = roundNumber(to.y - state.lineY);
  out.push(`${formatNumber(dx)} ${formatNumber(dy)} Td`);
  state.lineX = roundNumber(state.lineX + dx);
  state.lineY = to.y;
  return to.x - state.lineX;
}

/**
 * The character spacing, points, that spares most TJ numbers: the commonest difference between wanted and font
 * advance when more than half of the glyphs have it (tracking), else 0.
 */
function commonSpacing(run: GlyphRun, use: FontUse): number {
  const { glyphs, advances } = run;
  const perPoint = 1000 / run.fontSize;
  const differenceAt = (index: number): number =>
    Math.round((advances[index] ?? 0) * perPoint - use.widthOf(glyphs[index] ?? 0));
  // What more than half of them have outlives the pairs of unequal ones (Boyer and Moore's majority vote).
  let [common, votes] = [0, 0];
  for (let index = 0; index < glyphs.length; index += 1) {
    const difference = differenceAt(index);
    if (votes === 0) common = difference;
    votes += difference === common ? 1 : -1;
  }
  if (votes <= 0 || common === 0) return 0;
  let count = 0;
  for (let index = 0; index < glyphs.length; index += 1) if (differenceAt(index) === common) count += 1;
  return count * 2 > glyphs.length ? roundNumber((common * run.fontSize) / 1000) : 0;
}

type Showing = {
  readonly run: GlyphRun;
  readonly use: FontUse;
  readonly runText: RunText;
  /** Points. */
  readonly spacing: number;
  /** Where the first glyph's origin is from the pen, thousandths. */
  readonly lead: number;
};

/** Shows all segments; gives the pen's place from the run's origin, thousandths. */
function showGlyphs(showing: Showing, target: TextTarget): number {
  let pen = -showing.lead;
  let wanted = 0;
  for (const segment of showing.runText.segments) {
    if (segment.from > 0) target.openMark(segment);
    [pen, wanted] = showSegment(showing, segment, [pen, wanted], target.out);
  }
  return pen;
}

function showSegment(
  showing: Showing,
  segment: TextSegment,
  start: readonly [number, number],
  out: string[],
): [number, number] {
  const { run, use, runText } = showing;
  const perPoint = 1000 / run.fontSize;
  const spacing = showing.spacing * perPoint;
  const step = Math.max(1, Math.floor(2 * TOLERANCE * perPoint));
  const pieces = createPieces(out);
  let [pen, wanted] = start;
  for (let index = segment.from; index < segment.to; index += 1) {
    const glyph = run.glyphs[index] ?? 0;
    pieces.rise(run.yOffsets[index] ?? 0);
    const distance = wanted + (run.xOffsets[index] ?? 0) * perPoint - pen;
    const move = step * Math.round(distance / step);
    if (move !== 0) pieces.move(-move);
    pieces.code(use.cids.codeOf(glyph, runText.texts[index] ?? ''));
    pen += move + use.widthOf(glyph) + spacing;
    wanted += (run.advances[index] ?? 0) * perPoint;
  }
  pieces.rise(0);
  pieces.flush();
  return [pen, wanted];
}

const writtenBytes: string[] = [];

/** The two bytes of a code in a literal string, which deflates better than hexadecimal digits; kept, as few recur. */
const codeBytes = (code: number): string =>
  (writtenBytes[code] ??= String.fromCharCode(code >> 8, code & 0xff).replace(/[()\\\r]/g, escapeByte));

/** A bare return would be read as a line's end (ISO 32000-1, 7.3.4.2). */
const escapeByte = (byte: string): string => (byte === '\r' ? '\\r' : `\\${byte}`);

/** Gathers codes and numbers into as few TJ and Tj as there are changes of rise. */
function createPieces(out: string[]): {
  readonly rise: (value: number) => void;
  readonly move: (value: number) => void;
  readonly code: (value: number) => void;
  readonly flush: () => void;
} {
  let rise = 0;
  let items: string[] = [];
  let codes = '';
  const endCodes = (): void => {
    if (codes !== '') items.push(`(${codes})`);
    codes = '';
  };
  const flush = (): void => {
    endCodes();
    if (items.length === 1 && items[0]?.startsWith('(') === true) out.push(`${items[0]} Tj`);
    else if (items.length > 0) out.push(`[${items.join('')}] TJ`);
    items = [];
  };
  return {
    flush,
    rise: (height) => {
      const value = height === 0 ? 0 : roundNumber(height);
      if (value === rise) return;
      flush();
      out.push(`${formatNumber(value)} Ts`);
      rise = value;
    },
    move: (value) => {
      endCodes();
      items.push(formatNumber(value));
    },
    code: (value) => void (codes += codeBytes(value)),
  };
}
