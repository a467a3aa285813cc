import { pt, type Pt } from '../core/units.ts';
import type { PageGrid } from '../edition/edition.ts';
import type { Frame } from './page-plan.ts';

/** The legs of a frame: their number, their common width and the white between them, in points. */
export type LegGrid = {
  readonly count: number;
  readonly width: Pt;
  readonly gutter: Pt;
  readonly baseline: Pt;
  /** Legs before the fold of a spread, where it parts them; absent elsewhere. */
  readonly legsToFold?: number;
  /** The first leg is the one on the right. */
  readonly isFromRight?: true;
};

/**
 * Legs over some columns of the page's grid: one a column, or another number of equal ones in the same width. Over the
 * fold of a spread there is always one a column.
 *
 * @param column the first of the columns; it matters on a spread alone.
 */
export function legGrid(
  grid: PageGrid,
  columns: number,
  legs: number | null = null,
  column: number = 0,
): LegGrid {
  const toFold = (grid.columnsToFold ?? 0) - column;
  const isFolded = toFold > 0 && toFold < columns;
  const count = isFolded ? columns : (legs ?? columns);
  const width = (columnsWidth(grid, columns) - (count - 1) * grid.gutter) / count;
  const { gutter, baseline, isFromRight } = grid;
  return {
    count,
    width: pt(width),
    gutter,
    baseline,
    ...(isFolded ? { legsToFold: toFold } : {}),
    ...(isFromRight === true ? { isFromRight } : {}),
  };
}

/** The legs of a frame. */
export function frameLegs(grid: PageGrid, frame: Pick<Frame, 'column' | 'columns' | 'legs'>): LegGrid {
  return legGrid(grid, frame.columns, frame.legs, frame.column);
}

/** Width of some columns with the gutters between them. */
export function columnsWidth(grid: PageGrid, columns: number): Pt {
  const width = (grid.live.width - (grid.columns - 1) * grid.gutter) / grid.columns;
  return pt(columns * width + (columns - 1) * grid.gutter);
}

/** Left edge on the page of what is so wide and begins with a column; columns are counted from 0 where reading begins. */
export function columnX(grid: PageGrid, column: number, width: Pt = columnsWidth(grid, 1)): Pt {
  const start = column * (columnsWidth(grid, 1) + grid.gutter);
  return pt(grid.live.x + (grid.isFromRight === true ? grid.live.width - start - width : start));
}

/** Left edge of some of the legs, points from the left edge of all of them. */
export function legX(legs: LegGrid, leg: number, count: number = 1): Pt {
  const start = leg * (legs.width + legs.gutter);
  if (legs.isFromRight !== true) return pt(start);
  return pt(legsWidth(legs, legs.count) - start - legsWidth(legs, count));
}

/** Width of some of the legs with the gutters between them. */
export function legsWidth(legs: LegGrid, count: number): Pt {
  return pt(count * legs.width + (count - 1) * legs.gutter);
}

/** The white round the fold of a spread, points from the left edge of what it parts: nothing is read between the two. */
export type Fold = { readonly before: Pt; readonly after: Pt };

/** The fold over some of the legs, those from `first` on; null where it does not part them. */
export function foldIn(legs: LegGrid, first: number = 0, count: number = legs.count - first): Fold | null {
  const before = (legs.legsToFold ?? 0) - first;
  if (before <= 0 || before >= count) return null;
  const end = legsWidth(legs, before);
  return { before: end, after: pt(end + legs.gutter) };
}
