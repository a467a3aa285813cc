import type { Matter, PageRole, PlacedAd, PlacedMatter } from './matter.ts';
import type { AdMatter } from './place-ads.ts';

/** Matter that the page plan wants on a page, the lead first; the others of that page follow it in rank. */
export type FixedMatter = {
  readonly pageIndex: number;
  readonly slot: 'lead' | 'second' | 'third' | 'briefs';
  readonly ids: readonly string[];
};

/** The pages that a section has to itself. */
export type SectionPages = {
  readonly section: string;
  readonly firstIndex: number;
  /** The last of them; null where it ends as it comes. */
  readonly lastIndex: number | null;
};

/** What is known of a page before its matter is placed: it decides the page's layout. */
export type PageKind = {
  readonly pageIndex: number;
  /** Pages of the number. */
  readonly count: number;
  readonly role: PageRole;
  /** The section that begins here, where one has the page to itself. */
  readonly section: string | null;
};

/** A number to be made up. */
export type MakeupInput = {
  /** In rank: by section, then by place in it. */
  readonly matters: readonly Matter[];
  readonly fixed: readonly FixedMatter[];
  /** In the order of their matter. */
  readonly sections: readonly SectionPages[];
  /** Sections that begin on a page of their own however short they are. */
  readonly ownPages: ReadonlySet<string>;
  /** The index of the first page on which the turn of a section has come, by the pages planned for others. */
  readonly turnOf: (section: string | null) => number;
  /** Pages that hold nothing but what is fixed there, by index. */
  readonly closed: ReadonlySet<number>;
  readonly ads: readonly AdMatter[];
  /** Has the paper pictures of its own to close holes with? */
  readonly hasHouse: boolean;
  /** Pages that are asked for; null for the fewest that hold the matter. */
  readonly pageCount: number | null;
  /** Pages that there are in any case. */
  readonly leastPages: number;
  /** A number of pages is a multiple of this where the matter allows it. */
  readonly multiple: number;
  readonly columns: number;
  /** Rows that matter and advertisements may take on a page. */
  readonly rowsOf: (page: PageKind) => number;
  /** What its layout has at the foot of a page, clear of its advertisements; empty for none. */
  readonly standingOn: (page: PageKind, ads: readonly PlacedAd[]) => readonly PlacedAd[];
  /** What is left of matter that jumps, as matter of its own. */
  readonly restOf: (placed: PlacedMatter) => Matter;
};
