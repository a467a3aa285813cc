import type { ParagraphBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { InlineRun } from '../style/inline-run.ts';
import type { Line } from '../text/line.ts';
import { lineWith } from '../text/set-line.ts';
import type { LayoutSession } from './layout-session.ts';

/** Lines of a paragraph and the distance of their baselines. */
export type FittedLines = { readonly lines: readonly Line[]; readonly lineHeight: Pt };

/** Nothing in a newspaper is smaller; a name that would have to be is set in more than one line. */
const LEAST_FONT_SIZE = 6;
/** Faces with optical masters get wider as they get smaller: the first scale may be a little too large. */
const MOST_ROUNDS = 5;
/** Kept free of the measure, so that rounding does not break the line. */
const PLAY = 0.05;

/** A head whose longest word asks for less than this part of its size loses its rank: a hyphen is better. */
const LEAST_FOR_WORDS = 0.84;

/** A line over others that is narrower than this share of the measure: "The" over a word as wide as the head. */
const STUB = 0.25;
/** Sizes that are tried for the sake of such a line. */
const SMALLER = [0.95, 0.9, 0.86];

/**
 * Lines of a paragraph that stands off the grid. With `-ed-fit: width` its type is made smaller, all sizes in one
 * proportion, until it goes into the measure as one line; with `words` until its longest word does and no short word stands
 * alone over others, unless that would make it a good deal smaller. It is never made larger.
 */
export function fitLines(session: LayoutSession, box: ParagraphBox, measure: Pt): FittedLines {
  const { edFit } = box.style;
  const plain = { lines: session.linesOf(box, 0, measure), lineHeight: box.style.lineHeight };
  if (edFit === 'none' || plain.lines.length <= 1) return plain;
  const widthOf = (of: ParagraphBox): number =>
    edFit === 'width' ? session.widthOf(of) : session.leastWidthOf(of, true);
  const room = measure - box.style.textIndent - PLAY;
  if (edFit === 'words' && widthOf(box) <= measure)
    return hasStub(plain.lines, measure) ? withoutStub(session, box, measure) : plain;
  const smallest = LEAST_FONT_SIZE / Math.min(...box.runs.map(({ style }) => style.fontSize));
  const least = edFit === 'width' ? smallest : Math.max(smallest, LEAST_FOR_WORDS);
  let scale = 1;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { scaled, originals } = scaleParagraph(box, scale);
    const width = widthOf(scaled);
    if (width <= room) {
      const lines = session.linesOf(scaled, 0, measure).map((line) => ofOriginals(line, originals));
      return { lines, lineHeight: scaled.style.lineHeight };
    }
    scale *= room / width;
    if (scale < least) return plain;
  }
  return plain;
}

const hasStub = (lines: readonly Line[], measure: Pt): boolean =>
  lines.slice(0, -1).some((line) => line.width < STUB * measure);

/** Lines of a head in the largest size in which no short word stands alone over others; as they are where none is. */
function withoutStub(session: LayoutSession, box: ParagraphBox, measure: Pt): FittedLines {
  for (const scale of SMALLER) {
    const { scaled, originals } = scaleParagraph(box, scale);
    const lines = session.linesOf(scaled, 0, measure);
    if (!hasStub(lines, measure))
      return {
        lines: lines.map((line) => ofOriginals(line, originals)),
        lineHeight: scaled.style.lineHeight,
      };
  }
  return { lines: session.linesOf(box, 0, measure), lineHeight: box.style.lineHeight };
}

type Scaled = { readonly scaled: ParagraphBox; readonly originals: ReadonlyMap<InlineRun, InlineRun> };

function scaleParagraph(box: ParagraphBox, scale: number): Scaled {
  const originals = new Map<InlineRun, InlineRun>();
  const runs = box.runs.map((run) => {
    const scaled = { ...run, style: scaleStyle(run.style, scale) };
    originals.set(scaled, run);
    return scaled;
  });
  return { scaled: { ...box, style: scaleStyle(box.style, scale), runs }, originals };
}

function scaleStyle(style: ComputedStyle, scale: number): ComputedStyle {
  const scaled = (value: Pt): Pt => pt(value * scale);
  return Object.freeze({
    ...style,
    fontSize: scaled(style.fontSize),
    lineHeight: scaled(style.lineHeight),
    letterSpacing: scaled(style.letterSpacing),
    wordSpacing: scaled(style.wordSpacing),
    baselineShift: scaled(style.baselineShift),
  });
}

/** Glyph runs name the runs of the box tree: structure and word ids hang on them. */
function ofOriginals(line: Line, originals: ReadonlyMap<InlineRun, InlineRun>): Line {
  const runs = line.runs.map((run) => ({ ...run, inline: originals.get(run.inline) ?? run.inline }));
  return lineWith(line, { runs });
}
