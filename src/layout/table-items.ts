import type { TableBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import { drawBox } from './draw-decorations.ts';
import { BASELINE_IN_ROW, FORBIDDEN, type FlowItem, type ItemStart } from './flow-items.ts';
import type { LayoutSession } from './layout-session.ts';
import { asRepeat, moveAll, type Placed } from './placed.ts';
import { tableColumns } from './table-columns.ts';
import { finishRow, layoutCaption, setRows, type SetRow } from './table-layout.ts';

/** What a break between two rows costs: a little more than between two lines of text. */
const BREAK_IN_TABLE = 4;

/** Points that the words of a row may move over its edges to stand on the grid: what padding leaves white anyway. */
const MOST_RAISED = 1;
const MOST_LOWERED = 1;

/**
 * A table in a flow: an item for the caption and one for each row, in whole rows of the grid, words on its baselines.
 * The table breaks between rows alone, never after the caption or a head; heads are set again at the top of each leg
 * that it goes on in.
 */
export function tableItems(
  session: LayoutSession,
  start: ItemStart,
  table: TableBox,
  measure: Pt,
): FlowItem[] {
  const { leaf } = start;
  const { baseline } = session;
  const width = pt(Math.max(1, measure - leaf.left - leaf.right));
  const { widths, tooWide } = tableColumns(session, table, width);
  const parts = [
    ...captionPart(session, table, width),
    ...setRows(session, table, widths).map((row) => rowPart(row, baseline)),
  ];
  const heads = parts.filter(({ kind }) => kind === 'head');
  const atTop = asRepeat(stackParts(heads, baseline));
  const repeated = moveAll(
    [...drawEdges(table, { width, height: rowsOf(heads) * baseline }, 'top'), ...atTop],
    leaf.left,
    0,
  );
  const bodies = parts.filter(({ kind }) => kind === 'body').length;
  let body = 0;
  return parts.map((part, index): FlowItem => {
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    if (part.kind === 'body') body += 1;
    const above = isFirst ? Math.ceil(leaf.edgeBefore / baseline - 1e-6) : 0;
    const below = isLast ? Math.ceil(leaf.edgeAfter / baseline - 1e-6) : 0;
    const size = { width, height: part.rows * baseline };
    const edges = [
      ...(isFirst ? drawEdges(table, size, 'top') : []),
      ...(isLast ? drawEdges(table, size, 'bottom') : []),
    ];
    const isAfterRow = part.kind === 'body' && body > 1;
    return {
      leaf: start.index,
      rowsBefore: isFirst ? start.rowsBefore : 0,
      rows: above + part.rows + below,
      breakCost: isFirst
        ? start.breakCost
        : isAfterRow && mayBreak(start, table, body - 1, bodies)
          ? BREAK_IN_TABLE
          : FORBIDDEN,
      forcesColumn: isFirst && start.forcesColumn,
      endsHyphenated: false,
      contentTop: above * baseline,
      contentBottom: (above + part.rows) * baseline,
      placed: moveAll([...edges, ...part.placed], leaf.left, above * baseline),
      variants: null,
      ...(isAfterRow && heads.length > 0 ? { rowsAtTop: rowsOf(heads), atTop: repeated } : {}),
      ...(isFirst && tooWide !== null ? { tooWide } : {}),
    };
  });
}

/** Caption, head or row in whole rows of the grid. */
type TablePart = {
  readonly kind: 'caption' | 'head' | 'body';
  readonly rows: number;
  readonly placed: readonly Placed[];
};

const rowsOf = (parts: readonly TablePart[]): number => parts.reduce((sum, { rows }) => sum + rows, 0);

/** As many rows are left together before and after a break as lines of a paragraph (`orphans`, `widows`). */
function mayBreak({ leaf }: ItemStart, { style }: TableBox, index: number, count: number): boolean {
  if (leaf.keepInside) return false;
  return index >= style.orphans && count - index >= style.widows;
}

function captionPart(session: LayoutSession, table: TableBox, width: Pt): readonly TablePart[] {
  if (table.caption === null) return [];
  const { height, placed } = layoutCaption(session, table, width);
  const rows = Math.max(1, Math.ceil(height / session.baseline - 1e-6));
  // What rounding leaves over stands above: the caption belongs to what is under it.
  return [{ kind: 'caption', rows, placed: moveAll(placed, 0, rows * session.baseline - height) }];
}

function rowPart(set: SetRow, baseline: Pt): TablePart {
  const rows = Math.max(1, Math.ceil(set.height / baseline - 1e-6));
  const depth = pt(rows * baseline);
  const free = depth - set.height;
  const isHead = set.section.kind === 'head';
  const toGrid = BASELINE_IN_ROW * baseline - (set.firstBaseline ?? 0);
  // Heads of several lines stand at the foot of their row, everything else on the first baseline.
  const lower = isHead && rows > 1 ? free : Math.max(-MOST_RAISED, Math.min(toGrid, free + MOST_LOWERED));
  return { kind: isHead ? 'head' : 'body', rows, placed: finishRow(set, depth, lower) };
}

function stackParts(parts: readonly TablePart[], baseline: Pt): Placed[] {
  let row = 0;
  return parts.flatMap((part) => {
    const placed = moveAll(part.placed, 0, row * baseline);
    row += part.rows;
    return placed;
  });
}

/** The table's own border on its first or its last item; at a break it has none. */
function drawEdges(
  table: TableBox,
  size: { readonly width: Pt; readonly height: number },
  edge: 'top' | 'bottom',
): readonly Placed[] {
  const { border } = table.style;
  const none = { ...border.left, width: pt(0) };
  const sides = { ...border, left: none, right: none };
  const rect = { x: pt(0), y: pt(0), width: size.width, height: pt(size.height) };
  const plain = { ...table.style, border: sides, backgroundColour: null };
  return drawBox(plain, rect, { opens: edge === 'top', closes: edge === 'bottom' });
}
