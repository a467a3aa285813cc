import { expect, test } from 'vitest';
import { sheetSides } from '../../../src/pdf/sheet-order.ts';

const pagesOf = (...args: Parameters<typeof sheetSides>): unknown =>
  sheetSides(...args).map((side) => side.pages);

test.each([
  [
    4,
    [
      [4, 1],
      [2, 3],
    ],
  ],
  [
    8,
    [
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ],
  ],
  [
    12,
    [
      [12, 1],
      [2, 11],
      [10, 3],
      [4, 9],
      [8, 5],
      [6, 7],
    ],
  ],
  [
    16,
    [
      [16, 1],
      [2, 15],
      [14, 3],
      [4, 13],
      [12, 5],
      [6, 11],
      [10, 7],
      [8, 9],
    ],
  ],
  [
    5,
    [
      [null, 1],
      [2, null],
      [null, 3],
      [4, 5],
    ],
  ],
])('a booklet of %d pages', (count, sides) => {
  expect(pagesOf(count, 'booklet', 'ltr')).toEqual(sides);
});

test('bound on the right, left and right change places', () => {
  expect(pagesOf(4, 'booklet', 'rtl')).toEqual([
    [1, 4],
    [3, 2],
  ]);
});

test('two side by side keep the order of reading', () => {
  expect(pagesOf(5, '2up', 'ltr')).toEqual([
    [1, 2],
    [3, 4],
    [5, null],
  ]);
});

test('folded and stapled, the pages come in order', () => {
  for (const count of [1, 2, 3, 4, 7, 8, 20, 33, 64]) {
    const sides = sheetSides(count, 'booklet', 'ltr');
    const sheets = sides.length / 2;
    // Leaves from the outside to the middle have the right half of each front, left half of each back; then back out.
    const first = Array.from({ length: sheets }, (_, sheet) => [
      sides[2 * sheet]?.pages[1],
      sides[2 * sheet + 1]?.pages[0],
    ]);
    const second = Array.from({ length: sheets }, (_, sheet) => [
      sides[2 * sheet + 1]?.pages[1],
      sides[2 * sheet]?.pages[0],
    ]).reverse();
    const read = [...first, ...second].flat();
    expect(read).toEqual(
      Array.from({ length: 4 * sheets }, (_, index) => (index < count ? index + 1 : null)),
    );
  }
});
