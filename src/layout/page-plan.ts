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
  /** Stories go on in the next frame without jump lines, in their order, as in a book. */
  readonly runsOn: boolean;
  /** Place of its element in the page layout. */
  readonly at: Span | null;
};

/** A band of a page: its own matter over the whole width, or frames side by side. */
export type Band =
  | { readonly kind: 'matter'; readonly box: BlockBox }
  | { readonly kind: 'frames'; readonly frames: readonly Frame[] }
  /** A strip across the page that is filled once all pages are known: teasers, an index. */
  | { readonly kind: 'panel'; readonly panel: FurnitureSlot };

/** Header or footer: a strip of fixed depth, filled after the pages are known. */
export type FurnitureSlot = {
  /** 0 for a panel that is as deep as its matter (`rows="auto"`), until it is measured. */
  readonly rows: number;
  readonly template: string;
  /** Place of its element in the page layout. */
  readonly at: Span | null;
};

/** A kind of page, read from an `ed-page` layout. Bands stand from the top down. */
export type Blueprint = {
  readonly name: string;
  readonly columns: number;
  /** Two facing pages as one, with the columns of both. */
  readonly isSpread: boolean;
  readonly header: FurnitureSlot | null;
  readonly footer: FurnitureSlot | null;
  readonly bands: readonly Band[];
};

/** What a flow is, for tags, outline and reports. */
export type FlowKind = 'story' | 'contents' | 'imprint' | 'advertisement' | 'house';

/** How a story is set; the styles of each shape differ. `spread` is the lead of two pages that are read as one. */
export type FlowShape = 'spread' | 'lead' | 'second' | 'third' | 'brief';

/** Behind what a story leaves its page: behind a node of its text, or after so many rows of its legs together. */
export type JumpAfter =
  { readonly kind: 'node'; readonly node: string } | { readonly kind: 'rows'; readonly rows: number };

/** What the page plan says of a story's jump. */
export type PlannedJump = {
  /** Null where its frame ends. */
  readonly after: JumpAfter | null;
  /** The page that it goes on on, by index; null for the next that has room. */
  readonly toPage: number | null;
};

/** Matter that runs through the frames of a thread. */
export type Flow = {
  readonly kind: FlowKind;
  /** Story id; `@contents` and `@imprint` for these, `@ad.1` and `@house.1` for advertisements and house fillers. */
  readonly name: string;
  /** For the outline; plain text. */
  readonly title: string;
  readonly language: string;
  readonly section: string | null;
  /** Where the article names its picture; absent for none. */
  readonly pictureAt?: Span;
  /** Absent where the page plan leaves it open whether and where it jumps. */
  readonly jump?: PlannedJump;
  /** The boxes of one shape; the same object for the same shape. */
  readonly treeOf: (shape: FlowShape) => BoxTree;
};

/**
 * A rectangle of a page: columns of the grid from 0, baseline rows from 0 at the top of the live area (header and
 * footer strips included). Between modules that stand one above the other stay {@link ROWS_BETWEEN_MODULES} rows.
 */
export type GridRect = {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
};

/** White rows between two modules that stand one above the other. */
export const ROWS_BETWEEN_MODULES = 1;
/** Rows more that may stand between two briefs of a column that ends short. */
export const MOST_BETWEEN_BRIEFS = 2;

/** What stands in a module. */
export type ModuleMatter =
  /**
   * A story from its beginning. `legs` null is one a column. `pictureRows` is the depth of its head picture, cutline not
   * counted; null leaves it to the composer, which crops within the picture's range so that the module is filled.
   */
  | {
      readonly kind: 'story';
      readonly flow: Flow;
      readonly shape: FlowShape;
      readonly legs: number | null;
      readonly pictureRows: number | null;
      /** Legs that its head picture stands over; null for those of its layout. */
      readonly pictureColumns: number | null;
      /** Pull quotes shown of those that may be left out. */
      readonly quotes: number;
    }
  /** What is left of a story that began in a module of an earlier page. */
  | { readonly kind: 'rest'; readonly flow: Flow; readonly legs: number | null }
  /** Short stories, one under the other, in the shape `brief`. */
  | { readonly kind: 'briefs'; readonly flows: readonly Flow[]; readonly legs: number | null }
  /** An advertisement or a house filler: one picture, whole. */
  | { readonly kind: 'advertisement'; readonly flow: Flow }
  /** A strip that is filled once all pages are known: an index, teasers. */
  | {
      readonly kind: 'panel';
      readonly template: string;
      readonly align: 'top' | 'middle';
      readonly at: Span | null;
    }
  | { readonly kind: 'imprint'; readonly flow: Flow; readonly shape: FlowShape };

/** Matter and the rectangle that it fills. */
export type PlannedModule = { readonly rect: GridRect; readonly matter: ModuleMatter };

/** One page of a plan. Its blueprint gives header, footer and the matter above the modules, such as the nameplate. */
export type PlannedPage = {
  readonly blueprint: Blueprint;
  /** Flows of the slots of the blueprint's frames, by slot. */
  readonly slots: ReadonlyMap<string, readonly Flow[]>;
  /** Modules in reading order, none over another; null fills the blueprint's bands instead. */
  readonly modules: readonly PlannedModule[] | null;
  /** Advertisements at the foot of a page that is filled by bands: these end above the deepest of them. */
  readonly foot: readonly PlannedModule[];
};

/** Which flow stands where. */
export type PagePlan = {
  /** The first pages, in order. At least one; the blueprint of the last one serves every further page, by its bands. */
  readonly pages: readonly PlannedPage[];
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
  readonly role: 'header' | 'footer' | 'panel';
  readonly template: string;
  /** Where it stands in a panel that is deeper than it; headers stand at the top, footers at the foot. */
  readonly align: 'top' | 'middle' | 'foot';
  readonly at: Span | null;
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  /** A hole in the pages that it fills: whole columns and rows of the grid. */
  readonly hole?: { readonly columns: number; readonly rows: number };
  /** At the fold of a spread: rules that end at this side of the strip go on to the fold, so many points. */
  readonly toFold?: { readonly side: 'left' | 'right'; readonly width: Pt };
};

/** What a page holds, for its furniture. */
export type PageContents = {
  readonly pageIndex: number;
  readonly label: string;
  readonly flows: readonly Flow[];
};
