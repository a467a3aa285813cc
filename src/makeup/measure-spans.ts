import type { PageGrid } from '../edition/edition.ts';
import { columnsWidth, legGrid } from '../layout/leg-grid.ts';
import { itemsAfter, segmentGrid, type PreparedFlow } from '../layout/place-flow.ts';
import type { SpanBlock } from './leg-matter.ts';

/** A segment of a story that stands over all its legs, and where: see {@link SpanBlock}. */
export type SpanPlace = Pick<SpanBlock, 'end' | 'rows'> & { readonly segment: number };

/** How deep what spans is over each number of columns of a page. */
export function spansIn(
  grid: PageGrid,
  prepared: PreparedFlow,
  places: readonly SpanPlace[],
): readonly SpanBlock[] {
  return places.map(({ segment, end, rows }) => ({
    end,
    rows,
    over: Array.from({ length: grid.columns }, (_, at) => rowsOver(grid, prepared, segment, at + 1)),
  }));
}

function rowsOver(grid: PageGrid, prepared: PreparedFlow, segment: number, columns: number): number {
  const { baseline } = grid;
  const width = columnsWidth(grid, columns);
  const leaves = prepared.flattened[segment]?.leaves ?? [];
  const before = Math.round((leaves[0]?.marginBefore ?? 0) / baseline);
  const after = leaves.at(-1)?.marginAfter ?? 0;
  if (prepared.segments[segment]?.kind === 'span')
    return before + Math.ceil((prepared.stackAt(segment, width, null).height + after) / baseline - 1e-6);
  const legs = segmentGrid(prepared, segment, legGrid(grid, columns));
  const items = itemsAfter(prepared, { segment, rest: null }, legs.width);
  const rows = items.reduce((sum, item, at) => sum + item.rows + (at === 0 ? 0 : item.rowsBefore), 0);
  return before + Math.ceil(rows / legs.count) + Math.round(after / baseline);
}
