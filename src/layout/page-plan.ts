import type { Span } from '../core/origin.ts';
import type { Pt } from '../core/units.ts';
import type { BlockBox, BoxTree } from '../box/box.ts';

/** A frame of a band: side-by-side legs that take the matter of a thread. */
export type Frame = {
  /** First column, from 0, and how many. */
  readonly column: number;
  readonly columns: number;
  /** Legs in the frame; null for one a column. */
  readonly legs: number | null;
  /** Baseline rows, the depth of the matter, or what is left of the page. */
  readonly rows: number | 'auto' | 'rest';
  /** Slot of the page plan that the frame is for; null takes the thread. */
  readonly slot: string | null;
  readonly thread: string | null;
  /** Place of its element in the page layout. */
  readonly at: Span | null;
};

/** A band of a page: its own matter over the whole width, or frames side by side. */
export type Band =
  | { readonly kind: 'matter'; readonly box: BlockBox }
  | { readonly kind: 'frames'; readonly frames: readonly Frame[] };

/** Header or footer: a strip of fixed depth, filled after the pages are known. */
export type FurnitureSlot = {
  readonly rows: number;
  readonly template: string;
  /** Place of its element in the page layout. */
  readonly at: Span | null;
};

/** A kind of page, read from an `ed-page` layout. Bands stand from the top down. */
export type Blueprint = {
  readonly name: string;
  readonly columns: number;
  readonly header: FurnitureSlot | null;
  readonly footer: FurnitureSlot | null;
  readonly bands: readonly Band[];
};

/** What a flow is, for tags, outline and reports. */
export type FlowKind = 'story' | 'imprint';

/** How a story is set; the styles of each shape differ. */
export type FlowShape = 'lead' | 'second' | 'third' | 'brief';

/** Matter that runs through the frames of a thread. */
export type Flow = {
  readonly kind: FlowKind;
  /** Story id; `@imprint` for the imprint. */
  readonly name: string;
  /** For the outline; plain text. */
  readonly title: string;
  readonly language: string;
  readonly section: string | null;
  /** The boxes of one shape; the same object for the same shape. */
  readonly treeOf: (shape: FlowShape) => BoxTree;
};

/** Which flow stands where. */
export type PagePlan = {
  /** Blueprints of the first pages, in order; the last one serves every further page. At least one. */
  readonly blueprints: readonly Blueprint[];
  /** Flows of the slots of planned pages, by page index and slot. */
  readonly slots: readonly {
    readonly pageIndex: number;
    readonly slot: string;
    readonly flows: readonly Flow[];
  }[];
  /** Flows of each thread, in the order they are placed. */
  readonly threads: ReadonlyMap<string, readonly Flow[]>;
};

/** What is set where a flow leaves a page, and where it goes on. Boxes of generated text with a link to the other place. */
export type JumpMatter = {
  /** At the foot of the last leg: "Continued on page 5". */
  readonly jumpLine: (flow: Flow, page: string, destination: string) => BoxTree;
  /** Over the legs that go on: the jump head and "Continued from page 1". */
  readonly jumpHead: (flow: Flow, page: string, destination: string) => BoxTree;
};

/** A strip that waits for its furniture: where it stands on which page. */
export type FurnitureArea = {
  readonly pageIndex: number;
  readonly role: 'header' | 'footer';
  readonly template: string;
  readonly at: Span | null;
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
};

/** What a page holds, for its furniture. */
export type PageContents = {
  readonly pageIndex: number;
  readonly label: string;
  readonly flows: readonly Flow[];
};
