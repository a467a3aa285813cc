import { expect, test } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import { moreSpare, NO_SPARE, rowsBehind } from '../../../src/makeup/spare-rows.ts';

const live = { x: pt(0), y: pt(0), width: pt(320), height: pt(600) };
const grid = {
  trim: live,
  live,
  columns: 3,
  gutter: pt(10),
  baseline: pt(10),
} as unknown as Parameters<typeof rowsBehind>[2];

test('what stands behind the pages of a plan counts in column rows, over all columns that it takes', () => {
  const bead = (story: string, width: number, height: number) => ({
    story,
    rect: { x: pt(0), y: pt(0), width: pt(width), height: pt(height) },
  });
  const page = (...beads: readonly ReturnType<typeof bead>[]) => ({
    index: 0,
    label: '1',
    fragments: [],
    beads: [...beads],
  });
  const pages = [
    page(bead('a', 100, 500)),
    page(bead('a', 100, 200), bead('a', 320, 50)),
    page(bead('b', 210, 30)),
  ];
  expect([...rowsBehind({ pages }, 1, grid)]).toEqual([
    ['a', 20 + 15],
    ['b', 6],
  ]);
});

test('a few lines too many are kept free in each leg of the end', () => {
  expect(moreSpare(NO_SPARE, 40, 0)).toEqual({ perLeg: 1, perJump: 0 });
  expect(moreSpare(NO_SPARE, 42, 3)).toEqual({ perLeg: 3, perJump: 0 });
  expect(moreSpare({ perLeg: 1, perJump: 0 }, 42, 1)).toEqual({ perLeg: 2, perJump: 0 });
});

test('what is more is kept free in parts, each time that the story goes on', () => {
  expect(moreSpare({ perLeg: 2, perJump: 5 }, 432, 10)).toEqual({ perLeg: 2, perJump: 49 });
  // Lines in each leg did not help.
  expect(moreSpare({ perLeg: 3, perJump: 0 }, 38, 3)).toEqual({ perLeg: 3, perJump: 13 });
  // A story that goes on once has no parts.
  expect(moreSpare(NO_SPARE, 432, 1)).toEqual({ perLeg: 1, perJump: 0 });
});

test('of a few lines that are over, each leg is given as many at once as may help', () => {
  expect(moreSpare(NO_SPARE, 2, 1)).toEqual({ perLeg: 1, perJump: 0 });
  expect(moreSpare(NO_SPARE, 5, 1)).toEqual({ perLeg: 3, perJump: 0 });
  expect(moreSpare({ perLeg: 3, perJump: 0 }, 20, 1)).toEqual({ perLeg: 6, perJump: 0 });
});
