import { FORBIDDEN } from './flow-items.ts';

/** What breaking into legs needs of an item. */
export type LegItem = {
  readonly rows: number;
  readonly rowsBefore: number;
  readonly breakCost: number;
  readonly forcesColumn: boolean;
  /** Rows of what is repeated above the item when it begins a leg: the heads of its table. */
  readonly rowsAtTop?: number;
};

/** Legs as item ranges; `legs[i]` ends where `legs[i + 1]` begins. Empty legs come last. */
export type LegBreaks = {
  readonly legs: readonly { readonly from: number; readonly to: number; readonly rows: number }[];
  /** First item that did not fit. */
  readonly next: number;
  /** True when a rule (widow, orphan, keep) had to be broken. */
  readonly isForced: boolean;
};

/*
 * Legs are broken by dynamic programming (Plass 1981; Mittelbach 2019): `best[leg][end]` is the least cost of setting
 * the items up to `end` in the first `leg` legs. A leg costs the square of the rows it is short of the wanted depth,
 * and each break what the item after it says. Balancing tries depths from the least possible one up to a few rows
 * more and takes the cheapest whole; filling wants every leg full and lets the last break fall where it is cheapest.
 * Invariants that the tests attack: legs are consecutive and in order; no leg is deeper than allowed; every item up
 * to `next` is in exactly one leg; balanced legs differ by at most one row where no rule forbids it.
 */

/** Weight of one squared missing row. */
export const ROW_COST = 10;
/** Depths over the least one that balancing tries. */
const BALANCE_SLACK = 4;
/** Each row of depth over the least one. */
export const EXTRA_ROW = 6;

/**
 * Sets all items in at most `count` legs of even depth; null when they need more than `depth` rows.
 *
 * @param tops rows at the head of each leg that other matter takes; they count as rows of the leg.
 */
export function balanceLegs(
  items: readonly LegItem[],
  count: number,
  depth: number,
  tops: readonly number[] = [],
): LegBreaks | null {
  const least = leastDepth(items, { count, depth, tops });
  if (least === null) return null;
  let best: { cost: number; breaks: LegBreaks } | null = null;
  for (let target = least; target <= Math.min(depth, least + BALANCE_SLACK); target += 1) {
    // Deeper legs cost at least their depth.
    if (best !== null && (target - least) * EXTRA_ROW >= best.cost) break;
    const table = costTable(items, { count, depth: target, tops });
    const cost = (table.cost.at(-1)?.[items.length] ?? Infinity) + (target - least) * EXTRA_ROW;
    if (Number.isFinite(cost) && (best === null || cost < best.cost)) {
      best = { cost, breaks: readBreaks(items, table, items.length) };
    }
  }
  return best?.breaks ?? null;
}

/** Fills `count` legs of `depth` rows as far as the items go; the rest begins at `next`. `tops` as in {@link balanceLegs}. */
export function fillLegs(
  items: readonly LegItem[],
  count: number,
  depth: number,
  tops: readonly number[] = [],
): LegBreaks {
  const table = costTable(items, { count, depth, tops });
  const last = table.cost.at(-1) ?? [];
  let end = 0;
  let least = Infinity;
  for (let at = 1; at <= items.length; at += 1) {
    const cost = (last[at] ?? Infinity) + (items[at]?.breakCost ?? 0);
    if (cost < least || (cost === least && Number.isFinite(cost))) {
      least = cost;
      end = at;
    }
  }
  return readBreaks(items, table, end);
}

type LegRoom = { readonly count: number; readonly depth: number; readonly tops: readonly number[] };

/** The least depth at which a greedy filling gets everything into `count` legs, rules aside; null over `depth`. */
function leastDepth(items: readonly LegItem[], { count, depth, tops }: LegRoom): number | null {
  const tallest = Math.max(1, ...items.map(rowsFirst));
  const taken = tops.slice(0, count).reduce((sum, rows) => sum + rows, 0);
  const total = items.reduce((sum, item) => sum + item.rows, 0);
  const first = Math.max(tallest, taken === 0 ? Math.floor(total / count) : 1);
  for (let rows = first; rows <= depth; rows += 1) {
    if (greedyLegs(items, rows, tops) <= count) return rows;
  }
  return null;
}

function greedyLegs(items: readonly LegItem[], depth: number, tops: readonly number[]): number {
  let legs = 1;
  let used = tops[0] ?? 0;
  let isEmpty = true;
  items.forEach((item, index) => {
    const grown = used + (isEmpty ? rowsFirst(item) : item.rowsBefore + item.rows);
    if (index > 0 && (grown > depth || item.forcesColumn)) {
      legs += 1;
      used = (tops[legs - 1] ?? 0) + rowsFirst(item);
    } else used = grown;
    isEmpty = false;
    // Legs that other matter fills, or leaves too shallow for the item, are passed over.
    while (used > depth && (tops[legs - 1] ?? 0) > 0) {
      legs += 1;
      used = (tops[legs - 1] ?? 0) + rowsFirst(item);
    }
  });
  return legs;
}

type CostTable = {
  readonly cost: readonly Float64Array[];
  readonly from: readonly Int32Array[];
  readonly depth: number;
  readonly tops: readonly number[];
};

/** `cost[leg][end]` over legs 0…count; a leg may stay empty once the items are all set. */
function costTable(items: readonly LegItem[], { count, depth, tops }: LegRoom): CostTable {
  const size = items.length + 1;
  const cost = [new Float64Array(size).fill(Infinity)];
  const from = [new Int32Array(size)];
  const first = cost[0];
  if (first !== undefined) first[0] = 0;
  for (let leg = 1; leg <= count; leg += 1) {
    const costs = new Float64Array(size).fill(Infinity);
    const sources = new Int32Array(size);
    const before = cost[leg - 1] ?? costs;
    const top = tops[leg - 1] ?? 0;
    for (let start = 0; start < size; start += 1)
      if (Number.isFinite(before[start])) relax({ items, depth, top, before, costs, sources }, start);
    cost.push(costs);
    from.push(sources);
  }
  return { cost, from, depth, tops };
}

type Relaxation = {
  readonly items: readonly LegItem[];
  readonly depth: number;
  readonly top: number;
  readonly before: Float64Array;
  readonly costs: Float64Array;
  readonly sources: Int32Array;
};

/** Tries every leg that begins at `start`. */
function relax({ items, depth, top, before, costs, sources }: Relaxation, start: number): void {
  const next = items[start];
  const entry = start === 0 || next === undefined ? 0 : next.breakCost;
  const total = (before[start] ?? Infinity) + entry;
  // An empty leg, after the last item or before one deeper than a leg: short by its whole depth, but never worse
  // than breaking a rule.
  if (next === undefined || top + rowsFirst(next) > depth) {
    const free = Math.max(0, depth - top);
    const value = total + Math.min(free * free * ROW_COST, FORBIDDEN / 4);
    if (value >= (costs[start] ?? Infinity)) return;
    costs[start] = value;
    sources[start] = start;
    return;
  }
  let rows = top + rowsFirst(next);
  for (let end = start + 1; ; end += 1) {
    const missing = depth - rows;
    const value = total + missing * missing * ROW_COST;
    if (value < (costs[end] ?? Infinity)) {
      costs[end] = value;
      sources[end] = start;
    }
    const item = items[end];
    if (item === undefined || item.forcesColumn) return;
    rows += item.rowsBefore + item.rows;
    if (rows > depth) return;
  }
}

/** Rows of an item that begins a leg. */
export const rowsFirst = (item: LegItem): number => item.rows + (item.rowsAtTop ?? 0);

/** What legs cost: the rows each is short of the wanted depth, squared, and the breaks between and after them. */
export function legsCost(items: readonly LegItem[], { legs }: LegBreaks, depth: number): number {
  return legs.reduce((sum, { to, rows }) => {
    const missing = depth - rows;
    return sum + missing * missing * ROW_COST + (items[to]?.breakCost ?? 0);
  }, 0);
}

function readBreaks(items: readonly LegItem[], table: CostTable, end: number): LegBreaks {
  const legs: { from: number; to: number; rows: number }[] = [];
  let to = end;
  let isForced = (items[end]?.breakCost ?? 0) >= FORBIDDEN;
  for (let leg = table.from.length - 1; leg >= 1; leg -= 1) {
    const from = table.from[leg]?.[to] ?? 0;
    if (from > 0 && from < to && (items[from]?.breakCost ?? 0) >= FORBIDDEN) isForced = true;
    const top = to > from ? (table.tops[leg - 1] ?? 0) : 0;
    legs.unshift({ from, to, rows: top + rowsOf(items, from, to) });
    to = from;
  }
  return { legs, next: end, isForced };
}

function rowsOf(items: readonly LegItem[], from: number, to: number): number {
  let rows = 0;
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item !== undefined) rows += at === from ? rowsFirst(item) : item.rowsBefore + item.rows;
  }
  return rows;
}
