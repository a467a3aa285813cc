import type { Box } from '../box/box.ts';
import type { Pt } from '../core/units.ts';
import type { SegmentBreaks } from './break-segment.ts';
import { flattenBoxes, type FlattenedFlow } from './flow-leaf.ts';
import { collectItems, type FlowItem, type FlowPosition } from './flow-items.ts';
import type { LayoutSession } from './layout-session.ts';
import type { Fold } from './leg-grid.ts';
import type { Stack } from './placed.ts';
import { layoutStack } from './stack-layout.ts';
import type { Segment } from './story-segments.ts';

/** The matter of a segment, laid out when it is first wanted. */
export type SegmentMatter = {
  readonly flattened: FlattenedFlow;
  /** Items from a place on, once a measure. */
  readonly itemsFrom: (session: LayoutSession, measure: Pt, position: FlowPosition) => readonly FlowItem[];
  /** All of it in one piece, off the grid, once a width and a fold in it. */
  readonly stackAt: (session: LayoutSession, width: Pt, fold: Fold | null) => Stack;
  /** All of it in even legs of any depth, once for each room. */
  readonly evenLegs: Map<string, SegmentBreaks | null>;
  /** Lets go of all that was laid out: it is laid out anew when wanted again. */
  readonly letGo: () => void;
};

/** Segments by the boxes that they hold: settings of a story that have them in common lay them out once. */
export type SegmentStore = {
  readonly ids: WeakMap<Box, number>;
  readonly matters: Map<string, SegmentMatter>;
  count: number;
};

/** Opens an empty store. */
export function openSegmentStore(): SegmentStore {
  return { ids: new WeakMap(), matters: new Map(), count: 0 };
}

/** The matter of a segment; the same object for the same boxes. */
export function matterOfSegment(store: SegmentStore, { kind, boxes }: Segment): SegmentMatter {
  const isWhole = kind !== 'span';
  const ids = boxes.map((box) => {
    const id = store.ids.get(box) ?? (store.count += 1);
    store.ids.set(box, id);
    return id;
  });
  const key = `${isWhole}:${ids.join()}`;
  const matter = store.matters.get(key) ?? openMatter(boxes, isWhole);
  store.matters.set(key, matter);
  return matter;
}

/** Lets go of what was laid out of all segments. */
export function letGoOfSegments({ matters }: SegmentStore): void {
  for (const matter of matters.values()) matter.letGo();
  matters.clear();
}

function openMatter(boxes: readonly Box[], isWhole: boolean): SegmentMatter {
  const flattened = flattenBoxes(boxes, isWhole);
  const items = new Map<string, readonly FlowItem[]>();
  const stacks = new Map<string, Stack>();
  const evenLegs: SegmentMatter['evenLegs'] = new Map();
  return {
    flattened,
    itemsFrom: (session, measure, { leaf, from }) => {
      const key = `${measure}:${leaf}:${from}`;
      const known = items.get(key) ?? collectItems(session, flattened, measure, { leaf, from });
      items.set(key, known);
      return known;
    },
    stackAt: (session, width, fold) => {
      const key = fold === null ? `${width}` : `${width}:${fold.before}:${fold.after}`;
      const known = stacks.get(key) ?? layoutStack(session, boxes, width, fold);
      stacks.set(key, known);
      return known;
    },
    evenLegs,
    letGo: () => {
      for (const laidOut of [items, stacks, evenLegs]) laidOut.clear();
    },
  };
}
