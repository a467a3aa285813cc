import type { Composer } from './composer.ts';
import {
  itemsAfter,
  placeFlow,
  type FlowCursor,
  type FlowPiece,
  type PreparedFlow,
  type Region,
} from './place-flow.ts';
import { segmentGrid } from './segment-grid.ts';

/** At least 4 column inches stand before a jump and 6 after it, in rows of an 11 point grid over all legs. */
const ROWS_BEFORE_JUMP = 26;
const ROWS_AFTER_JUMP = 39;
/** A row is kept free at the foot of a piece that goes on elsewhere. */
export const JUMP_LINE_ROWS = 1;

/** A flow that does not go into its region whole. */
export type Cut = { readonly prepared: PreparedFlow; readonly cursor: FlowCursor; readonly region: Region };

/**
 * The piece of a flow that goes on elsewhere, from where the page plan breaks it or its frame ends: a row is left for the jump line, and enough matter for both pages.
 * Null where too little would stand before the jump; a fresh frame takes what it can.
 */
export function cutForJump(composer: Composer, { prepared, cursor, region }: Cut): FlowPiece | null {
  const cut = (rows: number): FlowPiece | null =>
    rows < 1 ? null : placeFlow(prepared, cursor, { ...region, rows });
  const less = cut(region.rows - JUMP_LINE_ROWS);
  if (less?.isCutAsPlanned === true) return less;
  // A head as deep as the frame leaves no row for the jump line.
  const full = less?.overflowing == null ? less : cut(region.rows);
  if (full === null || (!region.isFresh && legRows(full, composer, region) < ROWS_BEFORE_JUMP)) return null;
  const missing = ROWS_AFTER_JUMP - rowsAfter(prepared, full, region);
  if (missing <= 0) return full;
  const shorter = cut(region.rows - JUMP_LINE_ROWS - Math.ceil(missing / region.legs.count));
  return shorter !== null && legRows(shorter, composer, region) >= ROWS_BEFORE_JUMP ? shorter : full;
}

/** Rows of all legs of a piece together. */
function legRows(piece: FlowPiece, { grid }: Composer, { legs: { width } }: Region): number {
  const single = width + 0.01;
  const legs = piece.areas.filter((area) => area.width <= single);
  return legs.reduce((sum, area) => sum + Math.round(area.height / grid.baseline), 0);
}

/** Rows of the items that a piece leaves over. */
export function rowsAfter(
  prepared: PreparedFlow,
  { next }: Pick<FlowPiece, 'next'>,
  { legs }: Pick<Region, 'legs'>,
): number {
  if (next === null) return 0;
  return prepared.segments.reduce((sum, segment, at) => {
    if (at < next.segment || segment.kind === 'span' || segment.kind === 'corner') return sum;
    const cursor = at === next.segment ? next : { segment: at, rest: null };
    const items = itemsAfter(prepared, cursor, segmentGrid(prepared, at, legs).width);
    return sum + items.reduce((rows, item) => rows + item.rowsBefore + item.rows, 0);
  }, 0);
}
