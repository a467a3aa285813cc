import type { Span } from '../core/origin.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Hyphenator } from './hyphenator.ts';
import type { RunSetting } from './run-setting.ts';
import { createHyphenator, NO_PATTERNS } from './hyphenator.ts';
import { loadPatterns, patternKey } from './load-patterns.ts';

/** What shaping needs beside the text: fonts and hyphenators. One serves all paragraphs of a build. */
export type TextEngine = {
  readonly book: FontBook;
  /**
   * The hyphenator of a language. Where galley has no patterns for it, or it was not named on opening, it knows the exceptions
   * alone; null where there are none.
   */
  readonly hyphenatorOf: (language: string) => Hyphenator | null;
  readonly hasPatterns: (language: string) => boolean;
  /** Where a language is named, for what is told of it. */
  readonly placeOf: (language: string) => Span | null;
  /** Settings of runs and facts of tokens met so far, by style and language; see `run-setting.ts`. */
  readonly settings: Map<string, RunSetting>;
  /** Languages without patterns that were reported. */
  readonly unhyphenated: Set<string>;
};

/**
 * Opens an engine for texts in some languages.
 *
 * @param options.languages BCP 47 tags, each with the place that names it; a further region (`es-MX`) uses the language's
 *   patterns.
 * @param options.exceptions Words with hyphens where they may be divided, for all languages.
 * @param options.unhyphenated Shared by engines that tell of a language once among them.
 */
export async function openTextEngine(options: {
  readonly book: FontBook;
  readonly languages: ReadonlyMap<string, Span | null>;
  readonly exceptions?: readonly string[];
  readonly unhyphenated?: Set<string>;
}): Promise<TextEngine> {
  const hyphenators = new Map<string, Hyphenator>();
  const { languages, exceptions = [] } = options;
  for (const language of languages.keys()) {
    const key = patternKey(language);
    if (key === null || hyphenators.has(key)) continue;
    hyphenators.set(key, createHyphenator(await loadPatterns(key), exceptions));
  }
  const bare = exceptions.length === 0 ? null : createHyphenator(NO_PATTERNS, exceptions);
  const withPatterns = (language: string): Hyphenator | null => {
    const key = patternKey(language) ?? '';
    // A region whose own patterns were not loaded falls back to the language's.
    return hyphenators.get(key) ?? hyphenators.get(key.split('-')[0] ?? '') ?? null;
  };
  return {
    book: options.book,
    settings: new Map(),
    unhyphenated: options.unhyphenated ?? new Set(),
    hyphenatorOf: (language) => withPatterns(language) ?? bare,
    hasPatterns: (language) => withPatterns(language) !== null,
    placeOf: (language) => languages.get(language) ?? null,
  };
}
