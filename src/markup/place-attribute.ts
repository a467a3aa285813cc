import type { Span } from '../core/origin.ts';

/** The attribute that carries an element's place through the template engine. */
export const PLACE_ATTRIBUTE = 'data-at';

/**
 * Writes a place as the attribute's value: `start:end:file`, escaped for double quotes.
 *
 * @example
 * formatPlace({ file: '/t/front.hbs', start: 4, end: 9 }) // '4:9:/t/front.hbs'
 */
export function formatPlace(at: Span): string {
  const file = at.file.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `${at.start}:${at.end}:${file}`;
}

/** Reads what {@link formatPlace} wrote (unescaped by the parser); null for anything else. */
export function parsePlace(value: string): Span | null {
  const match = /^(\d+):(\d+):(.*)$/s.exec(value);
  if (match === null) return null;
  const [, start = '', end = '', file = ''] = match;
  return { file, start: Number(start), end: Number(end) };
}
