import { BREAK_COMPOUND, BREAK_HYPHEN, breakAt, type BreakTable } from './break-table.ts';
import { fitJustified, type Fit } from './fit-justified.ts';
import { fitRagged } from './fit-ragged.ts';
import type { Line, LineMeasure } from './line.ts';
import { matterOf, slackOf } from './line-slack.ts';
import { setLine } from './set-line.ts';
import type { ShapedParagraph } from './shaped-paragraph.ts';

/** How the lines are wanted: one fewer, as best, or one more than the best way has. */
export type BreakOptions = {
  readonly variant: -1 | 0 | 1;
  /** Where both variants of one stretch to one measure are wanted: the same for both, empty before the first. */
  readonly counted?: CountedFits;
};

/** Ways to break by their number of lines, by the hyphens that may follow one another: both variants are among them. */
export type CountedFits = Map<number, readonly Fit[]>;

/** Lines looked ahead to see whether they all have one measure. */
const MEASURES_LOOKED_AT = 200;
/** Points that a line which is not justified may be wider than its measure, for rounding. */
const TOLERANCE = 0.02;
/**
 * Breaks a paragraph into lines, from a break position to its end. `from` is 0 or the `to` of an earlier line, of
 * whatever measure. Justified text by total fit; other text ragged or balanced. A variant that cannot be had gives the
 * best way instead.
 *
 * Where the measure is too narrow for the style's limit of hyphens in a row, the limit is dropped; where a word is wider
 * than its measure, it is broken between letters ({@link Line.brokenWord}); a single letter that is wider still has a line
 * of its own.
 */
export function breakLines(
  paragraph: ShapedParagraph,
  from: number,
  widthOf: (line: number) => LineMeasure,
  options: BreakOptions,
): readonly Line[] {
  const { style, breaks: plain } = paragraph;
  const start = breakAt(plain, from);
  const wanted: Wanted = {
    from: start,
    widthOf,
    variant: options.variant,
    mostHyphens: style.hyphenateLimitLines,
    isLastResort: false,
    counted: options.counted ?? new Map<number, readonly Fit[]>(),
  };
  const free: Wanted = { ...wanted, mostHyphens: Infinity };
  const breaks = start < 0 ? null : (fit(paragraph, plain, wanted) ?? fit(paragraph, plain, free));
  if (breaks !== null) return setLines(paragraph, plain, { ...wanted, breaks });
  const table = paragraph.emergencyBreaks(narrowest(widthOf), from);
  const last: Wanted = { ...free, from: breakAt(table, from), isLastResort: true, counted: new Map() };
  const forced = fit(paragraph, table, last) ?? [];
  return setLines(paragraph, table, { ...last, breaks: forced });
}

type Wanted = {
  /** Index of a break of the table. */
  readonly from: number;
  readonly widthOf: (line: number) => LineMeasure;
  readonly variant: -1 | 0 | 1;
  readonly mostHyphens: number;
  /** What cannot be broken any further may be wider than its line. */
  readonly isLastResort: boolean;
  readonly counted: CountedFits;
};

function setLines(
  paragraph: ShapedParagraph,
  table: BreakTable,
  wanted: Wanted & { readonly breaks: readonly number[] },
): readonly Line[] {
  const lines: Line[] = [];
  let from = wanted.from;
  for (const to of wanted.breaks) {
    lines.push(setLine(paragraph, table, { from, to, measure: wanted.widthOf(lines.length) }));
    from = to;
  }
  return lines;
}

/** Indices of breaks, or null where some line would not go into its measure. */
function fit(paragraph: ShapedParagraph, table: BreakTable, wanted: Wanted): readonly number[] | null {
  const { style } = paragraph;
  const { variant, from, widthOf, isLastResort, mostHyphens } = wanted;
  if (style.textAlign !== 'justify') {
    const isBalanced = style.textWrap === 'balance';
    const breaks = fitRagged({ table, from, widthOf, isBalanced, extraLines: variant });
    return isLastResort || isWithin(table, wanted, breaks) ? breaks : null;
  }
  const hasOneMeasure = isUniform(widthOf);
  const countsLines = variant !== 0 || !hasOneMeasure;
  const slack = slackOf(style);
  const known = variant === 0 ? undefined : wanted.counted.get(mostHyphens);
  const request = {
    table,
    from,
    widthOf,
    slack,
    mostHyphens,
    countsLines,
    isUniform: hasOneMeasure,
    isLastResort,
  };
  const fits = known ?? fitJustified(request);
  if (variant !== 0) wanted.counted.set(mostHyphens, fits);
  return chooseVariant(fits, variant)?.breaks ?? null;
}

function chooseVariant(fits: readonly Fit[], variant: -1 | 0 | 1): Fit | undefined {
  const [best] = fits;
  if (best === undefined || variant === 0) return best;
  return fits.find(({ breaks }) => breaks.length === best.breaks.length + variant) ?? best;
}

function isUniform(widthOf: (line: number) => LineMeasure): boolean {
  const first = widthOf(1);
  for (let line = 2; line < MEASURES_LOOKED_AT; line += 1) {
    const measure = widthOf(line);
    if (measure === first) continue;
    if (measure.width !== first.width || measure.indent !== first.indent) return false;
  }
  return true;
}

function isWithin(table: BreakTable, wanted: Wanted, breaks: readonly number[]): boolean {
  let at = wanted.from;
  return breaks.every((to, line) => {
    const { width, indent } = wanted.widthOf(line);
    const isFitting = matterOf(table, at, to).width <= width - indent + TOLERANCE;
    at = to;
    return isFitting;
  });
}

function narrowest(widthOf: (line: number) => LineMeasure): number {
  return Math.min(...[0, 1, 2].map((line) => widthOf(line).width - widthOf(line).indent));
}

/** Whether a line that ends there shows a hyphen. */
export function endsInHyphen(table: BreakTable, at: number): boolean {
  return table.kind[at] === BREAK_HYPHEN || table.kind[at] === BREAK_COMPOUND;
}
