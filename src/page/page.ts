import type { Rect, Size } from '../core/geometry.ts';
import type { Span } from '../core/origin.ts';
import type { Pt } from '../core/units.ts';
import type { Colour } from '../style/computed-style.ts';
import type { GlyphRun } from '../text/line.ts';

/** Where a fragment belongs: a leaf of the structure tree, or outside reading. */
export type StructureRef =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'artifact'; readonly artifact: 'header' | 'footer' | 'layout' };

/** Glyphs whose baseline starts at `x + run.x`, `y`. */
export type TextFragment = {
  readonly kind: 'text';
  readonly run: GlyphRun;
  readonly x: Pt;
  /** The line's baseline, from the top of the page; `run.rise` goes up from it. */
  readonly y: Pt;
  readonly colour: Colour;
  readonly structure: StructureRef;
};

/** A picture, or the part `crop` of it (fractions of its width and height), filling `rect`. */
export type ImageFragment = {
  readonly kind: 'image';
  readonly file: string;
  readonly rect: Rect;
  readonly crop: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The part of `rect` that is seen, where the picture goes on on the facing page; absent for all of it. */
  readonly seen?: Rect;
  readonly structure: StructureRef;
};

/** A filled rectangle: rules, borders, tints. */
export type RuleFragment = {
  readonly kind: 'rule';
  readonly rect: Rect;
  readonly colour: Colour;
  readonly structure: StructureRef;
};

/** The area of a link: not drawn. `target` is a URI, or `#name` for a named destination of this edition. */
export type LinkFragment = {
  readonly kind: 'link';
  readonly rect: Rect;
  readonly target: string;
  /** The Link element's id in the structure tree. */
  readonly element: number;
};

/** A thing at a fixed position on a page. */
export type Fragment = TextFragment | ImageFragment | RuleFragment | LinkFragment;

/** A header, footer or panel whose matter takes more rows than its page layout gives it. */
export type DeepStrip = {
  /** What its matter takes of the page, which may end below it. */
  readonly rect: Rect;
  readonly role: 'header' | 'footer' | 'panel';
  readonly template: string;
  readonly rows: { readonly needed: number; readonly given: number };
  /** What fills it, or its tag in the page layout. */
  readonly at: Span | null;
};

/** One finished page. Fragments stand in drawing order; the order of reading is the structure tree's alone. */
export type Page = {
  /** From 0. */
  readonly index: number;
  /** What the folio says: `1`, `A4`. */
  readonly label: string;
  readonly size: Size;
  readonly fragments: readonly Fragment[];
  /** Areas of the legs that each story fills here, in reading order: article threads are made from them. */
  readonly beads: readonly { readonly story: string; readonly rect: Rect }[];
  /** Absent where there are none. */
  readonly deepStrips?: readonly DeepStrip[];
  /** Of a spread, the page with which this one is read as one. Absent for a page by itself. */
  readonly joins?: 'next' | 'previous';
};
