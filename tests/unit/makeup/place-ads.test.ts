import { expect, test } from 'vitest';
import { placeAds, type AdMatter } from '../../../src/makeup/place-ads.ts';

const COLUMNS = 5;
const ROWS = 80;

const ad = (id: string, columns: number, rows: number): AdMatter => ({ id, columns, rows, page: null });

/** Ids of the advertisements of each page that has some, in the order of their ids. */
function pagesWith(ads: readonly AdMatter[], count: number): readonly string[] {
  const { byPage, left } = placeAds(ads, { count, columns: COLUMNS, rowsOf: () => ROWS });
  expect(left).toEqual([]);
  return [...byPage]
    .sort(([a], [b]) => a - b)
    .map(([, placed]) =>
      placed
        .map(({ id }) => id)
        .sort()
        .join(''),
    );
}

test('advertisements of one depth that are as wide as the page together share one', () => {
  expect(pagesWith([ad('a', 3, 20), ad('b', 2, 20)], 8)).toEqual(['ab']);
  expect(
    pagesWith(
      ['a', 'b', 'c', 'd', 'e'].map((id) => ad(id, 1, 12)),
      8,
    ),
  ).toEqual(['abcde']);
});

test('of unlike depths they stand on pages of their own', () => {
  expect(pagesWith([ad('a', 3, 40), ad('b', 2, 12)], 8)).toHaveLength(2);
});

test('a page of which much is sold gets no more where others have none', () => {
  expect(pagesWith([ad('a', 5, 36), ad('b', 5, 12)], 8)).toHaveLength(2);
});
