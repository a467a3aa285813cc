import type { Box } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import { drawDecorations } from './draw-decorations.ts';
import { flattenBoxes, type FlowLeaf } from './flow-leaf.ts';
import type { LayoutSession } from './layout-session.ts';
import { layoutLeaf } from './leaf-matter.ts';
import type { Fold } from './leg-grid.ts';
import { partLine } from './part-line.ts';
import { moveAll, type Placed, type Stack } from './placed.ts';
import { underPicture } from './under-picture.ts';

/**
 * Sets boxes one under the other, off the grid: heads, bands of the blueprint, furniture, cells.
 * The margins above the first leaf and under the last one are dropped: what holds the stack decides on them.
 *
 * @param fold of a spread, where it parts the width: pictures and rules run over it, large type is parted there at a
 *   word space, and all else stands before it where there is half as much room as behind it.
 */
export function layoutStack(
  session: LayoutSession,
  boxes: readonly Box[],
  width: Pt,
  fold: Fold | null = null,
): Stack {
  const { leaves, decorations } = flattenBoxes(boxes, false);
  const tops: number[] = [];
  const bottoms: number[] = [];
  const placed: Placed[] = [];
  let y = 0;
  let above: readonly Placed[] = [];
  leaves.forEach((given, index) => {
    const leaf = fold === null ? underPicture(given, above, width) : given;
    const previous = leaves[index - 1];
    if (previous !== undefined) y += Math.max(previous.marginAfter, leaf.marginBefore);
    y += leaf.edgeBefore;
    const matter =
      fold === null ? layoutLeaf(session, leaf, width) : layoutFolded(session, leaf, { width, fold });
    above = matter.placed;
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
  return {
    width,
    height: pt(y),
    placed: [...drawDecorations(decorations, extents, width), ...placed],
    bottoms,
  };
}

type Folded = { readonly width: Pt; readonly fold: Fold };

/** Type of at least so many times the fold's white has word spaces that look right there. */
const LARGE_TYPE = 1.5;
/** Shares of the width that a head is broken to, until all its lines can be parted. */
const SHARES: readonly number[] = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.7, 0.6];

/** Small type begins where its head or picture does, but not in less than this share of the room behind the fold. */
const LEAST_BEFORE = 0.5;

/** A leaf over the fold; its place is counted from where its matter would stand without one. */
function layoutFolded(session: LayoutSession, leaf: FlowLeaf, { width, fold }: Folded): Stack {
  const { box } = leaf;
  if (box.kind === 'image' || box.kind === 'rule') return layoutLeaf(session, leaf, width);
  if (box.kind === 'paragraph' && box.style.fontSize >= LARGE_TYPE * (fold.after - fold.before)) {
    const parted = layoutParted(session, leaf, { width, fold });
    if (parted !== null) return parted;
  }
  const right = width - fold.after;
  if (fold.before >= right * LEAST_BEFORE) return layoutLeaf(session, leaf, fold.before);
  const matter = layoutLeaf(session, leaf, pt(right));
  return { ...matter, placed: moveAll(matter.placed, fold.after, 0) };
}

/** Lines of a head clear of the fold; null where some word of it would stand on it at any measure. */
function layoutParted(session: LayoutSession, leaf: FlowLeaf, { width, fold }: Folded): Stack | null {
  const inside: Fold = { before: pt(fold.before - leaf.left), after: pt(fold.after - leaf.left) };
  const room = width - leaf.left - leaf.right;
  for (const share of SHARES) {
    const matter = layoutLeaf(session, leaf, pt(width * share));
    const indent = leaf.box.style.textAlign === 'center' ? (width * (1 - share)) / 2 : 0;
    const placed = matter.placed.map((item): Placed | null => {
      if (item.kind !== 'line') return item;
      const x = item.x + indent;
      const own: Fold = { before: pt(inside.before - x), after: pt(inside.after - x) };
      const line = partLine(item.line, own, { from: -x, to: room - x });
      return line === null ? null : { ...item, line, x: pt(x) };
    });
    if (placed.every((item) => item !== null)) return { ...matter, placed };
  }
  return null;
}
