import type { Span } from '../core/origin.ts';
import type { Pt } from '../core/units.ts';
import type { BlockBox, BoxTree } from '../box/box.ts';

/** A frame of a band: side-by-side legs that take the matter of a thread. */
export type Frame = {
  /** First column, from 0, and how many. */
  readonly column: number;
  readonly columns: number;
  /** Baseline rows, or what is left of the page. */
  readonly rows: number | 'rest';
  readonly thread: string;
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

/** Matter that runs through the frames of a thread. */
export type Flow = {
  readonly kind: FlowKind;
  /** Story id; `@imprint` for the imprint. */
  readonly name: string;
  /** For the outline; plain text. */
  readonly title: string;
  readonly language: string;
  readonly section: string | null;
  readonly tree: BoxTree;
};

/** Which flow follows which, and the kinds of page they run over. */
export type PagePlan = {
  /** Blueprints of the first pages, in order; the last one serves every further page. At least one. */
  readonly blueprints: readonly Blueprint[];
  /** Flows of each thread, in the order they are placed. */
  readonly threads: ReadonlyMap<string, readonly Flow[]>;
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
