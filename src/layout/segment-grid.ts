import { pt, type Pt } from '../core/units.ts';
import { foldIn, legsWidth, type LegGrid } from './leg-grid.ts';
import type { PreparedFlow } from './place-flow.ts';

/** The legs that a segment runs through: those of the frame, or its own over all of it; before a fold, as far as that. */
export function segmentGrid(prepared: PreparedFlow, segment: number, legs: LegGrid): LegGrid {
  if (prepared.segments[segment]?.kind !== 'wide') return legs;
  const fold = foldIn(legs);
  if (fold !== null) return { ...legs, count: 1, width: fold.before };
  const all = regionWidth(legs);
  const count = prepared.legsOfWide(segment, all, legs.gutter);
  return { ...legs, count, width: pt((all - (count - 1) * legs.gutter) / count) };
}

/** Width of the legs and the gutters between them. */
export function regionWidth(legs: LegGrid): Pt {
  return legsWidth(legs, legs.count);
}
