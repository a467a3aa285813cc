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
 * Ways as dear as a limit are given up, and the limit is raised until one is found: of a cheap way every leg is nearly
 * full, so that few ends are looked at for each begin.
 * Invariants that the tests attack: legs are consecutive and in order; no leg is deeper than allowed; every item up
 * to `next` is in exactly one leg; balanced legs differ by at most one row where no rule forbids it; the limits change
 * nothing of what is found.
 */

/** Weight of one squared missing row. */
export const ROW_COST = 10;
/** Depths over the least one that balancing tries. */
const BALANCE_SLACK = 4;
/** Each row of depth over the least one. */
export const EXTRA_ROW = 6;
/** What ways may cost at first: four rows short, then a hyphen at an end. */
const LIMITS = [16 * ROW_COST, 5000] as const;

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
  const stack = stackOf(items);
  const least = leastDepth(stack, { count, depth, tops });
  if (least === null) return null;
  const costAt = (table: CostTable): number => table.cost.at(-1)?.[items.length] ?? Infinity;
  let best: { cost: number; breaks: LegBreaks } | null = null;
  for (let target = least; target <= Math.min(depth, least + BALANCE_SLACK); target += 1) {
    const extra = (target - least) * EXTRA_ROW;
    // Deeper legs cost at least their depth.
    if (best !== null && extra >= best.cost) break;
    const table = tableWithin(
      stack,
      { count, depth: target, tops },
      costAt,
      (best?.cost ?? Infinity) - extra,
    );
    const cost = costAt(table) + extra;
    if (Number.isFinite(cost) && (best === null || cost < best.cost)) {
      best = { cost, breaks: readBreaks(stack, table, items.length) };
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
  const stack = stackOf(items);
  const endOf = ({ cost }: CostTable): FilledEnd => filledEnd(stack, cost.at(-1) ?? new Float64Array(0));
  const table = tableWithin(stack, { count, depth, tops }, (own) => endOf(own).cost, Infinity);
  return readBreaks(stack, table, endOf(table).end);
}

type FilledEnd = { readonly end: number; readonly cost: number };

/** The cheapest place for the last leg to end, the last of them. */
function filledEnd({ size, breakCost }: Stack, costs: Float64Array): FilledEnd {
  let end = 0;
  let least = Infinity;
  for (let at = 1; at <= size; at += 1) {
    const cost = (costs[at] ?? Infinity) + breakCost[at]!;
    if (cost < least || (cost === least && Number.isFinite(cost))) {
      least = cost;
      end = at;
    }
  }
  return { end, cost: least };
}

type LegRoom = { readonly count: number; readonly depth: number; readonly tops: readonly number[] };

/** The items in columns, for the loops over them: entry `size` is the place after the last. */
type Stack = {
  readonly size: number;
  /** Rows of an item that begins a leg, and of one that does not. */
  readonly first: Float64Array;
  readonly rows: Float64Array;
  readonly breakCost: Float64Array;
  /** The last end of a leg that begins there: where a column is forced, or the place after the last item. */
  readonly lastEnd: Int32Array;
  /** Rows of all items, without white. */
  readonly total: number;
};

function stackOf(items: readonly LegItem[]): Stack {
  const size = items.length;
  const first = new Float64Array(size + 1);
  const rows = new Float64Array(size + 1);
  const breakCost = new Float64Array(size + 1);
  const lastEnd = new Int32Array(size + 1).fill(size);
  let total = 0;
  for (let at = size - 1; at >= 0; at -= 1) {
    const item = items[at]!;
    first[at] = rowsFirst(item);
    rows[at] = item.rowsBefore + item.rows;
    breakCost[at] = item.breakCost;
    total += item.rows;
    const isForced = at + 1 < size && items[at + 1]!.forcesColumn;
    lastEnd[at] = isForced ? at + 1 : lastEnd[at + 1]!;
  }
  return { size, first, rows, breakCost, lastEnd, total };
}

/** The least depth at which a greedy filling gets everything into `count` legs, rules aside; null over `depth`. */
function leastDepth(stack: Stack, { count, depth, tops }: LegRoom): number | null {
  const taken = tops.slice(0, count).reduce((sum, rows) => sum + rows, 0);
  let tallest = 1;
  for (let at = 0; at < stack.size; at += 1) tallest = Math.max(tallest, stack.first[at]!);
  const first = Math.max(tallest, taken === 0 ? Math.floor(stack.total / count) : 1);
  for (let rows = first; rows <= depth; rows += 1) {
    if (greedyLegs(stack, rows, tops) <= count) return rows;
  }
  return null;
}

function greedyLegs({ size, first, rows, lastEnd }: Stack, depth: number, tops: readonly number[]): number {
  let legs = 1;
  let used = tops[0] ?? 0;
  let forced = lastEnd[0]!;
  for (let at = 0; at < size; at += 1) {
    const grown = used + (at === 0 ? first[at]! : rows[at]!);
    if (at > 0 && (grown > depth || at === forced)) {
      legs += 1;
      used = (tops[legs - 1] ?? 0) + first[at]!;
    } else used = grown;
    if (at === forced) forced = lastEnd[at]!;
    // Legs that other matter fills, or leaves too shallow for the item, are passed over.
    while (used > depth && (tops[legs - 1] ?? 0) > 0) {
      legs += 1;
      used = (tops[legs - 1] ?? 0) + first[at]!;
    }
  }
  return legs;
}

type CostTable = {
  readonly cost: readonly Float64Array[];
  readonly from: readonly Int32Array[];
  readonly depth: number;
  readonly tops: readonly number[];
};

/**
 * The table under the first limit that a way is found within: all that is cheaper than it is in it. What costs `most` or
 * more is not wanted.
 */
function tableWithin(
  stack: Stack,
  room: LegRoom,
  costOf: (table: CostTable) => number,
  most: number,
): CostTable {
  for (const limit of LIMITS.filter((step) => step < most)) {
    const table = costTable(stack, room, limit);
    if (costOf(table) < limit) return table;
  }
  return costTable(stack, room, most);
}

/** `cost[leg][end]` over legs 0…count, of ways under a limit; a leg may stay empty once the items are all set. */
function costTable(stack: Stack, { count, depth, tops }: LegRoom, limit: number): CostTable {
  const size = stack.size + 1;
  const cost = [new Float64Array(size).fill(Infinity)];
  const from = [new Int32Array(size)];
  cost[0]![0] = 0;
  let [low, high] = [0, 0];
  for (let leg = 1; leg <= count; leg += 1) {
    const costs = new Float64Array(size).fill(Infinity);
    const sources = new Int32Array(size);
    const relaxation = {
      stack,
      depth,
      top: tops[leg - 1] ?? 0,
      before: cost[leg - 1]!,
      costs,
      sources,
      limit,
    };
    let [nextLow, nextHigh] = [stack.size, 0];
    for (let start = low; start <= high; start += 1) {
      if (relaxation.before[start]! >= limit) continue;
      nextLow = Math.min(nextLow, start);
      nextHigh = Math.max(nextHigh, relax(relaxation, start));
    }
    [low, high] = [nextLow, nextHigh];
    cost.push(costs);
    from.push(sources);
  }
  return { cost, from, depth, tops };
}

type Relaxation = {
  readonly stack: Stack;
  readonly depth: number;
  readonly top: number;
  readonly before: Float64Array;
  readonly costs: Float64Array;
  readonly sources: Int32Array;
  readonly limit: number;
};

/** Tries every leg that begins at `start`; gives the last end that it came to. */
function relax({ stack, depth, top, before, costs, sources, limit }: Relaxation, start: number): number {
  const { size, first, rows: rowsOf, breakCost, lastEnd } = stack;
  const total = before[start]! + (start === 0 ? 0 : breakCost[start]!);
  if (total >= limit) return start;
  // An empty leg, after the last item or before one deeper than a leg: short by its whole depth, but never worse
  // than breaking a rule.
  if (start === size || top + first[start]! > depth) {
    const free = Math.max(0, depth - top);
    const value = total + Math.min(free * free * ROW_COST, FORBIDDEN / 4);
    if (value >= costs[start]! || value >= limit) return start;
    costs[start] = value;
    sources[start] = start;
    return start;
  }
  const last = lastEnd[start]!;
  let rows = top + first[start]!;
  let end = start + 1;
  for (; ; end += 1) {
    const missing = depth - rows;
    const value = total + missing * missing * ROW_COST;
    // Of ways that cost the same, the one whose last leg is the shortest: a line that is missing is missing there.
    if (value < limit && value <= costs[end]!) {
      costs[end] = value;
      sources[end] = start;
    }
    if (end === last) return end;
    rows += rowsOf[end]!;
    if (rows > depth) return end;
  }
}

/** Rows of an item that begins a leg. */
export const rowsFirst = (item: LegItem): number => item.rows + (item.rowsAtTop ?? 0);

/** What legs cost: the rows each is short of the wanted depth, squared, and the breaks between and after them. */
export function legsCost(
  items: readonly LegItem[],
  { legs }: LegBreaks,
  depth: number,
  rowCost: number = ROW_COST,
): number {
  return legs.reduce((sum, { to, rows }) => {
    const missing = depth - rows;
    return sum + missing * missing * rowCost + (items[to]?.breakCost ?? 0);
  }, 0);
}

function readBreaks({ first, rows, breakCost }: Stack, table: CostTable, end: number): LegBreaks {
  const legs: { from: number; to: number; rows: number }[] = [];
  let to = end;
  let isForced = breakCost[end]! >= FORBIDDEN;
  for (let leg = table.from.length - 1; leg >= 1; leg -= 1) {
    const from = table.from[leg]?.[to] ?? 0;
    if (from > 0 && from < to && breakCost[from]! >= FORBIDDEN) isForced = true;
    let depth = to > from ? (table.tops[leg - 1] ?? 0) : 0;
    for (let at = from; at < to; at += 1) depth += at === from ? first[at]! : rows[at]!;
    legs.unshift({ from, to, rows: depth });
    to = from;
  }
  return { legs, next: end, isForced };
}
