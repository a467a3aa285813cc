import { pt, type Pt } from '../core/units.ts';
import type { PageGrid } from '../edition/edition.ts';
import { columnsWidth } from './leg-grid.ts';

/** The gutters of a spread are at most so many times those of a page: wider ones part columns that belong together. */
const WIDEST_GUTTER = 2;

/**
 * The grid of two facing pages as one: twice the columns, and no inner margins. The columns keep their width, so that
 * text is broken as on other pages; the white of the inner margins is shared among the gutters. Points from the corner
 * of the left page.
 */
export function spreadGrid(grid: PageGrid): PageGrid {
  const { trim, live, columns, gutter } = grid;
  // Margins that differ would put the fold out of its gutter.
  const outer = Math.max(live.x, trim.width - live.x - live.width);
  const width = 2 * (trim.width - outer);
  const gaps = 2 * columns - 1;
  const shared = (width - 2 * columns * columnsWidth(grid, 1)) / gaps;
  return {
    ...grid,
    trim: { ...trim, width: pt(2 * trim.width) },
    live: { ...live, x: pt(outer), width: pt(width) },
    columns: 2 * columns,
    gutter: pt(Math.min(WIDEST_GUTTER * gutter, Math.max(gutter, shared))),
    columnsToFold: columns,
  };
}

/** Some of the columns of a spread as a grid of their own: what is measured over them is set there alike. */
export function partOfSpread(spread: PageGrid, column: number, columns: number): PageGrid {
  const { columnsToFold, ...grid } = spread;
  const toFold = (columnsToFold ?? 0) - column;
  return {
    ...grid,
    live: { ...grid.live, width: columnsWidth(spread, columns) },
    columns,
    ...(toFold > 0 && toFold < columns ? { columnsToFold: toFold } : {}),
  };
}

/** Where a spread is folded, points from the left edge of its left page; null for a page. */
export function foldOf({ trim, columnsToFold }: PageGrid): Pt | null {
  return columnsToFold === undefined ? null : pt(trim.width / 2);
}
