import type { Hyphenator, HyphenLimits } from './hyphenator.ts';

const SOFT_HYPHEN = '\u00ad';
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]*/gu;

/**
 * Finds where a token may be divided with a hyphen.
 *
 * Soft hyphens of the author stand alone: where there is one, patterns are not asked. Addresses, and what has digits in it,
 * are not divided; nor are short words all in capitals, which are mostly abbreviations.
 *
 * @param hyphenator null when only soft hyphens count
 * @returns UTF-16 offsets of the unit that begins the next line, rising
 */
export function findHyphens(
  token: string,
  hyphenator: Hyphenator | null,
  limits: HyphenLimits,
): readonly number[] {
  if (token.includes(SOFT_HYPHEN)) return afterSoftHyphens(token);
  if (hyphenator === null || token.length < limits[0] || /[\d@_\\]|:\/\/|www\./.test(token)) return [];
  const points: number[] = [];
  for (const match of token.matchAll(WORD)) {
    const word = match[0];
    if (word.length < 8 && word.toUpperCase() === word) continue;
    for (const point of hyphenator.points(word, limits)) points.push(match.index + point);
  }
  return points;
}

/** Whether a token is made of words with hyphens or slashes between them. */
export const isCompound = (token: string): boolean => /[\p{L}][-\u2010\u2011/][\p{L}]/u.test(token);

/** A mark, or a joiner before one: no line begins with it. */
const MARK = /^(?:\p{M}|\u200c|\u200d|\u2060)/u;

/** None at the very start or end of a token: nothing would stand on one of the lines; and none before a mark. */
function afterSoftHyphens(token: string): readonly number[] {
  const points: number[] = [];
  for (let i = token.indexOf(SOFT_HYPHEN); i >= 0; i = token.indexOf(SOFT_HYPHEN, i + 1)) {
    if (i > 0 && i + 1 < token.length && !MARK.test(token.slice(i + 1, i + 3))) points.push(i + 1);
  }
  return points;
}
