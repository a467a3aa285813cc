import type { PatternFile } from './hyphenator.ts';

type Loader = () => Promise<{ readonly default: PatternFile }>;

/** Pattern files by language; the language alone stands for its most usual form. */
const LOADERS: Readonly<Record<string, Loader>> = {
  de: () => import('hyphen/patterns/de-1996.js'),
  el: () => import('hyphen/patterns/el-monoton.js'),
  'el-polyton': () => import('hyphen/patterns/el-polyton.js'),
  en: () => import('hyphen/patterns/en-us.js'),
  'en-gb': () => import('hyphen/patterns/en-gb.js'),
  es: () => import('hyphen/patterns/es.js'),
  ca: () => import('hyphen/patterns/ca.js'),
  fr: () => import('hyphen/patterns/fr.js'),
  it: () => import('hyphen/patterns/it.js'),
  pt: () => import('hyphen/patterns/pt.js'),
  ru: () => import('hyphen/patterns/ru.js'),
};

/** The key of the patterns for a language tag: the tag itself, else its first part; null when there are none. */
export function patternKey(language: string): string | null {
  const tag = language.toLowerCase();
  if (tag in LOADERS) return tag;
  const first = tag.split('-')[0] ?? '';
  return first in LOADERS ? first : null;
}

/** Loads the patterns of a key that {@link patternKey} gave. */
export async function loadPatterns(key: string): Promise<PatternFile> {
  const loader = LOADERS[key];
  if (loader === undefined) throw new Error(`there are no hyphenation patterns “${key}”`);
  return (await loader()).default;
}
