/*
 * Widths of the columns of a table from what stands in them (the automatic table layout of CSS 2.1 §17.5.2.2). A column
 * has four widths of its own: the one at which nothing in it is broken into lines, one at which it is read with ease (by
 * that a table is given its place), the one of its widest word, and the one of its widest syllable. Where the first do not
 * go into the measure, the widest columns are cut to one width, so that narrow ones keep their lines whole; none gets
 * narrower than its words while that can be had, nor than its syllables after that. Where even those are too wide, words
 * are broken between letters.
 * Invariant that the tests attack: the widths add up to the measure.
 */
import type { Box, BoxElement, TableBox, TableCell } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import type { LayoutSession } from './layout-session.ts';
import { legsWidth, type LegGrid } from './leg-grid.ts';

/**
 * What one column needs, in points, with the padding of its cells: `easy` is the width at which figures and short words
 * stand on one line, and text on few.
 */
export type ColumnNeed = {
  readonly tight: number;
  readonly least: number;
  readonly easy: number;
  readonly most: number;
};

/** Ems up to which the text of a cell is not broken with ease, and lines that longer text takes. */
const SHORT = 7;
const EASY_LINES = 3;

/** A table that does not go into its measure; `needs` is the width it would need, with `isBroken` it cannot be read. */
export type TooWide = {
  readonly element: BoxElement;
  readonly needs: Pt;
  readonly measure: Pt;
  readonly isBroken: boolean;
};

/** The columns of a table at one measure. */
export type TableColumns = { readonly widths: readonly Pt[]; readonly tooWide: TooWide | null };

/** Points that rounding may take from a word. */
const PLAY = 0.1;

/** Sets the widths of the columns so that they fill the measure. */
export function tableColumns(session: LayoutSession, table: TableBox, measure: Pt): TableColumns {
  const needs = tableNeeds(session, table);
  const widths = fitColumns(needs, measure).map(pt);
  const least = needs.reduce((sum, { tight }) => sum + tight, 0);
  if (least <= measure + PLAY) return { widths, tooWide: null };
  const isBroken = widths.some((width, column) => width < leastLetter(table, column));
  return { widths, tooWide: { element: table.element, needs: pt(least), measure, isBroken } };
}

/** The width that every table in a box needs, by one of the needs of its columns; 0 without tables. */
export function widestTable(session: LayoutSession, box: Box, key: 'least' | 'easy' | 'most'): number {
  const around = sidesOf(box) + box.style.margin.left + box.style.margin.right;
  if (box.kind === 'table')
    return around + tableNeeds(session, box).reduce((sum, need) => sum + need[key], 0);
  const isHolder = box.kind === 'block' || box.kind === 'list-item';
  const inner = isHolder ? Math.max(0, ...box.children.map((child) => widestTable(session, child, key))) : 0;
  return inner === 0 ? 0 : inner + around;
}

/** How far a table may be wider than it needs to be without a hole between its columns; and what is not done for ease alone. */
const EASY_STRETCH = 1.4;
const MOST_STRETCH = 2.5;

/** Points that a table may be too wide for a leg: it is set in the leg. */
const SLACK = 0.5;

/** Rows from which a table is better wide than with lines that break, and those of it that stand in one leg at least. */
const LONG_TABLE = 8;
const LEAST_ROWS = 4;

/** A box in the legs of its story, and whether that is a table and little else. */
export type BoxInLegs = { readonly box: Box; readonly isOfTables: boolean };

/**
 * Whether the tables in a box stand over all legs: where words do not go into one whole, or not with ease and the table
 * fills what it gets. A long one that is all of its story does so too where its lines break in a leg and stand whole over
 * some of them.
 */
export function isWideFor(session: LayoutSession, { box, isOfTables }: BoxInLegs, legs: LegGrid): boolean {
  const needs = (key: 'least' | 'easy' | 'most'): number => widestTable(session, box, key);
  const width = legs.width + SLACK;
  if (needs('least') > width) return true;
  const all = legsWidth(legs, legs.count);
  const most = needs('most');
  if (most <= width) return false;
  if (isOfTables && longestTable(box) >= LONG_TABLE && (most <= all || legs.count === 1)) return true;
  if (needs('easy') <= width) return false;
  return MOST_STRETCH * most * legsOfTable(session, box, { width: all, gutter: legs.gutter }) >= all;
}

/**
 * Into how many equal legs what stands over all legs for its table is divided, so that no line of that breaks: 1 for what is
 * kept in one piece, for what its style lets span, and for a table that is short or needs all of them.
 */
export function legsOfTable(
  session: LayoutSession,
  box: Box,
  { width, gutter }: { readonly width: number; readonly gutter: number },
): number {
  if (box.style.breakInside === 'avoid' || box.style.columnSpan === 'all') return 1;
  const most = widestTable(session, box, 'most');
  const fitting = Math.floor((width + gutter + SLACK) / (most + gutter));
  return Math.max(1, Math.min(fitting, Math.floor(longestTable(box) / LEAST_ROWS)));
}

/** Paragraphs beside the tables of a story that is of tables, or beside the lines of a poem. */
export const FEW_PARAGRAPHS = 3;

/** Is a story of tables: does little else stand in its legs? */
export function isOfTables(root: Box): boolean {
  return longestTable(root) > 0 && paragraphsInLegs(root) <= FEW_PARAGRAPHS;
}

/** Paragraphs of a story but for those that stand over all its legs. */
export function paragraphsInLegs(box: Box): number {
  if (box.kind === 'paragraph') return 1;
  const isHolder = box.kind === 'block' || box.kind === 'list-item';
  if (!isHolder || box.style.columnSpan === 'all') return 0;
  return box.children.reduce((sum, child) => sum + paragraphsInLegs(child), 0);
}

function longestTable(box: Box): number {
  if (box.kind === 'table') return rowsOf(box);
  const isHolder = box.kind === 'block' || box.kind === 'list-item';
  return isHolder ? Math.max(0, ...box.children.map(longestTable)) : 0;
}

const rowsOf = ({ sections }: TableBox): number =>
  sections.reduce((sum, section) => sum + section.rows.length, 0);

/** White in tables that stand over all legs and are wider for it than they need to be, points times rows of the grid. */
export function whiteInTables(session: LayoutSession, own: BoxInLegs, legs: LegGrid): number {
  const { box, isOfTables } = own;
  if (box.kind === 'table') {
    if (!isWideFor(session, own, legs)) return 0;
    const most = tableNeeds(session, box).reduce((sum, need) => sum + need.most, 0);
    const width = legsWidth(legs, legs.count);
    const count = legsOfTable(session, box, { width, gutter: legs.gutter });
    return (rowsOf(box) / count) * Math.max(0, width - count * EASY_STRETCH * most);
  }
  const isHolder = box.kind === 'block' || box.kind === 'list-item';
  return isHolder
    ? box.children.reduce((sum, child) => sum + whiteInTables(session, { box: child, isOfTables }, legs), 0)
    : 0;
}

/** Widths that add up to the measure. */
export function fitColumns(needs: readonly ColumnNeed[], measure: number): readonly number[] {
  const total = (of: (need: ColumnNeed) => number): number => needs.reduce((sum, need) => sum + of(need), 0);
  const [tight, least, most] = [total((n) => n.tight), total((n) => n.least), total((n) => n.most)];
  if (most <= measure) {
    const rest = measure - most;
    return needs.map((need) => need.most + rest * (most > 0 ? need.most / most : 1 / needs.length));
  }
  if (least <= measure)
    return levelled(
      needs.map((need) => [need.least, need.most]),
      measure,
    );
  if (tight <= measure)
    return levelled(
      needs.map((need) => [need.tight, need.least]),
      measure,
    );
  return levelled(
    needs.map((need) => [0, need.tight]),
    measure,
  );
}

/** Enough halvings for a thousandth of a point on any page. */
const HALVINGS = 40;

/** Widths that add up to the measure, each between its bounds, all that are neither as wide as one another. */
function levelled(bounds: readonly (readonly [low: number, high: number])[], measure: number): number[] {
  const at = (level: number): number[] => bounds.map(([low, high]) => Math.max(low, Math.min(high, level)));
  let low = 0;
  let high = measure;
  for (let round = 0; round < HALVINGS; round += 1) {
    const middle = (low + high) / 2;
    if (at(middle).reduce((sum, width) => sum + width, 0) > measure) high = middle;
    else low = middle;
  }
  return at(low);
}

/** What each column needs; a cell over several columns is shared out over them. */
export function tableNeeds(session: LayoutSession, table: TableBox): readonly ColumnNeed[] {
  const rows = table.sections.flatMap((section) => section.rows);
  const count = Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const needs = Array.from({ length: count }, () => ({ ...NOTHING }));
  const wide: { readonly column: number; readonly cell: TableCell }[] = [];
  for (const { cells } of rows) {
    let column = 0;
    for (const cell of cells) {
      if (cell.span > 1) wide.push({ column, cell });
      else raise(needs.slice(column, column + 1), cellNeed(session, cell));
      column += cell.span;
    }
  }
  for (const { column, cell } of wide)
    raise(needs.slice(column, column + cell.span), cellNeed(session, cell));
  return needs;
}

const NOTHING: ColumnNeed = { tight: 0, least: 0, easy: 0, most: 0 };
const KEYS = ['tight', 'least', 'easy', 'most'] as const;

type MutableNeed = { -readonly [Key in keyof ColumnNeed]: number };

/** Widens columns evenly until they hold a cell. */
function raise(columns: readonly MutableNeed[], need: ColumnNeed): void {
  for (const key of KEYS) {
    const missing = need[key] - columns.reduce((sum, column) => sum + column[key], 0);
    if (missing <= 0) continue;
    for (const column of columns) column[key] += missing / columns.length;
  }
}

function cellNeed(session: LayoutSession, cell: TableCell): ColumnNeed {
  return widen(needOf(session, cell.children), sidesOf(cell) + PLAY);
}

/** Padding and borders at both sides of a cell. */
function sidesOf({ style }: Pick<Box, 'style'>): number {
  const { padding, border } = style;
  return padding.left + padding.right + border.left.width + border.right.width;
}

function needOf(session: LayoutSession, boxes: readonly Box[]): ColumnNeed {
  const needs = boxes.map((box) => boxNeed(session, box));
  const widest = (key: keyof ColumnNeed): number => Math.max(0, ...needs.map((need) => need[key]));
  return { tight: widest('tight'), least: widest('least'), easy: widest('easy'), most: widest('most') };
}

const widen = ({ tight, least, easy, most }: ColumnNeed, around: number): ColumnNeed => ({
  tight: tight + around,
  least: least + around,
  easy: easy + around,
  most: most + around,
});

function boxNeed(session: LayoutSession, box: Box): ColumnNeed {
  const { margin } = box.style;
  const around = sidesOf(box) + margin.left + margin.right;
  switch (box.kind) {
    case 'paragraph': {
      const indent = Math.max(0, box.style.textIndent);
      const least = session.leastWidthOf(box, false);
      const most = session.widthOf(box);
      const short = Math.min(most, SHORT * box.style.fontSize);
      const easy = Math.max(least, short, most / EASY_LINES);
      return widen({ tight: session.leastWidthOf(box, true), least, easy, most }, indent + around);
    }
    case 'block':
    case 'list-item':
      return widen(needOf(session, box.children), around);
    case 'image':
    case 'rule':
    case 'row':
    case 'table':
      return widen(NOTHING, around);
  }
}

/** Room for a letter in each cell of a column: what is narrower cannot be read. */
function leastLetter({ sections, style }: TableBox, column: number): number {
  const cells = sections.flatMap(({ rows }) => rows.map((row) => row.cells[column]));
  return Math.max(...cells.map((cell) => (cell === undefined ? 0 : sidesOf(cell)))) + style.fontSize;
}
