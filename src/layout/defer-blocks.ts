import { EXTRA_ROW, legsCost, type LegBreaks } from './break-legs.ts';
import type { FlowItem } from './flow-items.ts';

/*
 * A picture for which a leg has no room leaves white at its foot. Where it may, it waits for the head of the next leg,
 * and lines behind it fill the white: they go before it in the order of setting, not in that of reading.
 */

/** Items in another order, with the blocks that begin a leg later than they were written. */
export type DeferredLegs = {
  readonly items: readonly FlowItem[];
  readonly breaks: LegBreaks;
  readonly blocks: readonly WaitingBlock[];
};

/** How legs are broken. */
export type Breaking = {
  /** The depth that every leg is wanted to have, where matter goes on elsewhere; null for even legs of any depth. */
  readonly depth: number | null;
  /** Breaks items into the same legs; null where they have no room. */
  readonly breakItems: (items: readonly FlowItem[]) => LegBreaks | null;
};

/** White at the foot of a leg that is worth it, in rows. */
const LEAST_WHITE = 2;
/** Rows by which the lines that go before a block may miss what the white asks for. */
const PLAY = 2;

/** Better legs by blocks that wait for the head of the next leg; null where none may, or where it betters nothing. */
export function deferBlocks(
  items: readonly FlowItem[],
  plain: LegBreaks,
  breaking: Breaking,
): DeferredLegs | null {
  if (!items.some(({ defers }) => defers !== undefined)) return null;
  let best: DeferredLegs | null = null;
  for (;;) {
    const better = deferOne(best ?? { items, breaks: plain, blocks: [] }, breaking);
    if (better === null) return best;
    best = better;
  }
}

/** A block set later: its first item, and how many it has. */
export type WaitingBlock = { readonly head: FlowItem; readonly count: number };

/** Does a block begin a leg, and stand in it whole? What is left over of a flow is what was written behind it. */
export function beginsLeg(
  { items, breaks }: Omit<DeferredLegs, 'blocks'>,
  { head, count }: WaitingBlock,
): boolean {
  return breaks.legs.some(({ from, to }) => to >= from + count && items[from] === head);
}

/** The first block, set later, that leaves legs more even: one that has no room in a leg, or one in the midst of a deep leg. */
function deferOne(known: DeferredLegs, breaking: Breaking): DeferredLegs | null {
  const { items, breaks } = known;
  const { legs } = breaks;
  const deepest = breaking.depth ?? deepestOf(breaks);
  const even = legs.reduce((sum, { rows }) => sum + rows, 0) / legs.length;
  for (const [leg, { from, to, rows }] of legs.entries())
    for (let at = from; at < to; at += 1) {
      if (items[at]?.defers === undefined) continue;
      const isHead = at === from;
      const isLast = leg === legs.length - 1;
      if (!isHead && (isLast || !isPoor(breaks, deepest))) continue;
      // The rows of a leg are also those of what stands over it.
      const above = rows - rowsOf(items, at, to);
      const room = isHead ? deepest - (legs[leg - 1]?.rows ?? deepest) : even - above;
      if (room < LEAST_WHITE) continue;
      const better = deferAt(known, { at, ...(isHead ? filling(room, legs.length) : about(room)) }, breaking);
      if (better !== null) return better;
    }
  return null;
}

/** Rows of items with the white over the first of them. */
const rowsOf = (items: readonly FlowItem[], from: number, to: number): number =>
  items.slice(from, to).reduce((sum, item) => sum + item.rowsBefore + item.rows, 0);

const isPoor = ({ legs, isForced }: LegBreaks, deepest: number): boolean =>
  isForced || legs.some(({ rows }) => deepest - rows >= LEAST_WHITE);

/** A block of the items, and how many rows of lines may go before it. */
type Attempt = { readonly at: number; readonly least: number; readonly most: number };

/** By all of the white in legs as deep as before, by less where what is gained makes all legs less deep. */
const filling = (white: number, legs: number): Omit<Attempt, 'at'> => ({
  least: (white * (legs - 1)) / legs - PLAY,
  most: white + PLAY,
});

const about = (rows: number): Omit<Attempt, 'at'> => ({ least: rows - 2 * PLAY, most: rows + 2 * PLAY });

/** Tries each line that may be the last one before the block. */
function deferAt(
  known: DeferredLegs,
  { at, least, most }: Attempt,
  { depth, breakItems }: Breaking,
): DeferredLegs | null {
  const { items } = known;
  let best: DeferredLegs | null = null;
  let leastCost = costOf(known, depth);
  const { count: size, rowsWithout } = items[at]?.defers ?? { count: 1, rowsWithout: 0 };
  let rows = rowsWithout;
  for (let last = at + size; isLine(items[last]) && isLine(items[last + 1]); last += 1) {
    const line = items[last];
    rows += (line?.rows ?? 0) + (last === at + size ? 0 : (line?.rowsBefore ?? 0));
    if (rows > most) break;
    if (rows < least) continue;
    const moved = movedBehind(items, at, last);
    const head = last - size + 1;
    const breaks = breakItems(
      moved.map((item, place) => (place === head ? { ...item, forcesColumn: true } : item)),
    );
    if (breaks === null || breaks.isForced) continue;
    const block = { head: moved[head]!, count: size };
    const legs = { items: moved, breaks, blocks: [...known.blocks, block] };
    const cost = costOf(legs, depth);
    if (cost >= leastCost || !legs.blocks.every((each) => beginsLeg(legs, each))) continue;
    leastCost = cost;
    best = legs;
  }
  return best;
}

const isLine = (item: FlowItem | undefined): boolean => item?.isLine === true && !item.forcesColumn;

const deepestOf = ({ legs }: LegBreaks): number => Math.max(...legs.map(({ rows }) => rows));

function costOf({ items, breaks }: DeferredLegs, depth: number | null): number {
  const deepest = depth ?? deepestOf(breaks);
  return legsCost(items, breaks, deepest) + deepest * EXTRA_ROW;
}

/** The items with the block at a place behind the line `last`. The paragraph that it parts is set as it is. */
export function movedBehind(items: readonly FlowItem[], at: number, last: number): readonly FlowItem[] {
  const block = items[at];
  const size = block?.defers?.count ?? 1;
  const moved = [...items];
  const [first, next] = [items[at + size], items[last + 1]];
  if (block === undefined || first === undefined || next === undefined) return items;
  moved[at + size] = { ...first, rowsBefore: block.defers?.rowsWithout ?? 0 };
  moved[last + 1] = { ...next, rowsBefore: Math.max(next.rowsBefore, first.rowsBefore) };
  const parted = items.findIndex(({ leaf, isLine }) => isLine === true && leaf === next.leaf);
  const line = moved[parted];
  if (parted <= last && line !== undefined) moved[parted] = { ...line, variants: null };
  const { defers: _, ...still } = block;
  const whole = [{ ...still, breakCost: next.breakCost }, ...items.slice(at + 1, at + size)];
  moved.splice(at, size);
  moved.splice(last - size + 1, 0, ...whole);
  return moved;
}
