import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceLegs, fillLegs, legsCost, type LegBreaks } from '../../../src/layout/break-legs.ts';
import { FORBIDDEN } from '../../../src/layout/flow-items.ts';
import {
  refineLegs,
  spreadLegs,
  type ItemVariant,
  type VariantItem,
} from '../../../src/layout/leg-variants.ts';

/** A paragraph of lines: no break after the first or before the last, a hyphen at the ends named. */
function paragraph(
  leaf: number,
  lines: number,
  hyphens: readonly number[] = [],
  variants = true,
): VariantItem[] {
  const item = (line: number, count: number): VariantItem => ({
    leaf,
    rows: 1,
    rowsBefore: 0,
    breakCost:
      line === 0 ? 0 : line === 1 || line === count - 1 ? FORBIDDEN : hyphens.includes(line) ? 4000 : 1,
    forcesColumn: false,
    variants: null,
  });
  const inLines = (count: number): VariantItem[] =>
    Array.from({ length: count }, (_, line) => item(line, count));
  const others = (): { items: VariantItem[]; cost: number }[] =>
    [lines - 1, lines + 1].map((count) => ({ items: inLines(count), cost: 12 }));
  return inLines(lines).map((first, line) =>
    line === 0 && variants && lines > 3 ? { ...first, variants: others } : first,
  );
}

const rowsOf = (breaks: LegBreaks | undefined): number[] => (breaks?.legs ?? []).map((leg) => leg.rows);

const spreadOf = (breaks: LegBreaks | undefined): number =>
  Math.max(...rowsOf(breaks)) - Math.min(...rowsOf(breaks));

test('paragraphs take and give a line where every even break would leave a hyphen at the foot of a leg', () => {
  const items = [...paragraph(0, 5), ...paragraph(1, 9, [2, 3, 4, 5, 6, 7])];
  const plain = balanceLegs(items, 2, 20);
  if (plain === null) throw new Error('it fits');
  expect(rowsOf(plain)).toEqual([5, 9]);
  const refined = refineLegs(items, plain, { depth: 20, isFilled: false, tops: [] });
  expect(rowsOf(refined?.breaks)).toEqual([6, 8]);
});

test('legs that are even and end well stay as they are', () => {
  const items = paragraph(0, 40);
  const plain = balanceLegs(items, 4, 20);
  if (plain === null) throw new Error('it fits');
  expect(refineLegs(items, plain, { depth: 20, isFilled: false, tops: [] })).toBeNull();
});

test('legs of paragraphs that nothing may cut are evened out', () => {
  const uncut = (leaf: number, lines: number): VariantItem[] => {
    const keep = (item: VariantItem, line: number): VariantItem =>
      line > 0 ? { ...item, breakCost: FORBIDDEN } : item;
    const own = paragraph(leaf, lines).map(keep);
    const { variants } = own[0] ?? { variants: null };
    const kept = (): readonly ItemVariant<VariantItem>[] =>
      (variants?.() ?? []).map(({ items, cost }) => ({ items: items.map(keep), cost }));
    return own.map((item, line) => (line === 0 ? { ...item, variants: kept } : item));
  };
  const items = [uncut(0, 6), uncut(1, 5), uncut(2, 9)].flat();
  const plain = balanceLegs(items, 2, 30);
  if (plain === null) throw new Error('it fits');
  expect(rowsOf(plain)).toEqual([11, 9]);
  const refined = refineLegs(items, plain, { depth: 30, isFilled: false, tops: [] });
  expect(spreadOf(refined?.breaks)).toBeLessThanOrEqual(1);
});

test('legs under a picture at a corner end where the others do', () => {
  const items = [...paragraph(0, 5), ...paragraph(1, 9, [2, 3, 4, 5, 6, 7])];
  const tops = [0, 3];
  const plain = balanceLegs(items, 2, 20, tops);
  if (plain === null) throw new Error('it fits');
  expect(rowsOf(plain)).toEqual([5, 12]);
  const refined = refineLegs(items, plain, { depth: 20, isFilled: false, tops });
  expect(spreadOf(refined?.breaks)).toBeLessThan(spreadOf(plain));
});

test('legs are filled to the depth of their place by paragraphs a line longer', () => {
  const items = [...paragraph(0, 8), ...paragraph(1, 8), ...paragraph(2, 8)];
  const plain = balanceLegs(items, 2, 13);
  if (plain === null) throw new Error('it fits');
  expect(rowsOf(plain)).toEqual([12, 12]);
  const spread = spreadLegs(items, plain, { depth: 13, tops: [] });
  expect(rowsOf(spread?.breaks)).toEqual([13, 13]);
  expect(spreadLegs(items, plain, { depth: 12, tops: [] })).toBeNull();
});

test('what no paragraph can fill stays as it is', () => {
  const items = [0, 1, 2, 3].flatMap((leaf) => paragraph(leaf, 6, [], false));
  const plain = balanceLegs(items, 2, 13);
  if (plain === null) throw new Error('it fits');
  expect(spreadLegs(items, plain, { depth: 13, tops: [] })).toBeNull();
});

const text = fc
  .array(
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.integer({ min: 2, max: 9 }), { maxLength: 3 })),
    {
      minLength: 3,
      maxLength: 14,
    },
  )
  .map((paragraphs) => paragraphs.flatMap(([lines, hyphens], leaf) => paragraph(leaf, lines, hyphens)));

test('each paragraph stands once in one variant, no rule is broken, and the legs are cheaper', () => {
  let refinements = 0;
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 6, max: 24 }),
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
      (items, count, depth, tops) => {
        const balanced = balanceLegs(items, count, depth, tops);
        const plain = balanced ?? fillLegs(items, count, depth, tops);
        const isFilled = balanced === null;
        const refined = refineLegs(items, plain, { depth, isFilled, tops });
        if (refined === null) return;
        refinements += 1;
        const { legs, next } = refined.breaks;
        let at = 0;
        for (const [index, leg] of legs.entries()) {
          expect(leg.from).toBe(at);
          expect(leg.rows).toBe(leg.to - leg.from + (tops[index] ?? 0));
          expect(leg.rows).toBeLessThanOrEqual(depth);
          if (leg.to < refined.items.length) expect(refined.items[leg.to]?.breakCost).toBeLessThan(FORBIDDEN);
          at = leg.to;
        }
        if (!isFilled) expect(at).toBe(refined.items.length);
        const rest = refined.items.length - at;
        if (isFilled)
          expect(items.slice(next).map(({ leaf }) => leaf)).toEqual(
            refined.items.slice(at).map(({ leaf }) => leaf),
          );
        expect(rest >= 0).toBe(true);
        expect([...new Set(refined.items.map(({ leaf }) => leaf))]).toEqual([
          ...new Set(items.map(({ leaf }) => leaf)),
        ]);
        const deepest = isFilled ? depth : Math.max(...rowsOf(plain));
        expect(legsCost(refined.items, refined.breaks, Math.max(...rowsOf(refined.breaks)))).toBeLessThan(
          legsCost(items, plain, deepest),
        );
      },
    ),
    { seed: 898, numRuns: 300 },
  );
  expect(refinements).toBeGreaterThan(30);
});
