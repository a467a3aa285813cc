import fc from 'fast-check';
import { expect, test } from 'vitest';
import { em } from '../../src/core/units.ts';
import { BREAK_COMPOUND, BREAK_END, BREAK_FORCED, BREAK_HYPHEN } from '../../src/text/break-table.ts';
import type { FontBook } from '../../src/font/font-book.ts';
import { fitJustified, type FitRequest } from '../../src/text/fit-justified.ts';
import { slackOf } from '../../src/text/line-slack.ts';
import type { Line } from '../../src/text/line.ts';
import type { ShapedParagraph } from '../../src/text/shaped-paragraph.ts';
import {
  breakTo,
  endOf,
  measureOf,
  openShop,
  realFont,
  saidBy,
  shape,
  type Shop,
  type StyleChange,
} from '../unit/text/set-paragraph.ts';

const SEED = 898;
const shop = await openShop();
const real = await openShop([realFont('source-serif/SourceSerif4SmText-Regular.ttf', 'Serif')]);

const LETTERS = Array.from('abcdefgmwABVT.,-—“”’éñ\u00ad');
const word = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 12 })
  .map((units) => units.join(''));
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

type Cost = { readonly demerits: number; readonly hardest: number };

/** The cheapest way with the limit of hyphens held; where one of its lines is loose, the cheapest with up to three. */
function wantedByForce(request: FitRequest): Cost | null {
  const held = leastByForce(request, request.mostHyphens);
  return held !== null && held.hardest <= 2 ? held : leastByForce(request, 3);
}

/** Every way to break a table of few places, and the least demerits of those that go in; by single-way tables. */
function leastByForce(request: FitRequest, longestRun: number): Cost | null {
  const { table } = request;
  const inner = table.count - 2;
  let best: Cost | null = null;
  for (let mask = 0; mask < 2 ** inner; mask += 1) {
    const kept = [
      0,
      ...Array.from({ length: inner }, (_, i) => i + 1).filter((i) => (mask >> (i - 1)) & 1),
      table.count - 1,
    ];
    const cost = costOf(request, kept, longestRun);
    if (cost !== null && (best === null || cost.demerits < best.demerits)) best = cost;
  }
  return best;
}

const fitnessOf = (strain: number): number => (strain < -0.5 ? 0 : strain <= 0.5 ? 1 : strain <= 1 ? 2 : 3);

/** Demerits of one given way: a written-out reading of the rules, apart from the search. */
function costOf(
  { table, widthOf, slack, mostHyphens }: FitRequest,
  breaks: readonly number[],
  longestRun: number,
): Cost | null {
  let [total, fitness, hyphens, hardest] = [0, 1, 0, 0];
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
    if (!isLast) hardest = Math.max(hardest, strain);
    if (kind === BREAK_HYPHEN && hyphens >= longestRun) return null;
    if (kind === BREAK_HYPHEN && hyphens >= mostHyphens) total += 1e6 * (hyphens + 1 - mostHyphens) ** 2;
    const own = fitnessOf(strain);
    const penalty = kind === BREAK_HYPHEN ? 575 : kind === BREAK_COMPOUND ? 150 : 0;
    total += (10 + 100 * Math.abs(strain) ** 3) ** 2 + penalty ** 2;
    if (Math.abs(own - fitness) > 1) total += 8000;
    if (isLast && hyphens > 0) total += 60_000;
    if (isLast && line > 0 && width / room < 0.2) total += 250_000;
    fitness = own;
    hyphens = kind === BREAK_HYPHEN || kind === BREAK_COMPOUND ? hyphens + 1 : 0;
  }
  return { demerits: total, hardest };
}

test('the lines are the cheapest of all ways to break', () => {
  const simple = fc
    .array(fc.constantFrom(...Array.from('abcd')), { minLength: 1, maxLength: 6 })
    .map((units) => units.join(''));
  const compound = fc
    .tuple(simple, fc.constantFrom('', '\u00ad', '-'), simple)
    .map((parts) => parts.join(''));
  const short = fc.array(fc.oneof(simple, compound), { minLength: 2, maxLength: 7 });
  let solved = 0;
  const property = fc.property(
    short,
    fc.integer({ min: 80, max: 200 }),
    fc.boolean(),
    (list, width, countsLines) => {
      const paragraph = shape(shop, list.join(' '), {
        textAlign: 'justify',
        hyphens: 'manual',
        hyphenateLimitLines: 1,
      });
      const request: FitRequest = {
        table: paragraph.breaks,
        from: 0,
        widthOf: measureOf(width, 15),
        slack: slackOf(paragraph.style),
        mostHyphens: 1,
        countsLines,
        isUniform: true,
        isLastResort: false,
      };
      const [best] = fitJustified(request);
      const forced = wantedByForce(request);
      expect(best === undefined).toBe(forced === null);
      if (best === undefined || forced === null) return;
      solved += 1;
      expect(best.demerits).toBeCloseTo(forced.demerits, 3);
      expect(costOf(request, [0, ...best.breaks], 3)?.demerits).toBeCloseTo(best.demerits, 3);
    },
  );
  fc.assert(property, { seed: SEED, numRuns: 400 });
  expect(solved).toBeGreaterThan(200);
});

/** Breaks and counts the lines that were tried: each reads the table at the place it begins. */
function countTries(
  paragraph: ShapedParagraph,
  width: number,
): { readonly lines: number; readonly tries: number } {
  let tries = 0;
  const startX = new Proxy(paragraph.breaks.startX, {
    get: (target, key) => {
      tries += 1;
      return Reflect.get(target, key, target) as unknown;
    },
  });
  const watched = { ...paragraph, breaks: { ...paragraph.breaks, startX } };
  return { lines: breakTo(watched, width).length, tries };
}

test.each(['justify', 'start'] as const)(
  'a paragraph of 20,000 words ends, and the work grows as it does: %s',
  (textAlign) => {
    const text = (count: number): string =>
      Array.from({ length: count }, (_, index) => 'newspapers'.slice(0, 1 + ((index * 7) % 10))).join(' ');
    const short = countTries(shape(shop, text(2000), { textAlign, hyphens: 'auto' }), 300);
    const long = countTries(shape(shop, text(20_000), { textAlign, hyphens: 'auto' }), 300);
    expect(long.lines).toBeGreaterThan(9 * short.lines);
    expect(long.tries).toBeGreaterThan(9 * short.tries);
    expect(long.tries).toBeLessThan(11 * short.tries);
  },
);

/** A shop that counts the letters that are shaped. */
async function countingShop(): Promise<{ readonly shop: Shop; readonly letters: () => number }> {
  const { engine, faults } = await openShop([
    realFont('source-serif/SourceSerif4SmText-Regular.ttf', 'Serif'),
  ]);
  let letters = 0;
  const book: FontBook = {
    ...engine.book,
    shapeAll: (face, texts, options) => {
      for (const text of texts) letters += text.length;
      return engine.book.shapeAll(face, texts, options);
    },
    shape: (face, text, options) => {
      letters += text.length;
      return engine.book.shape(face, text, options);
    },
  };
  return { shop: { engine: { ...engine, book }, faults }, letters: () => letters };
}

test.each(['none', 'uppercase'] as const)(
  'a word of 10 kB is broken between its letters: %s',
  async (textTransform) => {
    const breakWord = async (
      length: number,
    ): Promise<{ readonly lines: readonly Line[]; readonly letters: number }> => {
      const counting = await countingShop();
      const unit = 'AVe\u0301fiTo';
      const paragraph = shape(counting.shop, unit.repeat(length / unit.length), {
        fontFamily: ['Serif'],
        textAlign: 'justify',
        textTransform,
        // Where there are patterns, such a word is divided with hyphens.
        language: 'la',
      });
      const lines = breakTo(paragraph, 150);
      for (const broken of [lines, breakTo(paragraph, 140)])
        expect(broken.flatMap(({ brokenWord }) => brokenWord ?? [])).toHaveLength(1);
      return { lines, letters: counting.letters() };
    };
    const short = await breakWord(1000);
    const long = await breakWord(10_000);
    expect(long.letters).toBeLessThan(11 * short.letters);
    const said = long.lines.map((line) => saidBy(line));
    expect(said.join('')).toBe('AVe\u0301fiTo'.repeat(1250));
    expect(said.every((part) => !part.startsWith('\u0301'))).toBe(true);
    expect(Math.max(...long.lines.map((line) => line.width))).toBeLessThanOrEqual(150.03);
  },
);

test('a measure of 1 pt ends with a letter a line', () => {
  for (const textAlign of ['justify', 'start'] as const) {
    const text = 'one e\u0301two ﬁ three';
    const lines = breakTo(shape(real, text, { textAlign, fontFamily: ['Serif'] }), 1);
    expect(lines.map((line) => saidBy(line)).join('')).toBe(text);
    expect(lines.map((line) => saidBy(line).trim())).toEqual([...'one', 'e\u0301', ...'twoﬁthree']);
  }
});
