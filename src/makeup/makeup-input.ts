import type { Matter, PlacedMatter } from './matter.ts';
import type { AdMatter } from './place-ads.ts';

/** Matter that the page plan wants on a page, the lead first; the others of that page follow it in rank. */
export type FixedMatter = {
  readonly pageIndex: number;
  readonly slot: 'lead' | 'second' | 'third' | 'briefs';
  readonly ids: readonly string[];
};

/** A number to be made up. */
export type MakeupInput = {
  /** In rank: by section, then by place in it. */
  readonly matters: readonly Matter[];
  readonly fixed: readonly FixedMatter[];
  readonly ads: readonly AdMatter[];
  /** Pages that are asked for; null for the fewest that hold the matter. */
  readonly pageCount: number | null;
  /** A number of pages is a multiple of this where the matter allows it. */
  readonly multiple: number;
  readonly columns: number;
  /** Rows that matter may take on a page of so many. */
  readonly rowsOf: (pageIndex: number, count: number) => number;
  /** What is left of matter that jumps, as matter of its own. */
  readonly restOf: (placed: PlacedMatter) => Matter;
};
