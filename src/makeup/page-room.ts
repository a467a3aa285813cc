import type { Matter, PageArea } from './matter.ts';
import { ROWS_BEFORE_JUMP, ROWS_BETWEEN } from './weights.ts';

/** Some columns side by side that end at one depth. */
export type Strip = { readonly column: number; readonly columns: number; readonly rows: number };

/** Column rows of strips, with a row of white under each. */
export function roomOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, { columns, rows }) => sum + columns * (rows + ROWS_BETWEEN), 0);
}

/** The fewest column rows that matter takes on a page, whatever its shape. */
export function leastRows(matter: Matter, area: Pick<PageArea, 'columns'>, mayJump: boolean): number {
  const setting = matter.settingFor(1, 'brief');
  if (setting === null || area.columns === 1) return 0;
  const rows = setting.bodyRows + setting.headRows + (setting.picture?.least ?? 0);
  return mayJump && matter.mayJump ? Math.min(rows, ROWS_BEFORE_JUMP) : rows;
}

/** Area over the advertisements as strips, from the left. */
export function stripsOf(area: PageArea): readonly Strip[] {
  const depths = Array.from({ length: area.columns }, (_, column) =>
    area.ads.reduce((rows, { cell }) => {
      const isOver = column >= cell.column && column < cell.column + cell.columns;
      return isOver ? Math.min(rows, cell.row - ROWS_BETWEEN) : rows;
    }, area.rows),
  );
  const strips: Strip[] = [];
  depths.forEach((rows, column) => {
    const last = strips.at(-1);
    if (last?.rows === rows) strips[strips.length - 1] = { ...last, columns: last.columns + 1 };
    else strips.push({ column, columns: 1, rows });
  });
  return strips.filter(({ rows }) => rows > 0);
}
