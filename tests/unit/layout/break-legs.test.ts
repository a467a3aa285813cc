import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceLegs, EXTRA_ROW, fillLegs, ROW_COST, type LegItem } from '../../../src/layout/break-legs.ts';
import { FORBIDDEN } from '../../../src/layout/flow-items.ts';

const line = (breakCost = 0): LegItem => ({ rows: 1, rowsBefore: 0, breakCost, forcesColumn: false });
const lines = (count: number): LegItem[] => Array.from({ length: count }, () => line());

test('legs differ by one row at most where no rule forbids it', () => {
  const breaks = balanceLegs(lines(97), 4, 60);
  expect(breaks?.legs.map((leg) => leg.rows).sort()).toEqual([24, 24, 24, 25]);
  expect(breaks?.next).toBe(97);
});

test('the last legs are the shorter ones', () => {
  const rowsOf = (count: number): readonly number[] | undefined =>
    balanceLegs(lines(count), 3, 20)?.legs.map((leg) => leg.rows);
  expect(rowsOf(28)).toEqual([10, 9, 9]);
  expect(rowsOf(29)).toEqual([10, 10, 9]);
});

test('what needs more depth than there is cannot be balanced', () => {
  expect(balanceLegs(lines(41), 4, 10)).toBeNull();
  expect(balanceLegs(lines(40), 4, 10)).not.toBeNull();
});

test('a filled page leaves the rest to the next one', () => {
  const breaks = fillLegs(lines(50), 4, 10);
  expect(breaks.next).toBe(40);
  expect(breaks.legs.map((leg) => leg.rows)).toEqual([10, 10, 10, 10]);
});

test('white above an item is dropped at the top of a leg', () => {
  const items = lines(20).map((item, index) => (index === 10 ? { ...item, rowsBefore: 3 } : item));
  expect(balanceLegs(items, 2, 30)?.legs.map((leg) => leg.rows)).toEqual([10, 10]);
});

test('a break that a rule forbids is not taken', () => {
  const items = lines(20).map((item, index) => (index === 10 ? { ...item, breakCost: FORBIDDEN } : item));
  const breaks = balanceLegs(items, 2, 30);
  expect(breaks?.legs[0]?.to).not.toBe(10);
  expect(breaks?.isForced).toBe(false);
});

test('a forced column break begins a leg', () => {
  const items = lines(12).map((item, index) => (index === 3 ? { ...item, forcesColumn: true } : item));
  expect(balanceLegs(items, 3, 12)?.legs.some((leg) => leg.from === 3)).toBe(true);
});

const anyItem = fc.record({
  rows: fc.integer({ min: 1, max: 4 }),
  rowsBefore: fc.integer({ min: 0, max: 2 }),
  breakCost: fc.constantFrom(0, 1, 40, FORBIDDEN),
  forcesColumn: fc.constant(false),
});

test('legs are consecutive, none is deeper than allowed, every item up to next is in one', () => {
  fc.assert(
    fc.property(
      fc.array(anyItem, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 4, max: 30 }),
      (items, count, depth) => {
        for (const breaks of [balanceLegs(items, count, depth), fillLegs(items, count, depth)]) {
          if (breaks === null) continue;
          expect(breaks.legs).toHaveLength(count);
          let at = 0;
          for (const leg of breaks.legs) {
            expect(leg.from).toBe(at);
            expect(leg.rows).toBeLessThanOrEqual(depth);
            const own = items.slice(leg.from, leg.to);
            const rows = own.reduce(
              (sum, item, index) => sum + item.rows + (index === 0 ? 0 : item.rowsBefore),
              0,
            );
            expect(leg.rows).toBe(rows);
            at = leg.to;
          }
          expect(at).toBe(breaks.next);
        }
      },
    ),
    { seed: 898, numRuns: 300 },
  );
});

test('balancing loses nothing', () => {
  fc.assert(
    fc.property(
      fc.array(anyItem, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      (items, count) => {
        expect(balanceLegs(items, count, 400)?.next).toBe(items.length);
      },
    ),
    { seed: 898, numRuns: 200 },
  );
});

test('what is repeated at the top of a leg counts for its depth', () => {
  const items = lines(20).map((item, index) => (index === 0 ? item : { ...item, rowsAtTop: 2 }));
  expect(balanceLegs(items, 2, 30)?.legs.map((leg) => leg.rows)).toEqual([11, 11]);
  expect(fillLegs(items, 2, 8).next).toBe(14);
});

type Ends = readonly number[];

/** All ways to part so many items into legs, as the ends of the legs; empty legs come last. */
function* waysOf(size: number, count: number, from = 0): Generator<Ends> {
  if (count === 0) {
    if (from === size) yield [];
    return;
  }
  if (from === size) {
    for (const rest of waysOf(size, count - 1, size)) yield [size, ...rest];
    return;
  }
  for (let to = from + 1; to <= size; to += 1)
    for (const rest of waysOf(size, count - 1, to)) yield [to, ...rest];
}

/** What legs cost at a depth; Infinity where one is deeper. */
function costAt(items: readonly LegItem[], ends: Ends, depth: number): number {
  let from = 0;
  return ends.reduce((sum, to) => {
    const own = items.slice(from, to);
    const rows = own.reduce((all, item, at) => all + item.rows + (at === 0 ? 0 : item.rowsBefore), 0);
    const entry = from > 0 && own.length > 0 ? (own[0]?.breakCost ?? 0) : 0;
    const isForced = own.some((item, at) => at > 0 && item.forcesColumn);
    const missing = (depth - rows) ** 2 * ROW_COST;
    from = to;
    if (rows > depth || isForced) return Infinity;
    return sum + entry + (own.length === 0 ? Math.min(missing, FORBIDDEN / 4) : missing);
  }, 0);
}

test('balanced legs are the cheapest of all, whatever ways were given up', () => {
  let solved = 0;
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          rows: fc.integer({ min: 1, max: 4 }),
          rowsBefore: fc.integer({ min: 0, max: 2 }),
          breakCost: fc.constantFrom(0, 1, 40, 4000, FORBIDDEN),
          forcesColumn: fc.constantFrom(false, false, false, false, true),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 4, max: 30 }),
      (items, count, most) => {
        const found = balanceLegs(items, count, most);
        if (found === null) return;
        solved += 1;
        const ways = [...waysOf(items.length, count)];
        const depths = Array.from({ length: most }, (_, at) => at + 1);
        const least = depths.find((depth) => greedyCount(items, depth) <= count) ?? most;
        const tried = depths.filter((depth) => depth >= least && depth <= least + 4);
        const cheapest = (of: readonly Ends[]): number =>
          Math.min(
            ...tried.map(
              (depth) =>
                of.reduce((best, ends) => Math.min(best, costAt(items, ends, depth)), Infinity) +
                (depth - least) * EXTRA_ROW,
            ),
          );
        expect(cheapest([found.legs.map(({ to }) => to)])).toBe(cheapest(ways));
      },
    ),
    { numRuns: 400, seed: 11 },
  );
  expect(solved).toBeGreaterThan(100);
});

/** Legs that the items take at a depth, rules aside; Infinity where one of them is deeper. */
function greedyCount(items: readonly LegItem[], depth: number): number {
  let [legs, used] = [1, 0];
  items.forEach((item, at) => {
    const grown = used + item.rows + (at === 0 ? 0 : item.rowsBefore);
    if (at > 0 && (grown > depth || item.forcesColumn)) [legs, used] = [legs + 1, item.rows];
    else used = grown;
  });
  return items.some(({ rows }) => rows > depth) ? Infinity : legs;
}
