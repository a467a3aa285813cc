import { parse } from 'css-tree';
import { pt } from '../core/units.ts';
import { usedLineHeight } from './assemble-style.ts';
import type { ComputedStyle } from './computed-style.ts';
import { tokensOf } from './value/css-token.ts';
import type { LonghandName, LonghandValues } from './property/longhand-values.ts';
import type { ComputeEnvironment, PageMeasures, Resolver } from './property/property-definition.ts';
import { LONGHANDS, PROPERTIES } from './property/registry.ts';
import type { SpecifiedValue } from './style-sheet.ts';

/** What each longhand is set to by the strongest declaration; one that none sets is not there. */
export type Winners = ReadonlyMap<LonghandName, SpecifiedValue>;

/** What values may be taken from: a computed element. */
type ParentValues = { readonly values: Readonly<LonghandValues>; readonly style: ComputedStyle };

/** The parent and the root of the tree; null for the root itself. */
export type Family = { readonly parent: ParentValues | null; readonly root: ParentValues | null };

/** These first, in this order: the others turn on them. */
const FIRST: readonly LonghandName[] = ['font-size', 'line-height', 'color'];
const ORDER: readonly LonghandName[] = [...FIRST, ...LONGHANDS.filter((name) => !FIRST.includes(name))];

/** Computes every longhand of an element from the declarations that won; lengths come out in points. */
export function computeValues(winners: Winners, family: Family, page: PageMeasures): LonghandValues {
  const { parent, root } = family;
  // Filled below, each longhand once.
  const values = {} as LonghandValues;
  let environment = parentEnvironment(family, page);
  for (const name of ORDER) {
    setLonghand(values, name, computeOne(name, { winner: winners.get(name), parent }, environment));
    if (name === 'font-size') {
      const fontSize = values['font-size'];
      environment = { ...environment, fontSize, rootFontSize: root?.values['font-size'] ?? fontSize };
    } else if (name === 'line-height') {
      const lineHeight = usedLineHeight(values['line-height'], values['font-size'], page.baseline);
      environment = { ...environment, lineHeight };
    } else if (name === 'color') environment = { ...environment, colour: values.color };
  }
  if (values.display === 'inline' && parent?.values.display === 'inline') {
    values['vertical-align'] = pt(values['vertical-align'] + parent.values['vertical-align']);
  }
  return values;
}

type Candidate = { readonly winner: SpecifiedValue | undefined; readonly parent: ParentValues | null };

function setLonghand<K extends LonghandName>(
  values: LonghandValues,
  name: K,
  value: LonghandValues[K],
): void {
  values[name] = value;
}

function computeOne<K extends LonghandName>(
  name: K,
  { winner, parent }: Candidate,
  environment: ComputeEnvironment,
): LonghandValues[K] {
  // Only the parser of this property made the resolver.
  if (winner?.kind === 'value') return (winner.resolve as Resolver<LonghandValues[K]>)(environment);
  const keyword = winner?.keyword ?? 'unset';
  const isInherited = keyword === 'inherit' || (keyword === 'unset' && PROPERTIES[name].inherited);
  return parent !== null && isInherited ? parent.values[name] : initialOf(name)(environment);
}

const initials = new Map<LonghandName, Resolver<unknown>>();

function initialOf<K extends LonghandName>(name: K): Resolver<LonghandValues[K]> {
  const known = initials.get(name);
  // Put there below, by this property's own parser.
  if (known !== undefined) return known as Resolver<LonghandValues[K]>;
  const { initial, parse: parseInitial } = PROPERTIES[name];
  const value = parse(initial, { context: 'value' });
  const resolver = value.type === 'Value' ? parseInitial(tokensOf(value.children) ?? []) : null;
  if (resolver === null) throw new Error(`the initial value of ${name} is none of its values: ${initial}`);
  initials.set(name, resolver);
  return resolver;
}

/** Size of type where nothing says otherwise: newspaper body. */
const INITIAL_FONT_SIZE = pt(9);

/** The environment of the root before its own declarations count. */
export function initialEnvironment(page: PageMeasures): ComputeEnvironment {
  return {
    fontSize: INITIAL_FONT_SIZE,
    lineHeight: page.baseline,
    parentFontSize: INITIAL_FONT_SIZE,
    parentFontWeight: 400,
    rootFontSize: INITIAL_FONT_SIZE,
    ...page,
    colour: { red: 0, green: 0, blue: 0 },
  };
}

/** What `font-size` and `line-height` themselves are measured by: the parent's. */
function parentEnvironment(family: Family, page: PageMeasures): ComputeEnvironment {
  const initial = initialEnvironment(page);
  const { parent, root } = family;
  if (parent === null) return initial;
  const { 'font-size': fontSize, 'font-weight': parentFontWeight, color: colour } = parent.values;
  const rootFontSize = root?.values['font-size'] ?? initial.rootFontSize;
  const { lineHeight } = parent.style;
  return {
    ...initial,
    fontSize,
    parentFontSize: fontSize,
    parentFontWeight,
    colour,
    rootFontSize,
    lineHeight,
  };
}
