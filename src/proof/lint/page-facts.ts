import type { Rect } from '../../core/geometry.ts';

/** A headline as it stands on its page; `size` in points. */
export type HeadFact = {
  readonly story: string;
  readonly rect: Rect;
  readonly size: number;
  readonly words: number;
};

/** One leg of a story. */
export type LegFact = { readonly story: string; readonly rect: Rect };

/** What the rules of make-up look at on one page, in points. */
export type PageFacts = {
  readonly label: string;
  readonly heads: readonly HeadFact[];
  readonly legs: readonly LegFact[];
  readonly pictures: readonly Rect[];
  readonly cutlines: readonly LegFact[];
  /** Everything that is not body text: heads, subheads, pictures, rules, small type. */
  readonly stops: readonly Rect[];
  /** The smallest type of the page, with what it says; null for a page without text. */
  readonly smallest: { readonly size: number; readonly text: string } | null;
};

/**
 * A line of body text, in points from the left and the top of its page. `column` is the left edge of what it was set in;
 * `gaps` are the spaces between its words, each with the font's own space; `looseness` is the widest of them over that.
 */
export type LineFact = {
  readonly page: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly gaps: readonly { readonly x: number; readonly width: number; readonly own: number }[];
  readonly looseness: number;
  readonly text: string;
};

/** A paragraph of body text. */
export type ParagraphFact = { readonly story: string; readonly lines: readonly LineFact[] };

/** What the rules look at in an edition. */
export type EditionFacts = {
  readonly pageCount: number;
  /** The pages of a spread are one. */
  readonly pages: readonly PageFacts[];
  readonly baseline: number;
  /** The part of a page that stories may take; null where they run on from page to page, as in a book. */
  readonly live: Rect | null;
  /** Stories with a jump line; those that run on from page to page, as in a book, have none. */
  readonly jumping: ReadonlySet<string>;
  readonly paragraphs: readonly ParagraphFact[];
};

/** Something that an editor would change. Never an error. */
export type LintFinding = {
  readonly rule: string;
  /** Label of the page; null for the edition as a whole. */
  readonly page: string | null;
  readonly story: string | null;
  readonly message: string;
  readonly cure: string;
};
