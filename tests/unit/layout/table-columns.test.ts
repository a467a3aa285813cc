import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitColumns, type ColumnNeed } from '../../../src/layout/table-columns.ts';

const need = (tight: number, least: number, most: number): ColumnNeed => ({
  tight,
  least,
  easy: least,
  most,
});

test('columns that fit share what is left by their width', () => {
  expect(fitColumns([need(5, 10, 30), need(5, 10, 10)], 80)).toEqual([60, 20]);
});

/** To a thousandth of a point. */
const rounded = (widths: readonly number[]): readonly number[] =>
  widths.map((width) => Math.round(width * 1000) / 1000);

test('the widest columns give first, and none more than its words', () => {
  expect(rounded(fitColumns([need(10, 20, 100), need(10, 20, 20)], 80))).toEqual([60, 20]);
  expect(rounded(fitColumns([need(5, 50, 90), need(5, 20, 60), need(5, 10, 12)], 102))).toEqual([50, 40, 12]);
});

test('where words are too wide, syllables may stand apart', () => {
  expect(rounded(fitColumns([need(10, 40, 100), need(30, 40, 90)], 50))).toEqual([20, 30]);
});

test('what is too wide is taken from the widest columns', () => {
  expect(rounded(fitColumns([need(10, 10, 10), need(80, 90, 90), need(200, 200, 200)], 100))).toEqual([
    10, 45, 45,
  ]);
});

test('the widths add up to the measure, and no column is narrower than it must be', () => {
  const anyNeed = fc
    .tuple(fc.nat(200), fc.nat(200), fc.nat(400))
    .map(([a, b, c]) => need(a + 1, a + b + 1, a + b + c + 1));
  fc.assert(
    fc.property(
      fc.array(anyNeed, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 20, max: 900 }),
      (needs, measure) => {
        const widths = fitColumns(needs, measure);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(measure, 6);
        const tight = needs.reduce((sum, one) => sum + one.tight, 0);
        if (tight <= measure)
          widths.forEach((width, at) => expect(width).toBeGreaterThanOrEqual((needs[at]?.tight ?? 0) - 1e-9));
      },
    ),
    { seed: 898, numRuns: 300 },
  );
});
