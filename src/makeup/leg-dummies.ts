import type { Rect } from '../core/geometry.ts';
import type { PageGrid } from '../edition/edition.ts';
import type { GridRect } from '../layout/page-plan.ts';
import type { Page } from '../page/page.ts';
import { IMPRINT_ID } from './stand-imprint.ts';
import type { DummyModule, DummyPage } from './page-dummy.ts';

/**
 * Dummies of pages that nobody made up, since their stories run through the bands of the page layouts: each head and each leg
 * a rectangle of whole columns and rows.
 */
export function legDummies(pages: readonly Page[], grid: PageGrid): readonly DummyPage[] {
  return pages.map(({ index, beads }) => ({
    page: index + 1,
    columns: grid.columns,
    rows: rowsIn(grid.live.height, grid),
    isFull: true,
    modules: beads.map(({ story, rect }) => ({ ...kindOf(story), rect: onGrid(rect, grid), levers: [] })),
  }));
}

/** Of a flow by its name: the program's own begin with @. */
function kindOf(name: string): Pick<DummyModule, 'kind' | 'stories' | 'shape'> {
  if (name === IMPRINT_ID) return { kind: 'imprint', stories: [], shape: null };
  if (name.startsWith('@ad.')) return { kind: 'advertisement', stories: [name], shape: null };
  return name.startsWith('@')
    ? { kind: 'story', stories: [name.slice(1)], shape: 'matter' }
    : { kind: 'story', stories: [name], shape: null };
}

const rowsIn = (depth: number, { baseline }: PageGrid): number => Math.round(depth / baseline);

function onGrid({ x, y, width, height }: Rect, grid: PageGrid): GridRect {
  const { live, columns, gutter } = grid;
  const step = (live.width + gutter) / columns;
  return {
    column: Math.round((x - live.x) / step),
    columns: Math.max(1, Math.round((width + gutter) / step)),
    row: rowsIn(y - live.y, grid),
    rows: Math.max(1, rowsIn(height, grid)),
  };
}
