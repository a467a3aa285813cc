import type { TableBox, TableRow, TableSection } from '../box/box.ts';
import type { Rect } from '../core/geometry.ts';
import { pt, type Pt } from '../core/units.ts';
import { drawBox } from './draw-decorations.ts';
import type { LayoutSession } from './layout-session.ts';
import { moveAll, type Placed, type Stack } from './placed.ts';
import { layoutStack } from './stack-layout.ts';
import { tableColumns } from './table-columns.ts';

/** A row that is set, before it is known how deep it will be: its rules are drawn by {@link finishRow}. */
export type SetRow = {
  readonly row: TableRow;
  readonly section: TableSection;
  readonly height: Pt;
  /** Baseline of its first line from the row's top; null for a row without words. */
  readonly firstBaseline: Pt | null;
  readonly placed: readonly Placed[];
  /** Left edge and width of each cell. */
  readonly cells: readonly { readonly x: Pt; readonly width: Pt }[];
};

/**
 * Sets the rows of a table at the widths of its columns. Padding makes room, rules do not: they are drawn on the edges
 * that rows share, so that rows of one line are as deep as lines of text.
 */
export function setRows(session: LayoutSession, table: TableBox, widths: readonly Pt[]): readonly SetRow[] {
  return table.sections.flatMap((section) =>
    section.rows.map((row) => setRow(session, { row, section }, widths)),
  );
}

type RowPlace = { readonly row: TableRow; readonly section: TableSection };

function setRow(session: LayoutSession, { row, section }: RowPlace, widths: readonly Pt[]): SetRow {
  const whole = widths.reduce((sum, part) => sum + part, 0);
  let column = 0;
  let start = 0;
  const cells = row.cells.map((cell) => {
    const width = widths.slice(column, column + cell.span).reduce((sum, part) => sum + part, 0);
    // The first column stands where reading begins.
    const x = row.style.direction === 'rtl' ? whole - start - width : start;
    const at = { x: pt(x), width: pt(width) };
    column += cell.span;
    start += width;
    const { padding, border } = cell.style;
    const left = padding.left + border.left.width;
    const inner = pt(Math.max(1, width - left - padding.right - border.right.width));
    const stack = layoutStack(session, cell.children, inner);
    return { ...at, left, stack, top: padding.top, height: padding.top + stack.height + padding.bottom };
  });
  const height = Math.max(0, ...cells.map((cell) => cell.height));
  // Heads stand on the rule under them; all other cells begin on one line.
  const placed = cells.flatMap((cell) => {
    const lowered = section.kind === 'head' ? height - cell.height : 0;
    return moveAll(cell.stack.placed, cell.x + cell.left, cell.top + lowered);
  });
  const baselines = placed.flatMap((item) => (item.kind === 'line' ? [item.baseline] : []));
  return {
    row,
    section,
    height: pt(height),
    firstBaseline: baselines.length === 0 ? null : pt(Math.min(...baselines)),
    placed,
    cells: cells.map(({ x: left, width }) => ({ x: left, width })),
  };
}

/** The row with tints and rules in a depth of its own; its words are moved down by `lower`. */
export function finishRow(set: SetRow, depth: Pt, lower: number): readonly Placed[] {
  const width = set.cells.reduce((sum, cell) => sum + cell.width, 0);
  const rect: Rect = { x: pt(0), y: pt(0), width: pt(width), height: depth };
  const whole = { opens: true, closes: true };
  return [
    ...drawBox(set.row.style, rect, whole),
    ...set.cells.flatMap(({ x, width: own }, index) => {
      const style = set.row.cells[index]?.style;
      return style === undefined ? [] : drawBox(style, { ...rect, x, width: own }, whole);
    }),
    ...moveAll(set.placed, 0, lower),
  ];
}

/** A whole table at one measure, off the grid: caption, rows, its own borders on its edges. */
export function layoutTable(session: LayoutSession, table: TableBox, measure: Pt): Stack {
  const { widths } = tableColumns(session, table, measure);
  const caption = layoutCaption(session, table, measure);
  const placed: Placed[] = [...caption.placed];
  let y = caption.height as number;
  for (const row of setRows(session, table, widths)) {
    placed.push(...moveAll(finishRow(row, row.height, 0), 0, y));
    y += row.height;
  }
  const rect = { x: pt(0), y: pt(0), width: measure, height: pt(y) };
  const edges = drawBox(table.style, rect, { opens: true, closes: true });
  return { width: measure, height: pt(y), placed: [...edges, ...placed] };
}

/** The caption over a table, with the white under it; empty where there is none. */
export function layoutCaption(session: LayoutSession, { caption }: TableBox, measure: Pt): Stack {
  if (caption === null) return { width: measure, height: pt(0), placed: [] };
  const stack = layoutStack(session, [caption], measure);
  return { ...stack, height: pt(stack.height + caption.style.margin.bottom) };
}
