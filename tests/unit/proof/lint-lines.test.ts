import { expect, test } from 'vitest';
import type { LineFact } from '../../../src/proof/lint/page-facts.ts';
import { lintLines } from '../../../src/proof/lint/text-rules.ts';

const BASELINE = 11;

/** A line of three words at some row of a column; its gaps are 3 points wide where the font has 2.5. */
const line = (column: number, row: number, more: Partial<LineFact> = {}): LineFact => ({
  page: '1',
  column,
  x: column,
  y: row * BASELINE,
  width: 140,
  gaps: [
    { x: column + 40, width: 3, own: 2.5 },
    { x: column + 80 + row * 5, width: 3, own: 2.5 },
  ],
  looseness: 1.2,
  text: `line ${row} of column ${column}`,
  ...more,
});

const rows = (column: number, first: number, count: number): readonly LineFact[] =>
  Array.from({ length: count }, (_, at) => line(column, first + at));

const rulesOf = (lines: readonly LineFact[]): readonly string[] =>
  lintLines([{ story: 'ferry', lines }], BASELINE).map(({ rule }) => rule);

/** Two lines at least on either side of a break, and gaps that do not stand one under the other. */
const GOOD = [...rows(0, 58, 2), ...rows(150, 0, 2)];

test('a paragraph that breaks with two lines on either side is good', () => {
  expect(rulesOf(GOOD)).toEqual([]);
});

test('a line alone at the head or foot of a column is told, and a paragraph of one line is not', () => {
  expect(rulesOf([...rows(0, 56, 3), line(150, 0)])).toEqual(['widow']);
  expect(rulesOf([line(0, 59), ...rows(150, 0, 3)])).toEqual(['orphan']);
  expect(rulesOf([line(0, 59), line(150, 0)])).toEqual(['orphan', 'widow']);
  expect(rulesOf([line(0, 59)])).toEqual([]);
  expect(rulesOf([...rows(0, 58, 2), line(0, 0, { page: '2' })])).toEqual(['widow']);
});

test('loose lines of a story are told once a page, by the loosest', () => {
  const loose = [
    line(0, 1, { looseness: 2.6 }),
    line(0, 2, { looseness: 3.1, text: 'the loosest' }),
    line(0, 3),
  ];
  const [finding, ...more] = lintLines([{ story: 'ferry', lines: loose }], BASELINE);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ rule: 'loose-line', page: '1', story: 'ferry' });
  expect(finding?.message).toContain('2 lines are loose: “the loosest” has spaces 3.1 times');
  expect(rulesOf([line(0, 1, { looseness: 2.5 })])).toEqual([]);
});

test('wide spaces one under the other through five lines are a river', () => {
  const wide = (row: number, x: number): LineFact =>
    line(0, row, { gaps: [{ x, width: 5, own: 2.5 }], looseness: 2 });
  const river = [1, 2, 3, 4, 5].map((row) => wide(row, 60 + row));
  expect(rulesOf(river)).toEqual(['river']);
  expect(rulesOf(river.slice(1))).toEqual([]);
  expect(rulesOf(river.map((own, at) => (at === 2 ? wide(3, 90) : own)))).toEqual([]);
  // A column goes on on another page: what stands at its head is under nothing.
  expect(rulesOf(river.map((own, at) => (at > 2 ? { ...own, page: '2' } : own)))).toEqual([]);
});
