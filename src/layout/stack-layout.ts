import type { Box } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import { drawDecorations } from './draw-decorations.ts';
import { flattenBoxes } from './flow-leaf.ts';
import type { LayoutSession } from './layout-session.ts';
import { layoutLeaf } from './leaf-matter.ts';
import { moveAll, type Placed, type Stack } from './placed.ts';

/**
 * Sets boxes one under the other, off the grid: heads, bands of the blueprint, furniture, cells.
 * The margins above the first leaf and under the last one are dropped: what holds the stack decides on them.
 */
export function layoutStack(session: LayoutSession, boxes: readonly Box[], width: Pt): Stack {
  const { leaves, decorations } = flattenBoxes(boxes, false);
  const tops: number[] = [];
  const bottoms: number[] = [];
  const placed: Placed[] = [];
  let y = 0;
  leaves.forEach((leaf, index) => {
    const previous = leaves[index - 1];
    if (previous !== undefined) y += Math.max(previous.marginAfter, leaf.marginBefore);
    y += leaf.edgeBefore;
    const matter = layoutLeaf(session, leaf, width);
    tops.push(y);
    placed.push(...moveAll(matter.placed, leaf.left, y));
    y += matter.height;
    bottoms.push(y);
    y += leaf.edgeAfter;
  });
  const extents = {
    topOf: (leaf: number) => tops[leaf] ?? null,
    bottomOf: (leaf: number) => bottoms[leaf] ?? null,
  };
  return { width, height: pt(y), placed: [...drawDecorations(decorations, extents, width), ...placed] };
}
