import type { Box } from '../box/box.ts';
import type { LayoutSession } from './layout-session.ts';
import { foldIn, legsWidth, type LegGrid } from './leg-grid.ts';
import { matterOfSegment, type SegmentStore } from './segment-matter.ts';
import type { Segment } from './story-segments.ts';

/** Rows of white under each leg beside a picture that nobody minds. */
const SOME_WHITE = 3;

/** Rows in each leg that text under a table has at least; less of it stands over the table too. */
const LEAST_UNDER = 6;

type Beside = {
  readonly session: LayoutSession;
  readonly store: SegmentStore;
  readonly legs: LegGrid;
  /** Legs that the picture at the corner stands over. */
  readonly cornerLegs: number;
};

/**
 * Lets text run on beside a picture at the corner where what spans the legs would leave white there: a table waits until
 * the legs beside the picture are full. Order of reading stays that of the story, since it does not follow the order of
 * setting (decision 0015).
 */
export function fillBeside(segments: readonly Segment[], beside: Beside): readonly Segment[] {
  const corner = segments.findIndex(({ kind }) => kind === 'corner');
  const [picture, text, ...after] = corner < 0 ? [] : segments.slice(corner);
  if (picture === undefined || text?.kind !== 'legs' || after.length < 2) return segments;
  const { session, store, legs, cornerLegs } = beside;
  const width = legsWidth(legs, cornerLegs);
  const { height } = matterOfSegment(store, picture).stackAt(
    session,
    width,
    foldIn(legs, legs.count - cornerLegs),
  );
  const free = legs.count - cornerLegs;
  const missing = Math.ceil(height / legs.baseline) * free - rowsOf(text.boxes, beside);
  if (missing <= SOME_WHITE * free) return segments;
  return [...segments.slice(0, corner), picture, ...runOn(text, after, { beside, missing })];
}

/** The segments from the text beside the picture on, with text from behind what spans as far as rows are missing. */
function runOn(
  text: Segment,
  after: readonly Segment[],
  { beside, missing }: { readonly beside: Beside; readonly missing: number },
): readonly Segment[] {
  const boxes = [...text.boxes];
  const left: Segment[] = [];
  let open = missing;
  for (const segment of after) {
    if (segment.kind !== 'legs' || open <= 0) {
      left.push(segment);
      continue;
    }
    const count = boxesFor(segment.boxes, open, beside);
    open -= rowsOf(segment.boxes.slice(0, count), beside);
    boxes.push(...segment.boxes.slice(0, count));
    if (count < segment.boxes.length) left.push({ ...segment, boxes: segment.boxes.slice(count) });
  }
  return [{ ...text, boxes }, ...left];
}

/** How many of some boxes fill so many rows; all of them where what is left would stand in short legs. */
function boxesFor(boxes: readonly Box[], rows: number, beside: Beside): number {
  let filled = 0;
  let count = 0;
  while (count < boxes.length && (filled < rows || isTitle(boxes[count - 1]))) {
    filled += rowsOf(boxes.slice(count, count + 1), beside);
    count += 1;
  }
  const rest = rowsOf(boxes.slice(count), beside);
  return rest < LEAST_UNDER * beside.legs.count ? boxes.length : count;
}

const isTitle = (box: Box | undefined): boolean => box?.style.breakAfter === 'avoid';

/** Rows of boxes in one leg. */
function rowsOf(boxes: readonly Box[], { session, store, legs }: Beside): number {
  if (boxes.length === 0) return 0;
  const { itemsFrom } = matterOfSegment(store, { kind: 'legs', boxes });
  const items = itemsFrom(session, legs.width, { leaf: 0, from: 0 });
  return items.reduce((sum, item, at) => sum + item.rows + (at === 0 ? 0 : item.rowsBefore), 0);
}
