import type { FlowShape } from '../layout/page-plan.ts';

/**
 * Rows that a picture adds to the depth of its story: fully cropped or at its smallest, as one would like, at most. One
 * beside legs adds none at its least.
 */
export type PictureRange = { readonly least: number; readonly wanted: number; readonly most: number };

/** One way of setting a piece of matter: its legs side by side in some columns, under a head of one shape. */
export type Setting = {
  readonly columns: number;
  readonly shape: FlowShape;
  /** Rows over the legs: head, deck, byline and the white below them, without the picture. */
  readonly headRows: number;
  /** Depth of the legs when they are even. */
  readonly legRows: number;
  /** Rows of all legs together. */
  readonly bodyRows: number;
  /** Column rows that a picture over some of the legs takes from them; absent where there is none. */
  readonly insetRows?: number;
  /** Fewest rows of each leg where the matter jumps: as deep as a picture beside them. Absent for none. */
  readonly leastLegRows?: number;
  readonly picture: PictureRange | null;
  /** Column rows of the picture as one would like it; absent where it has none. */
  readonly pictureArea?: number;
  /** Column rows of a page, for the rest of a story that no page holds; else absent. */
  readonly pageArea?: number;
  /** Column rows that stay white beside a picture deeper than the text: at its least depth, at its most. Absent for none. */
  readonly besideRows?: { readonly least: number; readonly most: number };
  /**
   * Does a block that is to stay whole break, or a single line stand alone, when it is set so, with its picture at the
   * least, the wanted and the most depth? Absent for no.
   */
  readonly isForced?: { readonly least: boolean; readonly wanted: boolean; readonly most: boolean };
  /** Column rows that stay white beside a picture that is narrower than its place, and in tables wider than they need; absent for none. */
  readonly pictureWhite?: number;
  /** Columns that its picture stands over; absent where it has none. */
  readonly pictureOver?: number;
  /** The same, to be asked for, where it might stand over more or fewer; else absent. */
  readonly pictureColumns?: number;
  /** Columns that its picture is narrower than it might be, and wider than its text is for; absent for none. */
  readonly narrower?: number;
  readonly wider?: number;
  /** Pull quotes shown of those that may be left out; absent for none. */
  readonly quotes?: number;
  /** How often the heads of two of its briefs stand side by side at one height; absent for never. */
  readonly headsAbreast?: number;
};

/** What the make-up of pages needs to know of a story, of the rest of one, or of a set of briefs. */
export type Matter = {
  /** Unique; ties are settled by it. */
  readonly id: string;
  /** `rest` goes on from an earlier page; `brief` stands under a small head anywhere on its page. */
  readonly kind: 'story' | 'rest' | 'brief';
  readonly section: string | null;
  /** May the story go on on a later page? */
  readonly mayJump: boolean;
  /** Rest of a story that has gone on more than once. */
  readonly goesOnAgain?: true;
  /** Does the page plan name it as the lead of its page? */
  readonly isLead?: true;
  /** Is it the first story of a section? */
  readonly opensSection?: true;
  /** Fewest columns of the part of it that goes on elsewhere; absent for one. */
  readonly jumpColumns?: number;
  /** Rows, in one leg, that go on elsewhere wherever it stands, since the page plan says where it breaks; absent for none. */
  readonly tailRows?: number;
  /** Fewest rows of each of so many legs that hold so many rows of its end; absent for as many as it takes of lines alone. */
  readonly restDepth?: (rows: number, legs: number) => number;
  /**
   * Of so many rows of its end, set in one leg, those that stand in legs of some depth; absent for as many as the legs
   * have.
   */
  readonly heldRows?: (rows: number, legs: number, depth: number) => number;
  /** The first page, by index, that it may stand on; absent for any. */
  readonly notBefore?: number;
  /** The briefs that it is made of, where several share a column; else absent. */
  readonly parts?: readonly Matter[];
  /** How it is set in so many columns under a head of this shape; null where that cannot be. A pure function. */
  readonly settingFor: (columns: number, shape: FlowShape) => Setting | null;
  /** Fewest columns it may be set in: a picture that is not to stand over fewer. Absent for one. */
  readonly leastColumns?: number;
  /** The same of so many rows of its end that go on elsewhere: pictures side by side, tables. Absent for one. */
  readonly restColumns?: (rows: number) => number;
  /** The same with its picture over fewer columns, or with more pull quotes; absent where neither may be. A pure function. */
  readonly othersFor?: (columns: number, shape: FlowShape) => readonly Setting[];
};

/** A rectangle of whole columns and rows; rows count from the top of the area that stories may take. */
export type Cell = {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
};

/** An advertisement at the foot of a page. */
export type PlacedAd = { readonly id: string; readonly cell: Cell };

/** What a page is: heads are larger where a section or the paper begins. */
export type PageRole = 'front' | 'section' | 'inside';

/** The part of a page that is made up: between its nameplate or running head and its folio or imprint. */
export type PageArea = {
  readonly columns: number;
  readonly rows: number;
  readonly role: PageRole;
  /** The section that begins here, where it has the page to itself. */
  readonly section: string | null;
  /** Pages that the number was to have when this one was made up. */
  readonly count: number;
  /** Advertisements, and what the page's layout has at its foot. */
  readonly ads: readonly PlacedAd[];
};

/** How the rows of a cell are used: they add up to its depth. */
export type Fit = {
  readonly pictureRows: number;
  /** Rows of each leg; fewer than the matter has where it jumps. */
  readonly legRows: number;
  /** White under the legs or over the head, in rows. */
  readonly whiteRows: number;
  /** Rows of a house filler below, a row of white over it not counted; 0 for none. */
  readonly fillerRows: number;
  /** Rows of matter, in one leg, that go on on a later page; 0 for a story that stands whole. */
  readonly tailRows: number;
};

/** A depth that matter can take exactly, by which levers, and what that costs. */
export type CellFit = { readonly rows: number; readonly cost: number; readonly fit: Fit };

/** Matter in its place. */
export type PlacedMatter = {
  readonly matter: Matter;
  readonly cell: Cell;
  readonly setting: Setting;
  readonly fit: Fit;
};

/** A page made up: every row of its area is in one of these, or in the white between them. */
export type PageMakeup = {
  /** In rank. */
  readonly placed: readonly PlacedMatter[];
  /** House fillers that stand for themselves, beside an advertisement. */
  readonly fillers: readonly Cell[];
  readonly cost: number;
  /** False where the page ends short. */
  readonly isFull: boolean;
};

/** One page as made up. */
export type MadeUpPage = { readonly area: PageArea; readonly makeup: PageMakeup };
