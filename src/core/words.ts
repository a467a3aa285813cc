/** One word of a text: its levelled form and its UTF-16 range in that text. */
export type Word = { readonly word: string; readonly start: number; readonly end: number };

/** Letters, marks and digits, with the marks that join or part letters without being seen. */
const RUN = '[\\p{L}\\p{M}\\p{N}\\u00AD\\u200C\\u200D\\u2060]+';
const WORD = new RegExp(`${RUN}(?:['’]${RUN})*`, 'gu');
const UNSEEN = /\u00AD|\u200C|\u200D|\u2060/g;
/** Nothing to level: nearly all words of most languages. */
const PLAIN = /^[\0-\x7f]*$/;
const BEGINS_PLAINLY = /^[A-Za-z0-9]/;
const SPOKEN = /[\p{L}\p{N}]/u;

/**
 * A word in the one form in which words are compared: NFC, no soft hyphens or joiners, apostrophes upright.
 *
 * @example
 * levelWord('don’t') // "don't"
 */
export function levelWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word.replace(UNSEEN, '').replace(/[’ʼ]/gu, "'").normalize('NFC');
}

/**
 * The words of a text in order: maximal runs of letters, marks and digits with inner apostrophes.
 *
 * Ranges are offsets in `text` as given; `word` is levelled.
 *
 * @example
 * splitWords('It’s 6:30.') // [{word: "It's", start: 0, end: 4}, {word: '6', start: 5, end: 6}, {word: '30', …}]
 */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    if (!BEGINS_PLAINLY.test(match[0]) && !SPOKEN.test(match[0])) continue;
    words.push({ word: levelWord(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return words;
}
