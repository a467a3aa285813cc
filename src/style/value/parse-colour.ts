import type { Colour } from '../computed-style.ts';
import type { CssToken } from './css-token.ts';
import { NAMED_COLOURS } from './named-colours.ts';

/**
 * Reads a colour: a name, `#rgb`, `#rrggbb`, `rgb(…)` with commas or spaces, or `grey(40%)`, whose percentage is
 * light from 0 (black) to 100. There is no transparency: paper has none. Null for anything else.
 */
export function parseColour(tokens: readonly CssToken[]): Colour | null {
  const [token] = tokens;
  if (tokens.length !== 1 || token === undefined) return null;
  if (token.kind === 'hash') return fromHex(token.value);
  if (token.kind === 'ident') return fromHex(namedColour(token.name));
  if (token.kind === 'function') return fromFunction(token.name, token.args);
  return null;
}

function namedColour(name: string): string {
  const lower = name.toLowerCase();
  return Object.hasOwn(NAMED_COLOURS, lower) ? (NAMED_COLOURS[lower] ?? '') : '';
}

function fromHex(hex: string): Colour | null {
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  if (!/^[0-9a-f]{6}$/i.test(digits)) return null;
  const part = (from: number): number => Number.parseInt(digits.slice(from, from + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4) };
}

function fromFunction(name: string, args: readonly CssToken[]): Colour | null {
  const parts = args.filter((token) => token.kind !== 'comma').map(component);
  if (parts.some((part) => part === null)) return null;
  const [first, second, third] = parts;
  if ((name === 'grey' || name === 'gray') && parts.length === 1 && args[0]?.kind === 'percentage') {
    return first == null ? null : { red: first, green: first, blue: first };
  }
  if (name !== 'rgb' || parts.length !== 3 || first == null || second == null || third == null) return null;
  return { red: first, green: second, blue: third };
}

function component(token: CssToken): number | null {
  const value =
    token.kind === 'percentage' ? token.value / 100 : token.kind === 'number' ? token.value / 255 : -1;
  return value >= 0 && value <= 1 ? value : null;
}
