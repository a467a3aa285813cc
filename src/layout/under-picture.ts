import { pt, type Pt } from '../core/units.ts';
import type { FlowLeaf } from './flow-leaf.ts';
import type { Placed } from './placed.ts';

/** A cutline is no narrower than this share of its measure, however narrow its picture is. */
const LEAST_MEASURE = 0.45;

/** With less white than this share of the measure before a picture its cutline keeps the edge of the column. */
const LEAST_FREE = 0.1;

/**
 * A cutline at the left edge of a picture that stands free of its own, and about as wide; any other leaf as it is.
 *
 * @param above what was placed of the leaf above, counted from where its content begins.
 */
export function underPicture(leaf: FlowLeaf, above: readonly Placed[], width: Pt): FlowLeaf {
  const [picture] = above;
  const isCutline = leaf.box.kind === 'paragraph' && leaf.box.element?.name === 'figcaption';
  if (!isCutline || picture?.kind !== 'image') return leaf;
  const { x, width: shown } = picture.rect;
  const measure = width - leaf.left - leaf.right;
  if (x < LEAST_FREE * measure) return leaf;
  const own = Math.min(measure - x, Math.max(shown, LEAST_MEASURE * measure));
  return { ...leaf, left: pt(leaf.left + x), right: pt(leaf.right + measure - x - own) };
}
