import { expect, test } from 'vitest';
import { balanceLegs, fillLegs } from '../../../src/layout/break-legs.ts';
import { breakSegment, type SegmentBreaks } from '../../../src/layout/break-segment.ts';
import { deferBlocks } from '../../../src/layout/defer-blocks.ts';
import type { FlowItem } from '../../../src/layout/flow-items.ts';

const item = (leaf: number, more: Partial<FlowItem>): FlowItem => ({
  leaf,
  rowsBefore: 0,
  rows: 1,
  breakCost: 1,
  forcesColumn: false,
  endsHyphenated: false,
  contentTop: 0,
  contentBottom: 0,
  placed: [],
  variants: null,
  ...more,
});

/** So many paragraphs of six lines; single lines stand nowhere alone. */
function paragraphs(count: number, firstLeaf: number): readonly FlowItem[] {
  return Array.from({ length: count * 6 }, (_, at) =>
    item(firstLeaf + Math.floor(at / 6), {
      isLine: true,
      from: at % 6,
      breakCost: at % 6 === 1 || at % 6 === 5 ? 1e6 : 0,
    }),
  );
}

/** Two paragraphs, a picture of ten rows with a row of white over and under it, three paragraphs. */
function story(mayWait: boolean): readonly FlowItem[] {
  const waits = mayWait ? { defers: { count: 1, rowsWithout: 0 } } : {};
  const picture = item(2, { rows: 10, rowsBefore: 1, ...waits });
  const after = paragraphs(3, 3).map((line, at) => (at === 0 ? { ...line, rowsBefore: 1 } : line));
  return [...paragraphs(2, 0), picture, ...after];
}

const rowsOf = ({ breaks, refined }: SegmentBreaks): readonly number[] =>
  (refined ?? { breaks }).breaks.legs.map(({ rows }) => rows);
const setIn = (items: readonly FlowItem[], count: number, depth: number): SegmentBreaks | null =>
  breakSegment(items, { count, depth, tops: [] }, false);

test('lines behind a picture fill the leg that has no room for it, and it begins the next one', () => {
  expect(rowsOf(setIn(story(false), 3, 60) ?? never())).toEqual([12, 15, 14]);
  const { items, breaks } = setIn(story(true), 3, 60)?.refined ?? never();
  expect(breaks.legs.map(({ rows }) => rows)).toEqual([14, 13, 14]);
  expect(items[breaks.legs[1]?.from ?? 0]?.leaf).toBe(2);
});

test('it begins a leg also where another picture stands behind it', () => {
  const more = [item(6, { rows: 9, rowsBefore: 1 }), ...paragraphs(1, 7)];
  const { items, breaks } = setIn([...story(true), ...more], 4, 60)?.refined ?? never();
  const heads = breaks.legs.map(({ from }) => items[from]?.leaf);
  expect(heads).toContain(2);
});

test('nothing is lost, doubled, or parted otherwise than lines of one paragraph', () => {
  const set = setIn(story(true), 3, 60)?.refined;
  const leaves = (items: readonly FlowItem[]): readonly string[] =>
    items.map(({ leaf, from }) => `${leaf} ${from ?? ''}`);
  expect([...leaves(set?.items ?? [])].sort()).toEqual([...leaves(story(true))].sort());
  // Without the picture, the lines stand as they were written.
  expect(leaves((set?.items ?? []).filter(({ isLine }) => isLine))).toEqual(
    leaves(story(true).filter(({ isLine }) => isLine)),
  );
});

test('what is to go into a depth goes into it where it takes a picture that waits', () =>
  expect(Math.max(...rowsOf(setIn(story(true), 3, 14) ?? never()))).toBe(14));

test('matter that goes on elsewhere takes the picture with it, or all that was set before it', () => {
  const items = story(true);
  let waited = 0;
  for (let depth = 11; depth < 30; depth += 1) {
    const plain = fillLegs(items, 2, depth);
    const deferred = deferBlocks(items, plain, { depth, breakItems: (own) => fillLegs(own, 2, depth) });
    if (deferred === null) continue;
    waited += 1;
    const set = new Set(
      deferred.items.slice(0, deferred.breaks.next).map(({ leaf, from }) => `${leaf} ${from}`),
    );
    const before = items.slice(0, deferred.breaks.next).map(({ leaf, from }) => `${leaf} ${from}`);
    expect(before.filter((each) => !set.has(each))).toEqual([]);
  }
  expect(waited).toBeGreaterThan(0);
});

test('legs that are even already stay as they are', () => {
  const items = paragraphs(4, 0);
  const plain = balanceLegs(items, 2, 60) ?? never();
  expect(deferBlocks(items, plain, { depth: null, breakItems: () => null })).toBeNull();
});

/** Two paragraphs, a box of ten rows in five items that stay together, four paragraphs. */
function boxed(mayWait: boolean): readonly FlowItem[] {
  const waits = mayWait ? { defers: { count: 5, rowsWithout: 0 } } : {};
  const box = Array.from({ length: 5 }, (_, at) =>
    item(2 + at, { rows: 2, ...(at === 0 ? waits : { breakCost: 1e6 }) }),
  );
  return [...paragraphs(2, 0), ...box, ...paragraphs(3, 7)];
}

test('a box in the midst of a deep leg stands at the head of the next one, whole', () => {
  const plain = setIn(boxed(false), 4, 60) ?? never();
  const { items, breaks } = setIn(boxed(true), 4, 60)?.refined ?? never();
  const rows = breaks.legs.map((leg) => leg.rows);
  expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(
    Math.max(...rowsOf(plain)) - Math.min(...rowsOf(plain)),
  );
  const leg = breaks.legs.find(({ from }) => items[from]?.leaf === 2) ?? never();
  expect(items.slice(leg.from, leg.from + 5).map(({ leaf }) => leaf)).toEqual([2, 3, 4, 5, 6]);
});

test('a table that a page cuts does not wait: what was written behind it would be set twice', () => {
  const rows = Array.from({ length: 10 }, (_, at) =>
    item(2, {
      from: at,
      rows: 2,
      breakCost: at % 4 === 0 ? 0 : 1e6,
      ...(at === 0 ? { defers: { count: 10, rowsWithout: 0 } } : {}),
    }),
  );
  const items = [...paragraphs(2, 0), ...rows, ...paragraphs(3, 3)];
  const plain = fillLegs(items, 2, 16);
  expect(plain.legs.map((leg) => leg.rows)).toEqual([12, 16]);
  expect(deferBlocks(items, plain, { depth: 16, breakItems: (own) => fillLegs(own, 2, 16) })).toBeNull();
});

function never(): never {
  throw new Error('it was not set');
}
