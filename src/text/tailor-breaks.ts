/**
 * What newspapers do otherwise than UAX #14. Each rule changes the result of {@link findBreaks} in place:
 *
 * - D1 A dash never begins a line, unless a space stands before it and none after it (the opening dash of Spanish).
 * - D2 An opening dash is not parted from the word after it.
 * - D3 A range of figures, "pp. 3–9", is not parted behind its dash.
 * - H1 A hyphen is a place to break only between two letters or digits and two more: not in "e-mail", "T-shirt".
 * - E1 An ellipsis with space on both sides stays on the line of the word before it.
 * - N1 A point or comma is not parted from the figure after it.
 * - Q1 A bracket after a closing quotation mark and a space may begin a line.
 * - U1 Addresses break before the marks that divide them and after a slash, so that no mark at a line's end looks like
 *   the sentence's; a hyphen inside them is no place to break.
 */
import { MAY_BREAK, NO_BREAK } from './find-breaks.ts';

const DASHES = '\u2012\u2013\u2014\u2015\u2e3a\u2e3b';
const RANGE = '\u2013';
const ELLIPSIS = '\u2026';
const CLOSING_QUOTES = '”’»›"';

const ADDRESS = /(?::\/\/|www\.|@)\S/u;

/** Applies the rules to the breaks of a text. */
export function tailorBreaks(text: string, breaks: Uint8Array): void {
  for (let i = 1; i < text.length; i++) {
    if (breaks[i] === MAY_BREAK && isTied(text, i)) breaks[i] = NO_BREAK;
    else if (breaks[i] === NO_BREAK && isFreed(text, i)) breaks[i] = MAY_BREAK;
  }
  // Run by run: one pattern for a whole address would try each start of a long run anew.
  for (const match of text.matchAll(/\S+/gu))
    if (ADDRESS.test(match[0])) tailorAddress(match[0], match.index, breaks);
}

function isTied(text: string, at: number): boolean {
  const before = text[at - 1]!;
  const after = text[at]!;
  if (before === ' ' && (DASHES.includes(after) || after === ELLIPSIS)) return isEnd(text[at + 1]);
  if (DASHES.includes(after)) return true;
  if (DASHES.includes(before) && isEnd(text[at - 2])) return after !== ' ';
  if (before === RANGE) return isFigure(text[at - 2]) && isFigure(after);
  if (before === '-' || before === '\u2010') return !hasTwo(text, at - 2, -1) || !hasTwo(text, at, 1);
  return (before === '.' || before === ',') && isFigure(after);
}

function isFreed(text: string, at: number): boolean {
  if (text[at - 1] !== ' ' || (text[at] !== '(' && text[at] !== '[')) return false;
  const quote = text[at - 2];
  return quote !== undefined && CLOSING_QUOTES.includes(quote) && !isEnd(text[at - 3]);
}

const isFigure = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9';

const isEnd = (unit: string | undefined): boolean => unit === undefined || unit === ' ' || unit === '\u2028';

const hasTwo = (text: string, at: number, step: number): boolean =>
  isWordUnit(text[at]) && isWordUnit(text[at + step]);

const isWordUnit = (unit: string | undefined): boolean =>
  unit !== undefined && /[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(unit);

function tailorAddress(address: string, start: number, breaks: Uint8Array): void {
  // Closing marks of the sentence are not the address's.
  const length = address.replace(/[.,;:!?)\]”’»"']+$/u, '').length;
  for (let i = 1; i < length; i++) {
    const isBefore = /[.@?&=#%~_+-]/.test(address[i]!) && !/[.@?&=#%~_+/-]/.test(address[i - 1]!);
    const isAfterSlash = address[i - 1] === '/' && address[i] !== '/';
    breaks[start + i] = isBefore || isAfterSlash ? MAY_BREAK : NO_BREAK;
  }
}
