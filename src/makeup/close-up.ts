import type { Blueprint, GridRect, PlannedModule, PlannedPage } from '../layout/page-plan.ts';
import { ROWS_BETWEEN } from './weights.ts';

/** Rows of white between the stories of a last page and what stands at its foot that are left as they are. */
const LEAST_SHIFT = 4;

/**
 * The pages of a plan with the last one closed up: where its stories do not reach what stands at the foot, its advertisements
 * and the imprint beside them come up under the stories, as they stand to one another; where it has no stories, to its
 * top. A last page ends short at the foot, not in its middle.
 */
export function closeUpLast(
  pages: readonly PlannedPage[],
  topOf: (layout: Blueprint) => number,
): readonly PlannedPage[] {
  const last = pages.at(-1);
  const modules = last?.modules ?? [];
  const foot = modules.filter(isAtFoot);
  const above = modules.filter((module) => !foot.includes(module));
  if (last === undefined || foot.length === 0) return pages;
  const top = topOf(last.blueprint);
  const shift = Math.min(
    ...foot.map(({ rect }) => rect.row - (above.length === 0 ? top : endAbove(rect, above))),
  );
  if (shift < LEAST_SHIFT) return pages;
  const raised = foot.map((module): PlannedModule => ({
    ...module,
    rect: { ...module.rect, row: module.rect.row - shift },
  }));
  return [...pages.slice(0, -1), { ...last, modules: [...above, ...raised] }];
}

const isAtFoot = ({ matter }: PlannedModule): boolean =>
  matter.kind === 'imprint' || (matter.kind === 'advertisement' && matter.flow.kind === 'advertisement');

/** The row at which something may begin under the modules that stand over it; under a column without any, the page's first. */
function endAbove({ column, columns }: GridRect, modules: readonly PlannedModule[]): number {
  const over = modules.filter(
    ({ rect }) => rect.column < column + columns && column < rect.column + rect.columns,
  );
  return over.length === 0
    ? Math.min(...modules.map(({ rect }) => rect.row))
    : Math.max(...over.map(({ rect }) => rect.row + rect.rows)) + ROWS_BETWEEN;
}
