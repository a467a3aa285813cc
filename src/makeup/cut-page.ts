import type { FlowShape } from '../layout/page-plan.ts';
import { abreastCost, joinTrees, matterTree, togetherCost, stackCost, type CutTree } from './cut-tree.ts';
import { cellFits, headSize, leverCost } from './fit-cell.ts';
import type { CellFit, Matter, PageRole, Setting } from './matter.ts';
import type { Run, Search } from './search.ts';
import {
  FRONT_FILLER,
  FRONT_PICTURE_COLUMN,
  LEAD_COLUMN,
  ROWS_BETWEEN,
  SMALL_HEAD_COLUMN,
  SMALL_OPENING,
  SMALLER_HEAD,
  SMALLER_LEAD,
  SMALLER_PLANNED_LEAD,
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

type RunKey = { readonly from: number; readonly to: number; readonly columns: number };
type RunOf = (from: number, to: number, columns: number) => Run;

/** Runs of so many pieces are kept for other pages: choices of matter have short runs in common. */
const RUN_KEPT = 3;
/** More than there are pieces of matter that one page is tried with; three of them go into a key. */
const NUMBERS = 2 ** 14;
/** Places in the rank that heads tell apart: the lead, the second, the third, the others. */
const RANKS = 3;

/** Two runs that cost more than the cheapest two by so much are not set one above the other. */
const DEARER_MOST = 50;

/** Opens the tables for one page and one order of its matter. */
export function createCutter(input: CutterInput): Cutter {
  const { matters, search } = input;
  const own = new Map<number, Run>();
  const numbers = matters.map((matter) => numberOf(search, matter));
  const runs = runsOf(input);
  const runOf: RunOf = (from, to, columns) => {
    const key = (from * 64 + to) * 16 + columns;
    let run = own.get(key);
    if (run === undefined) {
      run = to - from < RUN_KEPT ? shortRun({ from, to, columns }) : cutRun({ from, to, columns });
      own.set(key, run);
    }
    return run;
  };
  const cutRun = (key: RunKey): Run => {
    const { from, to, columns } = key;
    const byRows = from === to ? matterRows(input, from, columns) : joinedRows(input, runOf, key);
    const kept = cheapest(byRows);
    const least = kept.reduce((cost, { ownCost }) => Math.min(cost, ownCost), Infinity);
    return { byRows, kept, least };
  };
  const shortRun = (key: RunKey): Run => {
    const { from, to, columns } = key;
    let about = Math.min(from, RANKS) * 16 + columns;
    for (let at = from; at <= to; at += 1) about = about * NUMBERS + (numbers[at] ?? 0) + 1;
    const run = runs.get(about) ?? cutRun(key);
    runs.set(about, run);
    return run;
  };
  return {
    matters,
    exact: (from, to, columns, rows) => exactRows(input, runOf, { from, to, columns }, rows),
    depths: (from, to, columns) => runOf(from, to, columns).kept,
  };
}

/** Short runs of the pages that such a page is like. */
function runsOf({ search, role, columns, most, mayJump }: CutterInput): Map<number, Run> {
  const page = `${role} ${columns} ${most} ${mayJump}`;
  const runs = search.runs.get(page) ?? new Map<number, Run>();
  search.runs.set(page, runs);
  return runs;
}

function numberOf({ numbers }: Search, matter: Matter): number {
  const number = numbers.get(matter) ?? numbers.size;
  numbers.set(matter, number);
  return number;
}

/** The cheapest way to fill one depth. */
function exactRows(input: CutterInput, runOf: RunOf, key: RunKey, rows: number): CutTree | null {
  const { from, to, columns } = key;
  let best = from === to ? runOf(from, to, columns).byRows[rows] : undefined;
  for (let middle = from; middle < to; middle += 1) {
    const below = runOf(middle + 1, to, columns).byRows;
    for (const first of runOf(from, middle, columns).kept)
      best = cheaper(input, best, 'stack', first, below[rows - ROWS_BETWEEN - first.rows]);
    for (let width = 1; width < columns; width += 1) {
      const left = runOf(from, middle, width).byRows[rows];
      if (left !== undefined)
        best = cheaper(input, best, 'abreast', left, runOf(middle + 1, to, columns - width).byRows[rows]);
    }
  }
  return best ?? null;
}

/** Two rectangles together where they are cheaper than what is known of their depth. */
function cheaper(
  { search }: CutterInput,
  known: CutTree | undefined,
  kind: 'stack' | 'abreast',
  ...[first, second]: readonly [CutTree, CutTree | undefined]
): CutTree | undefined {
  search.steps += 1;
  const cost = known?.cost ?? Infinity;
  if (second === undefined || first.ownCost + second.ownCost >= cost) return known;
  const own = kind === 'stack' ? stackCost(first, second) : abreastCost(first, second);
  return own + togetherCost(first, second) < cost ? joinTrees(kind, first, second, own) : known;
}

function matterRows(input: CutterInput, index: number, columns: number): (CutTree | undefined)[] {
  const { matters, most, mayJump, search, role } = input;
  const matter = matters[index];
  const byRows: (CutTree | undefined)[] = [];
  if (matter === undefined || columns < (matter.leastColumns ?? 1)) return byRows;
  shapesFor(input, matter, index, columns).forEach((shape, at) => {
    const widest = matter.settingFor(columns, shape);
    if (widest === null) return;
    const isLead = role === 'front' && index === 0;
    const placed =
      placeCost(input, matter, index, columns) +
      at * (isLead ? SMALLER_LEAD : matter.isLead === true ? SMALLER_PLANNED_LEAD : SMALLER_HEAD) +
      (shape === 'brief' ? smallHeadCost(matter, columns) : 0);
    for (const setting of [widest, ...(matter.othersFor?.(columns, shape) ?? [])]) {
      const extra = placed + leverCost(setting) + (isLead ? frontPictureCost(input, setting) : 0);
      for (const fit of cellFits(search, matter, setting, mayJump)) {
        if (fit.rows > most) break;
        search.steps += 1;
        const cost = fit.cost + extra + frontFillerCost(input, fit);
        if (cost < (byRows[fit.rows]?.cost ?? Infinity))
          byRows[fit.rows] = matterTree(matter, setting, { ...fit, cost }, headSize(matter, shape));
      }
    }
  });
  return byRows;
}

/** Heads that matter may have by its place in the rank of its page, the best first. */
function shapesFor(input: CutterInput, matter: Matter, index: number, columns: number): readonly FlowShape[] {
  const mayLead = matter.isLead === true || (input.role !== 'inside' && matter.parts === undefined);
  const leads = index === 0 && mayLead;
  if (matter.kind === 'rest' || (matter.kind === 'brief' && !leads)) return ['brief'];
  const first = input.role === 'front' ? 'lead' : 'second';
  const isWide = columns * 2 >= input.columns;
  if (index === 0) {
    if (input.role === 'front') return isWide ? [first, 'second'] : [];
    const own: readonly FlowShape[] = isWide ? [first, 'third'] : ['third'];
    return matter.isLead === true ? [...own, 'brief'] : own;
  }
  if (index === 1 && input.role === 'front') return columns > 1 ? ['third', 'second'] : ['third', 'brief'];
  return index <= 2 ? ['third', 'brief'] : columns === 1 ? ['brief', 'third'] : ['third', 'brief'];
}

function frontPictureCost({ columns }: CutterInput, { pictureOver = columns }: Setting): number {
  return Math.max(0, Math.ceil(columns / 2) - pictureOver) * FRONT_PICTURE_COLUMN;
}

function frontFillerCost({ role }: CutterInput, { fit }: CellFit): number {
  return role === 'front' && fit.fillerRows > 0 ? FRONT_FILLER : 0;
}

/** Two columns are what the smallest head is made for at most. */
function smallHeadCost(matter: Matter, columns: number): number {
  if (matter.kind === 'rest') return 0;
  const opening = matter.opensSection === true && matter.kind === 'story' ? SMALL_OPENING : 0;
  return opening + Math.max(0, columns - SMALL_HEAD_COLUMNS) * SMALL_HEAD_COLUMN;
}

const SMALL_HEAD_COLUMNS = 2;

function placeCost({ columns: all }: CutterInput, matter: Matter, index: number, columns: number): number {
  if (index === 0 && (matter.kind === 'story' || matter.isLead === true))
    return (all - columns) * LEAD_COLUMN;
  return columns === all && all > 1 ? WIDE_SECOND : 0;
}

function joinedRows(
  input: CutterInput,
  runOf: RunOf,
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
  const limit = above.least + below.least + DEARER_MOST;
  for (const first of above.kept) {
    if (first.ownCost + below.least > limit) continue;
    for (const second of below.kept) {
      if (first.ownCost + second.ownCost > limit) continue;
      const rows = first.rows + ROWS_BETWEEN + second.rows;
      // They stand in the order of their depths.
      if (rows > input.most) break;
      byRows[rows] = cheaper(input, byRows[rows], 'stack', first, second);
    }
  }
}

function abreastRuns(input: CutterInput, byRows: (CutTree | undefined)[], left: Run, right: Run): void {
  for (const first of left.kept)
    byRows[first.rows] = cheaper(input, byRows[first.rows], 'abreast', first, right.byRows[first.rows]);
}

function cheapest(byRows: readonly (CutTree | undefined)[]): readonly CutTree[] {
  const all = byRows.filter((tree) => tree !== undefined);
  if (all.length <= DEPTHS_KEPT) return all;
  const limit = all.map(({ cost }) => cost).sort((a, b) => a - b)[DEPTHS_KEPT - 1] ?? Infinity;
  return all.filter(({ cost }) => cost <= limit).slice(0, DEPTHS_KEPT);
}
