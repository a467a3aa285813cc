import type { Pt } from '../../core/units.ts';
import type { Colour } from '../computed-style.ts';
import type { CssToken } from '../value/css-token.ts';

/** What of the page a value may depend on. */
export type PageMeasures = {
  /** Distance of the page's baselines: `1rlh`. */
  readonly baseline: Pt;
  /** Width between the page's side margins: `100vw`. */
  readonly liveWidth: Pt;
  /** Height between head and foot margin: `100vh`. */
  readonly liveHeight: Pt;
};

/** What a value may depend on. For `font-size` and `line-height` themselves the sizes are the parent's. */
export type ComputeEnvironment = PageMeasures & {
  readonly fontSize: Pt;
  readonly lineHeight: Pt;
  readonly parentFontSize: Pt;
  readonly parentFontWeight: number;
  readonly rootFontSize: Pt;
  readonly colour: Colour;
};

/** Gives the computed value in an environment. */
export type Resolver<T> = (environment: ComputeEnvironment) => T;

/** Reads a whole value; null when it is none of the property's. */
export type ValueParser<T> = (tokens: readonly CssToken[]) => Resolver<T> | null;

/** One property. `syntax` and `initial` stand in the docs and in messages as they are. */
export type PropertyDefinition<T> = {
  readonly inherited: boolean;
  readonly syntax: string;
  /** In CSS; {@link PropertyDefinition.parse} reads it. */
  readonly initial: string;
  readonly parse: ValueParser<T>;
  /** What differs from CSS, or has no word there; null when CSS says it all. */
  readonly note: string | null;
};

/** Definitions of some properties, by name. */
export type Definitions<V> = { readonly [K in keyof V]: PropertyDefinition<V[K]> };

/** Short form of a definition. */
export function define<T>(
  syntax: string,
  initial: string,
  parse: ValueParser<T>,
  more: { readonly inherited?: boolean; readonly note?: string } = {},
): PropertyDefinition<T> {
  return { syntax, initial, parse, inherited: more.inherited ?? false, note: more.note ?? null };
}
