import type { FlattenedFlow, FlowLeaf } from './flow-leaf.ts';
import type { FlowItem } from './flow-items.ts';
import type { JumpAfter } from './page-plan.ts';
import type { Segment } from './story-segments.ts';

/** Where the page plan breaks a flow: before an item of a segment, or before all of them. */
export type PlannedBreak = {
  readonly segment: number;
  /** Items of the segment that stand before the break. */
  readonly items: number;
};

/** The matter of a flow as it is looked through for its break. */
export type BrokenMatter = {
  readonly segments: readonly Segment[];
  readonly flattened: readonly FlattenedFlow[];
  /** Items of a segment at the measure of its legs. */
  readonly itemsOf: (segment: number) => readonly FlowItem[];
};

/** A break that costs less is one that an editor would make: no single line, no hyphen. */
const FAIR_BREAK = 1000;

/** The break that the page plan wants; null where the flow ends before it, and where nothing stands behind it. */
export function findPlannedBreak(after: JumpAfter, matter: BrokenMatter): PlannedBreak | null {
  const found =
    after.kind === 'node' ? breakAfterNode(after.node, matter) : breakAfterRows(after.rows, matter);
  if (found === null || found.items < matter.itemsOf(found.segment).length) return found;
  return matter.segments[found.segment + 1] === undefined ? null : { segment: found.segment + 1, items: 0 };
}

function breakAfterNode(node: string, { flattened, itemsOf }: BrokenMatter): PlannedBreak | null {
  for (const [segment, { leaves }] of flattened.entries()) {
    const leaf = leaves.findLastIndex((each) => holdsNode(each, node));
    if (leaf < 0) continue;
    const items = itemsOf(segment);
    const next = items.findIndex((item) => item.leaf > leaf);
    return { segment, items: next < 0 ? items.length : next };
  }
  return null;
}

function holdsNode({ box }: FlowLeaf, node: string): boolean {
  return box.kind === 'paragraph' && box.runs.some(({ source }) => source?.node === node);
}

/** Rows of all legs together, what stands over all legs not counted; the last fair break at or before so many. */
function breakAfterRows(wanted: number, { segments, itemsOf }: BrokenMatter): PlannedBreak | null {
  let rows = 0;
  let best: PlannedBreak | null = null;
  for (const [segment, { kind }] of segments.entries()) {
    if (kind === 'span' || kind === 'corner') continue;
    for (const [at, item] of itemsOf(segment).entries()) {
      if (rows > 0 && item.breakCost < FAIR_BREAK) best = { segment, items: at };
      rows += item.rows + (rows === 0 ? 0 : item.rowsBefore);
      if (rows > wanted) return best;
    }
  }
  return null;
}

/** The items before a break. A paragraph that it divides is set in the lines that it has. */
export function itemsBefore(items: readonly FlowItem[], count: number): readonly FlowItem[] {
  const divided = items[count]?.leaf;
  return items
    .slice(0, count)
    .map((item) => (item.leaf === divided && item.variants !== null ? { ...item, variants: null } : item));
}
