import { balanceLegs, fillLegs, rowsFirst, type LegBreaks } from './break-legs.ts';
import type { FlowItem } from './flow-items.ts';
import { refineLegs, type VariantLegs } from './leg-variants.ts';

/** Legs for the items of a segment, the most rows of each, and the rows at their heads that other matter takes. */
export type SegmentRoom = {
  readonly count: number;
  readonly depth: number;
  readonly tops: readonly number[];
};

/** Legs as broken, and better ones by variants of paragraphs where there are any. */
export type SegmentBreaks = { readonly breaks: LegBreaks; readonly refined: VariantLegs<FlowItem> | null };

/**
 * Breaks the items of a segment: balanced when all of them fit, else filled to the foot. What is a row too deep as it
 * was broken fits where paragraphs can be set a line shorter. Null when nothing fits, but for a fresh region, which takes
 * the first item whatever its depth.
 */
export function breakSegment(
  items: readonly FlowItem[],
  room: SegmentRoom,
  isFresh: boolean,
): SegmentBreaks | null {
  if (items.length === 0) return { breaks: { legs: [], next: 0, isForced: false }, refined: null };
  const { count, depth, tops } = room;
  // Variants know nothing of legs that begin lower than others.
  const mayVary = !tops.some((rows) => rows > 0);
  if (depth >= 1) {
    const balanced = balanceLegs(items, count, depth, tops);
    if (balanced !== null) {
      const refined = mayVary ? refineLegs(items, balanced, { depth, isFilled: false }) : null;
      return { breaks: balanced, refined };
    }
    const tight = mayVary ? tightened(items, room) : null;
    if (tight !== null) return tight;
    const filled = fillLegs(items, count, depth, tops);
    if (filled.next > 0) {
      const isFilled = filled.next < items.length;
      const refined = mayVary ? refineLegs(items, filled, { depth, isFilled }) : null;
      return { breaks: filled, refined };
    }
  }
  if (!isFresh) return null;
  const rows = items[0] === undefined ? 1 : rowsFirst(items[0]);
  return { breaks: { legs: [{ from: 0, to: 1, rows }], next: 1, isForced: true }, refined: null };
}

/** All items in legs of the depth, by variants of paragraphs, where plain ones need a row more. */
function tightened(items: readonly FlowItem[], { count, depth }: SegmentRoom): SegmentBreaks | null {
  const breaks = balanceLegs(items, count, depth + 1);
  if (breaks === null) return null;
  const refined = refineLegs(items, breaks, { depth, isFilled: false });
  return refined === null ? null : { breaks, refined };
}
