import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Placed } from './placed.ts';

/** Letters of a word that a report quotes. */
const SHOWN_LETTERS = 40;

/** Reports GA511 for each word that stands broken between letters, once what it stands in has its place on a page. */
export function reportBrokenWords(
  placed: readonly Placed[],
  trail: readonly string[],
  context: Context,
): void {
  for (const item of placed) {
    if (item.kind !== 'line' || item.isRepeat === true || item.line.brokenWord === null) continue;
    const { word, at } = item.line.brokenWord;
    const shown = word.length > SHOWN_LETTERS ? `${word.slice(0, SHOWN_LETTERS - 1)}…` : word;
    const message = `“${shown}” is wider than its measure and was broken between letters`;
    reportFault(context, 'GA511', { message, span: at, trail });
  }
}
