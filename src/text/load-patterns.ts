import type { PatternFile } from './hyphenator.ts';

type Loader = () => Promise<{ readonly default: PatternFile }>;

/**
 * Pattern files by language; the language alone stands for its most usual form. Those that their authors let go on under
 * free licences without conditions on the whole: NOTICE lists them. Czech, Slovak, Macedonian are under the GPL alone.
 */
const LOADERS: Readonly<Record<string, Loader>> = {
  af: () => import('hyphen/patterns/af.js'),
  be: () => import('hyphen/patterns/be.js'),
  bg: () => import('hyphen/patterns/bg.js'),
  bs: () => import('hyphen/patterns/sh-latn.js'),
  ca: () => import('hyphen/patterns/ca.js'),
  cy: () => import('hyphen/patterns/cy.js'),
  da: () => import('hyphen/patterns/da.js'),
  de: () => import('hyphen/patterns/de-1996.js'),
  el: () => import('hyphen/patterns/el-monoton.js'),
  'el-polyton': () => import('hyphen/patterns/el-polyton.js'),
  en: () => import('hyphen/patterns/en-us.js'),
  'en-gb': () => import('hyphen/patterns/en-gb.js'),
  es: () => import('hyphen/patterns/es.js'),
  et: () => import('hyphen/patterns/et.js'),
  fi: () => import('hyphen/patterns/fi.js'),
  fr: () => import('hyphen/patterns/fr.js'),
  gl: () => import('hyphen/patterns/gl.js'),
  hr: () => import('hyphen/patterns/hr.js'),
  is: () => import('hyphen/patterns/is.js'),
  it: () => import('hyphen/patterns/it.js'),
  la: () => import('hyphen/patterns/la.js'),
  lt: () => import('hyphen/patterns/lt.js'),
  nb: () => import('hyphen/patterns/no.js'),
  nl: () => import('hyphen/patterns/nl.js'),
  nn: () => import('hyphen/patterns/no.js'),
  no: () => import('hyphen/patterns/no.js'),
  pl: () => import('hyphen/patterns/pl.js'),
  pt: () => import('hyphen/patterns/pt.js'),
  ru: () => import('hyphen/patterns/ru.js'),
  sl: () => import('hyphen/patterns/sl.js'),
  sr: () => import('hyphen/patterns/sh-cyrl.js'),
  'sr-latn': () => import('hyphen/patterns/sh-latn.js'),
  sv: () => import('hyphen/patterns/sv.js'),
  tr: () => import('hyphen/patterns/tr.js'),
  uk: () => import('hyphen/patterns/uk.js'),
};

/** The key of the patterns for a language tag: the longest beginning of it that has some; null when there are none. */
export function patternKey(language: string): string | null {
  const parts = language.toLowerCase().split('-');
  for (let count = parts.length; count > 0; count -= 1) {
    const tag = parts.slice(0, count).join('-');
    if (Object.hasOwn(LOADERS, tag)) return tag;
  }
  return null;
}

/** Loads the patterns of a key that {@link patternKey} gave. */
export async function loadPatterns(key: string): Promise<PatternFile> {
  const loader = LOADERS[key];
  if (loader === undefined) throw new Error(`there are no hyphenation patterns “${key}”`);
  return (await loader()).default;
}
