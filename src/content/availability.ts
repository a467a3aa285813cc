import type { Edition, StorySource } from '../edition/edition.ts';

/** The line that says in which languages a story exists, by the edition's pattern; null when there is only one. */
export function availabilityLine(source: StorySource, edition: Edition): string | null {
  if (edition.availability === null || source.languages.length < 2) return null;
  const { languageNames, listSeparator, listLast } = edition.locale;
  const names = source.languages.map((language) => languageNames[language] ?? language);
  const last = names[names.length - 1] ?? '';
  const list = names.slice(0, -1).join(listSeparator) + listLast + last;
  return edition.availability.replaceAll('{languages}', list);
}
