import type { PlainValue } from './yaml-document.ts';

/**
 * A value of the author's, named in a message.
 *
 * @example
 * describeValue('tabliod') // '`tabliod`'
 */
export function describeValue(value: PlainValue): string {
  if (value === null) return 'empty';
  if (typeof value === 'string') return `\`${value.length > 60 ? `${value.slice(0, 57)}…` : value}\``;
  if (Array.isArray(value)) return value.length === 1 ? 'a list of one' : `a list of ${value.length}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty map';
  const shown = keys.slice(0, 4).map((key) => `\`${key}\``);
  return `a map of keys (${shown.join(', ')}${keys.length > 4 ? ', …' : ''})`;
}
