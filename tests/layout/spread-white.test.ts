import { expect, test } from 'vitest';
import { pt } from '../../src/core/units.ts';
import type { FlowLeaf } from '../../src/layout/flow-leaf.ts';
import type { Placed, Stack } from '../../src/layout/placed.ts';
import { spreadWhite } from '../../src/layout/spread-white.ts';

const fill = (y: number, height: number): Placed => ({
  kind: 'fill',
  rect: { x: pt(0), y: pt(y), width: pt(100), height: pt(height) },
  colour: { red: 0, green: 0, blue: 0 },
});

/** Leaves of type of some sizes, each with white over it; null is a picture. */
const leavesOf = (sizes: readonly (number | null)[], white: number): readonly FlowLeaf[] =>
  sizes.map((fontSize) => {
    const box = fontSize === null ? { kind: 'image' } : { kind: 'paragraph', style: { fontSize } };
    return { box, marginBefore: white, marginAfter: 0 } as unknown as FlowLeaf;
  });

/** Where what was placed begins, and how high it is. */
const extents = (placed: readonly Placed[]): readonly (readonly number[])[] =>
  placed.map((item) => {
    if (item.kind === 'line') return [item.baseline];
    return [item.rect.y, item.rect.height].map((value) => Math.round(value * 100) / 100);
  });

const stackOf = (placed: readonly Placed[], bottoms: readonly number[]): Stack => ({
  width: pt(100),
  height: pt(60),
  placed,
  bottoms,
});

test('white to the grid is shared out in proportion, the white under the head takes its part', () => {
  const stack = stackOf([fill(0, 20), fill(26, 10), fill(42, 10)], [20, 36, 52]);
  const spread = spreadWhite(stack, leavesOf([30, 12, 9], 6), { slack: 9, after: 6 });
  expect(extents(spread)).toEqual([
    [0, 20],
    [29, 10],
    [48, 10],
  ]);
});

test('what stands over the largest type stays close to it', () => {
  const stack = stackOf([fill(0, 10), fill(13, 30), fill(49, 10)], [10, 43, 59]);
  const spread = spreadWhite(stack, leavesOf([9, 30, 12], 6), { slack: 8, after: 6 });
  expect(extents(spread)).toEqual([
    [0, 10],
    [13, 30],
    [53, 10],
  ]);
});

test('a cutline stays at its picture, and what it ends gets no white under it', () => {
  const stack = stackOf([fill(0, 20), fill(26, 40), fill(72, 8)], [20, 66, 80]);
  const spread = spreadWhite(stack, leavesOf([30, null, 8], 6), { slack: 8, after: 6 });
  expect(extents(spread)).toEqual([
    [0, 20],
    [34, 40],
    [80, 8],
  ]);
});

test('a tint behind a gap grows, one that ends over it does not', () => {
  const stack = stackOf([fill(0, 60), fill(0, 20), fill(30, 30)], [20, 60]);
  const spread = spreadWhite(stack, leavesOf([30, 12], 10), { slack: 4, after: 0 });
  expect(extents(spread)).toEqual([
    [0, 64],
    [0, 20],
    [34, 30],
  ]);
});

test('a head of one leaf without white under it, or one that ends on the grid, stays as it is', () => {
  const alone = stackOf([fill(0, 20)], [20]);
  expect(spreadWhite(alone, leavesOf([30], 6), { slack: 9, after: 0 })).toEqual(alone.placed);
  const full = stackOf([fill(0, 20), fill(30, 9)], [20, 39]);
  expect(spreadWhite(full, leavesOf([30, 9], 10), { slack: 0, after: 6 })).toEqual(full.placed);
});
