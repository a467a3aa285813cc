import type { AskedRole } from './property/asked-roles.ts';
import type { Em, Pt } from '../core/units.ts';

/** A colour as sRGB components, 0–1. */
export type Colour = { readonly red: number; readonly green: number; readonly blue: number };

/** One side of a border, or a column rule. `width` 0 draws nothing. */
export type BorderSide = {
  readonly width: Pt;
  readonly style: 'none' | 'solid' | 'double' | 'dotted' | 'dashed';
  readonly colour: Colour;
};

/** Values of the four sides. */
export type Sides<T> = { readonly top: T; readonly right: T; readonly bottom: T; readonly left: T };

/** A word of `font-variant-numeric` other than `normal`. */
export type NumericVariant =
  | 'lining-nums'
  | 'oldstyle-nums'
  | 'proportional-nums'
  | 'tabular-nums'
  | 'diagonal-fractions'
  | 'ordinal'
  | 'slashed-zero';

/** Computed values: lengths in points, keywords settled, inherited values filled in. Frozen. */
export type ComputedStyle = {
  readonly display: 'block' | 'inline' | 'list-item' | 'none';
  // font
  readonly fontFamily: readonly string[];
  readonly fontSize: Pt;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  readonly fontVariantCaps: 'normal' | 'small-caps' | 'all-small-caps';
  /** Words of `font-variant-numeric`, each once; empty for `normal`. */
  readonly fontVariantNumeric: readonly NumericVariant[];
  /** OpenType features as `tag=value`, from `font-feature-settings`. */
  readonly fontFeatures: readonly string[];
  readonly lineHeight: Pt;
  // text
  readonly colour: Colour;
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textAlignLast: 'auto' | 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textIndent: Pt;
  readonly letterSpacing: Pt;
  readonly wordSpacing: Pt;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly textDecorationLine: 'none' | 'underline';
  /** Raised or lowered text: points up from the baseline. */
  readonly baselineShift: Pt;
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre-line';
  readonly hyphens: 'none' | 'manual' | 'auto';
  /** Letters of the whole word, before and after the hyphen. */
  readonly hyphenateLimitChars: readonly [number, number, number];
  /** Consecutive hyphenated lines allowed. */
  readonly hyphenateLimitLines: number;
  /** `balance`: break for lines of like length (heads). */
  readonly textWrap: 'wrap' | 'balance';
  readonly hangingPunctuation: 'none' | 'auto';
  /** Word space as a factor of the font's: least, wanted, where cost gets steep. */
  readonly edWordSpace: readonly [number, number, number];
  /** Glyph scale, least and most: 0.98, 1.02. */
  readonly edGlyphScale: readonly [number, number];
  /** Tracking, least and most. */
  readonly edTracking: readonly [Em, Em];
  readonly direction: 'ltr' | 'rtl';
  // box
  readonly margin: Sides<Pt>;
  readonly padding: Sides<Pt>;
  readonly border: Sides<BorderSide>;
  readonly backgroundColour: Colour | null;
  /** Points, or a fraction of the containing measure; null is auto. */
  readonly width:
    | { readonly kind: 'length'; readonly value: Pt }
    | { readonly kind: 'fraction'; readonly value: number }
    | null;
  readonly height: { readonly kind: 'length'; readonly value: Pt } | null;
  readonly objectFit: 'fill' | 'contain' | 'cover';
  /** Fractions of width and height, 0–1. */
  readonly objectPosition: readonly [number, number];
  readonly listStyleType: 'none' | 'disc' | 'decimal';
  // columns
  readonly columnGap: Pt | null;
  readonly columnRule: BorderSide;
  readonly columnSpan: 'none' | 'all' | 'auto' | 'lines';
  // breaks
  readonly breakBefore: 'auto' | 'avoid' | 'column' | 'page';
  readonly breakAfter: 'auto' | 'avoid' | 'column' | 'page';
  readonly breakInside: 'auto' | 'avoid';
  readonly orphans: number;
  readonly widows: number;
  /** Lines a drop capital is deep and sinks; 1 is none. */
  readonly initialLetter: number;
  /** Weight of a drop capital; null is that of its text. */
  readonly edInitialWeight: number | null;
  /** Which side of its leg the block stands at, with the text that follows beside it. */
  readonly edInset: 'none' | 'start' | 'end';
  readonly edRow: 'none' | 'pictures';
  /** May the block, where a leg has no room for it, wait for the head of the next one, and text behind it fill the leg? */
  readonly edDefer: 'none' | 'column';
  /** Whether lines stand on the page's baseline grid, or are stacked freely and the block is rounded up to it. */
  readonly edBaseline: 'grid' | 'free';
  /** `width`: one line, set smaller where it would be wider than its measure; `words`: smaller, within limits, until its longest word goes in. */
  readonly edFit: 'none' | 'width' | 'words';
  /** The structure role of the PDF, when it is not the element's own; `Artifact` takes it out of reading. */
  readonly edRole: AskedRole | null;
};
