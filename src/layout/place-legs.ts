import type { Rect } from '../core/geometry.ts';
import { pt } from '../core/units.ts';
import type { BorderSide } from '../style/computed-style.ts';
import type { LegBreaks } from './break-legs.ts';
import { drawBorder, drawDecorations } from './draw-decorations.ts';
import type { FlattenedFlow } from './flow-leaf.ts';
import type { FlowItem } from './flow-items.ts';
import { legX, type LegGrid } from './leg-grid.ts';
import { moveAll, type Placed } from './placed.ts';

/** Legs with their places in the frame. */
export type PlacedLegs = {
  readonly placed: readonly Placed[];
  /** Areas of the legs that hold matter, in reading order. */
  readonly areas: readonly Rect[];
  readonly rows: number;
};

/** Places items leg by leg from the frame's corner and draws tints, borders and column rules. */
export function placeLegs(options: {
  readonly items: readonly FlowItem[];
  readonly breaks: LegBreaks;
  readonly flow: FlattenedFlow;
  readonly grid: LegGrid;
  readonly columnRule: BorderSide;
  /** Rows at the head of each leg that other matter takes. */
  readonly tops: readonly number[];
  /** Rows that the legs are wanted deep: space above subheads grows to reach them. */
  readonly wanted: number;
  /** Nothing is placed: areas and rows alone are wanted. */
  readonly isMeasured: boolean;
}): PlacedLegs {
  const { items, breaks, grid, tops } = options;
  const wanted = evenDepth(options);
  const placed: Placed[] = [];
  const areas: Rect[] = [];
  let depth = 0;
  breaks.legs.forEach((leg, index) => {
    if (leg.to <= leg.from) return;
    const x = legX(grid, index);
    const top = tops[index] ?? 0;
    const own = items.slice(leg.from, leg.to);
    const spaced = spaceSubheads(own, wanted - leg.rows, options.flow);
    const rows = leg.rows + spaced.added;
    const y = top * grid.baseline;
    if (!options.isMeasured) {
      const opened = areas.length === 0 ? openFrame(spaced.items) : spaced.items;
      placed.push(...moveAll(placeLeg(opened, options.flow, grid), x, y));
    }
    areas.push({ x, y: pt(y), width: grid.width, height: pt((rows - top) * grid.baseline) });
    depth = Math.max(depth, rows);
  });
  const rules = options.isMeasured ? [] : columnRules(options.columnRule, areas, grid, depth);
  return { placed: [...rules, ...placed], areas, rows: depth };
}

type Spacing = Pick<Parameters<typeof placeLegs>[0], 'items' | 'breaks' | 'flow' | 'wanted'>;

/**
 * As deep as white above subheads may make legs: to the foot where all of them come there, else no deeper than the deepest
 * is without, or one leg alone would stand out.
 */
function evenDepth({ items, breaks, flow, wanted }: Spacing): number {
  const own = breaks.legs.filter(({ from, to }) => to > from);
  const reached = own.map(({ from, to, rows }) => {
    const { added } = spaceSubheads(items.slice(from, to), wanted - rows, flow);
    return rows + added;
  });
  return Math.min(wanted, Math.max(Math.min(...reached), ...own.map(({ rows }) => rows)));
}

/** Most rows of white that a subhead gets over its own. */
const MOST_EXTRA_WHITE = 1;

/** Gives white to what has white above it, subheads and blocks, a row each from the foot up, as far as rows are missing. */
function spaceSubheads(
  items: readonly FlowItem[],
  missing: number,
  { leaves }: Pick<FlattenedFlow, 'leaves'>,
): { readonly items: readonly FlowItem[]; readonly added: number } {
  let added = 0;
  const spaced = [...items];
  for (let at = spaced.length - 1; at > 0 && added < missing; at -= 1) {
    const item = spaced[at];
    // Blocks of a listing stand evenly: under small lines part of a row is white already.
    const above = spaced[at - 1];
    if (item === undefined || item.rowsBefore === 0 || above?.isPacked === true) continue;
    // White between stanzas is the poet's.
    if (leaves[item.leaf]?.isVerse === true && leaves[above?.leaf ?? 0]?.isVerse === true) continue;
    spaced[at] = { ...item, rowsBefore: item.rowsBefore + MOST_EXTRA_WHITE };
    added += MOST_EXTRA_WHITE;
  }
  return { items: spaced, added };
}

/** The items of a frame's first leg. */
function openFrame(items: readonly FlowItem[]): readonly FlowItem[] {
  const [first, ...others] = items;
  if (first?.atTopOfFrame === undefined) return items;
  return [{ ...first, atTop: first.atTopOfFrame }, ...others];
}

function placeLeg(items: readonly FlowItem[], flow: FlattenedFlow, grid: LegGrid): Placed[] {
  const tops = new Map<number, number>();
  const bottoms = new Map<number, number>();
  const matter: Placed[] = [];
  let row = 0;
  items.forEach((item, index) => {
    if (index > 0) row += item.rowsBefore;
    if (index === 0 && item.atTop !== undefined) {
      matter.push(...item.atTop);
      row += item.rowsAtTop ?? 0;
    }
    const y = row * grid.baseline;
    for (const { leaf, contentTop, contentBottom } of item.parts ?? [item]) {
      if (!tops.has(leaf)) tops.set(leaf, y + contentTop);
      bottoms.set(leaf, y + contentBottom);
    }
    matter.push(...moveAll(item.placed, 0, y));
    row += item.rows;
  });
  const extents = {
    topOf: (leaf: number) => tops.get(leaf) ?? null,
    bottomOf: (leaf: number) => bottoms.get(leaf) ?? null,
  };
  return [...drawDecorations(flow.decorations, extents, grid.width), ...matter];
}

/** Vertical rules in the middle of the gutters that have matter on both sides, as far up as both have it. */
function columnRules(side: BorderSide, areas: readonly Rect[], grid: LegGrid, depth: number): Placed[] {
  return areas.slice(1).flatMap((area, index) => {
    // The fold of a spread parts better than a rule.
    if (index + 1 === grid.legsToFold) return [];
    const left = Math.max(area.x, areas[index]?.x ?? 0);
    const x = pt(left - grid.gutter / 2 - side.width / 2);
    const top = Math.max(area.y, areas[index]?.y ?? 0);
    // The rule ends at the last baseline, not at the foot of its row.
    const height = pt(Math.max(0, depth * grid.baseline - top - grid.baseline * 0.24));
    return drawBorder(side, { x, y: pt(top + grid.baseline * 0.2), width: side.width, height }, false);
  });
}
