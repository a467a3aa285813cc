import { expect, test } from 'vitest';
import { sayingsOf } from '../../../src/build/hole-sayings.ts';
import { pt } from '../../../src/core/units.ts';
import type { FurnitureArea } from '../../../src/layout/page-plan.ts';

const areaAt = (pageIndex: number, rows: number): FurnitureArea => ({
  pageIndex,
  role: 'panel',
  template: 'house',
  align: 'middle',
  at: null,
  x: pt(0),
  y: pt(0),
  width: pt(300),
  height: pt(12 * rows),
  hole: { columns: 3, rows },
});
const stories = ['1', '1', '2', '3', '4', '4'].map((page, at) => ({
  id: `story-${at}`,
  headline: `Head ${at}`,
  language: 'en',
  page,
}));
const labels = ['1', '2', '3', '4'];

/** Ids of the stories that the fullest saying of each hole names. */
const namedIn = (
  areas: readonly FurnitureArea[],
  hasMore = true,
  imprintOn: ReadonlySet<number> = new Set(),
): readonly (readonly string[])[] => {
  const sayings = sayingsOf({ areas, labels, stories, imprintOn, hasMore });
  return areas.map((area) => {
    const also = sayings.get(area)?.[0]?.['also'] as readonly { readonly id: string }[];
    return also.map(({ id }) => id);
  });
};

test('stories of later pages are named, and the name of the paper takes turns with them', () => {
  expect(namedIn([areaAt(1, 12), areaAt(1, 12), areaAt(2, 12)])).toEqual([
    ['story-3', 'story-4', 'story-5'],
    [],
    ['story-4', 'story-5'],
  ]);
});

test('where no two stories are on later pages, the paper says its name', () => {
  expect(namedIn([areaAt(3, 12), areaAt(3, 12)])).toEqual([[], []]);
});

test('page 1 says no name: its nameplate does', () => {
  expect(namedIn([areaAt(0, 8), areaAt(0, 8)]).map((ids) => ids.length)).toEqual([3, 3]);
});

test('a shallow hole names one story; less is tried after it, the name in the end', () => {
  const area = areaAt(1, 12);
  const sayings =
    sayingsOf({ areas: [area], labels, stories, imprintOn: new Set(), hasMore: true }).get(area) ?? [];
  expect(
    sayings.map(({ depth, also }) => `${depth as string} ${(also as readonly unknown[]).length}`),
  ).toEqual(
    [3, 2, 1, 0].flatMap((count) => ['deep', 'middling', 'shallow'].map((depth) => `${depth} ${count}`)),
  );
  expect(namedIn([areaAt(1, 5)])).toEqual([['story-3']]);
});

test('a name with nothing under it fills no deep hole', () => {
  const areas = [areaAt(1, 12), areaAt(1, 12), areaAt(2, 5)];
  expect(namedIn(areas, false).map((ids) => ids.length)).toEqual([5, 5, 0]);
});

test('beside the imprint the name is not said once more', () => {
  expect(namedIn([areaAt(3, 12)], true, new Set([3]))).toEqual([
    ['story-0', 'story-1', 'story-2', 'story-3'],
  ]);
});
