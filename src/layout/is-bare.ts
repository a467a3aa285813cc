import type { FlowPiece, PreparedFlow } from './place-flow.ts';

/** Does a piece from the beginning of a flow hold its head, and nothing of what stands in its legs? */
export function isBare(
  { segments }: Pick<PreparedFlow, 'segments'>,
  { next }: Pick<FlowPiece, 'next'>,
): boolean {
  if (next === null || next.rest !== null) return false;
  const legs = segments.findIndex(({ kind }) => kind === 'legs' || kind === 'wide');
  return next.segment <= legs;
}
