/*
 * A spread is one page of double width, made up on its own: nothing runs on to it or from it. Its lead stands over the
 * fold, whole and at the head: over all columns with the others under it, each in one half; or over the middle ones with
 * the others beside it down to the foot. So the fold parts the lead alone, whose head is set for that. Every way is
 * tried with every depth that the lead can take and every place that parts the others into left and right.
 * Invariants that the tests attack: no cell but the lead's is on both sides of the fold; the cells and the white between
 * them fill the spread to the last row.
 */
import type { PageGrid } from '../edition/edition.ts';
import type { StoryStore } from '../layout/measure-story.ts';
import type { Flow } from '../layout/page-plan.ts';
import { partOfSpread, spreadGrid } from '../layout/spread-grid.ts';
import { cellFits, leverCost } from './fit-cell.ts';
import { joinBriefs } from './join-briefs.ts';
import { makeUpPage } from './make-up-page.ts';
import type { CellFit, MadeUpPage, Matter, PageArea, PageMakeup, PlacedMatter, Setting } from './matter.ts';
import { matterOf } from './measure-matter.ts';
import { unmeasured } from './measured-matter.ts';
import { emptyMemory } from './search.ts';
import { LEAD_COLUMN, ROWS_BETWEEN } from './weights.ts';

/** What a spread is made up from. */
export type SpreadInput = {
  readonly store: StoryStore;
  /** Its stories, the lead first. */
  readonly stories: readonly Flow[];
  /** Rows that they may take, under the head of the page. */
  readonly rows: number;
  /** Pages of the number. */
  readonly count: number;
  readonly hasHouse: boolean;
};

/** Rows under a lead in which stories can stand. */
const LEAST_ROWS_UNDER = 8;
/** A column row of half a spread that stays white, where nothing fills it. */
const EMPTY_ROW = 1;

/** The spread with its lead over the fold; cells count the columns of both pages. Null where no way was found. */
export function planSpread(input: SpreadInput): MadeUpPage | null {
  const bench = openBench(input);
  const ways = (mayEndShort: boolean): readonly PageMakeup[] => [
    ...underLead(bench, mayEndShort),
    ...besideLead(bench, mayEndShort),
  ];
  const full = ways(false);
  const best = cheapest(full.length > 0 ? full : ways(true));
  const { rows, count } = input;
  const area = { columns: bench.grid.columns, rows, role: 'section', section: null, count, ads: [] } as const;
  return best === null ? null : { area, makeup: best };
}

/** Fewest rows that the lead takes over all columns; null where its head does not go in. */
export function leastLeadRows(input: SpreadInput): number | null {
  const bench = openBench(input);
  const rows = bench.leadOver(0, bench.grid.columns).map(({ fit }) => fit.rows);
  return rows.length === 0 ? null : Math.min(...rows);
}

function cheapest(ways: readonly PageMakeup[]): PageMakeup | null {
  return ways.reduce<PageMakeup | null>(
    (best, way) => (best === null || way.cost < best.cost ? way : best),
    null,
  );
}

type Bench = SpreadInput & {
  readonly grid: PageGrid;
  readonly half: number;
  /** The lead over some columns, from a first one on; null where its head does not go in. */
  readonly leadOver: (column: number, columns: number) => readonly LeadWay[];
  /** The others from one to before another as matter of a part of so many columns, clear of the fold. */
  readonly others: (from: number, to: number, columns: number) => readonly Matter[];
  readonly otherCount: number;
  readonly fill: (
    matters: readonly Matter[],
    area: Pick<PageArea, 'columns' | 'rows'>,
    mayEndShort: boolean,
  ) => PageMakeup | null;
};

/** A setting of the lead and a depth that it takes so. */
type LeadWay = {
  readonly matter: Matter;
  readonly setting: Setting;
  readonly fit: CellFit;
  readonly cost: number;
};

function openBench(input: SpreadInput): Bench {
  const { store, stories, count, hasHouse } = input;
  const grid = spreadGrid(store.grid);
  const half = grid.columns / 2;
  const { search, joined } = emptyMemory();
  const stores = new Map<string, StoryStore>();
  const storeOver = (column: number, columns: number): StoryStore => {
    const part = partOfSpread(grid, column, columns);
    const key = `${columns}:${part.columnsToFold ?? ''}`;
    const known = stores.get(key) ?? { ...store, grid: part, depths: new Map() };
    stores.set(key, known);
    return known;
  };
  const matters = new Map<string, Matter>();
  const matterOver = (story: number, columns: number): Matter | null => {
    const flow = stories[story];
    if (flow === undefined) return null;
    const key = `${story}:${columns}`;
    const known = matters.get(key) ?? matterOf(storeOver(0, columns), flow, unmeasured());
    matters.set(key, known);
    return known;
  };
  return {
    ...input,
    grid,
    half,
    otherCount: stories.length - 1,
    leadOver: (column, columns) => {
      const [flow] = stories;
      if (flow === undefined) return [];
      const matter = matterOf(storeOver(column, columns), flow, unmeasured());
      const widest = matter.settingFor(columns, 'spread');
      if (widest === null) return [];
      const others = matter.othersFor?.(columns, 'spread') ?? [];
      return [widest, ...others].flatMap((setting) =>
        // A filler under the lead would run over the fold.
        cellFits(search, matter, setting, false)
          .filter(({ fit }) => fit.fillerRows === 0)
          .map((fit): LeadWay => {
            const cost = fit.cost + leverCost(setting) + (grid.columns - columns) * LEAD_COLUMN;
            return { matter, setting, fit, cost };
          }),
      );
    },
    others: (from, to, columns) => {
      const own = Array.from({ length: to - from }, (_, at) => matterOver(1 + from + at, columns)).filter(
        (matter) => matter !== null,
      );
      const briefs = own.filter(({ kind }) => kind === 'brief');
      const longer = own.filter(({ kind }) => kind !== 'brief');
      return [...longer, ...(briefs.length > 1 && longer.length > 0 ? [joinBriefs(joined, briefs)] : briefs)];
    },
    fill: (own, { columns, rows }, mayEndShort) => {
      if (own.length === 0 && mayEndShort)
        return { ...EMPTY, cost: columns * rows * EMPTY_ROW, isFull: false };
      const area: PageArea = { columns, rows, role: 'inside', section: null, count, ads: [] };
      return makeUpPage(area, own, { mayJump: false, mayEndShort, inRank: false, hasHouse, search });
    },
  };
}

/** The lead over all columns; what stands under it is parted by the fold. */
function underLead(bench: Bench, mayEndShort: boolean): readonly PageMakeup[] {
  const { grid, half, rows, otherCount, others, fill } = bench;
  const leads = bench.leadOver(0, grid.columns);
  if (otherCount === 0)
    return leads.flatMap((lead) =>
      lead.fit.rows === rows || (mayEndShort && lead.fit.rows < rows)
        ? [{ ...join(lead, { column: 0, rows: lead.fit.rows }, []), isFull: lead.fit.rows === rows }]
        : [],
    );
  // Of one depth the cheapest lead will do.
  const byRows = new Map<number, LeadWay>();
  for (const lead of leads)
    if (lead.cost < (byRows.get(lead.fit.rows)?.cost ?? Infinity)) byRows.set(lead.fit.rows, lead);
  return [...byRows.values()].flatMap((lead) => {
    const under = lead.fit.rows + ROWS_BETWEEN;
    const area = { columns: half, rows: rows - under };
    if (area.rows < LEAST_ROWS_UNDER) return [];
    return Array.from({ length: otherCount + 1 }, (_, middle): PageMakeup | null => {
      const left = fill(others(0, middle, half), area, mayEndShort);
      const right = left === null ? null : fill(others(middle, otherCount, half), area, mayEndShort);
      if (left === null || right === null) return null;
      return join(lead, { column: 0, rows: lead.fit.rows }, [
        movedBy(left, 0, under),
        movedBy(right, half, under),
      ]);
    }).filter((way) => way !== null);
  });
}

/** The lead over the columns on both sides of the fold, and the others beside it. */
function besideLead(bench: Bench, mayEndShort: boolean): readonly PageMakeup[] {
  const { grid, half, rows, otherCount } = bench;
  if (otherCount === 0) return [];
  const widths = Array.from({ length: Math.floor(half / 2) + 1 }, (_, columns) => columns);
  return widths.flatMap((left) =>
    widths.flatMap((right): readonly PageMakeup[] => {
      if (left + right === 0) return [];
      const columns = grid.columns - left - right;
      const leads = bench
        .leadOver(left, columns)
        .filter(({ fit }) => fit.rows === rows || (mayEndShort && fit.rows < rows))
        .map((lead) => ({ ...lead, cost: lead.cost + (rows - lead.fit.rows) * columns * EMPTY_ROW }));
      const [lead] = leads.toSorted((a, b) => a.cost - b.cost);
      return lead === undefined ? [] : besides(bench, lead, { left, right, mayEndShort });
    }),
  );
}

type Sides = { readonly left: number; readonly right: number; readonly mayEndShort: boolean };

/** The others in rank, so many of them on the left and the rest on the right, down to the foot. */
function besides(bench: Bench, lead: LeadWay, { left, right, mayEndShort }: Sides): readonly PageMakeup[] {
  const { grid, rows, otherCount } = bench;
  const side = (from: number, to: number, columns: number): PageMakeup | null => {
    if (columns === 0) return from === to ? EMPTY : null;
    return from === to ? null : bench.fill(bench.others(from, to, columns), { columns, rows }, mayEndShort);
  };
  return Array.from({ length: otherCount + 1 }, (_, middle): PageMakeup | null => {
    const before = side(0, middle, left);
    const after = before === null ? null : side(middle, otherCount, right);
    if (before === null || after === null) return null;
    const parts = [movedBy(before, 0, 0), movedBy(after, grid.columns - right, 0)];
    const way = join(lead, { column: left, rows: lead.fit.rows }, parts);
    return { ...way, isFull: way.isFull && lead.fit.rows === rows };
  }).filter((way) => way !== null);
}

const EMPTY: PageMakeup = { placed: [], fillers: [], cost: 0, isFull: true };

function movedBy(page: PageMakeup, columns: number, rows: number): PageMakeup {
  const moved = <C extends { readonly column: number; readonly row: number }>(cell: C): C => ({
    ...cell,
    column: cell.column + columns,
    row: cell.row + rows,
  });
  const placed = page.placed.map((each): PlacedMatter => ({ ...each, cell: moved(each.cell) }));
  return { ...page, placed, fillers: page.fillers.map(moved) };
}

function join(
  { matter, setting, fit, cost }: LeadWay,
  { column, rows }: { readonly column: number; readonly rows: number },
  others: readonly PageMakeup[],
): PageMakeup {
  const cell = { column, columns: setting.columns, row: 0, rows };
  return {
    placed: [{ matter, cell, setting, fit: fit.fit }, ...others.flatMap(({ placed }) => placed)],
    fillers: others.flatMap(({ fillers }) => fillers),
    cost: others.reduce((sum, other) => sum + other.cost, cost),
    isFull: others.every(({ isFull }) => isFull),
  };
}
