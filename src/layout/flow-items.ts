import type { ParagraphBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import type { Line } from '../text/line.ts';
import type { FlattenedFlow, FlowLeaf } from './flow-leaf.ts';
import type { LayoutSession } from './layout-session.ts';
import { insetItems } from './inset-items.ts';
import { layoutLeaf, placeMarker } from './leaf-matter.ts';
import type { ItemVariant } from './leg-variants.ts';
import { moveAll, type Placed } from './placed.ts';
import { packedItems } from './packed-items.ts';
import { markWaiting } from './mark-waiting.ts';
import { tableItems } from './table-items.ts';
import type { TooWide } from './table-columns.ts';
import { variantLines } from './variant-lines.ts';

/** Where a body baseline stands in its row: the share of the row above it. Leaves room for descenders of 9/10 to 10/12 text. */
export const BASELINE_IN_ROW = 0.76;

/** Where the content of one leaf begins and ends in an item, points from the item's top. */
export type ItemPart = { readonly leaf: number; readonly contentTop: number; readonly contentBottom: number };

/** A piece of a flow that no column break can cut: a line on the grid, or a block in whole rows. */
export type FlowItem = {
  readonly leaf: number;
  /** Where it begins in its leaf: the break position of a line, the number of body rows above a row; else absent. */
  readonly from?: number;
  /** Rows of white above, dropped at the top of a leg. */
  readonly rowsBefore: number;
  readonly rows: number;
  /** What a break right before this item costs; {@link FORBIDDEN} where it must not be. */
  readonly breakCost: number;
  readonly forcesColumn: boolean;
  readonly endsHyphenated: boolean;
  /** Content top and bottom in points from the item's top: decorations are drawn round them. */
  readonly contentTop: number;
  readonly contentBottom: number;
  /** The same for each leaf, where the item holds matter of several. */
  readonly parts?: readonly ItemPart[];
  readonly placed: readonly Placed[];
  /** What is repeated above the item when it begins a leg, and its rows: the heads of a table. */
  readonly rowsAtTop?: number;
  readonly atTop?: readonly Placed[];
  /** The same in the first leg of a frame: that the table goes on is said there, and not beside its beginning. */
  readonly atTopOfFrame?: readonly Placed[];
  /** On the first item of a table that is too wide for its measure. */
  readonly tooWide?: TooWide;
  /** Small lines or rows that are packed into whole rows of the grid. */
  readonly isPacked?: true;
  /** A line of a paragraph on the grid. */
  readonly isLine?: true;
  /** On the first item of a block that may wait for the head of the next leg. */
  readonly defers?: Deferral;
  /** On the first line of a paragraph: the other numbers of lines it can be set in. */
  readonly variants: (() => readonly ItemVariant<FlowItem>[]) | null;
};

/** Items that wait together, and rows of white between what stands on both sides of them, without them. */
export type Deferral = { readonly count: number; readonly rowsWithout: number };

/** Cost of a break that the rules forbid; finite, so that matter which allows no other still comes out. */
export const FORBIDDEN = 1e6;

/** A hyphen at the end of a column: taken only where every other break is forbidden. */
const HYPHEN_AT_END = 4000;

/** A place inside a flow: a leaf, and where in it; see {@link FlowItem.from}. */
export type FlowPosition = { readonly leaf: number; readonly from: number };

/**
 * Turns leaves into items at one measure, from a position on. Grid paragraphs give an item a line, tables one a row;
 * everything else one item.
 */
export function collectItems(
  session: LayoutSession,
  flow: FlattenedFlow,
  measure: Pt,
  position: FlowPosition = { leaf: 0, from: 0 },
): FlowItem[] {
  const items: FlowItem[] = [];
  for (let index = position.leaf; index < flow.leaves.length; index += 1) {
    const leaf = flow.leaves[index];
    if (leaf === undefined) break;
    const from = index === position.leaf ? position.from : 0;
    const start = { ...itemStart(session, flow.leaves, leaf, index), from };
    const isInset = leaf.box.style.edInset !== 'none';
    const group = (isInset ? insetItems : packedItems)(session, flow.leaves, start, measure);
    if (group !== null) {
      items.push(...group.items);
      index = group.last;
    } else if (leaf.box.kind === 'table') items.push(...tableItems(session, start, leaf.box, measure));
    else if (isOnGrid(leaf)) items.push(...gridItems(session, start, leaf.box, measure));
    else items.push(blockItem(session, start, measure));
  }
  return markWaiting(items, flow, session.baseline);
}

/** How the first item of a leaf begins after the leaf before it. */
export function itemStart(
  session: LayoutSession,
  leaves: readonly FlowLeaf[],
  leaf: FlowLeaf,
  index: number,
): ItemStart {
  const previous = leaves[index - 1];
  const margin =
    previous === undefined ? leaf.marginBefore : Math.max(previous.marginAfter, leaf.marginBefore);
  const joins =
    previous !== undefined &&
    (previous.keepWithNext || (previous.keptIn > 0 && previous.keptIn === leaf.keptIn));
  const forcesColumn = leaf.breakBefore === 'column' || leaf.breakBefore === 'page';
  return {
    leaf,
    above: previous,
    index,
    rowsBefore: Math.round(margin / session.baseline),
    // A forced break goes over what is kept together (CSS Fragmentation 3 §3.1).
    breakCost: !forcesColumn && (joins || leaf.breakBefore === 'avoid') ? FORBIDDEN : 0,
    forcesColumn,
    from: 0,
  };
}

/** A paragraph whose lines stand on the grid. */
export type GridLeaf = FlowLeaf & { readonly box: ParagraphBox };
/** A leaf, and how its first item begins. */
export type ItemStart = {
  readonly leaf: FlowLeaf;
  readonly above: FlowLeaf | undefined;
  readonly index: number;
  readonly rowsBefore: number;
  readonly breakCost: number;
  readonly forcesColumn: boolean;
  /** Where in the leaf the items begin: 0, but for a leaf that an earlier frame holds the first part of. */
  readonly from: number;
};

/** Whether a leaf is set line by line on the grid. */
export function isOnGrid(leaf: FlowLeaf): leaf is GridLeaf {
  return leaf.box.kind === 'paragraph' && leaf.box.style.edBaseline === 'grid';
}

/** A paragraph of fewer lines is never set in another number of them. */
const LEAST_LINES = 4;

function gridItems(session: LayoutSession, start: ItemStart, box: ParagraphBox, measure: Pt): FlowItem[] {
  const { leaf } = start;
  const width = pt(Math.max(1, measure - leaf.left - leaf.right));
  const lines = session.linesOf(box, start.from, width);
  const items = lineItems(session, start, box, lines);
  const [first] = items;
  if (first === undefined || start.from > 0 || lines.length < LEAST_LINES || leaf.keptIn > 0) return items;
  const variants = once(() =>
    variantLines(session, box, { lines, width }).map(({ lines: others, cost }) => ({
      items: lineItems(session, start, box, others),
      cost,
    })),
  );
  return [{ ...first, variants }, ...items.slice(1)];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** One item a line. */
export function lineItems(
  session: LayoutSession,
  start: ItemStart,
  box: ParagraphBox,
  lines: readonly Line[],
): FlowItem[] {
  const { leaf } = start;
  const { baseline } = session;
  const lineRows = Math.max(1, Math.round(box.style.lineHeight / baseline));
  const edgeRows = Math.ceil(leaf.edgeBefore / baseline - 1e-6);
  const afterRows = Math.ceil(leaf.edgeAfter / baseline - 1e-6);
  const indent = leaf.left;
  return lines.map((line, index): FlowItem => {
    const isFirst = index === 0 && start.from === 0;
    const isLast = index === lines.length - 1;
    const above = isFirst ? edgeRows : 0;
    const rows = above + lineRows + (isLast ? afterRows : 0);
    const y = (above + lineRows - 1 + BASELINE_IN_ROW) * baseline;
    const placedLine: Placed = { kind: 'line', line, x: indent, baseline: pt(y) };
    const marker = isFirst ? moveAll(placeMarker(session, leaf, { ...placedLine, x: pt(0) }), indent, 0) : [];
    return {
      leaf: start.index,
      isLine: true,
      from: line.from,
      rowsBefore: isFirst ? start.rowsBefore : 0,
      rows,
      breakCost:
        index === 0
          ? isFirst
            ? start.breakCost
            : 0
          : costInside(box, leaf, index, lines.length) + hyphenCost(lines[index - 1]),
      forcesColumn: isFirst && start.forcesColumn,
      endsHyphenated: line.isHyphenated,
      contentTop: above * baseline,
      contentBottom: (above + lineRows) * baseline,
      placed: [...marker, placedLine],
      variants: null,
    };
  });
}

const hyphenCost = (line: { readonly isHyphenated: boolean } | undefined): number =>
  line?.isHyphenated === true ? HYPHEN_AT_END : 0;

/** Cost of a break before line `index` of `count`: orphans and widows of CSS Fragmentation 3 §3.3. */
function costInside(box: ParagraphBox, leaf: FlowLeaf, index: number, count: number): number {
  // A drop capital stands beside as many lines as it is deep.
  if (leaf.keptIn > 0 || index < box.style.initialLetter) return FORBIDDEN;
  return index < box.style.orphans || count - index < box.style.widows ? FORBIDDEN : 1;
}

function blockItem(session: LayoutSession, start: ItemStart, measure: Pt): FlowItem {
  const { leaf } = start;
  const stack = layoutLeaf(session, leaf, measure);
  const height = leaf.edgeBefore + stack.height + leaf.edgeAfter;
  const rows = Math.max(1, Math.ceil(height / session.baseline - 1e-6));
  return {
    leaf: start.index,
    rowsBefore: start.rowsBefore,
    rows,
    breakCost: start.breakCost,
    forcesColumn: start.forcesColumn,
    endsHyphenated: false,
    contentTop: leaf.edgeBefore,
    contentBottom: leaf.edgeBefore + stack.height,
    placed: moveAll(stack.placed, leaf.left, leaf.edgeBefore),
    variants: null,
  };
}
