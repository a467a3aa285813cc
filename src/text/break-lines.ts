import { reportFault } from '../diagnostics/context.ts';
import { BREAK_COMPOUND, BREAK_EMERGENCY, BREAK_HYPHEN, breakAt, type BreakTable } from './break-table.ts';
import { fitJustified, type Fit } from './fit-justified.ts';
import { fitRagged } from './fit-ragged.ts';
import type { Line, LineMeasure } from './line.ts';
import { matterOf, slackOf } from './line-slack.ts';
import { setLine } from './set-line.ts';
import type { ShapedParagraph } from './shaped-paragraph.ts';

/** How the lines are wanted: one fewer, as best, or one more than the best way has. */
export type BreakOptions = { readonly variant: -1 | 0 | 1 };

/** Lines looked ahead to see whether they all have one measure. */
const MEASURES_LOOKED_AT = 200;

/**
 * Breaks a paragraph into lines, from a break position to its end. `from` is 0 or the `to` of an earlier line.
 * Justified text by total fit; other text ragged or balanced. A variant that cannot be had gives the best way instead.
 *
 * Reports GA511 for a word that is wider than its measure and had to be broken between letters.
 */
export function breakLines(
  paragraph: ShapedParagraph,
  from: number,
  widthOf: (line: number) => LineMeasure,
  options: BreakOptions,
): readonly Line[] {
  const plain = fit(paragraph, paragraph.breaks, { from, widthOf, options });
  const table = plain === null ? paragraph.emergencyBreaks(narrowest(widthOf)) : paragraph.breaks;
  const start = plain === null ? breakAt(table, paragraph.breaks.offset[from] ?? 0) : from;
  const breaks = plain ?? fit(paragraph, table, { from: start, widthOf, options }) ?? everyBreak(table, start);
  if (plain === null) reportEmergency(paragraph, table, breaks);
  const lines: Line[] = [];
  let at = start;
  for (const to of breaks) {
    lines.push(setLine(paragraph, table, { from: at, to, measure: widthOf(lines.length) }));
    at = to;
  }
  // Positions of the emergency table mean nothing to a later call: they are told by the plain table where it has them.
  return plain === null ? lines.map((line) => withPlainPositions(line, paragraph.breaks, table)) : lines;
}

type Wanted = {
  readonly from: number;
  readonly widthOf: (line: number) => LineMeasure;
  readonly options: BreakOptions;
};

/** Break positions, or null where some line would not go into its measure. */
function fit(paragraph: ShapedParagraph, table: BreakTable, wanted: Wanted): readonly number[] | null {
  const { style } = paragraph;
  const { variant } = wanted.options;
  if (style.textAlign !== 'justify') {
    const isBalanced = style.textWrap === 'balance';
    const breaks = fitRagged({ table, from: wanted.from, widthOf: wanted.widthOf, isBalanced, extraLines: variant });
    return isWithin(table, wanted, breaks) ? breaks : null;
  }
  const fits = fitJustified({
    table,
    from: wanted.from,
    widthOf: wanted.widthOf,
    slack: slackOf(style),
    mostHyphens: style.hyphenateLimitLines,
    countsLines: variant !== 0 || !isUniform(wanted.widthOf),
  });
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
    if (measure.width !== first.width || measure.indent !== first.indent) return false;
  }
  return true;
}

function isWithin(table: BreakTable, wanted: Wanted, breaks: readonly number[]): boolean {
  let at = wanted.from;
  return breaks.every((to, line) => {
    const { width, indent } = wanted.widthOf(line);
    const isFitting = matterOf(table, at, to).width <= width - indent + 0.02;
    at = to;
    return isFitting;
  });
}

function narrowest(widthOf: (line: number) => LineMeasure): number {
  return Math.min(...[0, 1, 2].map((line) => widthOf(line).width - widthOf(line).indent));
}

/** A measure so narrow that not even one letter goes in: one cluster a line. */
function everyBreak(table: BreakTable, from: number): readonly number[] {
  return Array.from({ length: table.count - 1 - from }, (_, index) => from + 1 + index);
}

function reportEmergency(paragraph: ShapedParagraph, table: BreakTable, breaks: readonly number[]): void {
  const broken = breaks.find((at) => table.kind[at] === BREAK_EMERGENCY);
  if (broken === undefined) return;
  const offset = table.offset[broken]!;
  const word = `${/\S*$/.exec(paragraph.text.slice(0, offset))?.[0] ?? ''}${/^\S*/.exec(paragraph.text.slice(offset))?.[0] ?? ''}`;
  const shown = word.length > 40 ? `${word.slice(0, 37)}…` : word;
  const piece = paragraph.pieces.find((candidate) => candidate.end >= offset);
  reportFault(paragraph.context, 'GA511', {
    message: `"${shown}" is wider than its measure and was broken between letters`,
    span: piece?.item.inline.at ?? null,
    trail: paragraph.trail,
  });
}

function withPlainPositions(line: Line, plain: BreakTable, table: BreakTable): Line {
  return { ...line, from: breakAt(plain, table.offset[line.from] ?? 0), to: breakAt(plain, table.offset[line.to] ?? 0) };
}

/** Whether a line that ends there shows a hyphen. */
export function endsInHyphen(table: BreakTable, at: number): boolean {
  return table.kind[at] === BREAK_HYPHEN || table.kind[at] === BREAK_COMPOUND;
}
