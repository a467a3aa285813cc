import type { Span } from '../core/origin.ts';
import { pt } from '../core/units.ts';
import { readValue } from './parse-declaration.ts';
import type { ComputeEnvironment } from './property/property-definition.ts';
import type { SpecifiedValue, StyleSheet, Target } from './style-sheet.ts';
import type { CssToken } from './value/css-token.ts';

/** A font family and the value that names it. */
export type NamedFamily = { readonly family: string; readonly span: Span };

/** Names of families depend on nothing; a resolver asks for an environment all the same. */
const NOWHERE: ComputeEnvironment = {
  baseline: pt(0),
  liveWidth: pt(0),
  liveHeight: pt(0),
  fontSize: pt(0),
  lineHeight: pt(0),
  parentFontSize: pt(0),
  parentFontWeight: 400,
  rootFontSize: pt(0),
  colour: { red: 0, green: 0, blue: 0 },
};

/**
 * Every font family that style sheets name, in the order of the sheets; also in a custom property that is a whole list
 * of families and stands in a `font-family` as `var(--name)`.
 */
export function namedFamilies(sheets: readonly StyleSheet[]): readonly NamedFamily[] {
  const declarations = sheets.flatMap(({ rules }) => rules.flatMap((rule) => rule.declarations));
  const variables = new Set(
    declarations.flatMap((declaration) =>
      declaration.kind === 'pending' && declaration.targets.some(isFamily)
        ? declaration.tokens.flatMap(variablesIn)
        : [],
    ),
  );
  return declarations.flatMap((declaration) => {
    const { span } = declaration;
    if (declaration.kind === 'set' && isFamily(declaration.target))
      return familiesOf(declaration.value, span);
    if (declaration.kind !== 'custom' || !variables.has(declaration.name)) return [];
    const values = readValue('font-family', declaration.tokens) ?? [];
    return values.flatMap(({ value }) => familiesOf(value, span));
  });
}

const isFamily = (target: Target): boolean => target === 'font-family';

function variablesIn(token: CssToken): readonly string[] {
  if (token.kind === 'ident') return token.name.startsWith('--') ? [token.name] : [];
  return token.kind === 'function' ? token.args.flatMap(variablesIn) : [];
}

function familiesOf(value: SpecifiedValue, span: Span): readonly NamedFamily[] {
  const resolved = value.kind === 'value' ? value.resolve(NOWHERE) : [];
  if (!Array.isArray(resolved)) return [];
  return resolved.flatMap((family: unknown) => (typeof family === 'string' ? [{ family, span }] : []));
}
