import type { TableBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import { drawBox } from './draw-decorations.ts';
import { BASELINE_IN_ROW, FORBIDDEN, type FlowItem, type ItemStart } from './flow-items.ts';
import { continuedHead } from './continued-head.ts';
import type { LayoutSession } from './layout-session.ts';
import { layoutLeaf } from './leaf-matter.ts';
import { packStrips } from './pack-strips.ts';
import { asRepeat, moveAll, type Placed } from './placed.ts';
import { tableColumns } from './table-columns.ts';
import { finishRow, layoutCaption, setRows, type SetRow } from './table-layout.ts';

/** What a break between two rows costs: a little more than between two lines of text. */
const BREAK_IN_TABLE = 4;

/** Rows of the grid in a pack: lines of a table that break are deep, and legs want places to end. */
const MOST_ROWS = 4;

/** Points that the words of a row may move over its edges to stand on the grid: what padding leaves white anyway. */
const MOST_RAISED = 1;
const MOST_LOWERED = 1;

/**
 * A table in a flow: an item for the caption and one for each row, in whole rows of the grid, words on its baselines.
 * The table breaks between rows alone, never after the caption or a head; heads are set again at the top of each leg
 * that it goes on in. With `-ed-baseline: free`, as in listings, rows are as deep as their words, and packed into rows of
 * the grid several at a time.
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
  const rows = setRows(session, table, widths);
  const isPacked = table.style.edBaseline === 'free';
  const all = [
    ...captionPart(session, table, width, isPacked),
    ...rows.map((row) => (isPacked ? exactPart(row) : gridPart(row, baseline))),
  ];
  const isResumed = start.from > 0;
  const own = all.filter(({ kind }) => kind === 'body').slice(start.from);
  const over = isResumed ? [] : all.filter(({ kind }) => kind !== 'body');
  const parts = isPacked ? packedParts(over, own, baseline) : [...over, ...own];
  const heads = stackParts(all.filter(({ kind }) => kind === 'head'));
  const said = saidAgain(session, start, width, false);
  const elsewhere = saidAgain(session, start, width, true);
  const headRows = said.rows + (heads.height > 0 ? rowsOf(heads.height, baseline) : 0);
  // What rounding leaves over stands above the heads: they belong to what is under them.
  const repeat = (name: SaidAgain): readonly Placed[] => [
    ...moveAll(name.placed, leaf.left, 0),
    ...moveAll(
      [...drawEdges(table, heads, 'top'), ...asRepeat(heads.placed)],
      leaf.left,
      headRows * baseline - heads.height,
    ),
  ];
  const bodies = rows.filter(({ section }) => section.kind !== 'head').length;
  const atTop = repeat(said);
  // Where the words would make a line more, the name alone is said.
  const atTopOfFrame = elsewhere.rows > said.rows ? atTop : repeat(elsewhere);
  let body = start.from;
  return parts.map((part, index): FlowItem => {
    const isFirst = index === 0 && !isResumed;
    const isLast = index === parts.length - 1;
    const isAfterRow = body > 0;
    const mayBreak = isAfterRow && mayBreakBefore(start, table, body, bodies);
    const from = body;
    body += part.bodies;
    const above = isFirst ? Math.ceil(leaf.edgeBefore / baseline - 1e-6) : 0;
    // As where they are repeated: the first rows of all legs stand on one line.
    const lower = isPacked && part.bodies === 0 ? rowsOf(part.height, baseline) * baseline - part.height : 0;
    const top = above * baseline + lower;
    const below = isLast ? Math.ceil(leaf.edgeAfter / baseline - 1e-6) : 0;
    const edges = [
      ...(isFirst ? drawEdges(table, part, 'top') : []),
      ...(isLast ? drawEdges(table, part, 'bottom') : []),
    ];
    return {
      leaf: start.index,
      from,
      rowsBefore: isFirst ? start.rowsBefore : 0,
      rows: above + rowsOf(part.height, baseline) + below,
      breakCost: isFirst ? start.breakCost : index === 0 ? 0 : mayBreak ? BREAK_IN_TABLE : FORBIDDEN,
      forcesColumn: isFirst && start.forcesColumn,
      endsHyphenated: false,
      contentTop: top,
      contentBottom: top + part.height,
      placed: moveAll([...edges, ...part.placed], leaf.left, top),
      variants: null,
      ...(isAfterRow && headRows > 0 ? { rowsAtTop: headRows, atTop, atTopOfFrame } : {}),
      ...(isPacked ? { isPacked } : {}),
      ...(isFirst && tooWide !== null ? { tooWide } : {}),
    };
  });
}

/** Caption, head or row, or several of them under one another; points. */
type TablePart = {
  readonly kind: 'caption' | 'head' | 'body';
  readonly height: number;
  readonly width: number;
  /** Rows that are not heads. */
  readonly bodies: number;
  readonly placed: readonly Placed[];
};

/** Rows that are packed into rows of the grid, under what stands over all of them in rows of its own. */
const packedParts = (over: readonly TablePart[], own: readonly TablePart[], baseline: Pt): TablePart[] => [
  ...(over.length === 0 ? [] : [stackParts(over)]),
  ...packStrips(own, baseline, MOST_ROWS).map(stackParts),
];

/** Rows of the grid that hold a depth. */
const rowsOf = (height: number, baseline: number): number => Math.max(1, Math.ceil(height / baseline - 1e-3));

/** As many rows are left together before and after a break as lines of a paragraph (`orphans`, `widows`). */
function mayBreakBefore({ leaf }: ItemStart, { style }: TableBox, index: number, count: number): boolean {
  if (leaf.keptIn > 0) return false;
  return index >= style.orphans && count - index >= style.widows;
}

function captionPart(
  session: LayoutSession,
  table: TableBox,
  width: Pt,
  isPacked: boolean,
): readonly TablePart[] {
  if (table.caption === null) return [];
  const { height, placed } = layoutCaption(session, table, width);
  const depth = isPacked ? height : rowsOf(height, session.baseline) * session.baseline;
  // What rounding leaves over stands above: the caption belongs to what is under it.
  return [{ kind: 'caption', height: depth, width, bodies: 0, placed: moveAll(placed, 0, depth - height) }];
}

type SaidAgain = { readonly rows: number; readonly placed: readonly Placed[] };

/** The head over the table, where that says how it is said again, on the grid like the first time. */
function saidAgain(session: LayoutSession, { above }: ItemStart, width: Pt, isElsewhere: boolean): SaidAgain {
  const box = continuedHead(above, isElsewhere);
  if (box === null || above === undefined) return { rows: 0, placed: [] };
  const { height, placed } = layoutLeaf(session, { ...above, box }, width);
  const [first] = placed;
  const lower = first?.kind === 'line' ? BASELINE_IN_ROW * session.baseline - first.baseline : 0;
  return { rows: rowsOf(height, session.baseline), placed: asRepeat(moveAll(placed, 0, lower)) };
}

const kindOf = ({ section }: SetRow): 'head' | 'body' => (section.kind === 'head' ? 'head' : 'body');

function partOf(set: SetRow, depth: number, lower: number): TablePart {
  const kind = kindOf(set);
  const width = set.cells.reduce((sum, cell) => sum + cell.width, 0);
  return {
    kind,
    height: depth,
    width,
    bodies: kind === 'body' ? 1 : 0,
    placed: finishRow(set, pt(depth), lower),
  };
}

/** A row as deep as its words. */
const exactPart = (set: SetRow): TablePart => partOf(set, set.height, 0);

/** A row in whole rows of the grid, its words on the grid's baselines. */
function gridPart(set: SetRow, baseline: Pt): TablePart {
  const rows = rowsOf(set.height, baseline);
  const free = rows * baseline - set.height;
  const toGrid = BASELINE_IN_ROW * baseline - (set.firstBaseline ?? 0);
  // Heads of several lines stand at the foot of their row, everything else on the first baseline.
  const isDeepHead = kindOf(set) === 'head' && rows > 1;
  const lower = isDeepHead ? free : Math.max(-MOST_RAISED, Math.min(toGrid, free + MOST_LOWERED));
  return partOf(set, rows * baseline, lower);
}

function stackParts(parts: readonly TablePart[]): TablePart {
  let y = 0;
  const placed = parts.flatMap((part) => {
    const moved = moveAll(part.placed, 0, y);
    y += part.height;
    return moved;
  });
  const kind = parts.find((part) => part.kind === 'body')?.kind ?? parts.at(-1)?.kind ?? 'head';
  const bodies = parts.reduce((sum, part) => sum + part.bodies, 0);
  return { kind, height: y, width: parts[0]?.width ?? 0, bodies, placed };
}

/** The table's own border on its first or its last item; at a break it has none. */
function drawEdges(table: TableBox, part: TablePart, edge: 'top' | 'bottom'): readonly Placed[] {
  const { border } = table.style;
  const none = { ...border.left, width: pt(0) };
  const sides = { ...border, left: none, right: none };
  const rect = { x: pt(0), y: pt(0), width: pt(part.width), height: pt(part.height) };
  const plain = { ...table.style, border: sides, backgroundColour: null };
  return drawBox(plain, rect, { opens: edge === 'top', closes: edge === 'bottom' });
}
