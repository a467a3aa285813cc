import type { LoadedManifest } from '../manifest/load-manifest.ts';
import { nameOf } from '../manifest/find-manifest.ts';
import type { LocalizedText } from '../schema/shape.ts';
import { cleanText } from './localize.ts';
import { slugOf } from './slug.ts';

/** Digits of a number in file names when the manifest says nothing. */
const USUAL_NUMBER_DIGITS = 4;

/** The languages of an issue, each once, in the manifest's order; English when it names none. */
export function languagesOf(loaded: LoadedManifest): readonly string[] {
  const given = loaded.values.languages ?? [];
  const list = typeof given === 'string' ? [given] : given;
  const isFirst = (language: string, index: number): boolean =>
    list.findIndex((one) => one.toLowerCase() === language.toLowerCase()) === index;
  return list.length === 0 ? ['en'] : list.filter(isFirst);
}

/** The paper's short name in file names: `slug`, else abbreviation or name in the first language. */
export function slugFor(loaded: LoadedManifest): string {
  const { slug, abbreviation, name } = loaded.values;
  const [language = 'en'] = languagesOf(loaded);
  return (
    slug ?? slugOf(firstText(abbreviation, language) ?? firstText(name, language) ?? fallbackName(loaded))
  );
}

/** Digits that a number has in file names. */
export function numberDigitsOf(loaded: LoadedManifest): number {
  return loaded.values.numberDigits === null ? USUAL_NUMBER_DIGITS : Number(loaded.values.numberDigits);
}

/** The name of a paper that gives none: that of its folder. */
export function fallbackName(loaded: LoadedManifest): string {
  return cleanText(nameOf(loaded.publicationFolder)) ?? 'Untitled';
}

/** A paper's abbreviations in all languages, each once. */
export function abbreviationsOf(loaded: LoadedManifest): readonly string[] {
  const given = loaded.values.abbreviation ?? {};
  const all = (typeof given === 'string' ? [given] : Object.values(given)).map(cleanText);
  return [...new Set(all.filter((text) => text !== null))];
}

function firstText(value: LocalizedText | null, language: string): string | null {
  if (value === null || typeof value === 'string') return value === null ? null : cleanText(value);
  return cleanText(value[language] ?? Object.values(value)[0] ?? '');
}
