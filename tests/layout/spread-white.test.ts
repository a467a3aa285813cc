import { expect, test } from 'vitest';
import { pt } from '../../src/core/units.ts';
import type { Placed } from '../../src/layout/placed.ts';
import { spreadWhite } from '../../src/layout/spread-white.ts';

const fill = (y: number, height: number): Placed => ({
  kind: 'fill',
  rect: { x: pt(0), y: pt(y), width: pt(100), height: pt(height) },
  colour: { red: 0, green: 0, blue: 0 },
});
const extents = (placed: readonly Placed[]): readonly (readonly [number, number])[] =>
  placed.map((item) => {
    if (item.kind === 'line') return [item.baseline, 0];
    return [item.rect.y, item.rect.height];
  });
const stackOf = (placed: readonly Placed[], gaps: readonly (readonly [number, number])[]) => ({
  width: pt(100),
  height: pt(60),
  placed,
  gaps: gaps.map(([y, white]) => ({ y: pt(y), white: pt(white) })),
});

test('white to the grid is shared out in proportion, the white under the head takes its part', () => {
  const stack = stackOf(
    [fill(0, 20), fill(26, 10), fill(42, 10)],
    [
      [20, 6],
      [36, 6],
    ],
  );
  const spread = spreadWhite(stack, [], { slack: 9, after: 6 });
  expect(extents(spread)).toEqual([
    [0, 20],
    [29, 10],
    [48, 10],
  ]);
});

test('a tint behind a gap grows, one that ends over it does not', () => {
  const stack = stackOf([fill(0, 60), fill(0, 20), fill(30, 30)], [[20, 10]]);
  const spread = spreadWhite(stack, [], { slack: 4, after: 0 });
  const rounded = extents(spread).map((extent) => extent.map((value) => Math.round(value * 100) / 100));
  expect(rounded).toEqual([
    [0, 64],
    [0, 20],
    [34, 30],
  ]);
});

test('a head without gaps, or one that ends on the grid, stays as it is', () => {
  const stack = stackOf([fill(0, 20)], []);
  expect(spreadWhite(stack, [], { slack: 9, after: 6 })).toEqual(stack.placed);
  expect(spreadWhite(stackOf([fill(0, 20), fill(30, 9)], [[20, 10]]), [], { slack: 0, after: 6 })).toEqual([
    fill(0, 20),
    fill(30, 9),
  ]);
});
