import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packStrips } from '../../../src/layout/pack-strips.ts';

const strips = (...heights: readonly number[]): { readonly height: number }[] =>
  heights.map((height) => ({ height }));
const sizes = (heights: readonly number[], baseline: number): readonly number[] =>
  packStrips(strips(...heights), baseline).map((pack) => pack.length);

test('a pack ends where it fills whole rows', () => {
  expect(sizes([7.33, 7.33, 7.33, 7.33, 7.33, 7.33, 7.33], 11)).toEqual([3, 3, 1]);
  expect(sizes([11, 22, 10.5], 11)).toEqual([1, 1, 1]);
});

test('what fills no whole rows is not packed for ever', () => {
  expect(Math.max(...sizes(new Array<number>(40).fill(12), 11))).toBeLessThanOrEqual(8);
});

test('items of several lines leave places to break every fourteen rows', () => {
  expect(sizes(new Array<number>(8).fill(36), 11)).toEqual([3, 3, 2]);
});

test('every strip is in one pack, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1, max: 60, noNaN: true }), { maxLength: 60 }), (heights) => {
      const all = strips(...heights);
      expect(packStrips(all, 11).flat()).toEqual(all);
    }),
    { seed: 898, numRuns: 200 },
  );
});
