import { expect, test } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import type { FlowItem } from '../../../src/layout/flow-items.ts';
import { placeLegs } from '../../../src/layout/place-legs.ts';

/** A line, or a subhead with a row of white above it. */
const item = (isSubhead: boolean): FlowItem =>
  ({ leaf: 0, rows: 1, rowsBefore: isSubhead ? 1 : 0, placed: [] }) as unknown as FlowItem;

/** Rows of legs of so many lines each, of which some have a subhead in their middle, where more rows are wanted. */
function rowsOf(legs: readonly { readonly lines: number; readonly hasSubhead: boolean }[], wanted: number) {
  const items: FlowItem[] = [];
  const own = legs.map(({ lines, hasSubhead }) => {
    const from = items.length;
    for (let at = 0; at < lines; at += 1) items.push(item(hasSubhead && at === 2));
    return { from, to: items.length, rows: lines + (hasSubhead ? 1 : 0) };
  });
  const { areas } = placeLegs({
    items,
    breaks: { legs: own, next: items.length, isForced: false },
    flow: { leaves: [], decorations: [], waiting: [] },
    grid: { count: legs.length, width: pt(100), gutter: pt(10), baseline: pt(10) },
    columnRule: undefined as never,
    tops: [],
    wanted,
    isMeasured: true,
  });
  return areas.map(({ height }) => height / 10);
}

const plain = (lines: number) => ({ lines, hasSubhead: false });
const headed = (lines: number) => ({ lines, hasSubhead: true });

test('white above subheads fills all legs to the foot where each has one', () => {
  expect(rowsOf([headed(8), headed(8)], 10)).toEqual([10, 10]);
});

test('it grows in no leg beyond the deepest of the others where these cannot follow', () => {
  expect(rowsOf([plain(8), headed(8), plain(9)], 11)).toEqual([8, 9, 9]);
  expect(rowsOf([plain(10), headed(8), plain(9)], 11)).toEqual([10, 10, 9]);
});
