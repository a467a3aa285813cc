import { fillLegs, type LegBreaks } from './break-legs.ts';
import type { SegmentBreaks, SegmentRoom } from './break-segment.ts';
import { movedBehind } from './defer-blocks.ts';
import { FORBIDDEN, type FlowItem, type FlowPosition } from './flow-items.ts';

/** White at the foot of a page that is worth it, in rows. */
const LEAST_WHITE = 3;

/**
 * A picture for which a page has no room, in a flow that runs on from page to page: it stands at the head of the next one,
 * and the lines behind it run on under those before it. Null where it does not wait, or where nothing is gained.
 */
export function runUnder(
  items: readonly FlowItem[],
  { legs, next: at }: LegBreaks,
  { count, depth, tops }: SegmentRoom,
): SegmentBreaks | null {
  const defers = items[at]?.defers;
  const white = legs.reduce((sum, { rows }) => sum - rows, count * depth);
  if (defers === undefined || white < LEAST_WHITE) return null;
  for (const last of linesThatFit(items, at + defers.count, white - defers.rowsWithout)) {
    const moved = movedBehind(items, at, last);
    const breaks = fillLegs(moved, count, depth, tops);
    const head = last - defers.count + 1;
    if (!breaks.isForced && breaks.next === head)
      return { breaks, refined: { items: moved, breaks }, left: moved.slice(head) };
  }
  return null;
}

/** Of the lines from one on that go into so many rows, those after which a page may end in the midst of text, the last first. */
function linesThatFit(items: readonly FlowItem[], from: number, room: number): readonly number[] {
  const fitting: number[] = [];
  let rows = 0;
  for (let at = from; isLine(items[at]) && isLine(items[at + 1]); at += 1) {
    rows += (items[at]?.rows ?? 0) + (at === from ? 0 : (items[at]?.rowsBefore ?? 0));
    if (rows > room) break;
    if ((items[at + 1]?.breakCost ?? FORBIDDEN) < FORBIDDEN) fitting.unshift(at);
  }
  return fitting;
}

const isLine = (item: FlowItem | undefined): boolean => item?.isLine === true && !item.forcesColumn;

/** What is left of a flow, at another measure: from its first item on, or a block that waited and what is left behind it. */
export function itemsAnew(
  left: readonly FlowItem[],
  itemsFrom: (position: FlowPosition) => readonly FlowItem[],
): readonly FlowItem[] {
  const [first] = left;
  if (first === undefined) return left;
  const behind = left.findIndex(({ leaf, from = 0 }, at) => {
    const above = left[at - 1]?.leaf ?? leaf;
    return leaf > above + 1 || (leaf > above && from > 0);
  });
  const all = itemsFrom(positionOf(first));
  const next = left[behind];
  const last = left[behind - 1]?.leaf;
  if (next === undefined || last === undefined) return all;
  return [...all.filter(({ leaf }) => leaf <= last), ...itemsFrom(positionOf(next))];
}

const positionOf = ({ leaf, from = 0 }: FlowItem): FlowPosition => ({ leaf, from });
