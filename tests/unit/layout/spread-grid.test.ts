import { expect, test } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import type { PageGrid } from '../../../src/edition/edition.ts';
import { columnsWidth, columnX, foldIn, legGrid } from '../../../src/layout/leg-grid.ts';
import { foldOf, partOfSpread, spreadGrid } from '../../../src/layout/spread-grid.ts';

const page = (left: number, right: number, columns = 4): PageGrid => ({
  formatName: 'compact-tabloid',
  trim: { width: pt(720), height: pt(837) },
  live: { x: pt(left), y: pt(36), width: pt(720 - left - right), height: pt(759) },
  columns,
  gutter: pt(12),
  baseline: pt(11),
});

test('columns keep their width, and the inner margins go into the gutters', () => {
  const grid = spreadGrid(page(36, 36));
  expect(grid).toMatchObject({
    columns: 8,
    columnsToFold: 4,
    trim: { width: 1440 },
    live: { x: 36, width: 1368 },
  });
  expect(columnsWidth(grid, 1)).toBeCloseTo(columnsWidth(page(36, 36), 1), 9);
  expect(grid.gutter).toBeCloseTo(144 / 7, 9);
});

test.each([
  [36, 36, 4],
  [60, 20, 4],
  [20, 60, 3],
  [90, 90, 3],
  [0, 0, 5],
])(
  'margins of %d and %d, %d columns: the fold is in the middle of a gutter no narrower than a page’s',
  (left, right, columns) => {
    const grid = spreadGrid(page(left, right, columns));
    const before = columnX(grid, columns - 1) + columnsWidth(grid, 1);
    expect((before + columnX(grid, columns)) / 2).toBeCloseTo(foldOf(grid) ?? NaN, 9);
    expect(grid.gutter).toBeGreaterThanOrEqual(12);
    expect(grid.gutter).toBeLessThanOrEqual(24);
  },
);

test('legs know where the fold parts them, and a page has none', () => {
  const grid = spreadGrid(page(36, 36));
  expect(legGrid(grid, 8).legsToFold).toBe(4);
  expect(legGrid(grid, 3, null, 2).legsToFold).toBe(2);
  expect(legGrid(grid, 4, null, 0).legsToFold).toBeUndefined();
  expect(legGrid(grid, 4, null, 4).legsToFold).toBeUndefined();
  expect(legGrid(page(36, 36), 4).legsToFold).toBeUndefined();
  expect(foldOf(page(36, 36))).toBeNull();
});

test('over the fold there is a leg a column, whatever number is asked for', () => {
  const grid = spreadGrid(page(36, 36));
  expect(legGrid(grid, 8, 5)).toEqual(legGrid(grid, 8));
  expect(legGrid(grid, 4, 3).count).toBe(3);
});

test('some columns of a spread are measured as they will be set', () => {
  const grid = spreadGrid(page(36, 36));
  const part = partOfSpread(grid, 1, 6);
  expect(part.columnsToFold).toBe(3);
  expect(columnsWidth(part, 2)).toBeCloseTo(columnsWidth(grid, 2), 9);
  expect(partOfSpread(grid, 4, 4).columnsToFold).toBeUndefined();
});

test('the white round the fold is counted from the first of the legs that stand over it', () => {
  const legs = legGrid(spreadGrid(page(36, 36)), 8);
  const fold = foldIn(legs);
  expect(fold?.before).toBeCloseTo(684 - 36 + 36 - legs.gutter / 2, 9);
  expect(fold?.after).toBeCloseTo((fold?.before ?? 0) + legs.gutter, 9);
  expect(foldIn(legs, 3)?.before).toBeCloseTo(legs.width, 9);
  expect(foldIn(legs, 4)).toBeNull();
});
