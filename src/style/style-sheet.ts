import type { Span } from '../core/origin.ts';
import type { CssToken } from './value/css-token.ts';
import type { LonghandName } from './property/longhand-values.ts';
import type { Resolver } from './property/property-definition.ts';
import type { Selector } from './selector/selector.ts';

/** The words that every property takes. */
export type WideKeyword = 'inherit' | 'initial' | 'unset';

/** What a declaration sets one property to. */
export type SpecifiedValue =
  | { readonly kind: 'value'; readonly resolve: Resolver<unknown> }
  | { readonly kind: 'keyword'; readonly keyword: WideKeyword };

/** A property, or a pair of them of which the direction chooses. */
export type Target = LonghandName | { readonly ltr: LonghandName; readonly rtl: LonghandName };

/** One declaration of a sheet, read as far as it can be without an element. */
export type Declaration =
  | {
      readonly kind: 'set';
      readonly target: Target;
      readonly value: SpecifiedValue;
      readonly important: boolean;
      readonly span: Span;
    }
  /** Holds `var()`: read for each element. `targets` are all the properties it may set. */
  | {
      readonly kind: 'pending';
      readonly name: string;
      readonly targets: readonly Target[];
      readonly tokens: readonly CssToken[];
      readonly important: boolean;
      readonly span: Span;
    }
  /** `--name: …` */
  | {
      readonly kind: 'custom';
      readonly name: string;
      readonly tokens: readonly CssToken[];
      readonly important: boolean;
      readonly span: Span;
    };

/** A rule: its declarations count for whatever one of its selectors matches. */
export type StyleRule = {
  readonly selectors: readonly Selector[];
  readonly declarations: readonly Declaration[];
};

/** A parsed sheet; rules in the order of the file. */
export type StyleSheet = {
  readonly kind: 'sheet';
  readonly file: string;
  readonly rules: readonly StyleRule[];
};
