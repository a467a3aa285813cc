import type { FlowShape } from '../layout/page-plan.ts';
import { abreastCost, joinTrees, matterTree, picturesCost, stackCost, type CutTree } from './cut-tree.ts';
import { cellFits, headSize, type Search } from './fit-cell.ts';
import type { Matter, PageRole } from './matter.ts';
import {
  LEAD_COLUMN,
  NARROWER_PICTURE,
  ROWS_BETWEEN,
  SMALLER_HEAD,
  SMALLER_LEAD,
  WIDE_SECOND,
} from './weights.ts';

/*
 * A rectangle is cut by guillotine cuts (Gange, Marriott & Stuckey 2012), by dynamic programming over runs of matter
 * in rank: the matter `from`…`to` in so many columns has, for each depth, a cheapest way to fill exactly that depth.
 * A run is one piece of matter, or two shorter runs one above the other (depths add) or side by side (depths equal).
 * The higher-ranked run stands above or to the left, so the first of the page is at its top and heads follow the rank.
 * Of each run and width the cheapest depths alone are kept, so that work grows with runs and not with depths.
 * Invariants that the tests attack: the depths of the cells and the white between them add up to the depth asked for;
 * every piece of matter stands once; the same input gives the same cuts.
 */

/** Depths that are kept of a run in one width. */
const DEPTHS_KEPT = 30;

/** Rectangles of runs of matter, found when asked for. */
export type Cutter = {
  readonly matters: readonly Matter[];
  /** The cheapest rectangle of exactly so many rows that holds the run; null where there is none. */
  readonly exact: (from: number, to: number, columns: number, rows: number) => CutTree | null;
  /** Rectangles of a run in one width, by depth from the least. */
  readonly depths: (from: number, to: number, columns: number) => readonly CutTree[];
};

/** What a cutter works on. `most` is the depth of the page; `mayJump` lets stories go on elsewhere. */
export type CutterInput = {
  readonly matters: readonly Matter[];
  readonly columns: number;
  readonly most: number;
  readonly role: PageRole;
  readonly mayJump: boolean;
  readonly search: Search;
};

type Run = { readonly byRows: (CutTree | undefined)[]; readonly kept: readonly CutTree[] };

/** Opens the tables for one page and one order of its matter. */
export function createCutter(input: CutterInput): Cutter {
  const { matters } = input;
  const runs = new Map<number, Run>();
  const runOf = (from: number, to: number, columns: number): Run => {
    const key = (from * 64 + to) * 16 + columns;
    const known = runs.get(key);
    if (known !== undefined) return known;
    const byRows =
      from === to ? matterRows(input, from, columns) : joinedRows(input, runOf, { from, to, columns });
    const run = { byRows, kept: cheapest(byRows) };
    runs.set(key, run);
    return run;
  };
  const exact = (from: number, to: number, columns: number, rows: number): CutTree | null => {
    const run = runOf(from, to, columns);
    let best: CutTree | null = run.byRows[rows] ?? null;
    for (let middle = from; middle < to; middle += 1) {
      for (let width = 1; width < columns; width += 1) {
        const left = exactSide(from, middle, width, rows);
        const right = left === null ? null : exactSide(middle + 1, to, columns - width, rows);
        if (left === null || right === null) continue;
        input.search.steps += 1;
        const own = abreastCost(left, right);
        if (own + picturesCost(left, right) < (best?.cost ?? Infinity))
          best = joinTrees('abreast', left, right, own);
      }
    }
    return best;
  };
  const exactSide = (from: number, to: number, columns: number, rows: number): CutTree | null =>
    runOf(from, to, columns).byRows[rows] ?? null;
  return { matters, exact, depths: (from, to, columns) => runOf(from, to, columns).kept };
}

function matterRows(input: CutterInput, index: number, columns: number): (CutTree | undefined)[] {
  const { matters, most, mayJump, search, role } = input;
  const matter = matters[index];
  const byRows: (CutTree | undefined)[] = [];
  if (matter === undefined || columns < (matter.leastColumns ?? 1)) return byRows;
  shapesFor(input, matter, index, columns).forEach((shape, at) => {
    const widest = matter.settingFor(columns, shape);
    if (widest === null) return;
    const placed =
      placeCost(input, matter, index, columns) +
      at * (role === 'front' && index === 0 ? SMALLER_LEAD : SMALLER_HEAD);
    for (const setting of [widest, ...(matter.narrowerFor?.(columns, shape) ?? [])]) {
      const extra = placed + (setting.narrower ?? 0) * NARROWER_PICTURE;
      for (const fit of cellFits(search, matter, setting, mayJump)) {
        if (fit.rows > most) break;
        search.steps += 1;
        const cost = fit.cost + extra;
        if (cost < (byRows[fit.rows]?.cost ?? Infinity))
          byRows[fit.rows] = matterTree(index, setting, { ...fit, cost }, headSize(matter, shape));
      }
    }
  });
  return byRows;
}

/** Heads that matter may have by its place in the rank of its page, the best first. */
function shapesFor(input: CutterInput, matter: Matter, index: number, columns: number): readonly FlowShape[] {
  if (matter.kind !== 'story') return ['brief'];
  const first = input.role === 'front' ? 'lead' : 'second';
  const isWide = columns * 2 >= input.columns;
  if (index === 0) {
    if (input.role === 'front') return isWide ? [first, 'second'] : [];
    return isWide ? [first, 'third'] : ['third'];
  }
  if (index === 1 && input.role === 'front') return columns > 1 ? ['third', 'second'] : ['third', 'brief'];
  return index <= 2 ? ['third', 'brief'] : columns === 1 ? ['brief', 'third'] : ['third', 'brief'];
}

function placeCost({ columns: all }: CutterInput, matter: Matter, index: number, columns: number): number {
  if (index === 0 && matter.kind === 'story') return (all - columns) * LEAD_COLUMN;
  return columns === all && all > 1 ? WIDE_SECOND : 0;
}

type RunKey = { readonly from: number; readonly to: number; readonly columns: number };

function joinedRows(
  input: CutterInput,
  runOf: (from: number, to: number, columns: number) => Run,
  { from, to, columns }: RunKey,
): (CutTree | undefined)[] {
  const byRows: (CutTree | undefined)[] = [];
  for (let middle = from; middle < to; middle += 1) {
    stackRuns(input, byRows, runOf(from, middle, columns), runOf(middle + 1, to, columns));
    for (let width = 1; width < columns; width += 1) {
      const left = runOf(from, middle, width);
      if (left.kept.length === 0) continue;
      const right = runOf(middle + 1, to, columns - width);
      abreastRuns(input, byRows, left, right);
    }
  }
  return byRows;
}

function stackRuns(input: CutterInput, byRows: (CutTree | undefined)[], above: Run, below: Run): void {
  for (const first of above.kept) {
    for (const second of below.kept) {
      const rows = first.rows + ROWS_BETWEEN + second.rows;
      if (rows > input.most) continue;
      input.search.steps += 1;
      const known = byRows[rows]?.cost ?? Infinity;
      if (first.ownCost + second.ownCost >= known) continue;
      const own = stackCost(first, second);
      if (own + picturesCost(first, second) < known) byRows[rows] = joinTrees('stack', first, second, own);
    }
  }
}

function abreastRuns(input: CutterInput, byRows: (CutTree | undefined)[], left: Run, right: Run): void {
  for (const first of left.kept) {
    const second = right.byRows[first.rows];
    input.search.steps += 1;
    if (second === undefined) continue;
    const own = abreastCost(first, second);
    if (own + picturesCost(first, second) < (byRows[first.rows]?.cost ?? Infinity))
      byRows[first.rows] = joinTrees('abreast', first, second, own);
  }
}

function cheapest(byRows: readonly (CutTree | undefined)[]): readonly CutTree[] {
  const all = byRows.filter((tree) => tree !== undefined);
  if (all.length <= DEPTHS_KEPT) return all;
  const limit = all.map(({ cost }) => cost).sort((a, b) => a - b)[DEPTHS_KEPT - 1] ?? Infinity;
  return all.filter(({ cost }) => cost <= limit).slice(0, DEPTHS_KEPT);
}
