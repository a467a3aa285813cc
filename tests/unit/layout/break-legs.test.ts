import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceLegs, fillLegs, type LegItem } from '../../../src/layout/break-legs.ts';
import { FORBIDDEN } from '../../../src/layout/flow-items.ts';

const line = (breakCost = 0): LegItem => ({ rows: 1, rowsBefore: 0, breakCost, forcesColumn: false });
const lines = (count: number): LegItem[] => Array.from({ length: count }, () => line());

test('legs differ by one row at most where no rule forbids it', () => {
  const breaks = balanceLegs(lines(97), 4, 60);
  expect(breaks?.legs.map((leg) => leg.rows).sort()).toEqual([24, 24, 24, 25]);
  expect(breaks?.next).toBe(97);
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
