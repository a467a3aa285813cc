/*
 * Matter that stands at one side of its leg with text beside it: portraits, quotations. The inset and the lines beside it
 * are one item of the flow, so no leg is broken between them; lines of the last paragraph that go on below are items of
 * their own again. Every line stays on the grid.
 * Invariant that the tests attack: no line overlaps the inset, and every line of the paragraphs stands once.
 */
import { pt, type Pt } from '../core/units.ts';
import type { FlowLeaf } from './flow-leaf.ts';
import {
  BASELINE_IN_ROW,
  isOnGrid,
  itemStart,
  lineItems,
  type FlowItem,
  type GridLeaf,
  type ItemPart,
  type ItemStart,
} from './flow-items.ts';
import type { LayoutSession } from './layout-session.ts';
import { leastLine } from './least-line.ts';
import { moveAll, type Placed, type Stack } from './placed.ts';
import { layoutStack } from './stack-layout.ts';
import { withoutMargins } from './without-margins.ts';

/** White between inset and text where the style gives none, points. */
const GUTTER = 8;
/** Share of the inset's depth that must have text beside it. */
const LEAST_TEXT = 0.6;
/** White under an inset before the first full line, points. */
const WHITE_BELOW = 2;

/** The items of an inset with its text, and the last leaf that they hold matter of. */
export type InsetItems = { readonly items: readonly FlowItem[]; readonly last: number };

type Inset = {
  readonly stack: Stack;
  readonly side: 'start' | 'end';
  /** Width of the inset with its gutter. */
  readonly taken: number;
  /** From the item's top to the inset's: its head stands level with the capitals of the first line. */
  readonly top: number;
  readonly rows: number;
};

/** Sets an inset with the lines beside it; null where too little text would stand there, and it goes across the leg. */
export function insetItems(
  session: LayoutSession,
  leaves: readonly FlowLeaf[],
  start: ItemStart,
  measure: Pt,
): InsetItems | null {
  const next = leaves[start.index + 1];
  if (next === undefined || !mayRunBeside(next)) return null;
  const inset = setInset(session, start.leaf, next, measure);
  if (inset === null) return null;
  const beside: FlowItem[] = [];
  const after: FlowItem[] = [];
  let row = 0;
  let last = start.index;
  for (let index = start.index + 1; row < inset.rows && after.length === 0; index += 1) {
    const leaf = leaves[index];
    if (leaf === undefined || !mayRunBeside(leaf)) break;
    const own = itemStart(session, leaves, leaf, index);
    const before = index === start.index + 1 ? 0 : own.rowsBefore;
    if (row + before >= inset.rows) break;
    const lines = lineItems(
      session,
      own,
      leaf.box,
      linesBeside(session, leaf, { inset, measure, from: row + before }),
    );
    lines.forEach((line, at) => {
      const place = row + (at === 0 ? before : 0);
      if (after.length > 0 || place >= inset.rows) return void after.push(line);
      beside.push({
        ...line,
        placed: moveAll(line.placed, 0, place * session.baseline),
        contentTop: line.contentTop + place * session.baseline,
        contentBottom: line.contentBottom + place * session.baseline,
      });
      row = place + line.rows;
    });
    last = index;
  }
  if (row < inset.rows * LEAST_TEXT) return null;
  // The white round the inset itself plays no part: its text follows the text above.
  const above = leaves[start.index - 1];
  const margin = above === undefined ? next.marginBefore : Math.max(above.marginAfter, next.marginBefore);
  const rowsBefore = Math.round(margin / session.baseline);
  return {
    items: [
      joined(session, { ...start, rowsBefore }, { inset, beside, rows: Math.max(row, inset.rows), measure }),
      ...after,
    ],
    last,
  };
}

/** Plain paragraphs: a subhead, a list or a break ends the text beside an inset. */
function mayRunBeside(leaf: FlowLeaf): leaf is GridLeaf {
  const isPlain = leaf.marker === null && !leaf.keepWithNext && leaf.breakBefore === 'auto';
  return isOnGrid(leaf) && isPlain && leaf.edgeBefore === 0 && leaf.edgeAfter === 0;
}

function setInset(session: LayoutSession, leaf: FlowLeaf, next: GridLeaf, measure: Pt): Inset | null {
  if (leaf.box.kind !== 'unbroken') return null;
  const { style, box } = leaf.box;
  const room = measure - leaf.left - leaf.right;
  const wanted =
    style.width === null
      ? room / 2
      : style.width.kind === 'length'
        ? style.width.value
        : style.width.value * room;
  const taken = wanted + (style.columnGap ?? GUTTER);
  const text = next.box.style.fontSize;
  if (room - taken < leastLine(text) || wanted <= 0) return null;
  const stack = layoutStack(session, [withoutMargins(box)], pt(wanted));
  const top = BASELINE_IN_ROW * session.baseline - text * CAPITALS;
  const rows = Math.ceil((top + stack.height + WHITE_BELOW) / session.baseline);
  const side = style.edInset === 'end' ? 'end' : 'start';
  return { stack, side, taken, top, rows };
}

/** Height of capitals in ems, of nearly all text faces. */
const CAPITALS = 0.66;

type Beside = { readonly inset: Inset; readonly measure: Pt; readonly from: number };

/** Ems of a line beside an inset under which it is not filled out: some three words do not give enough. */
const FILLED_FROM = 15;

/** Lines of a paragraph of which those in the inset's rows leave room for it. */
function linesBeside(
  session: LayoutSession,
  leaf: GridLeaf,
  { inset, measure, from }: Beside,
): ReturnType<LayoutSession['linesInto']> {
  const { style } = leaf.box;
  const lineRows = Math.max(1, Math.round(style.lineHeight / session.baseline));
  const width = Math.max(1, measure - leaf.left - leaf.right);
  const isLeft = (inset.side === 'start') === (style.direction === 'ltr');
  const taken = Math.max(0, inset.taken - (isLeft ? leaf.left : leaf.right));
  return session.linesInto(leaf.box, (line) => {
    const isBeside = from + line * lineRows < inset.rows;
    const indent = line === 0 ? style.textIndent : 0;
    if (!isBeside) return { indent: pt(indent), width: pt(width) };
    const isRagged = width - taken < FILLED_FROM * style.fontSize;
    // An indent stands at the start of the line: left, or right in right-to-left text.
    return inset.side === 'start'
      ? { indent: pt(indent + taken), width: pt(width), isRagged }
      : { indent: pt(indent), width: pt(width - taken), isRagged };
  });
}

type Group = {
  readonly inset: Inset;
  readonly beside: readonly FlowItem[];
  readonly rows: number;
  readonly measure: Pt;
};

function joined(session: LayoutSession, start: ItemStart, { inset, beside, rows, measure }: Group): FlowItem {
  const { leaf } = start;
  const width = inset.stack.width;
  const isLeft = (inset.side === 'start') === (leaf.box.style.direction === 'ltr');
  const x = isLeft ? leaf.left : measure - leaf.right - width;
  const bottom = inset.top + inset.stack.height;
  const parts: ItemPart[] = [{ leaf: start.index, contentTop: inset.top, contentBottom: bottom }, ...beside];
  const placed: Placed[] = [
    ...moveAll(inset.stack.placed, x, inset.top),
    ...beside.flatMap((line) => line.placed),
  ];
  return {
    leaf: start.index,
    rowsBefore: start.rowsBefore,
    rows,
    breakCost: start.breakCost,
    forcesColumn: start.forcesColumn,
    endsHyphenated: beside.at(-1)?.endsHyphenated ?? false,
    contentTop: 0,
    contentBottom: Math.max(bottom, rows * session.baseline),
    parts,
    placed,
    variants: null,
  };
}
