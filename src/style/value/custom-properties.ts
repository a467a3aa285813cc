import type { CssToken } from './css-token.ts';

/** Values of custom properties by name, with every `var()` in them replaced. */
export type CustomProperties = ReadonlyMap<string, readonly CssToken[]>;

/** A value with its variables replaced, or the name of one that has no value (or refers to itself). */
export type Substitution =
  | { readonly kind: 'value'; readonly tokens: readonly CssToken[] }
  | { readonly kind: 'missing'; readonly name: string };

/** Longest value that variables may make: more is a sheet that doubles itself at every step. */
const MOST_TOKENS = 10_000;

/** Replaces `var(--name)` and `var(--name, fallback)` (CSS Variables 1 §3). */
export function substituteVariables(tokens: readonly CssToken[], custom: CustomProperties): Substitution {
  const result: CssToken[] = [];
  for (const token of tokens) {
    const found = substituteToken(token, custom);
    if (found.kind === 'missing') return found;
    result.push(...found.tokens);
    if (result.length > MOST_TOKENS) return { kind: 'missing', name: 'a value of reasonable length' };
  }
  return { kind: 'value', tokens: result };
}

function substituteToken(token: CssToken, custom: CustomProperties): Substitution {
  if (token.kind !== 'function') return { kind: 'value', tokens: [token] };
  if (token.name !== 'var') {
    const args = substituteVariables(token.args, custom);
    return args.kind === 'missing' ? args : { kind: 'value', tokens: [{ ...token, args: args.tokens }] };
  }
  const [first, , ...fallback] = token.args;
  const name = first?.kind === 'ident' ? first.name : '';
  const value = custom.get(name);
  if (value !== undefined) return { kind: 'value', tokens: value };
  return fallback.length > 0 ? substituteVariables(fallback, custom) : { kind: 'missing', name };
}

/**
 * Custom properties of an element: its parent's, with its own over them. One that refers to itself, straight
 * or through others, has no value.
 */
export function resolveCustomProperties(
  own: ReadonlyMap<string, readonly CssToken[]>,
  parent: CustomProperties,
): CustomProperties {
  if (own.size === 0) return parent;
  const resolved = new Map(parent);
  for (const name of own.keys()) resolved.delete(name);
  const open = new Set<string>();
  const settle = (name: string): void => {
    const tokens = own.get(name);
    if (tokens === undefined || open.has(name) || resolved.has(name)) return;
    open.add(name);
    for (const used of variablesOf(tokens)) settle(used);
    const value = substituteVariables(tokens, resolved);
    if (value.kind === 'value') resolved.set(name, value.tokens);
  };
  for (const name of own.keys()) settle(name);
  return resolved;
}

function variablesOf(tokens: readonly CssToken[]): readonly string[] {
  return tokens.flatMap((token) => {
    if (token.kind !== 'function') return [];
    const [first] = token.args;
    const own = token.name === 'var' && first?.kind === 'ident' ? [first.name] : [];
    return [...own, ...variablesOf(token.args)];
  });
}
