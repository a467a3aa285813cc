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
  readonly blocks: readonly FlowItem[];
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

/** Does an item begin a leg? */
export function beginsLeg({ items, breaks }: Omit<DeferredLegs, 'blocks'>, item: FlowItem): boolean {
  return breaks.legs.some(({ from, to }) => to > from && items[from] === item);
}

/** The first block that stands at the head of a leg for want of room in the one before it, set later. */
function deferOne(known: DeferredLegs, breaking: Breaking): DeferredLegs | null {
  const { items, breaks } = known;
  const deepest = breaking.depth ?? deepestOf(breaks);
  for (const [leg, { from, to }] of breaks.legs.entries()) {
    const white = deepest - (breaks.legs[leg - 1]?.rows ?? deepest);
    if (to <= from || white < LEAST_WHITE || items[from]?.defers === undefined) continue;
    const better = deferAt(known, { at: from, white }, breaking);
    if (better !== null) return better;
  }
  return null;
}

type Deferral = { readonly at: number; readonly white: number };

/**
 * Tries each line that may be the last one before the block, near where the white is filled: by all of it in legs as deep
 * as before, by less where what is gained makes all legs less deep.
 */
function deferAt(
  known: DeferredLegs,
  { at, white }: Deferral,
  { depth, breakItems }: Breaking,
): DeferredLegs | null {
  const { items } = known;
  let best: DeferredLegs | null = null;
  let leastCost = costOf(known, depth);
  const count = known.breaks.legs.length;
  const least = (white * (count - 1)) / count;
  let rows = items[at]?.defers?.rowsWithout ?? 0;
  for (let last = at + 1; isLine(items[last]) && isLine(items[last + 1]); last += 1) {
    const line = items[last];
    rows += (line?.rows ?? 0) + (last === at + 1 ? 0 : (line?.rowsBefore ?? 0));
    if (rows > white + PLAY) break;
    if (rows < least - PLAY) continue;
    const moved = movedBehind(items, at, last);
    const breaks = breakItems(
      moved.map((item, place) => (place === last ? { ...item, forcesColumn: true } : item)),
    );
    if (breaks === null || breaks.isForced) continue;
    const legs = { items: moved, breaks, blocks: [...known.blocks, ...moved.slice(last, last + 1)] };
    const cost = costOf(legs, depth);
    if (cost >= leastCost || !legs.blocks.every((block) => beginsLeg(legs, block))) continue;
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
function movedBehind(items: readonly FlowItem[], at: number, last: number): readonly FlowItem[] {
  const moved = [...items];
  const [block, first, next] = [items[at], items[at + 1], items[last + 1]];
  if (block === undefined || first === undefined || next === undefined) return items;
  moved[at + 1] = { ...first, rowsBefore: block.defers?.rowsWithout ?? 0 };
  moved[last + 1] = { ...next, rowsBefore: Math.max(next.rowsBefore, first.rowsBefore) };
  const parted = items.findIndex(({ leaf, isLine }) => isLine === true && leaf === next.leaf);
  const line = moved[parted];
  if (parted <= last && line !== undefined) moved[parted] = { ...line, variants: null };
  const { defers: _, ...still } = block;
  moved.splice(at, 1);
  moved.splice(last, 0, { ...still, breakCost: next.breakCost });
  return moved;
}
