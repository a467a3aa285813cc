import type { FontBook } from '../font/font-book.ts';
import type { Hyphenator } from './hyphenator.ts';
import type { RunSetting } from './run-setting.ts';
import { createHyphenator } from './hyphenator.ts';
import { loadPatterns, patternKey } from './load-patterns.ts';

/** What shaping needs beside the text: fonts and hyphenators. One serves all paragraphs of a build. */
export type TextEngine = {
  readonly book: FontBook;
  /** The hyphenator of a language; null when galley has no patterns for it or it was not named on opening. */
  readonly hyphenatorOf: (language: string) => Hyphenator | null;
  /** Settings of runs and facts of tokens met so far, by style and language; see `run-setting.ts`. */
  readonly settings: Map<string, RunSetting>;
  /** Languages without patterns that were reported. */
  readonly unhyphenated: Set<string>;
};

/**
 * Opens an engine for texts in some languages.
 *
 * @param options.languages BCP 47 tags; a further region (`es-MX`) uses the language's patterns.
 * @param options.exceptions Words with hyphens where they may be divided, for all languages.
 */
export async function openTextEngine(options: {
  readonly book: FontBook;
  readonly languages: readonly string[];
  readonly exceptions?: readonly string[];
}): Promise<TextEngine> {
  const hyphenators = new Map<string, Hyphenator>();
  for (const language of options.languages) {
    const key = patternKey(language);
    if (key === null || hyphenators.has(key)) continue;
    hyphenators.set(key, createHyphenator(await loadPatterns(key), options.exceptions ?? []));
  }
  return {
    book: options.book,
    settings: new Map(),
    unhyphenated: new Set(),
    hyphenatorOf: (language) => {
      const key = patternKey(language);
      // A region whose own patterns were not loaded falls back to the language's.
      return hyphenators.get(key ?? '') ?? hyphenators.get(key?.split('-')[0] ?? '') ?? null;
    },
  };
}
