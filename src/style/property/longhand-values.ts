import type { Em, Pt } from '../../core/units.ts';
import type { BorderSide, Colour, ComputedStyle } from '../computed-style.ts';
import type { AskedRole } from './asked-roles.ts';

/** `normal` is the least whole number of baselines that is 1.1 times the font size. */
export type LineHeight =
  | { readonly kind: 'normal' }
  | { readonly kind: 'factor'; readonly value: number }
  | { readonly kind: 'length'; readonly value: Pt };

/** Computed values of the font properties. */
export type FontValues = {
  'font-family': readonly string[];
  'font-size': Pt;
  'font-weight': number;
  'font-style': ComputedStyle['fontStyle'];
  'font-variant-caps': ComputedStyle['fontVariantCaps'];
  'font-variant-numeric': ComputedStyle['fontVariantNumeric'];
  'font-feature-settings': readonly string[];
  'line-height': LineHeight;
};

/** Computed values of the text properties. */
export type TextValues = {
  color: Colour;
  'text-align': ComputedStyle['textAlign'];
  'text-align-last': ComputedStyle['textAlignLast'];
  'text-indent': Pt;
  'letter-spacing': Pt;
  'word-spacing': Pt;
  'text-transform': ComputedStyle['textTransform'];
  'text-decoration-line': ComputedStyle['textDecorationLine'];
  'vertical-align': Pt;
  'white-space': ComputedStyle['whiteSpace'];
  hyphens: ComputedStyle['hyphens'];
  'hyphenate-limit-chars': readonly [number, number, number];
  'hyphenate-limit-lines': number;
  'text-wrap': ComputedStyle['textWrap'];
  'hanging-punctuation': ComputedStyle['hangingPunctuation'];
  direction: ComputedStyle['direction'];
  '-ed-word-space': readonly [number, number, number];
  '-ed-glyph-scale': readonly [number, number];
  '-ed-tracking': readonly [Em, Em];
};

/** The four sides in the order of CSS. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

/** Computed values of the box properties. */
export type BoxValues = {
  display: ComputedStyle['display'];
  'background-color': Colour | null;
  width: ComputedStyle['width'];
  height: ComputedStyle['height'];
  'object-fit': ComputedStyle['objectFit'];
  'object-position': readonly [number, number];
  'list-style-type': ComputedStyle['listStyleType'];
} & { [S in Side as `margin-${S}` | `padding-${S}`]: Pt } & { [S in Side as `border-${S}-width`]: Pt } & {
  [S in Side as `border-${S}-style`]: BorderSide['style'];
} & { [S in Side as `border-${S}-color`]: Colour };

/** Computed values of the properties of columns, breaks and structure. */
export type FlowValues = {
  'column-gap': Pt | null;
  'column-rule-width': Pt;
  'column-rule-style': BorderSide['style'];
  'column-rule-color': Colour;
  'column-span': ComputedStyle['columnSpan'];
  'break-before': ComputedStyle['breakBefore'];
  'break-after': ComputedStyle['breakAfter'];
  'break-inside': ComputedStyle['breakInside'];
  orphans: number;
  widows: number;
  'initial-letter': number;
  '-ed-initial-weight': number | null;
  '-ed-inset': ComputedStyle['edInset'];
  '-ed-row': ComputedStyle['edRow'];
  '-ed-defer': ComputedStyle['edDefer'];
  '-ed-baseline': ComputedStyle['edBaseline'];
  '-ed-fit': ComputedStyle['edFit'];
  '-ed-role': AskedRole | null;
};

/** Computed values of every longhand property. */
export type LonghandValues = FontValues & TextValues & BoxValues & FlowValues;

/** A property that a declaration sets in the end. */
export type LonghandName = keyof LonghandValues;
