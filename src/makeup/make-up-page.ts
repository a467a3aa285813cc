import { createCutter, type Cutter } from './cut-page.ts';
import { fillerLeast } from './fit-cell.ts';
import { leastRows, roomOf, stripsOf, type Strip } from './page-room.ts';
import type { Search } from './search.ts';
import {
  abreastCost,
  togetherCost,
  seenCost,
  seenTogether,
  type CutTree,
  type Together,
} from './cut-tree.ts';
import type { Cell, Matter, PageArea, PageMakeup, PageRole, PlacedMatter } from './matter.ts';
import { FILLER, FILLER_MOST, FILLER_ROW, HEAD_ORDER, ROWS_BETWEEN } from './weights.ts';

/** Rectangles that fill an area together. */
type Region = {
  readonly parts: readonly { readonly cell: Cell; readonly tree: CutTree | null }[];
  readonly cost: number;
};

/** Rectangles that fill strips to the last row, and what is seen of them over the page. */
type FilledRegion = Region & { readonly seen: Together };

/** Nothing that is seen over the page. */
const NOTHING_SEEN: Together = { picture: 0, nextPicture: 0, fillers: 0 };

/** How a page is made up. */
export type PageOptions = {
  readonly mayJump: boolean;
  /** The last page may end short: what is left of it stays white under a closing rule. */
  readonly mayEndShort: boolean;
  /** Only the order of rank is tried, and not the order of length. */
  readonly inRank: boolean;
  /** Does the paper have pictures of its own to close holes with? A page is rather filled by one than short, then. */
  readonly hasHouse: boolean;
  readonly search: Search;
};

/** A story that comes behind one of a later section. */
const LATE_SECTION = 14;
/** The higher-ranked matter to the right of the lower. */
const RANK_AT_RIGHT = 1;
/** A last page that ends short, where a house picture might fill it and where none is at hand; each row that it does. */
const SHORT = { withHouse: 50, bare: 20 } as const;
const SHORT_ROW = 0.6;

/**
 * Makes up one page: all the matter whole in rectangles that fill the area over its advertisements to the last row.
 * Null where that cannot be. The order of `matters` is their rank; a second order, the longer ones first after the
 * lead, is tried too.
 */
export function makeUpPage(
  area: PageArea,
  matters: readonly Matter[],
  options: PageOptions,
): PageMakeup | null {
  const strips = stripsOf(area);
  const least = matters.reduce((sum, matter) => sum + leastRows(matter, area, options.mayJump), 0);
  if (least > roomOf(strips)) return null;
  let best: { region: Region; isFull: boolean } | null = null;
  const orders = ordersOf(matters, area.role);
  for (const { matters: order, cost } of options.inRank ? orders.slice(0, 1) : orders) {
    const cutter = createCutter({ ...area, ...options, matters: order, most: area.rows });
    const region = fillStrips(cutter, { from: 0, to: order.length - 1, strips, row: 0 });
    const ended = options.mayEndShort
      ? endShort(cutter, strips, options.hasHouse ? SHORT.withHouse : SHORT.bare)
      : null;
    for (const each of [region, ended])
      if (each !== null && each.cost + cost < (best?.region.cost ?? Infinity))
        best = { region: { ...each, cost: each.cost + cost }, isFull: each === region };
  }
  return best === null ? null : { ...readRegion(best.region), isFull: best.isFull };
}

type Ordered = { readonly matters: readonly Matter[]; readonly cost: number };

/**
 * The rank; the longer matter first, after the lead that is planned or where a section or the paper begins; the longer
 * matter of each section first. Page 1 has what is worth it of all sections; elsewhere one follows another.
 */
function ordersOf(matters: readonly Matter[], role: PageRole): readonly Ordered[] {
  const kept = role === 'inside' && matters[0]?.isLead !== true ? 0 : 1;
  const sections = [...new Set(matters.map(({ section }) => section))];
  const turnOf = ({ kind, section }: Matter): number =>
    kind === 'story' ? sections.indexOf(section) : sections.length;
  const all = matters.slice(kept).map((matter, rank) => {
    const length = matter.kind === 'story' ? rowsOf(matter) : 0;
    return { matter, rank, length, turn: role === 'front' ? 0 : turnOf(matter) };
  });
  const byLength = all.toSorted((a, b) => b.length - a.length || a.rank - b.rank);
  const bySection = byLength.toSorted((a, b) => a.turn - b.turn);
  const orders = [{ matters, cost: 0 }];
  for (const order of [bySection, byLength]) {
    const own = [...matters.slice(0, kept), ...order.map(({ matter }) => matter)];
    const isKnown = orders.some((known) => known.matters.every((matter, at) => matter === own[at]));
    const late = order.filter(({ turn }, at) => order.slice(0, at).some((before) => before.turn > turn));
    if (!isKnown) orders.push({ matters: own, cost: late.length * LATE_SECTION });
  }
  return orders;
}

const rowsOf = (matter: Matter): number => matter.settingFor(1, 'brief')?.bodyRows ?? 0;

type Filling = {
  readonly from: number;
  readonly to: number;
  readonly strips: readonly Strip[];
  /** Row at which the strips begin. */
  readonly row: number;
};

/** Fills strips of unlike depth: parted between two of them, or above the place where the first of them ends. */
function fillStrips(cutter: Cutter, filling: Filling): FilledRegion | null {
  const { from, to, strips, row } = filling;
  const [strip, ...more] = strips;
  if (strip === undefined) return from > to ? { parts: [], cost: 0, seen: NOTHING_SEEN } : null;
  if (from > to) return fillerRegion(strips, row);
  const { column, columns, rows } = strip;
  if (more.length === 0) {
    const tree = cutter.exact(from, to, columns, rows);
    return tree === null
      ? null
      : { parts: [{ cell: { column, columns, row, rows }, tree }], cost: tree.cost, seen: tree };
  }
  let best: FilledRegion | null = null;
  const offer = (a: FilledRegion | null, b: FilledRegion | null, extra: number): void => {
    if (a === null || b === null) return;
    const seen = seenTogether(a.seen, b.seen);
    const together = seenCost(seen) - seenCost(a.seen) - seenCost(b.seen);
    const cost = a.cost + b.cost + together + extra;
    if (cost < (best?.cost ?? Infinity)) best = { parts: [...a.parts, ...b.parts], cost, seen };
  };
  const fill = (own: Filling, part: readonly Strip[]): FilledRegion | null =>
    fillStrips(cutter, { ...own, strips: part });
  for (let at = 1; at < strips.length; at += 1) {
    const left = strips.slice(0, at);
    const right = strips.slice(at);
    for (let middle = from - 1; middle <= to; middle += 1) {
      const first = { ...filling, to: middle };
      const second = { ...filling, from: middle + 1 };
      offer(fill(first, left), fill(second, right), 0);
      offer(fill(first, right), fill(second, left), RANK_AT_RIGHT);
    }
  }
  offerLevel(cutter, filling, offer);
  return best;
}

/** A level cut where the shallowest strip ends; the deeper ones go on below it. */
function offerLevel(
  cutter: Cutter,
  { from, to, strips, row }: Filling,
  offer: (a: FilledRegion | null, b: FilledRegion | null, extra: number) => void,
): void {
  const depth = Math.min(...strips.map(({ rows }) => rows));
  const below = strips
    .map((strip) => ({ ...strip, rows: strip.rows - depth - ROWS_BETWEEN }))
    .filter(({ rows }) => rows > 0);
  const isOne = below.every((strip, at) => {
    const before = below[at - 1];
    return before === undefined || before.column + before.columns === strip.column;
  });
  const first = strips[0];
  if (!isOne || first === undefined) return;
  const columns = strips.reduce((sum, strip) => sum + strip.columns, 0);
  const top: Strip = { column: first.column, columns, rows: depth };
  for (let middle = from; middle <= to; middle += 1) {
    offer(
      fillStrips(cutter, { from, to: middle, strips: [top], row }),
      fillStrips(cutter, { from: middle + 1, to, strips: below, row: row + depth + ROWS_BETWEEN }),
      HEAD_ORDER / 8,
    );
  }
}

/** Strips without matter are closed by a house filler each, where they are no deeper than one may be. */
function fillerRegion(strips: readonly Strip[], row: number): FilledRegion | null {
  if (strips.some(({ rows }) => rows > FILLER_MOST)) return null;
  const parts = strips
    .filter(({ columns, rows }) => rows >= fillerLeast(columns))
    .map(({ column, columns, rows }) => ({ cell: { column, columns, row, rows }, tree: null }));
  const seen = { ...NOTHING_SEEN, fillers: parts.length };
  const cost = parts.reduce(
    (sum, { cell }) => sum + FILLER + cell.rows * FILLER_ROW * Math.sqrt(cell.columns),
    seenCost(seen),
  );
  return { parts, cost, seen };
}

/**
 * All matter over neighbouring strips, no deeper than the least of them: over the whole width, or beside the
 * advertisements. What is left of the page stays white.
 */
function endShort(cutter: Cutter, strips: readonly Strip[], short: number): Region | null {
  const to = cutter.matters.length - 1;
  let best: Region | null = null;
  for (const block of to < 0 ? [] : blocksOf(strips)) {
    const { column, columns, rows: most } = block;
    const own = short + whiteAside(strips, block) * UNEVEN_ROW;
    for (const tree of cutter.depths(0, to, columns)) {
      const cost = tree.cost + own + (most - tree.rows) * SHORT_ROW;
      if (tree.rows > most || cost >= (best?.cost ?? Infinity)) continue;
      best = { parts: [{ cell: { column, columns, row: 0, rows: tree.rows }, tree }], cost };
    }
    for (const uneven of [endUneven(cutter, block, own), endAbreast(cutter, block, own)])
      if (uneven !== null && uneven.cost < (best?.cost ?? Infinity)) best = uneven;
  }
  return best;
}

/** Column rows of the strips that a block leaves white beside it. */
function whiteAside(strips: readonly Strip[], block: Strip): number {
  return strips
    .filter(({ column }) => column < block.column || column >= block.column + block.columns)
    .reduce((sum, { columns, rows }) => sum + columns * rows, 0);
}

/** A column row that stays white under a piece that ends before its neighbours, where they all end short, or beside them. */
const UNEVEN_ROW = 0.5;

/**
 * The last pieces side by side, each as deep as it is, under the others in one block, or by themselves: nothing that
 * stands below asks them to end on one line.
 */
function endUneven(cutter: Cutter, { column, columns, rows: most }: Strip, short: number): Region | null {
  const { matters } = cutter;
  let best: Region | null = null;
  for (let abreast = 2; abreast <= Math.min(columns, matters.length); abreast += 1) {
    const first = matters.length - abreast;
    const row = rowAbreast(cutter, first, { column, columns });
    if (row === null) continue;
    for (const above of first === 0 ? [null] : cutter.depths(0, first - 1, columns)) {
      const top = above === null ? 0 : above.rows + ROWS_BETWEEN;
      const cost = (above?.cost ?? 0) + row.cost + short + (most - top - row.rows) * SHORT_ROW;
      if (top + row.rows > most || cost >= (best?.cost ?? Infinity)) continue;
      const under = row.parts.map(({ cell, tree }) => ({ cell: { ...cell, row: top }, tree }));
      const over =
        above === null ? [] : [{ cell: { column, columns, row: 0, rows: above.rows }, tree: above }];
      best = { parts: [...over, ...under], cost };
    }
  }
  return best;
}

/** The first pieces in one block beside the others in another, each as deep as it is. */
function endAbreast(cutter: Cutter, { column, columns, rows: most }: Strip, short: number): Region | null {
  let best: Region | null = null;
  for (const [left, right] of blocksAbreast(cutter, columns)) {
    const deepest = Math.max(left.rows, right.rows);
    const white = (deepest - left.rows) * left.columns + (deepest - right.rows) * right.columns;
    const own = abreastCost(left, right) + togetherCost(left, right) + white * UNEVEN_ROW;
    const cost = own + short + (most - deepest) * SHORT_ROW;
    if (deepest > most || cost >= (best?.cost ?? Infinity)) continue;
    const parts = [left, right].map((tree) => ({
      cell: {
        column: tree === left ? column : column + left.columns,
        columns: tree.columns,
        row: 0,
        rows: tree.rows,
      },
      tree,
    }));
    best = { parts, cost };
  }
  return best;
}

/** All matter in two blocks side by side over some columns. */
function blocksAbreast(cutter: Cutter, columns: number): readonly (readonly [CutTree, CutTree])[] {
  const to = cutter.matters.length - 1;
  const pairs: (readonly [CutTree, CutTree])[] = [];
  for (let middle = 0; middle < to; middle += 1)
    for (let width = 1; width < columns; width += 1) {
      const rights = cutter.depths(middle + 1, to, columns - width);
      const lefts = cutter.depths(0, middle, width);
      pairs.push(...lefts.flatMap((left) => rights.map((right) => [left, right] as const)));
    }
  return pairs;
}

/** Pieces from one on side by side in equal widths, the first of them wider where that does not come out even. */
function rowAbreast(
  cutter: Cutter,
  from: number,
  { column, columns }: Pick<Strip, 'column' | 'columns'>,
): (Region & { readonly rows: number }) | null {
  const count = cutter.matters.length - from;
  const width = Math.floor(columns / count);
  const parts: { cell: Cell; tree: CutTree }[] = [];
  let left = column;
  for (let at = from; at < cutter.matters.length; at += 1) {
    const own = at === from ? columns - width * (count - 1) : width;
    const [tree] = cutter.depths(at, at, own).toSorted((a, b) => a.cost - b.cost || a.rows - b.rows);
    if (tree === undefined) return null;
    parts.push({ cell: { column: left, columns: own, row: 0, rows: tree.rows }, tree });
    left += own;
  }
  const rows = Math.max(...parts.map(({ cell }) => cell.rows));
  const white = parts.reduce((sum, { cell }) => sum + (rows - cell.rows) * cell.columns, 0);
  const cost = parts.reduce((sum, { tree }) => sum + tree.cost, 0) + white * UNEVEN_ROW;
  return { parts, rows, cost };
}

/** Every run of neighbouring strips as one, as deep as the least deep of them. */
function blocksOf(strips: readonly Strip[]): readonly Strip[] {
  return strips.flatMap((_, from) =>
    strips.slice(from).map((__, length): Strip => {
      const run = strips.slice(from, from + length + 1);
      return {
        column: run[0]?.column ?? 0,
        columns: run.reduce((sum, { columns }) => sum + columns, 0),
        rows: Math.min(...run.map(({ rows }) => rows)),
      };
    }),
  );
}

function readRegion({ parts, cost }: Region): Omit<PageMakeup, 'isFull'> {
  const placed: PlacedMatter[] = [];
  const fillers: Cell[] = [];
  for (const { cell, tree } of parts) {
    if (tree === null) fillers.push(cell);
    else readTree(tree, cell, placed);
  }
  return { placed, fillers, cost };
}

function readTree(tree: CutTree, cell: Cell, placed: PlacedMatter[]): void {
  const { cut } = tree;
  if (cut.kind === 'matter') {
    placed.push({ matter: cut.matter, cell, setting: cut.setting, fit: cut.fit.fit });
    return;
  }
  const { first, second } = cut;
  if (cut.kind === 'stack') {
    readTree(first, { ...cell, rows: first.rows }, placed);
    const row = cell.row + first.rows + ROWS_BETWEEN;
    readTree(second, { ...cell, row, rows: second.rows }, placed);
    return;
  }
  readTree(first, { ...cell, columns: first.columns }, placed);
  const column = cell.column + first.columns;
  readTree(second, { ...cell, column, columns: second.columns }, placed);
}
