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
/** Plain legs as cheap as this need no variants: even within a line, no hyphen at an end. */
const GOOD_ENOUGH = 2 * ROW_COST;

type Unit<T> = { readonly from: number; readonly options: readonly ItemVariant<T>[] };

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
  readonly target: number;
  readonly starts: Map<string, Step>;
};

/**
 * Better legs than the plain ones by variants of paragraphs; null where the plain ones are good or cannot be bettered.
 * @param depth most rows of a leg.
 * @param isFilled the matter goes on elsewhere, and every leg is wanted full.
 */
export function refineLegs<T extends VariantItem>(
  items: readonly T[],
  plain: LegBreaks,
  { depth, isFilled }: { readonly depth: number; readonly isFilled: boolean },
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
    const end = search(units, used, target, isFilled);
    if (end !== null && end.cost + Math.max(0, change) * ROW_COST < least) {
      best = end;
      least = end.cost + Math.max(0, change) * ROW_COST;
    }
  }
  return best === null ? null : readLegs(units, items.length, best);
}

/** Items of one leaf each; a paragraph that began on an earlier page has no variants. */
function unitsOf<T extends VariantItem>(items: readonly T[]): readonly Unit<T>[] {
  const units: Unit<T>[] = [];
  let from = 0;
  for (let at = 1; at <= items.length; at += 1) {
    if (at < items.length && items[at]?.leaf === items[from]?.leaf) continue;
    const own = items.slice(from, at);
    // The variants of an item are items of its own kind: they are made by the same function.
    const others = (own[0]?.variants?.() ?? []) as readonly ItemVariant<T>[];
    units.push({ from, options: [{ items: own, cost: 0 }, ...others] });
    from = at;
  }
  return units;
}

function search<T extends VariantItem>(
  units: readonly Unit<T>[],
  count: number,
  target: number,
  isFilled: boolean,
): Step | null {
  let starts = new Map<string, Step>();
  starts.set('', { unit: 0, option: 0, line: 0, rows: 0, cost: 0, endsLeg: true, before: null });
  for (let leg = 1; leg <= count; leg += 1) {
    const next: Search<T> = { units, target, starts: new Map() };
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
  let level = new Map<number, Step>([[0, { ...start, rows: 0, endsLeg: false, before: start }]]);
  for (let unit = start.unit; level.size > 0; unit += 1) {
    const next = new Map<number, Step>();
    for (const step of level.values()) {
      const isBegin = unit === start.unit;
      const endsHere =
        unit === leg.units.length ? !isFilled : !isBegin && leg.target - step.rows <= MOST_MISSING;
      if (endsHere) endLeg(leg, { ...step, unit, option: 0, line: 0, before: step }, breakCostOf(leg, unit));
      takeUnit(leg, step, unit, isBegin ? start : null).forEach((reached) =>
        keepCheaper(next, reached.rows, reached),
      );
    }
    level = next;
  }
}

function keepCheaper<K>(known: Map<K, Step>, key: K, step: Step): void {
  const other = known.get(key);
  if (other === undefined || step.cost < other.cost) known.set(key, step);
}

function breakCostOf<T extends VariantItem>({ units }: Search<T>, unit: number): number {
  return units[unit]?.options[0]?.items[0]?.breakCost ?? 0;
}

/** Sets a paragraph in each of its variants, or what is left of it in the one it has; gives where it ends in this leg. */
function takeUnit<T extends VariantItem>(
  leg: Search<T>,
  step: Step,
  unit: number,
  begun: Step | null,
): readonly Step[] {
  const options = leg.units[unit]?.options ?? [];
  const isCut = begun !== null && begun.line > 0;
  return options.flatMap(({ items, cost }, option): readonly Step[] => {
    if (isCut && option !== begun.option) return [];
    const from = isCut ? begun.line : 0;
    let { rows } = step;
    const total = step.cost + (isCut ? 0 : cost);
    for (let line = from; line < items.length; line += 1) {
      const item = items[line];
      if (item === undefined) return [];
      const here: Step = { ...step, unit, option, line, rows, cost: total, before: step };
      if (line > from && leg.target - rows <= MOST_MISSING) endLeg(leg, here, item.breakCost);
      rows += rows === 0 ? rowsFirst(item) : item.rowsBefore + item.rows;
      if (rows > leg.target) return [];
    }
    return [{ unit: unit + 1, option, line: 0, rows, cost: total, endsLeg: false, before: step }];
  });
}

function endLeg<T extends VariantItem>(leg: Search<T>, step: Step, breakCost: number): void {
  if (breakCost >= FORBIDDEN) return;
  const missing = leg.target - step.rows;
  const cost = step.cost + breakCost + missing * missing * ROW_COST;
  const key = `${step.unit}:${step.option}:${step.line}`;
  keepCheaper(leg.starts, key, { ...step, cost, endsLeg: true });
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
