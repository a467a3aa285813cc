import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { NAMED_COLOURS } from './value/named-colours.ts';
import { formatTokens, type CssToken } from './value/css-token.ts';
import { isLonghand, LOGICAL, LONGHANDS, PROPERTIES } from './property/registry.ts';
import { SHORTHANDS } from './property/shorthands.ts';
import { keywordOf, LENGTH_UNITS, MOST_IN_UNIT } from './property/value-parsers.ts';
import type { Declaration, SpecifiedValue, Target, WideKeyword } from './style-sheet.ts';

/** A declaration as written. `tokens` is null when its value holds what no property takes. */
export type WrittenDeclaration = {
  readonly name: string;
  readonly tokens: readonly CssToken[] | null;
  /** The value's text, for messages. */
  readonly text: string;
  readonly important: boolean;
  readonly span: Span;
  readonly valueSpan: Span;
};

/** Reads a declaration. Reports GA401 for an unknown property, GA402 for a wrong value. */
export function parseDeclaration(written: WrittenDeclaration, context: Context): readonly Declaration[] {
  const { name, tokens, important, valueSpan: span } = written;
  if (name.startsWith('--'))
    return tokens === null
      ? reportValue(written, null, context)
      : [{ kind: 'custom', name, tokens, important, span }];
  const targets = targetsOf(name);
  if (targets === null) {
    reportProperty(written, context);
    return [];
  }
  if (tokens !== null && tokens.some(holdsVariable))
    return [{ kind: 'pending', name, targets, tokens, important, span }];
  const values = tokens === null ? null : readValue(name, tokens);
  if (values === null) return reportValue(written, syntaxOf(name), context);
  return values.map(({ target, value }) => ({ kind: 'set', target, value, important, span }));
}

/** Everything a property may set; null for an unknown one. */
export function targetsOf(name: string): readonly Target[] | null {
  if (isLonghand(name)) return [name];
  const logical = LOGICAL.get(name);
  return logical === undefined ? (SHORTHANDS.get(name)?.longhands ?? null) : [logical];
}

/** How a property's value is written; the empty string for an unknown one. */
export function syntaxOf(name: string): string {
  const longhand = LOGICAL.get(name)?.ltr ?? name;
  return isLonghand(longhand) ? PROPERTIES[longhand].syntax : (SHORTHANDS.get(name)?.syntax ?? '');
}

/** A property and what it is set to. */
export type ReadValue = { readonly target: Target; readonly value: SpecifiedValue };

/** Reads a value without `var()`; null when it is none of the property's. */
export function readValue(name: string, tokens: readonly CssToken[]): readonly ReadValue[] | null {
  const wide = wideKeyword(tokens);
  if (wide !== null)
    return (targetsOf(name) ?? []).map((target) => ({ target, value: { kind: 'keyword', keyword: wide } }));
  const shorthand = SHORTHANDS.get(name);
  if (shorthand === undefined) {
    const target = LOGICAL.get(name) ?? (isLonghand(name) ? name : null);
    return target === null ? null : readOne(target, tokens);
  }
  const expansion = shorthand.expand(tokens);
  if (expansion === null) return null;
  const values: ReadValue[] = [];
  for (const [longhand, piece] of expansion) {
    const value = readOne(longhand, piece);
    if (value === null) return null;
    values.push(...value);
  }
  return values;
}

function readOne(target: Target, tokens: readonly CssToken[]): readonly ReadValue[] | null {
  const wide = wideKeyword(tokens);
  if (wide !== null) return [{ target, value: { kind: 'keyword', keyword: wide } }];
  const resolve = PROPERTIES[typeof target === 'string' ? target : target.ltr].parse(tokens);
  return resolve === null ? null : [{ target, value: { kind: 'value', resolve } }];
}

function wideKeyword(tokens: readonly CssToken[]): WideKeyword | null {
  const word = keywordOf(tokens);
  return word === 'inherit' || word === 'initial' || word === 'unset' ? word : null;
}

/** Whether `var()` stands in it somewhere. */
export function holdsVariable(token: CssToken): boolean {
  return token.kind === 'function' && (token.name === 'var' || token.args.some(holdsVariable));
}

/** Properties that place boxes in CSS: themes for browsers have them, and galley has none of them. */
const PLACING =
  /^(float|clear|position|top|right|bottom|left|inset|z-index|flex|grid|place|align|justify|order)(-|$)/;

function reportProperty(written: WrittenDeclaration, context: Context): void {
  const hint = propertyHint(written.name);
  reportFault(context, 'GA401', {
    message: `there is no property "${written.name}"`,
    ...(hint === null ? {} : { hint }),
    span: { ...written.span, end: written.span.start + written.name.length },
  });
}

function propertyHint(name: string): string | null {
  if (PLACING.test(name))
    return 'Boxes are placed by the make-up elements of templates: ed-band, ed-frame, ed-row.';
  const meant = suggest(name, [...LONGHANDS, ...SHORTHANDS.keys(), ...LOGICAL.keys()]);
  return meant === null ? null : `Did you mean "${meant}"?`;
}

function reportValue(
  written: WrittenDeclaration,
  syntax: string | null,
  context: Context,
): readonly Declaration[] {
  reportFault(context, 'GA402', {
    message: `"${written.text}" is no value of ${written.name}${syntax === null ? '' : `, which takes ${syntax}`}`,
    hint: valueHint(written.tokens ?? [], syntax ?? '') ?? wordingHint(written.text, syntax ?? ''),
    span: written.valueSpan,
  });
  return [];
}

/** What CSS has and galley has not, and what stands for a colour. */
function wordingHint(text: string, syntax: string): string | null {
  if (/(?:^|[^\w-])(?:calc|min|max|clamp)\(/i.test(text))
    return 'galley does no sums in style sheets: write what they come to.';
  if (!syntax.includes('<colour>')) return null;
  const meant = /^[a-z]+$/i.test(text) ? suggest(text, Object.keys(NAMED_COLOURS)) : null;
  if (meant !== null) return `Did you mean "${meant}"?`;
  return 'A colour is a name, #rgb, #rrggbb, rgb(…) or grey(40%); none is transparent.';
}

/** What is most often wrong: a slip in a word, a number without unit, a unit that does not exist. */
export function valueHint(tokens: readonly CssToken[], syntax: string): string | null {
  const words = syntax.match(/(?<![<\w-])[a-z][a-z\d-]*(?![\w-]*>)/gi) ?? [];
  for (const token of tokens) {
    const meant = token.kind === 'ident' ? suggest(token.name, words) : null;
    if (meant !== null && token.kind === 'ident' && token.name !== meant) return `Did you mean "${meant}"?`;
    if (token.kind === 'dimension' && !LENGTH_UNITS.includes(token.unit)) {
      return `"${token.unit}" is no unit of length here; units are ${LENGTH_UNITS.join(', ')}.`;
    }
    if (token.kind === 'dimension' && Math.abs(token.value) > MOST_IN_UNIT)
      return `No length is more than ${MOST_IN_UNIT} of its unit.`;
    if (
      token.kind === 'number' &&
      token.value !== 0 &&
      syntax.includes('<length') &&
      !syntax.includes('<number')
    ) {
      return `A length needs a unit: ${formatTokens([token])}pt.`;
    }
  }
  return null;
}
