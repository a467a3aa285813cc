import { pt } from '../core/units.ts';
import type { PageGrid } from '../edition/edition.ts';
import type { Composer } from './composer.ts';
import type { Flow, FlowShape } from './page-plan.ts';
import { FLOW_START, placeFlow, prepareFlow, type FlowPiece, type PreparedFlow } from './place-flow.ts';
import type { LegGrid } from './place-legs.ts';

/** A story set whole in some columns, not yet on a page. */
export type Module = { readonly prepared: PreparedFlow; readonly piece: FlowPiece; readonly columns: number };

/** A flow's matter in one shape, prepared once. */
export function preparedAs(composer: Composer, flow: Flow, shape: FlowShape): PreparedFlow {
  const known = composer.prepared.get(flow) ?? new Map<FlowShape, PreparedFlow>();
  composer.prepared.set(flow, known);
  const prepared =
    known.get(shape) ??
    prepareFlow(composer.session, flow, { shape, legWidth: legGrid(composer.grid, 1).width });
  known.set(shape, prepared);
  return prepared;
}

/** Legs over some columns of the page's grid. */
export function legGrid(grid: PageGrid, columns: number): LegGrid {
  const width = pt((grid.live.width - (grid.columns - 1) * grid.gutter) / grid.columns);
  return { count: columns, width, gutter: grid.gutter, baseline: grid.baseline };
}

/** A story set whole in some columns; null when it does not fit. */
export function measureStory(composer: Composer, flow: Flow, columns: number, rows: number): Module | null {
  const shape = columns > 2 ? 'second' : columns === 2 ? 'third' : 'brief';
  const prepared = preparedAs(composer, flow, shape);
  const region = { legs: legGrid(composer.grid, columns), rows, isFresh: false };
  const piece = placeFlow(composer.session, prepared, FLOW_START, region);
  return piece === null || piece.next !== null || piece.overflowing !== null
    ? null
    : { prepared, piece, columns };
}
