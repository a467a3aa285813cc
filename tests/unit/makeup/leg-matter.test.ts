import { expect, test } from 'vitest';
import { depthOfEnd, endOfLegs } from '../../../src/makeup/leg-matter.ts';

// Forty rows, of which the last twelve are a picture.
const matter = { rows: 40, blocks: [{ end: 40, rows: 12 }] };

test('lines alone make even legs', () => {
  expect(depthOfEnd({ rows: 40, blocks: [] }, 30, 4)).toBe(8);
  expect(depthOfEnd({ rows: 40, blocks: [] }, 30, 1)).toBe(30);
});

test('legs are as deep as a picture in them, and what stands before it goes into the others', () => {
  expect(depthOfEnd(matter, 30, 1)).toBe(30);
  expect(depthOfEnd(matter, 30, 2)).toBe(15);
  expect(depthOfEnd(matter, 30, 3)).toBe(12);
  expect(depthOfEnd(matter, 30, 4)).toBe(12);
});

test('a picture that no leg but its own has room for leaves white before it', () =>
  expect(depthOfEnd({ rows: 20, blocks: [{ end: 12, rows: 8 }] }, 20, 2)).toBe(12));

// Twenty rows of text, a table of thirty rows in one leg, and twenty rows of text.
const parted = {
  rows: 70,
  blocks: [],
  spans: [{ end: 50, rows: 30, over: [30, 14, 10] }],
};

test('text over a table and text under it are even legs each, the table as deep as it is over all of them', () => {
  expect(depthOfEnd(parted, 70, 1)).toBe(70);
  expect(depthOfEnd(parted, 70, 2)).toBe(10 + 14 + 10);
  expect(depthOfEnd(parted, 70, 3)).toBe(7 + 10 + 7);
  expect(depthOfEnd(parted, 35, 2)).toBe(7 + 10);
});

test('legs end in the text over a table, in the table, and in the text under it', () => {
  const endAt = (depth: number): number => endOfLegs(parted, { first: 0, legs: 2, depth });
  expect([6, 10, 17, 24, 30, 34].map(endAt)).toEqual([12, 20, 35, 50, 62, 70]);
  expect(endOfLegs(parted, { first: 60, legs: 2, depth: 4 })).toBe(68);
});

test('what is not parted waits for the next page', () => {
  const whole = { rows: 40, blocks: [], spans: [{ end: 20, rows: 0, over: [6, 5] }] };
  const endAt = (depth: number): number => endOfLegs(whole, { first: 0, legs: 2, depth });
  expect([10, 14, 15, 16].map(endAt)).toEqual([20, 20, 20, 22]);
  expect(depthOfEnd(whole, 40, 2)).toBe(25);
});

test('a row of pictures counts as rows and is not parted', () => {
  const rows = {
    rows: 60,
    blocks: [],
    spans: [{ end: 30, rows: 30, isWhole: true as const, over: [6, 15] }],
  };
  const endAt = (depth: number): number => endOfLegs(rows, { first: 0, legs: 2, depth });
  expect([10, 14, 15, 20].map(endAt)).toEqual([0, 0, 30, 40]);
});
