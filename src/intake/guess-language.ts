import { splitWords } from '../core/words.ts';

/** The commonest words of each language, none of them a word of the other. */
const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set([
    'the',
    'of',
    'and',
    'to',
    'in',
    'is',
    'that',
    'for',
    'with',
    'was',
    'on',
    'by',
    'are',
    'were',
    'this',
    'from',
    'at',
    'which',
  ]),
  es: new Set([
    'el',
    'la',
    'de',
    'que',
    'y',
    'los',
    'en',
    'las',
    'del',
    'por',
    'con',
    'una',
    'un',
    'se',
    'para',
    'su',
    'al',
    'es',
  ]),
};

/** Words that are looked at: a long article says no more than its beginning. */
const MAX_WORDS = 2000;

/** The language a text is written in, and whether its words say so (else English is assumed). */
export function guessLanguage(text: string): { readonly language: string; readonly isSure: boolean } {
  const words = splitWords(text.slice(0, MAX_WORDS * 8)).slice(0, MAX_WORDS);
  const counts = Object.entries(STOP_WORDS).map(([language, known]) => ({
    language,
    count: words.filter(({ word }) => known.has(word.toLowerCase())).length,
  }));
  const [first, second] = counts.sort((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1));
  if (first === undefined || first.count === 0) return { language: 'en', isSure: false };
  return { language: first.language, isSure: first.count > 2 * (second?.count ?? 0) };
}
