import type { CssNode } from 'css-tree';

/** A piece of a property's value. Names of idents and functions are as written; units are lower case. */
export type CssToken =
  | { readonly kind: 'ident'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'dimension'; readonly value: number; readonly unit: string }
  | { readonly kind: 'percentage'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'hash'; readonly value: string }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly CssToken[] }
  | { readonly kind: 'comma' }
  | { readonly kind: 'slash' };

/** Pieces of a parsed value, in order; null when it holds something no property takes. */
export function tokensOf(nodes: Iterable<CssNode>): readonly CssToken[] | null {
  const tokens: CssToken[] = [];
  for (const node of nodes) {
    if (node.type === 'WhiteSpace' || node.type === 'Comment') continue;
    // The fallback of var() is a value of its own.
    const found = node.type === 'Value' ? tokensOf(node.children) : tokenOf(node);
    if (found === null) return null;
    tokens.push(...('kind' in found ? [found] : found));
  }
  return tokens;
}

function tokenOf(node: CssNode): CssToken | null {
  switch (node.type) {
    case 'Identifier':
      return { kind: 'ident', name: node.name };
    case 'Number':
      return finite(node.value, (value) => ({ kind: 'number', value }));
    case 'Dimension':
      return finite(node.value, (value) => ({ kind: 'dimension', value, unit: node.unit.toLowerCase() }));
    case 'Percentage':
      return finite(node.value, (value) => ({ kind: 'percentage', value }));
    case 'String':
      return { kind: 'string', value: node.value };
    case 'Hash':
      return { kind: 'hash', value: node.value };
    case 'Operator':
      return node.value.trim() === ','
        ? { kind: 'comma' }
        : node.value.trim() === '/'
          ? { kind: 'slash' }
          : null;
    case 'Function': {
      const args = tokensOf(node.children);
      return args === null ? null : { kind: 'function', name: node.name.toLowerCase(), args };
    }
    default:
      return null;
  }
}

function finite(text: string, make: (value: number) => CssToken): CssToken | null {
  const value = Number(text);
  return Number.isFinite(value) ? make(value) : null;
}

/** A value as text again, for messages. */
export function formatTokens(tokens: readonly CssToken[]): string {
  return tokens
    .map((token, index) => (index === 0 || token.kind === 'comma' ? '' : ' ') + formatToken(token))
    .join('');
}

function formatToken(token: CssToken): string {
  switch (token.kind) {
    case 'ident':
      return token.name;
    case 'number':
      return String(token.value);
    case 'dimension':
      return `${token.value}${token.unit}`;
    case 'percentage':
      return `${token.value}%`;
    case 'string':
      return `"${token.value}"`;
    case 'hash':
      return `#${token.value}`;
    case 'function':
      return `${token.name}(${formatTokens(token.args)})`;
    case 'comma':
      return ',';
    case 'slash':
      return '/';
  }
}
