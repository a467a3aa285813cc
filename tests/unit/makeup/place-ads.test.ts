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

/** Of each advertisement on a right-hand page its columns and rows, as `from+columns,row+rows`. */
function standing(sizes: readonly (readonly [columns: number, rows: number])[]): readonly string[] {
  const ads = sizes.map(([columns, rows], at) => ({ ...ad(`ad ${at}`, columns, rows), page: 3 }));
  const { byPage } = placeAds(ads, { count: 4, columns: COLUMNS, rowsOf: () => ROWS });
  return (byPage.get(2) ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ cell }) => `${cell.column}+${cell.columns},${cell.row}+${cell.rows}`);
}

test('a wide advertisement stands under a deeper narrow one, with no white below it', () => {
  expect(
    standing([
      [1, 30],
      [5, 20],
    ]),
  ).toEqual(['4+1,29+30', '0+5,60+20']);
});

test('of those that are wider than the page together the last fill the foot beside the first', () => {
  expect(
    standing([
      [3, 20],
      [3, 20],
      [2, 20],
    ]),
  ).toEqual(['2+3,60+20', '2+3,39+20', '0+2,60+20']);
});

test('they make steps that fall from the outer side', () => {
  expect(
    standing([
      [2, 10],
      [1, 30],
      [2, 20],
    ]),
  ).toEqual(['0+2,70+10', '4+1,50+30', '2+2,60+20']);
});
