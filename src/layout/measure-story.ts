import type { Pt } from '../core/units.ts';
import type { Composer } from './composer.ts';
import type { Flow, FlowShape } from './page-plan.ts';
import { FLOW_START, placeFlow, prepareFlow, type FlowPiece, type PreparedFlow } from './place-flow.ts';
import type { LegGrid } from './leg-grid.ts';

/** A story set whole in some legs, not yet on a page. */
export type Module = { readonly prepared: PreparedFlow; readonly piece: FlowPiece; readonly legs: LegGrid };

/** A flow's matter in one shape, for legs of one width; prepared once. */
export function preparedAs(composer: Composer, flow: Flow, shape: FlowShape, legWidth: Pt): PreparedFlow {
  const known = composer.prepared.get(flow) ?? new Map<string, PreparedFlow>();
  composer.prepared.set(flow, known);
  const key = `${shape}:${legWidth.toFixed(3)}`;
  const prepared = known.get(key) ?? prepareFlow(composer.session, flow, { shape, legWidth });
  known.set(key, prepared);
  return prepared;
}

/** A story set whole in some legs; null when it does not fit. */
export function measureStory(composer: Composer, flow: Flow, legs: LegGrid, rows: number): Module | null {
  const shape = legs.count > 2 ? 'second' : legs.count === 2 ? 'third' : 'brief';
  const prepared = preparedAs(composer, flow, shape, legs.width);
  const region = { legs, rows, isFresh: false };
  const piece = placeFlow(composer.session, prepared, FLOW_START, region);
  return piece === null || piece.next !== null || piece.overflowing !== null
    ? null
    : { prepared, piece, legs };
}
