import type { Cell, PlacedAd } from './matter.ts';
import { ROWS_BETWEEN } from './weights.ts';

/** The imprint as what stands at the foot of a page. */
export const IMPRINT_ID = '@imprint';

/** An imprint, and the area that it is to stand in. */
export type ImprintPlace = {
  /** The column that its layout has it in, from 0, and how many it takes. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  /** Columns and rows of the area over which stories and advertisements stand. */
  readonly area: { readonly columns: number; readonly rows: number };
};

/**
 * Stands the imprint at the foot of a page: in the column of its layout, else in the next one that no advertisement
 * takes, else over the advertisements. Null where the page is not deep enough.
 */
export function standImprint(place: ImprintPlace, ads: readonly PlacedAd[]): PlacedAd | null {
  const { column, columns, rows, area } = place;
  const all = Array.from({ length: area.columns - columns + 1 }, (_, at) => at);
  const inOrder = [...all.filter((at) => at >= column), ...all.filter((at) => at < column)];
  const footAt = (at: number): number =>
    ads
      .filter(({ cell }) => at < cell.column + cell.columns && cell.column < at + columns)
      .reduce((foot, { cell }) => Math.min(foot, cell.row - ROWS_BETWEEN), area.rows);
  const free = inOrder.find((at) => footAt(at) === area.rows) ?? inOrder[0];
  if (free === undefined) return null;
  const row = footAt(free) - rows;
  const cell: Cell = { column: free, columns, row, rows };
  return row < 0 ? null : { id: IMPRINT_ID, cell };
}
