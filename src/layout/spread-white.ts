import { pt } from '../core/units.ts';
import type { FlowLeaf } from './flow-leaf.ts';
import type { Placed, Stack } from './placed.ts';

/** White between two leaves of a stack: where it begins, points from the top of the stack, and how wide it is. */
type Gap = { readonly y: number; readonly white: number };

/**
 * The gaps of a head that may be wider than the style sheet says: those under its largest type, as far as its picture.
 * What stands over a headline belongs close to it, and a cutline to its picture.
 *
 * @param bottoms where the leaves end, from the top of the stack.
 */
function gapsUnderType(leaves: readonly FlowLeaf[], bottoms: readonly number[]): readonly Gap[] {
  const sizes = leaves.map(({ box }): number => (box.kind === 'paragraph' ? box.style.fontSize : 0));
  const largest = sizes.indexOf(Math.max(...sizes));
  const picture = leaves.findIndex((leaf, at) => at > largest && isPicture(leaf));
  const under = leaves.slice(largest, picture < 0 ? leaves.length : picture + 1);
  return under.slice(1).map((leaf, at) => ({
    y: bottoms[largest + at] ?? 0,
    white: Math.max(under[at]?.marginAfter ?? 0, leaf.marginBefore),
  }));
}

const isPicture = ({ box }: FlowLeaf): boolean => box.kind === 'image';

/**
 * The matter of a head that is `slack` points shallower than its rows: its gaps are that much wider in all, each in
 * proportion to its white, as glue stretches in a vertical box (Knuth, The TeXbook, chapter 12). `after` is the white under
 * the head, which takes its part where no cutline ends the head.
 */
export function spreadWhite(
  { placed, bottoms = [] }: Stack,
  leaves: readonly FlowLeaf[],
  { slack, after }: { readonly slack: number; readonly after: number },
): readonly Placed[] {
  if (slack <= 0) return placed;
  const gaps = gapsUnderType(leaves, bottoms);
  const under = leaves.some(isPicture) ? 0 : after;
  const all = gaps.reduce((sum, { white }) => sum + white, under);
  if (all <= 0) return placed;
  const lowered = (y: number): number =>
    gaps.reduce((at, gap) => (gap.y <= y + SAME_PLACE ? at + (slack * gap.white) / all : at), y);
  return placed.map((item): Placed => {
    if (item.kind === 'line') return { ...item, baseline: pt(lowered(item.baseline)) };
    const { y, height } = item.rect;
    const top = lowered(y);
    // A tint or rule that begins over a gap and ends under it grows with it.
    const foot = item.kind === 'fill' ? lowered(y + height - 2 * SAME_PLACE) + 2 * SAME_PLACE : top + height;
    return { ...item, rect: { ...item.rect, y: pt(top), height: pt(foot - top) } };
  });
}

const SAME_PLACE = 1e-4;
