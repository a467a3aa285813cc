import type { Span } from '../core/origin.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { InlineRun } from '../style/inline-run.ts';

/** The element a box was made from, as far as tags need it. */
export type BoxElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly language: string;
  readonly at: Span | null;
};

/** A block that holds blocks. */
export type BlockBox = {
  readonly kind: 'block';
  readonly element: BoxElement | null;
  readonly style: ComputedStyle;
  readonly children: readonly Box[];
};

/** A block that holds lines. `element` is null for an anonymous one (text between blocks). */
export type ParagraphBox = {
  readonly kind: 'paragraph';
  readonly element: BoxElement | null;
  readonly style: ComputedStyle;
  readonly language: string;
  /** At least one; see {@link InlineRun} for white space. */
  readonly runs: readonly InlineRun[];
};

/** A list item: its marker (generated text) hangs in the start padding of its list. */
export type ListItemBox = {
  readonly kind: 'list-item';
  readonly element: BoxElement | null;
  readonly style: ComputedStyle;
  readonly marker: InlineRun | null;
  readonly children: readonly Box[];
};

/** A picture. */
export type ImageBox = {
  readonly kind: 'image';
  readonly element: BoxElement;
  readonly style: ComputedStyle;
  readonly file: string;
  /** Null for a decorative one. */
  readonly alt: string | null;
};

/** A rule across the measure (`hr`). */
export type RuleBox = { readonly kind: 'rule'; readonly element: BoxElement; readonly style: ComputedStyle };

/**
 * A track of an `ed-row`: a share of what is left, the width of its matter, or points; or a share by which its picture is as
 * deep as the others of the row.
 */
export type Track =
  | { readonly kind: 'picture' }
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'auto' }
  | { readonly kind: 'length'; readonly value: number };

/** Cells side by side (`ed-row`): nameplate with ears, folio. One child a track. */
export type RowBox = {
  readonly kind: 'row';
  readonly element: BoxElement;
  readonly style: ComputedStyle;
  readonly tracks: readonly Track[];
  readonly children: readonly Box[];
};

/** A cell of a table, over one column or more. */
export type TableCell = {
  readonly element: BoxElement;
  readonly style: ComputedStyle;
  readonly span: number;
  readonly children: readonly Box[];
};

/** A row of a table: cells from the first column on. */
export type TableRow = {
  readonly element: BoxElement;
  readonly style: ComputedStyle;
  readonly cells: readonly TableCell[];
};

/** Rows that belong together; heads are set again wherever the table goes on. `element` is null for rows that stand in none. */
export type TableSection = {
  readonly kind: 'head' | 'body' | 'foot';
  readonly element: BoxElement | null;
  readonly rows: readonly TableRow[];
};

/** A table. Sections have at least one row. */
export type TableBox = {
  readonly kind: 'table';
  readonly element: BoxElement;
  readonly style: ComputedStyle;
  readonly caption: Box | null;
  readonly sections: readonly TableSection[];
};

/** Any box. */
export type Box = BlockBox | ParagraphBox | ListItemBox | ImageBox | RuleBox | RowBox | TableBox;

/** The boxes of one tree. */
export type BoxTree = { readonly kind: 'boxes'; readonly root: BlockBox };
