import { pt, type Pt } from '../../core/units.ts';
import type { NumericVariant } from '../computed-style.ts';
import type { CssToken } from '../value/css-token.ts';
import type { FontValues, LineHeight } from './longhand-values.ts';
import { define, type Definitions, type Resolver, type ValueParser } from './property-definition.ts';
import {
  fraction,
  integer,
  keyword,
  keywordOf,
  keywords,
  length,
  mapped,
  number,
  oneOf,
  splitAtCommas,
} from './value-parsers.ts';

const inherited = { inherited: true };

/** Smallest and largest type that is no slip: half a point, and a letter as large as the largest page. */
const SIZE = { least: 0.01, most: 14_400 };

/** Words of `font-variant-numeric` (CSS Fonts 4 §6.7): one of each group, in the order of computed values. */
const NUMERIC_GROUPS: readonly (readonly NumericVariant[])[] = [
  ['lining-nums', 'oldstyle-nums'],
  ['proportional-nums', 'tabular-nums'],
  ['diagonal-fractions'],
  ['ordinal'],
  ['slashed-zero'],
];

/** Font properties (CSS Fonts 4, CSS Inline 3 §5). */
export const FONT_PROPERTIES: Definitions<FontValues> = {
  'font-family': define('[ <string> | <ident>+ ]#', 'serif', parseFamilies, inherited),
  'font-size': define('<length 0.01–14400> | <percentage 0.01–14400>', '9pt', parseSize, inherited),
  'font-weight': define(
    'normal | bold | lighter | bolder | <number 1–1000>',
    'normal',
    parseWeight(),
    inherited,
  ),
  'font-style': define('normal | italic', 'normal', keywords('normal', 'italic'), inherited),
  'font-variant-caps': define(
    'normal | small-caps | all-small-caps',
    'normal',
    keywords('normal', 'small-caps', 'all-small-caps'),
    inherited,
  ),
  'font-variant-numeric': define(
    `normal | [ ${NUMERIC_GROUPS.map((group) => (group.length > 1 ? `[ ${group.join(' | ')} ]` : group[0])).join(' || ')} ]`,
    'normal',
    parseNumeric,
    inherited,
  ),
  'font-feature-settings': define(
    'normal | [ <string> [ <integer 0–65535> | on | off ]? ]#',
    'normal',
    parseFeatures,
    inherited,
  ),
  'line-height': define(
    'normal | <number 0–100> | <length ≥ 0> | <percentage ≥ 0>',
    'normal',
    parseLineHeight(),
    {
      inherited: true,
      note: "`normal` is the least whole number of the page's baselines that is at least 1.1 times the font size.",
    },
  ),
};

function parseFamilies(tokens: readonly CssToken[]): Resolver<readonly string[]> | null {
  const families = splitAtCommas(tokens)?.map(familyOf);
  return families === undefined || families.some((family) => family === null)
    ? null
    : () => families.filter((family) => family !== null);
}

function familyOf(tokens: readonly CssToken[]): string | null {
  const [first] = tokens;
  if (tokens.length === 1 && first?.kind === 'string') return first.value;
  const words = tokens.map((token) => (token.kind === 'ident' ? token.name : null));
  return words.includes(null) ? null : words.join(' ');
}

function parseSize(tokens: readonly CssToken[]): Resolver<Pt> | null {
  return oneOf(length(SIZE), sizeFraction)(tokens);
}

const sizeFraction: ValueParser<Pt> = (tokens) => {
  const share = fraction(SIZE)(tokens);
  return share === null ? null : (environment) => pt(share(environment) * environment.parentFontSize);
};

/** Relative weights as in CSS Fonts 4 §2.2.1. */
function parseWeight(): ValueParser<number> {
  const relative: ValueParser<number> = (tokens) => {
    if (keyword('bolder', 1)(tokens) !== null) {
      return ({ parentFontWeight: weight }) =>
        weight < 350 ? 400 : weight < 550 ? 700 : Math.max(weight, 900);
    }
    if (keyword('lighter', 1)(tokens) === null) return null;
    return ({ parentFontWeight: weight }) =>
      weight < 550 ? Math.min(weight, 100) : weight < 750 ? 400 : 700;
  };
  return oneOf(keyword('normal', 400), keyword('bold', 700), number({ least: 1, most: 1000 }), relative);
}

/** Each word at most once, no two of one group, in any order. */
function parseNumeric(tokens: readonly CssToken[]): Resolver<readonly NumericVariant[]> | null {
  if (keyword('normal', 1)(tokens) !== null) return () => [];
  const words = tokens.map((token) => keywordOf([token]));
  const chosen = NUMERIC_GROUPS.flatMap((group) => group.filter((word) => words.includes(word)).slice(0, 1));
  return chosen.length === words.length && words.length > 0 ? () => chosen : null;
}

function parseFeatures(tokens: readonly CssToken[]): Resolver<readonly string[]> | null {
  if (keyword('normal', 1)(tokens) !== null) return () => [];
  const features = splitAtCommas(tokens)?.map(featureOf);
  return features === undefined || features.some((feature) => feature === null)
    ? null
    : () => features.filter((feature) => feature !== null);
}

function featureOf([tag, ...rest]: readonly CssToken[]): string | null {
  if (tag?.kind !== 'string' || !/^[ -~]{4}$/.test(tag.value)) return null;
  if (rest.length === 0) return `${tag.value}=1`;
  const value = oneOf(keyword('on', 1), keyword('off', 0), integer({ least: 0, most: 65_535 }))(rest);
  const [token] = rest;
  if (value === null || token === undefined) return null;
  return `${tag.value}=${token.kind === 'number' ? token.value : token.kind === 'ident' && token.name === 'on' ? 1 : 0}`;
}

function parseLineHeight(): ValueParser<LineHeight> {
  const share: ValueParser<LineHeight> = (tokens) => {
    const part = fraction({ least: 0 })(tokens);
    if (part === null) return null;
    return (environment) => ({ kind: 'length', value: pt(part(environment) * environment.fontSize) });
  };
  return oneOf<LineHeight>(
    keyword<LineHeight>('normal', { kind: 'normal' }),
    mapped(length({ least: 0 }), (value): LineHeight => ({ kind: 'length', value })),
    mapped(number({ least: 0, most: 100 }), (value): LineHeight => ({ kind: 'factor', value })),
    share,
  );
}
