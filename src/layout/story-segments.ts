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
  return withTitles(segments);
}

/**
 * What is kept with a table or poem over all legs stands there with it, or a jump would part a title from what it is the
 * title of. Poems with little between them have their legs in common.
 */
function withTitles(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const above = joined.at(-1);
    const poems = joined.at(-2);
    const isLegs = above?.kind === 'legs';
    if (isOfVerse(segment) && isOfVerse(isLegs ? poems : above)) {
      const between = isLegs ? joined.splice(-2) : joined.splice(-1);
      joined.push(joinAll([...between, segment]));
    } else if (segment.kind === 'wide' && isLegs) {
      joined.pop();
      const from = titleIn(above.boxes, isOfVerse(segment));
      if (from > 0) joined.push({ kind: 'legs', boxes: above.boxes.slice(0, from) });
      joined.push({ kind: 'wide', boxes: [...above.boxes.slice(from), ...segment.boxes] });
    } else joined.push(segment);
  }
  return joined;
}

const isOfVerse = (segment: Segment | undefined): boolean =>
  segment?.kind === 'wide' && segment.boxes.at(-1)?.style.columnSpan === 'lines';

const joinAll = (segments: readonly Segment[]): Segment => ({
  kind: 'wide',
  boxes: segments.flatMap(({ boxes }) => boxes),
});

/** Where the titles begin that end some boxes; over a poem, its first one, with what stands under that. */
function titleIn(boxes: readonly Box[], isOverVerse: boolean): number {
  const isTitle = ({ style }: Box): boolean => style.breakAfter === 'avoid';
  const first = boxes.findIndex(isTitle);
  if (isOverVerse) return first < 0 ? boxes.length : first;
  return boxes.findLastIndex((box) => !isTitle(box)) + 1;
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
