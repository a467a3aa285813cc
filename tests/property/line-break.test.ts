import fc from 'fast-check';
import { expect, test } from 'vitest';
import { em } from '../../src/core/units.ts';
import { BREAK_COMPOUND, BREAK_END, BREAK_FORCED, BREAK_HYPHEN } from '../../src/text/break-table.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import { fitJustified, type FitRequest } from '../../src/text/fit-justified.ts';
import { slackOf } from '../../src/text/line-slack.ts';
import type { Line, LineMeasure } from '../../src/text/line.ts';
import type { ShapedParagraph } from '../../src/text/shaped-paragraph.ts';
import {
  breakTo,
  endOf,
  measureOf,
  openShop,
  realFont,
  saidBy,
  shape,
  type StyleChange,
} from '../unit/text/set-paragraph.ts';

const SEED = 898;
const shop = await openShop();
const real = await openShop([realFont('source-serif/SourceSerif4SmText-Regular.ttf', 'Serif')]);

const LETTERS = Array.from('abcdefgmwABVT.,-—“”’éñ\u00ad');
const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 12 }).map((units) => units.join(''));
const words = fc.array(word, { minLength: 1, maxLength: 40 }).map((list) => list.join(' '));
const style = fc.record<StyleChange>({
  textAlign: fc.constantFrom('justify' as const, 'start' as const, 'center' as const, 'end' as const),
  textWrap: fc.constantFrom('wrap' as const, 'balance' as const),
  hyphens: fc.constantFrom('auto' as const, 'manual' as const, 'none' as const),
  textTransform: fc.constantFrom('none' as const, 'uppercase' as const),
  hangingPunctuation: fc.constantFrom('none' as const, 'auto' as const),
  hyphenateLimitLines: fc.constantFrom(1, 2),
  fontFamily: fc.constant(['Serif']),
  edGlyphScale: fc.constant([0.98, 1.02] as const),
  edTracking: fc.constant([em(-0.009), em(0.009)] as const),
});

/** What hangs out at the two ends of a line, by the plain table; a place it does not have hangs nothing. */
function hangOf({ breaks }: ShapedParagraph, line: Line): { readonly start: number; readonly end: number } {
  const start = breaks.startHang[breaks.offset.indexOf(line.from)] ?? 0;
  return { start, end: breaks.endHang[breaks.offset.indexOf(line.to)] ?? 0 };
}

test('no line is wider than its measure, but for what hangs out', () => {
  const property = fc.property(words, style, fc.integer({ min: 90, max: 300 }), (text, change, width) => {
    const paragraph = shape(real, text, change);
    for (const line of breakTo(paragraph, width, 10)) {
      const hang = hangOf(paragraph, line);
      expect(line.width).toBeLessThanOrEqual(width - line.indent + hang.start + hang.end + 0.03);
      if (line.runs.length > 0) expect(line.runs[0]!.x).toBeGreaterThanOrEqual(-hang.start - 0.03);
      expect(endOf(line)).toBeLessThanOrEqual(width + hang.end + 0.03);
    }
  });
  fc.assert(property, { seed: SEED, numRuns: 300 });
});

test('nothing is lost, nothing is doubled, whatever the measure', () => {
  const property = fc.property(words, style, fc.integer({ min: 1, max: 120 }), (text, change, width) => {
    const lines = breakTo(shape(real, text, change), width);
    const said = lines.map((line) => saidBy(line)).join('');
    expect(said.replaceAll('\u00ad', '')).toBe(text.replaceAll('\u00ad', ''));
    lines.forEach((line, index) => expect(line.from).toBe(index === 0 ? 0 : lines[index - 1]!.to));
    expect(lines.at(-1)?.to).toBe(text.length);
    expect(lines.filter((line) => line.isLast)).toHaveLength(1);
  });
  fc.assert(property, { seed: SEED, numRuns: 300 });
});

test('the same text is broken the same way twice, and from any line on', () => {
  const property = fc.property(words, style, fc.integer({ min: 60, max: 200 }), (text, change, width) => {
    const first = breakTo(shape(real, text, change), width).map(({ to }) => to);
    expect(breakTo(shape(real, text, change), width).map(({ to }) => to)).toEqual(first);
  });
  fc.assert(property, { seed: SEED, numRuns: 100 });
});

/** Every way to break a table of few places, and the least demerits of those that go in; by single-way tables. */
function leastByForce(request: FitRequest): { readonly demerits: number; readonly lines: number } | null {
  const { table } = request;
  const inner = table.count - 2;
  let best: { demerits: number; lines: number } | null = null;
  for (let mask = 0; mask < 2 ** inner; mask += 1) {
    const kept = [0, ...Array.from({ length: inner }, (_, i) => i + 1).filter((i) => (mask >> (i - 1)) & 1), table.count - 1];
    const demerits = demeritsOf(request, kept);
    if (demerits !== null && (best === null || demerits < best.demerits)) best = { demerits, lines: kept.length - 1 };
  }
  return best;
}

/** Demerits of one given way: a written-out reading of the rules, apart from the search. */
function demeritsOf({ table, widthOf, slack, mostHyphens }: FitRequest, breaks: readonly number[]): number | null {
  let [total, fitness, hyphens] = [0, 1, 0];
  for (let line = 0; line + 1 < breaks.length; line += 1) {
    const [from, to] = [breaks[line]!, breaks[line + 1]!];
    const kind = table.kind[to]!;
    const isLast = kind === BREAK_END || kind === BREAK_FORCED;
    const room = widthOf(line).width - widthOf(line).indent;
    const width = table.endX[to]! - table.startX[from]! - table.endHang[to]! - table.startHang[from]!;
    const space = table.endSpace[to]! - table.startSpace[from]!;
    const missing = room - width + (1 - slack.wantedSpace) * space;
    const share = missing > 0 ? slack.steepSpace - slack.wantedSpace : slack.wantedSpace - slack.leastSpace;
    const give = share * space;
    let strain = give > 1e-9 ? missing / give : missing === 0 ? 0 : Math.sign(missing) * Infinity;
    if (strain < -1.0001) return null;
    strain = Math.min(strain, isLast ? 0 : 12);
    if (kind === BREAK_HYPHEN && hyphens >= mostHyphens) return null;
    const own = strain < -0.5 ? 0 : strain <= 0.5 ? 1 : strain <= 1 ? 2 : 3;
    const penalty = kind === BREAK_HYPHEN ? 550 : kind === BREAK_COMPOUND ? 60 : 0;
    total += (10 + 100 * Math.abs(strain) ** 3) ** 2 + penalty ** 2;
    if (Math.abs(own - fitness) > 1) total += 8000;
    if (isLast && hyphens > 0) total += 60_000;
    if (isLast && line > 0 && width / room < 0.2) total += 250_000;
    fitness = own;
    hyphens = kind === BREAK_HYPHEN || kind === BREAK_COMPOUND ? hyphens + 1 : 0;
  }
  return total;
}

test('the lines are the cheapest of all ways to break', () => {
  const simple = fc
    .array(fc.constantFrom(...Array.from('abcd')), { minLength: 1, maxLength: 6 })
    .map((units) => units.join(''));
  const compound = fc.tuple(simple, fc.constantFrom('', '\u00ad', '-'), simple).map((parts) => parts.join(''));
  const short = fc.array(fc.oneof(simple, compound), { minLength: 2, maxLength: 7 });
  let solved = 0;
  const property = fc.property(short, fc.integer({ min: 80, max: 200 }), fc.boolean(), (list, width, countsLines) => {
    const paragraph = shape(shop, list.join(' '), { textAlign: 'justify', hyphens: 'manual', hyphenateLimitLines: 1 });
    const request: FitRequest = {
      table: paragraph.breaks,
      from: 0,
      widthOf: measureOf(width, 15),
      slack: slackOf(paragraph.style),
      mostHyphens: 1,
      countsLines,
      isLastResort: false,
    };
    const [best] = fitJustified(request);
    const forced = leastByForce(request);
    expect(best === undefined).toBe(forced === null);
    if (best === undefined || forced === null) return;
    solved += 1;
    expect(best.demerits).toBeCloseTo(forced.demerits, 3);
    expect(demeritsOf(request, [0, ...best.breaks])).toBeCloseTo(best.demerits, 3);
  });
  fc.assert(property, { seed: SEED, numRuns: 400 });
  expect(solved).toBeGreaterThan(200);
});

/** Breaks and counts how often a measure was asked for: once for each line that was tried. */
function counted(paragraph: ShapedParagraph, width: number): { readonly lines: readonly Line[]; readonly steps: number } {
  let steps = 0;
  const measure = measureOf(width);
  // Unequal measures far down make the search ask for each line by its number.
  const widthOf = (line: number): LineMeasure => {
    steps += 1;
    return measure(line);
  };
  const lines = breakLines(paragraph, 0, widthOf, { variant: 0 });
  return { lines, steps };
}
