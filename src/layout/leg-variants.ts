/*
 * Legs that come out uneven, or end in a hyphen, are broken once more with the paragraphs free to be a line shorter or
 * longer (Mittelbach 2016): dynamic programming over leg ends × variants. Between two leg ends only the rows used so far
 * matter, so the ways through a leg are kept one per boundary between paragraphs and number of rows. Legs may be short
 * by a row or two only, which keeps the places where a leg may begin few and the work linear in the items.
 * Invariants that the tests attack: each paragraph stands once and in one variant; no leg is deeper than allowed; no
 * break is taken that a rule forbids; the result is never dearer than the plain legs it replaces.
 */
import { legsCost, ROW_COST, rowsFirst, type LegBreaks, type LegItem } from './break-legs.ts';
import { FORBIDDEN } from './flow-items.ts';

/** Another way to set a paragraph: its items, and how much worse its lines are than the best ones. */
export type ItemVariant<T> = { readonly items: readonly T[]; readonly cost: number };

/** An item of a paragraph that may be set in other numbers of lines; `variants` stands on its first item. */
export type VariantItem = LegItem & {
  readonly leaf: number;
  readonly variants: (() => readonly ItemVariant<VariantItem>[]) | null;
};

/** Legs over items of which some paragraphs are variants; `breaks.next` counts the plain items. */
export type VariantLegs<T> = { readonly items: readonly T[]; readonly breaks: LegBreaks };

/** Rows that a leg, but for the last, may be short. */
const MOST_MISSING = 2;
/** Depths beside the plain one that balancing tries. */
const DEPTHS_TRIED = [-1, 0, 1] as const;
/** What ways may cost at first, about three paragraphs varied; and how much more where none is found. */
const FIRST_LIMIT = 64;
const LIMIT_GROWTH = 8;
/** Plain legs as cheap as this need no variants: even within a line, no hyphen at an end. */
const GOOD_ENOUGH = 2 * ROW_COST;
/** Weight of one squared row that a leg is short of its place. */
const UNFILLED_ROW = 20;

/**
 * One way to set a unit: `rowsTo[line]` are the rows of its lines up to that one where matter stands above them. The
 * places of a flow are numbered: `firstPlace + line`.
 */
type Option<T> = ItemVariant<T> & { readonly rowsTo: readonly number[]; readonly firstPlace: number };

type Unit<T> = { readonly from: number; readonly options: readonly Option<T>[] };

/** A way up to the begin of a leg, or to a boundary inside one; linked back to the one before it. */
type Step = {
  readonly unit: number;
  readonly option: number;
  readonly line: number;
  readonly rows: number;
  readonly cost: number;
  readonly endsLeg: boolean;
  readonly before: Step | null;
};

type Search<T> = {
  readonly units: readonly Unit<T>[];
  /** Rows of the leg under what other matter takes at its head, and the rows of that. */
  readonly target: number;
  readonly top: number;
  /** Ways as dear as this are given up. */
  readonly limit: number;
  readonly rowCost: number;
  readonly starts: Map<number, Step>;
};

/** Legs as they are wanted. */
export type LegsWanted = {
  /** Most rows of a leg. */
  readonly depth: number;
  /** The matter goes on elsewhere, and every leg is wanted full. */
  readonly isFilled: boolean;
  /** Rows at the head of each leg that other matter takes; they count as rows of the leg. Empty for none. */
  readonly tops: readonly number[];
};

/** Better legs than the plain ones by variants of paragraphs; null where the plain ones are good or cannot be bettered. */
export function refineLegs<T extends VariantItem>(
  items: readonly T[],
  plain: LegBreaks,
  { depth, isFilled, tops }: LegsWanted,
): VariantLegs<T> | null {
  const used = plain.legs.filter((leg) => leg.to > leg.from).length;
  const isOdd = used < plain.legs.length || used < 2 || items.some((item) => item.forcesColumn);
  const deepest = isFilled ? depth : Math.max(...plain.legs.map((leg) => leg.rows));
  const before = legsCost(items, plain, deepest);
  if (isOdd || before <= GOOD_ENOUGH) return null;
  const units = unitsOf(items);
  let best: Step | null = null;
  let least = before;
  for (const change of isFilled ? [0] : DEPTHS_TRIED) {
    const target = deepest + change;
    if (target > depth || target < 2) continue;
    const dearer = Math.max(0, change) * ROW_COST;
    const end = searchWithin(
      { units, count: used, target, isFilled, tops, rowCost: ROW_COST },
      least - dearer,
    );
    if (end === null) continue;
    best = end;
    least = end.cost + dearer;
  }
  return best === null ? null : readLegs(units, items.length, best);
}

/**
 * The matter in legs that are full to their depth, by paragraphs a line longer or shorter, as far as that looks better than
 * white; null where they are full, or no way was found.
 */
export function spreadLegs<T extends VariantItem>(
  items: readonly T[],
  plain: LegBreaks,
  { depth, tops }: Pick<LegsWanted, 'depth' | 'tops'>,
): VariantLegs<T> | null {
  const used = plain.legs.filter((leg) => leg.to > leg.from).length;
  const isFull = plain.legs.every(({ rows }) => rows >= depth);
  if (isFull || used < plain.legs.length || items.some((item) => item.forcesColumn)) return null;
  const units = unitsOf(items);
  const wanted = { units, count: used, target: depth, isFilled: false, tops, rowCost: UNFILLED_ROW };
  const end = searchWithin(wanted, legsCost(items, plain, depth, UNFILLED_ROW));
  return end === null ? null : readLegs(units, items.length, end);
}

type Wanted<T> = Omit<LegsWanted, 'depth'> & {
  readonly rowCost: number;
  readonly units: readonly Unit<T>[];
  readonly count: number;
  readonly target: number;
};

/** The cheapest way under a limit, looked for among the cheap ones first: most are found there, and those are few. */
function searchWithin<T extends VariantItem>(wanted: Wanted<T>, limit: number): Step | null {
  for (let tried = Math.min(FIRST_LIMIT, limit); ; tried = Math.min(tried * LIMIT_GROWTH, limit)) {
    const end = search(wanted, tried);
    if (end !== null || tried >= limit) return end;
  }
}

/** Items of one leaf each; a paragraph that began on an earlier page has no variants. */
function unitsOf<T extends VariantItem>(items: readonly T[]): readonly Unit<T>[] {
  const units: Unit<T>[] = [];
  let from = 0;
  let place = 0;
  for (let at = 1; at <= items.length; at += 1) {
    if (at < items.length && items[at]?.leaf === items[from]?.leaf) continue;
    const own = items.slice(from, at);
    // The variants of an item are items of its own kind: they are made by the same function.
    const others = (own[0]?.variants?.() ?? []) as readonly ItemVariant<T>[];
    const options = [{ items: own, cost: 0 }, ...others].map((variant) => {
      const option = optionOf(variant, place);
      place += variant.items.length;
      return option;
    });
    units.push({ from, options });
    from = at;
  }
  return units;
}

function optionOf<T extends VariantItem>({ items, cost }: ItemVariant<T>, firstPlace: number): Option<T> {
  const rowsTo = [0];
  for (const { rowsBefore, rows } of items) rowsTo.push((rowsTo.at(-1) ?? 0) + rowsBefore + rows);
  return { items, cost, rowsTo, firstPlace };
}

function search<T extends VariantItem>(
  { units, count, target, isFilled, tops, rowCost }: Wanted<T>,
  limit: number,
): Step | null {
  let starts = new Map<number, Step>();
  starts.set(0, { unit: 0, option: 0, line: 0, rows: 0, cost: 0, endsLeg: true, before: null });
  for (let leg = 1; leg <= count; leg += 1) {
    const top = tops[leg - 1] ?? 0;
    const next: Search<T> = { units, target: target - top, top, limit, rowCost, starts: new Map() };
    for (const start of starts.values()) fillLeg(next, start, isFilled);
    starts = next.starts;
  }
  let best: Step | null = null;
  for (const step of starts.values()) {
    const isEnd = isFilled ? step.option === 0 || step.line === 0 : step.unit === units.length;
    if (isEnd && (best === null || step.cost < best.cost)) best = step;
  }
  return best;
}

/** Runs one leg from its begin over all boundaries between paragraphs that it reaches. */
function fillLeg<T extends VariantItem>(leg: Search<T>, start: Step, isFilled: boolean): void {
  const { units, target } = leg;
  let level = new Map<number, Step>([[0, { ...start, rows: 0, endsLeg: false, before: start }]]);
  for (let unit = start.unit; level.size > 0; unit += 1) {
    const next = new Map<number, Step>();
    const isBegin = unit === start.unit;
    const breakCost = units[unit]?.options[0]?.items[0]?.breakCost ?? 0;
    for (const step of level.values()) {
      const endsHere = unit === units.length ? !isFilled : !isBegin && target - step.rows <= MOST_MISSING;
      if (endsHere)
        endLeg(leg, step, { unit, option: 0, line: 0, rows: step.rows, cost: step.cost, breakCost });
      takeUnit(leg, step, { unit, begun: isBegin ? start : null, next });
    }
    level = next;
  }
}

function keepCheaper<K>(known: Map<K, Step>, key: K, step: Step): void {
  const other = known.get(key);
  if (other === undefined || step.cost < other.cost) known.set(key, step);
}

type Taking = {
  readonly unit: number;
  /** Where the leg begins, for the unit that it begins in. */
  readonly begun: Step | null;
  readonly next: Map<number, Step>;
};

/** Sets a paragraph in each of its variants, or what is left of it in the one it has: up to its end, or to that of the leg. */
function takeUnit<T extends VariantItem>(leg: Search<T>, step: Step, { unit, begun, next }: Taking): void {
  const options = leg.units[unit]?.options ?? [];
  const from = begun?.line ?? 0;
  for (let option = 0; option < options.length; option += 1) {
    const own = options[option];
    if (own === undefined || (from > 0 && option !== begun?.option)) continue;
    const { items, rowsTo } = own;
    const first = items[from];
    const cost = step.cost + (from > 0 ? 0 : own.cost);
    if (first === undefined || cost >= leg.limit) continue;
    // At the head of a leg white is dropped, and heads of tables are repeated.
    const atHead = step.rows === 0 ? rowsFirst(first) - first.rowsBefore - first.rows : 0;
    const above = step.rows + atHead - (rowsTo[from] ?? 0);
    let line = firstEnd(rowsTo, from, leg.target - MOST_MISSING - above);
    for (; line < items.length; line += 1) {
      const rows = above + (rowsTo[line] ?? 0);
      if (rows > leg.target) break;
      endLeg(leg, step, { unit, option, line, rows, cost, breakCost: items[line]?.breakCost ?? 0 });
    }
    const rows = above + (rowsTo[items.length] ?? 0);
    if (rows > leg.target) continue;
    keepCheaper(next, rows, { unit: unit + 1, option, line: 0, rows, cost, endsLeg: false, before: step });
  }
}

/** The first line after `from` up to which there are so many rows; beyond the last where there is none. */
function firstEnd(rowsTo: readonly number[], from: number, rows: number): number {
  let line = rowsTo.length;
  while (line - 1 > from && (rowsTo[line - 1] ?? 0) >= rows) line -= 1;
  return line;
}

type LegEnd = Pick<Step, 'unit' | 'option' | 'line' | 'rows' | 'cost'> & { readonly breakCost: number };

/** The place after all the matter. */
const END = -1;

function endLeg<T extends VariantItem>(leg: Search<T>, before: Step, end: LegEnd): void {
  const { unit, option, line, rows, breakCost } = end;
  if (breakCost >= FORBIDDEN) return;
  const missing = leg.target - rows;
  const cost = end.cost + breakCost + missing * missing * leg.rowCost;
  if (cost >= leg.limit) return;
  const own = leg.units[unit]?.options[option];
  keepCheaper(leg.starts, own === undefined ? END : own.firstPlace + line, {
    unit,
    option,
    line,
    rows: leg.top + rows,
    cost,
    endsLeg: true,
    before,
  });
}

/** Follows the steps back: which variant each paragraph has, and where the legs end. */
function readLegs<T extends VariantItem>(
  units: readonly Unit<T>[],
  count: number,
  end: Step,
): VariantLegs<T> {
  const options = new Map<number, number>();
  const ends: { readonly unit: number; readonly line: number; readonly rows: number }[] = [];
  for (let step: Step | null = end; step !== null; step = step.before) {
    // A step at a boundary names the option of the paragraph it has just left.
    if (step.endsLeg) {
      if (step.before !== null) ends.unshift(step);
      if (step.line > 0) options.set(step.unit, step.option);
    } else if (step.line === 0 && step.rows > 0 && !options.has(step.unit - 1))
      options.set(step.unit - 1, step.option);
  }
  const chosen = units.map((unit, index) => unit.options[options.get(index) ?? 0]?.items ?? []);
  const starts = [0];
  for (const items of chosen) starts.push((starts.at(-1) ?? 0) + items.length);
  let from = 0;
  const legs = ends.map(({ unit, line, rows }) => {
    const to = (starts[unit] ?? 0) + line;
    const leg = { from, to, rows };
    from = to;
    return leg;
  });
  const next = (units[end.unit]?.from ?? count) + end.line;
  return { items: chosen.flat(), breaks: { legs, next, isForced: false } };
}
