import { reportFault, type Context } from '../diagnostics/context.ts';
import { compareCodePoints } from '../host/compare-code-points.ts';
import type { BrokenWord } from '../text/line.ts';
import type { Placed } from './placed.ts';

/** Letters of a word that a report quotes. */
const SHOWN_LETTERS = 40;

/** A word as a report quotes it. */
export const shortenWord = (word: string): string =>
  word.length > SHOWN_LETTERS ? `${word.slice(0, SHOWN_LETTERS - 1)}…` : word;

/** Words of one stretch of text that stand broken between letters, in order. */
export type BrokenStretch = {
  readonly first: BrokenWord;
  readonly others: readonly BrokenWord[];
  readonly trail: readonly string[];
};

/** The stretches with broken words in what has its place on a page. */
export function brokenStretches(
  placed: readonly Placed[],
  trail: readonly string[],
): readonly BrokenStretch[] {
  const stretches = new Map<string, BrokenWord[]>();
  for (const item of placed) {
    if (item.kind !== 'line' || item.isRepeat === true || item.line.brokenWord === null) continue;
    const { at, word } = item.line.brokenWord;
    const place = at === null ? word : `${at.file}:${at.start}`;
    const known = stretches.get(place) ?? [];
    known.push(item.line.brokenWord);
    stretches.set(place, known);
  }
  return [...stretches.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, others, trail }],
  );
}

/**
 * Reports GA511 for words of composed pages that stand broken between letters: those of one stretch of text together, at the
 * first of them, and stretches with the same words once.
 */
export function reportBrokenWords(stretches: readonly BrokenStretch[], context: Context): void {
  const alike = new Map<string, { readonly stretch: BrokenStretch; count: number }>();
  for (const stretch of stretches) {
    const words = [stretch.first, ...stretch.others].map(({ word }) => bareWord(word));
    const key = [...new Set(words)].sort(compareCodePoints).join(' ');
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { stretch, count: 1 });
    else known.count += 1;
  }
  for (const { stretch, count } of alike.values()) {
    const { first, others, trail } = stretch;
    const { word, at } = first;
    const shown = shortenWord(word);
    const more = new Set(others.flatMap((other) => (other.word === word ? [] : [other.word]))).size;
    const again = count === 1 ? '' : `, here and in ${count - 1} more ${count === 2 ? 'text' : 'texts'}`;
    const message =
      more === 0
        ? `“${shown}” is wider than its measure and was broken between letters${again}`
        : `“${shown}” and ${more} more ${more === 1 ? 'word' : 'words'} of this text are wider than their measure and were broken between letters${again}`;
    reportFault(context, 'GA511', { message, span: at, sought: bareWord(word), trail });
  }
}

/** A word without the marks round it, which are no part of it. */
const bareWord = (word: string): string => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.exec(word)?.[0] ?? word;
