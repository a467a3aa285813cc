import type { Box } from '../box/box.ts';
import type { PageGrid } from '../edition/edition.ts';
import { columnsWidth, legGrid } from '../layout/leg-grid.ts';
import { itemsAfter, type PreparedFlow } from '../layout/place-flow.ts';
import { segmentGrid } from '../layout/segment-grid.ts';
import { picturesAbreast } from '../layout/row-layout.ts';
import type { SpanBlock } from './leg-matter.ts';

/** A segment of a story that stands over all its legs, and where: see {@link SpanBlock}. */
export type SpanPlace = Omit<SpanBlock, 'over'> & { readonly segment: number };

/**
 * Column rows of a segment that is a row of pictures, over as many columns as it wants at least; null for any other. They
 * say more than its rows in one leg do, in which pictures are stamps.
 */
export function rowsOfPictures(grid: PageGrid, prepared: PreparedFlow, segment: number): number | null {
  const [box] = prepared.segments[segment]?.boxes ?? [];
  const columns = box === undefined ? 0 : columnsForPictures(grid, box);
  return columns === 0 ? null : columns * rowsOver(grid, prepared, segment, columns);
}

/** Pictures side by side want a column each, as far as three. */
const MOST_FOR_PICTURES = 3;

/** Fewest columns over which the pictures that stand side by side in a box are more than stamps; 0 without any. */
export function columnsForPictures(grid: PageGrid, box: Box): number {
  return Math.min(grid.columns, MOST_FOR_PICTURES, picturesAbreast(box));
}

/** How deep what spans is over each number of columns of a page. */
export function spansIn(
  grid: PageGrid,
  prepared: PreparedFlow,
  places: readonly SpanPlace[],
): readonly SpanBlock[] {
  return places.map(({ segment, ...place }) => ({
    ...place,
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
