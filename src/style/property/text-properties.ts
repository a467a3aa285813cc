import { em, pt, type Em, type Pt } from '../../core/units.ts';
import type { Colour } from '../computed-style.ts';
import type { CssToken } from '../value/css-token.ts';
import { parseColour } from '../value/parse-colour.ts';
import type { TextValues } from './longhand-values.ts';
import { define, type Definitions, type Resolver, type ValueParser } from './property-definition.ts';
import { fraction, integer, keyword, keywords, length, list, number, oneOf } from './value-parsers.ts';

const inherited = { inherited: true };
const inheritedWith = (note: string): { readonly inherited: true; readonly note: string } => ({
  inherited: true,
  note,
});
const ALIGNMENTS = ['start', 'end', 'left', 'right', 'center', 'justify'] as const;

/** How a colour is written, for docs. */
export const COLOUR: string = '<colour> | currentColor';

/** Stands for no limit on lines: more than any paragraph has. */
const NO_LIMIT = 1_000_000;

/** A colour, or the element's own text colour. */
export const colour: ValueParser<Colour> = (tokens) => {
  const [token] = tokens;
  if (tokens.length === 1 && token?.kind === 'ident' && token.name.toLowerCase() === 'currentcolor') {
    return (environment) => environment.colour;
  }
  const parsed = parseColour(tokens);
  return parsed === null ? null : () => parsed;
};

const spacing: ValueParser<Pt> = oneOf(keyword('normal', pt(0)), length());

/** Text properties (CSS Text 4, CSS Inline 3) and galley's own of justification. */
export const TEXT_PROPERTIES: Definitions<TextValues> = {
  color: define(COLOUR, 'black', colour, inherited),
  'text-align': define(ALIGNMENTS.join(' | '), 'start', keywords(...ALIGNMENTS), inherited),
  'text-align-last': define(
    `auto | ${ALIGNMENTS.join(' | ')}`,
    'auto',
    keywords('auto', ...ALIGNMENTS),
    inherited,
  ),
  'text-indent': define('<length>', '0', length(), inherited),
  'letter-spacing': define('normal | <length>', 'normal', spacing, inherited),
  'word-spacing': define('normal | <length>', 'normal', spacing, inherited),
  'text-transform': define(
    'none | uppercase | lowercase | capitalize',
    'none',
    keywords('none', 'uppercase', 'lowercase', 'capitalize'),
    inheritedWith("Only the glyphs change: the text that readers copy and hear keeps the author's case."),
  ),
  'text-decoration-line': define(
    'none | underline',
    'none',
    keywords('none', 'underline'),
    inheritedWith('Inherited, so that marked-up words inside keep the line.'),
  ),
  'vertical-align': define('baseline | super | sub | <length> | <percentage>', 'baseline', parseShift(), {
    note: 'Raises or lowers inline text; a percentage is of the line height. Nested shifts add up.',
  }),
  'white-space': define(
    'normal | nowrap | pre-line',
    'normal',
    keywords('normal', 'nowrap', 'pre-line'),
    inherited,
  ),
  hyphens: define('none | manual | auto', 'manual', keywords('none', 'manual', 'auto'), inherited),
  'hyphenate-limit-chars': define(
    '[ auto | <integer 1–100> ]{1,3}',
    'auto',
    parseLimitChars,
    inheritedWith('Letters of the whole word, before and after the hyphen; `auto` is 6 2 3.'),
  ),
  'hyphenate-limit-lines': define(
    'no-limit | <integer 0–1000000>',
    '1',
    oneOf(keyword('no-limit', NO_LIMIT), integer({ least: 0, most: NO_LIMIT })),
    inheritedWith(
      'Initially 1: no two hyphenated lines in a row. Gives way, to three at most, where a justified line would be loose.',
    ),
  ),
  'text-wrap': define('wrap | balance', 'wrap', keywords('wrap', 'balance'), inherited),
  'hanging-punctuation': define(
    'none | auto',
    'none',
    keywords('none', 'auto'),
    inheritedWith('`auto` lets quotation marks, stops and hyphens hang by their ink.'),
  ),
  direction: define(
    'ltr | rtl',
    'ltr',
    keywords('ltr', 'rtl'),
    inheritedWith('The attribute `dir` sets it too.'),
  ),
  '-ed-word-space': define(
    '<number 0.1–10>{3} rising',
    '0.75 0.95 1.4',
    parseWordSpace,
    inheritedWith(
      "Word space of justified lines as a factor of the font's own: least, wanted, where cost gets steep.",
    ),
  ),
  '-ed-glyph-scale': define(
    '<number 0.5–1> <number 1–2>',
    '1 1',
    parseGlyphScale,
    inheritedWith('Least and most horizontal scale of glyphs in justified lines.'),
  ),
  '-ed-tracking': define(
    '<length -1em–0> <length 0–1em>',
    '0 0',
    parseTracking,
    inheritedWith('Least and most letter space in justified lines; in em alone.'),
  ),
};

/** A third of the font size up, and a seventh down, as most faces' own superiors and inferiors stand. */
function parseShift(): ValueParser<Pt> {
  const share: ValueParser<Pt> = (tokens) => {
    const part = fraction()(tokens);
    return part === null ? null : (environment) => pt(part(environment) * environment.lineHeight);
  };
  const raised: ValueParser<Pt> = (tokens) =>
    keyword('super', 1)(tokens) === null ? null : ({ parentFontSize }) => pt(parentFontSize / 3);
  const lowered: ValueParser<Pt> = (tokens) =>
    keyword('sub', 1)(tokens) === null ? null : ({ parentFontSize }) => pt(-parentFontSize / 7);
  return oneOf(keyword('baseline', pt(0)), raised, lowered, length(), share);
}

function parseLimitChars(tokens: readonly CssToken[]): Resolver<readonly [number, number, number]> | null {
  const part = oneOf(keyword('auto', -1), integer({ least: 1, most: 100 }));
  const values = list(part, 1, 3)(tokens);
  if (values === null) return null;
  return (environment) => {
    const [total = -1, before = -1, after = before] = values(environment);
    return [total < 0 ? 6 : total, before < 0 ? 2 : before, after < 0 ? 3 : after];
  };
}

function parseWordSpace(tokens: readonly CssToken[]): Resolver<readonly [number, number, number]> | null {
  const values = list(number({ least: 0.1, most: 10 }), 3, 3)(tokens);
  const [least, wanted, steep] = tokens.map((token) => (token.kind === 'number' ? token.value : Number.NaN));
  if (values === null || least === undefined || wanted === undefined || steep === undefined) return null;
  return least <= wanted && wanted <= steep ? () => [least, wanted, steep] : null;
}

function parseGlyphScale(tokens: readonly CssToken[]): Resolver<readonly [number, number]> | null {
  const values = list(number({ least: 0.5, most: 2 }), 2, 2)(tokens);
  const [least, most] = tokens.map((token) => (token.kind === 'number' ? token.value : Number.NaN));
  if (values === null || least === undefined || most === undefined) return null;
  return least <= 1 && most >= 1 ? () => [least, most] : null;
}

function parseTracking(tokens: readonly CssToken[]): Resolver<readonly [Em, Em]> | null {
  const [least, most] = tokens.map(emsOf);
  if (tokens.length !== 2 || least == null || most == null || least > 0 || most < 0) return null;
  return () => [em(least), em(most)];
}

function emsOf(token: CssToken): number | null {
  if (token.kind === 'number') return token.value === 0 ? 0 : null;
  return token.kind === 'dimension' && token.unit === 'em' && Math.abs(token.value) <= 1 ? token.value : null;
}
