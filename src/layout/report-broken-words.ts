import { reportFault, type Context } from '../diagnostics/context.ts';
import type { BrokenWord } from '../text/line.ts';
import type { Placed } from './placed.ts';

/** Letters of a word that a report quotes. */
const SHOWN_LETTERS = 40;

/** A word as a report quotes it. */
export const shortenWord = (word: string): string =>
  word.length > SHOWN_LETTERS ? `${word.slice(0, SHOWN_LETTERS - 1)}…` : word;

/**
 * Reports GA511 for words that stand broken between letters, once what they stand in has its place on a page: those of
 * one stretch of text together, at the first of them.
 */
export function reportBrokenWords(
  placed: readonly Placed[],
  trail: readonly string[],
  context: Context,
): void {
  const stretches = new Map<string, BrokenWord[]>();
  for (const item of placed) {
    if (item.kind !== 'line' || item.isRepeat === true || item.line.brokenWord === null) continue;
    const { at, word } = item.line.brokenWord;
    const place = at === null ? word : `${at.file}:${at.start}`;
    const known = stretches.get(place) ?? [];
    known.push(item.line.brokenWord);
    stretches.set(place, known);
  }
  for (const [first, ...others] of stretches.values()) {
    if (first === undefined) continue;
    const { word, at } = first;
    const shown = shortenWord(word);
    const more = new Set(others.flatMap((other) => (other.word === word ? [] : [other.word]))).size;
    const message =
      more === 0
        ? `“${shown}” is wider than its measure and was broken between letters`
        : `“${shown}” and ${more} more ${more === 1 ? 'word' : 'words'} of this text are wider than their measure and were broken between letters`;
    reportFault(context, 'GA511', { message, span: at, trail });
  }
}
