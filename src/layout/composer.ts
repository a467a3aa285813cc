import type { Rect } from '../core/geometry.ts';
import type { Pt } from '../core/units.ts';
import type { Fragment } from '../page/page.ts';
import type { PageStart } from '../page/page-map.ts';
import type { StructureElement } from '../page/structure-tree.ts';
import type { StoryStore } from './measure-story.ts';
import type { Flow, FurnitureArea, JumpMatter, PageContents } from './page-plan.ts';
import type { FlowCursor, PreparedFlow } from './place-flow.ts';
import type { BrokenStretch } from './report-broken-words.ts';
import type { StructureIndex, StructureNumbers } from './structure-index.ts';

/** A page with its matter, before its furniture. */
export type DraftPage = {
  readonly index: number;
  readonly label: string;
  readonly fragments: Fragment[];
  readonly beads: { readonly story: string; readonly rect: Rect }[];
  /** Rows at the foot of a page filled by bands that advertisements take, with the white over them; absent for none. */
  readonly soldRows?: number;
  /** Rows that the imprint takes of those at its foot, with the white over it; absent for none. */
  readonly imprintRows?: number;
  /**
   * Of the left page of a spread that is being composed, where it is folded: its matter is that of both pages, and `x`
   * goes on over the fold. The page after it waits for its part.
   */
  readonly fold?: Pt;
  /** Of a spread that has been parted, the page that this one joins. */
  readonly joins?: 'next' | 'previous';
};

/** Matter of one blueprint band or flow, with its structure. */
export type IndexedMatter = { readonly flow: Flow | null; readonly index: StructureIndex };

/** Elements that stand in reading order right after the block that holds a leaf: jump lines and jump heads. */
export type Insertion = { readonly afterLeaf: number; readonly elements: readonly StructureElement[] };

/** Where a piece of a flow begins: destinations are made from it. */
export type PieceTop = {
  readonly flow: Flow;
  readonly destination: string;
  readonly pageIndex: number;
  readonly y: Pt;
  readonly isFirst: boolean;
  /** Depth of its legs in column inches. */
  readonly inches: number;
  /** The story leaves the page where the page plan says. */
  readonly isCutAsPlanned: boolean;
  /** A rule of breaking had to give way in it. */
  readonly isForced: boolean;
};

/** Composed pages that wait for furniture, and all that the last steps need. */
export type DraftEdition = {
  readonly pages: readonly DraftPage[];
  readonly matter: readonly IndexedMatter[];
  readonly insertions: readonly Insertion[];
  readonly figureBoxes: ReadonlyMap<number, { readonly page: number; readonly rect: Rect }>;
  readonly starts: readonly PageStart[];
  readonly tops: readonly PieceTop[];
  readonly furniture: readonly FurnitureArea[];
  readonly contents: readonly PageContents[];
  /** Pages, by index, on which a story begins with its head alone, is deeper than its place, or goes in against a rule of breaking. */
  readonly cramped: ReadonlySet<number>;
  /** Depth of each flow's legs in column inches. */
  readonly columnInches: ReadonlyMap<string, number>;
  readonly numbers: StructureNumbers;
};

/** Where a flow left a page; its jump line is set there once the page it goes on is known. */
export type JumpOrigin = {
  readonly page: DraftPage;
  /** Foot of the last leg: the jump line stands in the row below `y`. */
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly destination: string;
  readonly lastLeaf: number;
};

/** A flow that waits for its place, or for the place where it goes on. */
export type Pending = {
  readonly flow: Flow;
  /** Settled when its first piece is placed. */
  readonly started: {
    readonly prepared: PreparedFlow;
    readonly cursor: FlowCursor;
    readonly origin: JumpOrigin;
  } | null;
};

/** The state of composing, shared by its steps. */
export type Composer = StoryStore & {
  readonly language: string;
  readonly jumps: JumpMatter;
  readonly numbers: StructureNumbers;
  readonly pages: DraftPage[];
  readonly matter: IndexedMatter[];
  /** Texts of which a word stands broken between letters, page by page. */
  readonly broken: BrokenStretch[];
  readonly insertions: Insertion[];
  readonly indexes: Map<Flow, StructureIndex>;
  readonly figureBoxes: Map<number, { page: number; rect: Rect }>;
  readonly starts: PageStart[];
  readonly tops: PieceTop[];
  readonly furniture: FurnitureArea[];
  readonly contents: { pageIndex: number; label: string; flows: Flow[] }[];
  readonly cramped: Set<number>;
  readonly columnInches: Map<string, number>;
  /** Flows of each thread that wait, those that go on first. */
  readonly threads: Map<string, Pending[]>;
  /** How many later modules of the plan take the rest of a story, and the stories that wait for one. */
  readonly restsPlanned: Map<Flow, number>;
  /** Stories that alone are composed, to see whether they go in; null for all matter. */
  readonly only: ReadonlySet<Flow> | null;
  readonly rests: Map<Flow, Pending>;
  /** Stories that go on on a later page than the next frame is on, with its index. */
  readonly later: { readonly pending: Pending; readonly pageIndex: number }[];
  /** How many empty frames a story was too deep for so far. */
  readonly passed: Map<Flow, number>;
  /** Flows of the slots of planned pages, by `page index:slot`. */
  readonly slots: Map<string, Pending[]>;
};
