import { mmToPt, pt, PT_PER_INCH, PT_PER_PICA, type Pt } from '../../core/units.ts';
import type { CssToken } from '../value/css-token.ts';
import type { Resolver, ValueParser } from './property-definition.ts';

/** Exactly one of the words. */
export function keywords<T extends string>(...words: readonly T[]): ValueParser<T> {
  return (tokens) => {
    const word = words.find((candidate) => candidate === keywordOf(tokens));
    return word === undefined ? null : () => word;
  };
}

/** One word that stands for a value. */
export function keyword<T>(word: string, value: T): ValueParser<T> {
  return (tokens) => (keywordOf(tokens) === word ? () => value : null);
}

/** The first parser that can read the value. */
export function oneOf<T>(...parsers: readonly ValueParser<T>[]): ValueParser<T> {
  return (tokens) => {
    for (const parse of parsers) {
      const resolver = parse(tokens);
      if (resolver !== null) return resolver;
    }
    return null;
  };
}

/** A value changed after it is computed. */
export function mapped<T, U>(parse: ValueParser<T>, change: (value: T) => U): ValueParser<U> {
  return (tokens) => {
    const resolver = parse(tokens);
    return resolver === null ? null : (environment) => change(resolver(environment));
  };
}

/** The single word of a value in lower case, or null. */
export function keywordOf(tokens: readonly CssToken[]): string | null {
  const [token] = tokens;
  return tokens.length === 1 && token?.kind === 'ident' ? token.name.toLowerCase() : null;
}

/** Bounds of a number, both included. */
export type Bounds = { readonly least?: number; readonly most?: number };

const isWithin = (value: number, { least = -Infinity, most = Infinity }: Bounds): boolean =>
  value >= least && value <= most;

/** A number without unit. */
export function number(bounds: Bounds = {}): ValueParser<number> {
  return ([token, ...rest]) =>
    rest.length === 0 && token?.kind === 'number' && isWithin(token.value, bounds) ? () => token.value : null;
}

/** A whole number. */
export function integer(bounds: Bounds = {}): ValueParser<number> {
  return (tokens) => {
    const [token] = tokens;
    return token?.kind === 'number' && Number.isInteger(token.value) ? number(bounds)(tokens) : null;
  };
}

/** Several values one after the other, each read by the same parser; `least` to `most` of them. */
export function list<T>(parse: ValueParser<T>, least: number, most: number): ValueParser<readonly T[]> {
  return (tokens) => {
    if (tokens.length < least || tokens.length > most) return null;
    const resolvers: Resolver<T>[] = [];
    for (const token of tokens) {
      const resolver = parse([token]);
      if (resolver === null) return null;
      resolvers.push(resolver);
    }
    return (environment) => resolvers.map((resolve) => resolve(environment));
  };
}

/** Points in the units of paper. A CSS pixel is 1/96 inch. */
const ABSOLUTE: Readonly<Record<string, number>> = {
  pt: 1,
  px: PT_PER_INCH / 96,
  mm: mmToPt(1),
  cm: mmToPt(10),
  in: PT_PER_INCH,
  pc: PT_PER_PICA,
};

/** Every unit a length may have, for docs and messages. */
export const LENGTH_UNITS: readonly string[] = [
  ...Object.keys(ABSOLUTE),
  'em',
  'rem',
  'lh',
  'rlh',
  'vw',
  'vh',
];

/** The largest number of a length, in any unit: in points more than any page, 200 inches, the largest that PDF 1.7 allows. */
export const MOST_IN_UNIT = 14_400;

/** A length; 0 needs no unit. `least` is in points for paper units and in the unit's own number for others. */
export function length(bounds: Bounds = {}): ValueParser<Pt> {
  return ([token, ...rest]) => {
    if (rest.length > 0 || token === undefined) return null;
    if (token.kind === 'number') return token.value === 0 && isWithin(0, bounds) ? () => pt(0) : null;
    if (token.kind !== 'dimension' || !isWithin(token.value, bounds) || Math.abs(token.value) > MOST_IN_UNIT)
      return null;
    const { value, unit } = token;
    const factor = ABSOLUTE[unit];
    if (factor !== undefined) return () => pt(value * factor);
    if (unit === 'em') return ({ fontSize }) => pt(value * fontSize);
    if (unit === 'rem') return ({ rootFontSize }) => pt(value * rootFontSize);
    if (unit === 'lh') return ({ lineHeight }) => pt(value * lineHeight);
    if (unit === 'rlh') return ({ baseline }) => pt(value * baseline);
    if (unit === 'vw') return ({ liveWidth }) => pt((value / 100) * liveWidth);
    if (unit === 'vh') return ({ liveHeight }) => pt((value / 100) * liveHeight);
    return null;
  };
}

/** A percentage as a fraction. */
export function fraction(bounds: Bounds = {}): ValueParser<number> {
  return ([token, ...rest]) => {
    if (rest.length > 0 || token?.kind !== 'percentage' || !isWithin(token.value, bounds)) return null;
    return () => token.value / 100;
  };
}

/** Parts of a value between commas; null when one is empty. */
export function splitAtCommas(tokens: readonly CssToken[]): readonly (readonly CssToken[])[] | null {
  const parts: CssToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'comma') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.some((part) => part.length === 0) ? null : parts;
}
