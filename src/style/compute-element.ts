import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { assembleStyle } from './assemble-style.ts';
import { BASE_FILE } from './base-sheet.ts';
import { computeValues, initialEnvironment, type Winners } from './compute-values.ts';
import type { ComputedStyle } from './computed-style.ts';
import { formatTokens, type CssToken } from './value/css-token.ts';
import {
  resolveCustomProperties,
  substituteVariables,
  type CustomProperties,
} from './value/custom-properties.ts';
import { readValue, syntaxOf, valueHint } from './parse-declaration.ts';
import { keepOrigin, type StyleOrigin } from './style-origin.ts';
import type { LonghandName } from './property/longhand-values.ts';
import type { PageMeasures } from './property/property-definition.ts';
import type { Declaration, SpecifiedValue, StyleRule, Target } from './style-sheet.ts';

/** Everything that a child may need of its parent's style. */
export type ComputedElement = StyleOrigin & {
  readonly custom: CustomProperties;
  readonly style: ComputedStyle;
};

/** What is the same for a whole tree. */
export type StyleSettings = {
  readonly page: PageMeasures;
  readonly context: Context;
  /** Faults told already, by place and message: one declaration counts for many elements. */
  readonly told: Set<string>;
};

/** An element to compute: the rules that match it, weakest first, and what its markup says. */
export type ElementInput = {
  readonly rules: readonly StyleRule[];
  readonly direction: 'ltr' | 'rtl' | null;
  readonly parent: ComputedElement | null;
  readonly root: ComputedElement | null;
};

/** Computes every property of an element. Reports GA405 for a variable without value, GA402 for what one makes. */
export function computeElement(input: ElementInput, settings: StyleSettings): ComputedElement {
  const declarations = byStrength(input.rules);
  const parentCustom = input.parent?.custom ?? new Map<string, readonly CssToken[]>();
  const custom = resolveCustomProperties(ownCustom(declarations), parentCustom);
  const { winners, declared } = chooseWinners(declarations, custom, input, settings);
  const values = computeValues(winners, input, settings.page);
  const style = assembleStyle(values, settings.page.baseline);
  const computed = { values, declared, parent: input.parent, custom, style };
  keepOrigin(style, computed);
  return computed;
}

/** Declarations in the order they count, important ones last. */
function byStrength(rules: readonly StyleRule[]): readonly Declaration[] {
  const all = rules.flatMap((rule) => rule.declarations);
  return [
    ...all.filter((declaration) => !declaration.important),
    ...all.filter((declaration) => declaration.important),
  ];
}

function ownCustom(declarations: readonly Declaration[]): ReadonlyMap<string, readonly CssToken[]> {
  const own = new Map<string, readonly CssToken[]>();
  for (const declaration of declarations) {
    if (declaration.kind === 'custom') own.set(declaration.name, declaration.tokens);
  }
  return own;
}

/** A declaration as it counts for one element. */
type Settled = { readonly target: Target; readonly value: SpecifiedValue; readonly span: Span };

function chooseWinners(
  declarations: readonly Declaration[],
  custom: CustomProperties,
  input: ElementInput,
  settings: StyleSettings,
): { readonly winners: Winners; readonly declared: ReadonlyMap<LonghandName, Span> } {
  const settled: Settled[] = [];
  for (const declaration of declarations) {
    if (declaration.kind === 'set') settled.push(declaration);
    else if (declaration.kind === 'pending') {
      const { span } = declaration;
      settled.push(...settlePending(declaration, custom, settings).map((one) => ({ ...one, span })));
    }
  }
  const direction = directionOf(settled, input, settings);
  const winners = new Map<LonghandName, SpecifiedValue>([
    ['direction', { kind: 'value', resolve: () => direction }],
  ]);
  const declared = new Map<LonghandName, Span>();
  for (const { target, value, span } of settled) {
    const name = typeof target === 'string' ? target : target[direction];
    winners.set(name, value);
    if (span.file !== BASE_FILE) declared.set(name, span);
  }
  return { winners, declared };
}

/** The direction has to be known before the properties that turn on it. */
function directionOf(
  settled: readonly { readonly target: Target; readonly value: SpecifiedValue }[],
  input: ElementInput,
  settings: StyleSettings,
): 'ltr' | 'rtl' {
  const inherited = input.parent?.values.direction ?? 'ltr';
  const declared = settled.findLast(({ target }) => target === 'direction')?.value;
  if (declared === undefined) return input.direction ?? inherited;
  if (declared.kind === 'keyword') return declared.keyword === 'initial' ? 'ltr' : inherited;
  // The value does not turn on the environment; only the parser of `direction` made it.
  return declared.resolve(initialEnvironment(settings.page)) === 'rtl' ? 'rtl' : 'ltr';
}

function settlePending(
  declaration: Declaration & { readonly kind: 'pending' },
  custom: CustomProperties,
  settings: StyleSettings,
): readonly { readonly target: Target; readonly value: SpecifiedValue }[] {
  const { name, tokens, span } = declaration;
  const substitution = substituteVariables(tokens, custom);
  if (substitution.kind === 'missing') {
    const meant = suggest(substitution.name, [...custom.keys()]);
    tellOnce(settings, 'GA405', {
      message: `${name} uses ${substitution.name}, which has no value here`,
      ...(meant === null ? {} : { hint: `Did you mean "${meant}"?` }),
      span,
    });
    return [];
  }
  const values = readValue(name, substitution.tokens);
  if (values !== null) return values;
  const syntax = syntaxOf(name);
  tellOnce(settings, 'GA402', {
    message: `"${formatTokens(substitution.tokens)}" (from ${formatTokens(tokens)}) is no value of ${name}, which takes ${syntax}`,
    hint: valueHint(substitution.tokens, syntax),
    span,
  });
  return [];
}

function tellOnce(settings: StyleSettings, code: string, details: Parameters<typeof reportFault>[2]): void {
  const key = `${details.span?.file} ${details.span?.start} ${details.message}`;
  if (settings.told.has(key)) return;
  settings.told.add(key);
  reportFault(settings.context, code, details);
}
