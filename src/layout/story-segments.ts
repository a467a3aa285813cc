import type { BlockBox, Box } from '../box/box.ts';
import { picturesAbreast } from './row-layout.ts';

/**
 * A run of a flow's matter: over the whole frame in one piece, through legs of its own over the whole frame, through the
 * frame's legs, or at the top corner of the legs that follow, over some of them.
 */
export type Segment = { readonly kind: 'span' | 'wide' | 'legs' | 'corner'; readonly boxes: readonly Box[] };

/** Whether a box of `column-span: auto` needs more room than a leg has. */
export type WidthCheck = (box: Box) => boolean;

/**
 * Cuts a flow at its spanners (`column-span: all`, CSS Multi-column 1 §6), and at what is too wide for a leg.
 * Spanners count at the root's own level and inside undecorated blocks of it, such as a body wrapper; `corner` is a
 * picture that stands over some of the legs.
 */
export function segmentFlow(
  root: BlockBox,
  isTooWide: WidthCheck,
  corner: Box | null = null,
): readonly Segment[] {
  const segments: { kind: Segment['kind']; boxes: Box[] }[] = [];
  const push = (kind: Segment['kind'], box: Box): void => {
    const last = segments.at(-1);
    if (last !== undefined && last.kind === kind && kind !== 'wide') last.boxes.push(box);
    else segments.push({ kind, boxes: [box] });
  };
  const visit = (box: Box): void => {
    if (box === corner) return push('corner', box);
    if (spans(box, isTooWide)) return push(isBreakable(box) ? 'wide' : 'span', box);
    if (box.kind === 'block' && holdsSpanner(box, isTooWide, corner)) {
      // A box in one piece stays one: it spans as a whole.
      const isPiece = box.style.breakInside === 'avoid' && isTooWide(box);
      return isPiece ? push('wide', box) : box.children.forEach(visit);
    }
    push('legs', box);
  };
  root.children.forEach(visit);
  return segments;
}

/** The picture of a story stands over all legs, but for one at a corner. */
const spans = (box: Box, isTooWide: WidthCheck): boolean =>
  box.element?.name === 'ed-picture' ||
  box.style.columnSpan === 'all' ||
  (isSpannedByNeed(box) && isTooWide(box));

const isSpannedByNeed = ({ style }: Box): boolean =>
  style.columnSpan === 'auto' || style.columnSpan === 'lines';

/** Tables go on over pages, and so does what spans for the sake of one, verse, and one row of pictures after the other. */
const isBreakable = (box: Box): boolean =>
  box.kind === 'table' || isSpannedByNeed(box) || picturesAbreast(box) > 0;

function holdsSpanner(box: Box, isTooWide: WidthCheck, corner: Box | null): boolean {
  if (box === corner || spans(box, isTooWide)) return true;
  return box.kind === 'block' && box.children.some((child) => holdsSpanner(child, isTooWide, corner));
}
