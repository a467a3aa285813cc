import type { Rect } from '../core/geometry.ts';

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) and house names that the role map explains. */
export type StructureRole =
  | 'Document'
  | 'Sect'
  | 'Art'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Figure'
  | 'Caption'
  | 'Link'
  | 'Span'
  | 'Quote'
  | 'Note'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Formula'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'Kicker'
  | 'Deck'
  | 'Byline'
  | 'Dateline'
  | 'Cutline'
  | 'Credit'
  | 'Tagline'
  | 'IssueLine'
  | 'JumpLine'
  | 'JumpHead'
  | 'ContactBlock'
  | 'ContactRow';

/** An element of the tree. */
export type StructureElement = {
  readonly kind: 'element';
  /** Unique in the tree; links name their Link element by it. */
  readonly id: number;
  readonly role: StructureRole;
  /** BCP 47 where it differs from the parent's; else null. */
  readonly language: string | null;
  readonly alt: string | null;
  /** What an abbreviation stands for; else null. */
  readonly expansion: string | null;
  /** Title of the element for outline and readers; null where the text says it. */
  readonly title: string | null;
  /** Story id of an Art, section id of a Sect; else null. */
  readonly name: string | null;
  /** Layout box of a Figure, as page index and rectangle; else null. */
  readonly box: { readonly page: number; readonly rect: Rect } | null;
  /** Of a TH or TD: what a head stands for, and the columns that the cell stands in. */
  readonly cell?: { readonly scope: 'Column' | 'Row' | null; readonly columns: number };
  readonly children: readonly StructureChild[];
};

/** A place where content hangs: the fragments that name this leaf, page by page, in their order there. */
export type StructureLeaf = { readonly kind: 'leaf'; readonly leaf: number };

/** A child, in reading order. */
export type StructureChild = StructureElement | StructureLeaf;

/** The whole tree; the root is the Document element. */
export type StructureTree = { readonly root: StructureElement };
