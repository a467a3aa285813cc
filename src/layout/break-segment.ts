import { balanceLegs, fillLegs, rowsFirst, type LegBreaks } from './break-legs.ts';
import type { FlowItem } from './flow-items.ts';
import { beginsLeg, deferBlocks, type DeferredLegs } from './defer-blocks.ts';
import { refineLegs, spreadLegs, type LegsWanted, type VariantLegs } from './leg-variants.ts';

/** Legs for the items of a segment, the most rows of each, and the rows at their heads that other matter takes. */
export type SegmentRoom = {
  readonly count: number;
  readonly depth: number;
  readonly tops: readonly number[];
  /** The legs are to be filled, where all that there is goes into them. Absent for no. */
  readonly isFilled?: boolean;
};

/** Legs as broken, and better ones by variants of paragraphs where there are any. */
export type SegmentBreaks = {
  readonly breaks: LegBreaks;
  readonly refined: VariantLegs<FlowItem> | null;
  /** What goes on elsewhere, where it does so in another order than it was written in; else absent. */
  readonly left?: readonly FlowItem[];
};

/**
 * Breaks the items of a segment: balanced when all of them fit, else filled to the foot. What is a row too deep as it
 * was broken, or goes in against the rules alone, fits where paragraphs can be set a line shorter, or blocks wait. Null
 * when nothing fits, but for a fresh region, which takes the first item whatever its depth.
 */
export function breakSegment(
  items: readonly FlowItem[],
  room: SegmentRoom,
  isFresh: boolean,
): SegmentBreaks | null {
  if (items.length === 0) return { breaks: { legs: [], next: 0, isForced: false }, refined: null };
  const { count, depth, tops } = room;
  if (depth >= 1) {
    const breakItems = (own: readonly FlowItem[]): LegBreaks | null => balanceLegs(own, count, depth, tops);
    const balanced = breakItems(items);
    const whole = { depth, tops, isFilled: false, isSpread: room.isFilled === true, breakItems };
    if (balanced !== null && !balanced.isForced) return bettered(items, balanced, whole);
    const tight = tightened(items, room) ?? deferredInto(items, room);
    if (tight !== null) return tight;
    if (balanced !== null) return bettered(items, balanced, whole);
    const filled = fillLegs(items, count, depth, tops);
    if (filled.next > 0) {
      const fill = (own: readonly FlowItem[]): LegBreaks => fillLegs(own, count, depth, tops);
      const isFilled = filled.next < items.length;
      return bettered(items, filled, { depth, tops, isFilled, breakItems: fill });
    }
  }
  if (!isFresh) return null;
  const rows = items[0] === undefined ? 1 : rowsFirst(items[0]);
  return { breaks: { legs: [{ from: 0, to: 1, rows }], next: 1, isForced: true }, refined: null };
}

/**
 * All items in legs of the depth, by blocks that wait for the head of a leg, where they need more in the order written;
 * with variants of paragraphs where that is a row too much.
 */
function deferredInto(items: readonly FlowItem[], room: SegmentRoom): SegmentBreaks | null {
  if (!items.some(({ defers }) => defers !== undefined)) return null;
  const { count, depth, tops } = room;
  const breaks = balanceLegs(items, count, depth * DEEPER, tops);
  if (breaks === null) return null;
  const breakItems = (own: readonly FlowItem[]): LegBreaks | null => balanceLegs(own, count, depth + 1, tops);
  const set = bettered(items, breaks, { depth, tops, isFilled: false, breakItems });
  const isIn = set.refined?.breaks.legs.every(({ rows }) => rows <= depth) === true;
  return isIn ? set : null;
}

/** As deep as a leg may come out in the order written, for a depth that is wanted. */
const DEEPER = 1.5;

type Bettering = LegsWanted & {
  /** All the matter is to fill the legs; absent for no. */
  readonly isSpread?: boolean;
  readonly breakItems: (items: readonly FlowItem[]) => LegBreaks | null;
};

/** Legs as broken, with blocks that wait for the head of a leg, and paragraphs that are a line shorter or longer. */
function bettered(
  items: readonly FlowItem[],
  breaks: LegBreaks,
  { breakItems, ...wanted }: Bettering,
): SegmentBreaks {
  const refine = (own: Omit<DeferredLegs, 'blocks'>): VariantLegs<FlowItem> | null =>
    (wanted.isSpread === true ? spreadLegs(own.items, own.breaks, wanted) : null) ??
    refineLegs(own.items, own.breaks, wanted);
  const { depth, isFilled } = wanted;
  const deferred = deferBlocks(items, breaks, { depth: isFilled ? depth : null, breakItems });
  if (deferred === null) return { breaks, refined: refine({ items, breaks }) };
  const refined = refine(deferred);
  const isKept = refined !== null && deferred.blocks.every((block) => beginsLeg(refined, block));
  return { breaks, refined: isKept ? refined : deferred };
}

/** All items in legs of the depth, by variants of paragraphs, where plain ones need a row more. */
function tightened(items: readonly FlowItem[], { count, depth, tops }: SegmentRoom): SegmentBreaks | null {
  const breaks = balanceLegs(items, count, depth + 1, tops);
  if (breaks === null) return null;
  const refined = refineLegs(items, breaks, { depth, tops, isFilled: false });
  return refined === null ? null : { breaks, refined };
}
