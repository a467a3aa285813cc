/** One word of a text: its levelled form and its UTF-16 range in that text. */
export type Word = { readonly word: string; readonly start: number; readonly end: number };

/**
 * Characters that are not seen and stand in words: the soft hyphen, joiners (U+200C, U+200D, U+2060), and the marks and
 * isolates of direction (U+061C, U+200E, U+200F, U+2066–2069).
 */
const UNSEEN_ONES = '\\u00AD\\u061C\\u200C-\\u200F\\u2060\\u2066-\\u2069';
const UNSEEN = new RegExp(`[${UNSEEN_ONES}]`, 'gu');
const ALL_UNSEEN = new RegExp(`^[${UNSEEN_ONES}]*$`, 'u');
/** Letters, marks and digits, with what stands between them without being seen. */
const RUN = `[\\p{L}\\p{M}\\p{N}${UNSEEN_ONES}]+`;
const WORD = new RegExp(`${RUN}(?:['’]${RUN})*`, 'gu');
/** Nothing to level: nearly all words of most languages. */
const PLAIN = /^[\0-\x7f]*$/;
const BEGINS_PLAINLY = /^[A-Za-z0-9]/;
const SPOKEN = /[\p{L}\p{N}]/u;

/**
 * A word in the one form in which words are compared: NFC, nothing unseen, apostrophes upright.
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

/**
 * Whether a stretch of a word shows nothing: soft hyphens, joiners and marks of direction alone, or no character.
 *
 * @example
 * isUnseen('\u061C') // true
 */
export const isUnseen = (text: string): boolean => ALL_UNSEEN.test(text);
