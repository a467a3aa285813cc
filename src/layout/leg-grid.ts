import { pt, type Pt } from '../core/units.ts';
import type { PageGrid } from '../edition/edition.ts';
import type { Frame } from './page-plan.ts';

/** The legs of a frame: their number, their common width and the white between them, in points. */
export type LegGrid = {
  readonly count: number;
  readonly width: Pt;
  readonly gutter: Pt;
  readonly baseline: Pt;
};

/** Legs over some columns of the page's grid: one a column, or another number of equal ones in the same width. */
export function legGrid(grid: PageGrid, columns: number, legs: number = columns): LegGrid {
  const width = (columnsWidth(grid, columns) - (legs - 1) * grid.gutter) / legs;
  return { count: legs, width: pt(width), gutter: grid.gutter, baseline: grid.baseline };
}

/** The legs of a frame. */
export function frameLegs(grid: PageGrid, frame: Pick<Frame, 'columns' | 'legs'>): LegGrid {
  return legGrid(grid, frame.columns, frame.legs ?? frame.columns);
}

/** Width of some columns with the gutters between them. */
export function columnsWidth(grid: PageGrid, columns: number): Pt {
  const width = (grid.live.width - (grid.columns - 1) * grid.gutter) / grid.columns;
  return pt(columns * width + (columns - 1) * grid.gutter);
}

/** Left edge of a column on the page; columns are counted from 0. */
export function columnX(grid: PageGrid, column: number): Pt {
  return pt(grid.live.x + column * (columnsWidth(grid, 1) + grid.gutter));
}

/** Width of some of the legs with the gutters between them. */
export function legsWidth(legs: LegGrid, count: number): Pt {
  return pt(count * legs.width + (count - 1) * legs.gutter);
}
