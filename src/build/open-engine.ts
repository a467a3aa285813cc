import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { FontBook } from '../font/font-book.ts';
import { loadFontFiles } from '../font/load-font-files.ts';
import { openFontBook } from '../font/open-font-book.ts';
import { compareCodePoints } from '../host/compare-code-points.ts';
import { openTextEngine, type TextEngine } from '../text/text-engine.ts';
import type { BuildOptions } from './build-options.ts';

/** What sets type, opened once for all editions of an issue. */
export type Engines = {
  /** The engine for text in those languages, each with the place that names it; editions that share them share it. */
  readonly openText: (languages: ReadonlyMap<string, Span | null>) => Promise<TextEngine>;
  readonly book: FontBook;
};

/** Opens fonts, shaping and hyphenation for an issue. */
export async function openEngines(
  editions: readonly Edition[],
  options: BuildOptions,
  context: Context,
): Promise<Engines> {
  const wasm = options.installation.engines();
  const folders = [...new Set(editions.flatMap((edition) => edition.theme.fontFolders))];
  const files = loadFontFiles(folders, options.host, context);
  const book = await openFontBook(files, { wasm: wasm.harfbuzz }, context);
  const exceptions = [...new Set(editions.flatMap((edition) => edition.hyphenationExceptions))];
  const unhyphenated = new Set<string>();
  const opened = new Map<string, Promise<TextEngine>>();
  const openText: Engines['openText'] = (languages) => {
    const key = [...languages.keys()].sort(compareCodePoints).join(' ');
    const engine = opened.get(key) ?? openTextEngine({ book, languages, exceptions, unhyphenated });
    opened.set(key, engine);
    return engine;
  };
  return { openText, book };
}
