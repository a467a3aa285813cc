import type { Pt } from '../core/units.ts';
import type { FlowItem } from './flow-items.ts';
import type { FlattenedFlow, LeafRange } from './flow-leaf.ts';

/** Rows of a table that is no longer than a leg of most stories: what is longer goes on from leg to leg. */
const MOST_TABLE_ROWS = 20;

/** The items with those marked that begin a block between two paragraphs which may wait for the head of the next leg. */
export function markWaiting(items: readonly FlowItem[], flow: FlattenedFlow, baseline: Pt): FlowItem[] {
  const marked = [...items];
  for (const range of flow.waiting) {
    const rowsWithout = rowsWithoutBlock(flow, range, baseline);
    if (rowsWithout === null) continue;
    const at = marked.findIndex(({ leaf }) => leaf >= range.first);
    const count = marked.slice(at).findIndex(({ leaf }) => leaf > range.last);
    const first = marked[at];
    if (at <= 0 || count <= 0 || first === undefined || first.leaf !== range.first) continue;
    // An item that holds matter of several leaves may hold some from without.
    if (marked.slice(at, at + count).some(({ parts }) => parts !== undefined)) continue;
    const isTable = flow.leaves[range.first]?.box.kind === 'table';
    const rows = marked.slice(at, at + count).reduce((sum, item) => sum + item.rows, 0);
    if (isTable && rows > MOST_TABLE_ROWS) continue;
    marked[at] = { ...first, defers: { count, rowsWithout } };
  }
  return marked;
}

/** Rows of white between the neighbours of a block when it stands elsewhere; null for one that is bound to them. */
function rowsWithoutBlock(
  { leaves, decorations }: FlattenedFlow,
  { first, last }: LeafRange,
  baseline: Pt,
): number | null {
  const [before, head, foot, after] = [leaves[first - 1], leaves[first], leaves[last], leaves[last + 1]];
  if (before === undefined || head === undefined || foot === undefined || after === undefined) return null;
  const { keptIn } = head;
  const isBound =
    head.breakBefore !== 'auto' ||
    after.breakBefore !== 'auto' ||
    foot.keepWithNext ||
    before.keepWithNext ||
    (keptIn > 0 && (before.keptIn === keptIn || after.keptIn === keptIn)) ||
    decorations.some((each) => holds(each, { first, last }));
  const isOnGrid = after.box.kind === 'paragraph' && after.box.style.edBaseline === 'grid';
  if (isBound || !isOnGrid) return null;
  return Math.round(Math.max(before.marginAfter, after.marginBefore) / baseline);
}

/** Does a decorated block hold leaves and more than them? */
const holds = (outer: LeafRange, { first, last }: LeafRange): boolean =>
  outer.first <= first && last <= outer.last && outer.last - outer.first > last - first;
