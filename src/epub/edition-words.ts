import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';

/** Gives the edition's word for a key, its places filled in. */
export type Words = (key: string, places?: Readonly<Record<string, string>>) => string;

/** The words of an edition's language. Reports GA306 for one that the locale lacks, and gives the key in its place. */
export function editionWords(edition: Edition, context: Context): Words {
  return (key, places = {}) => {
    const pattern = Object.hasOwn(edition.locale.words, key) ? edition.locale.words[key] : undefined;
    if (pattern === undefined) {
      reportFault(context, 'GA306', {
        message: `the locale "${edition.locale.language}" has no word "${key}"`,
      });
    }
    return (pattern ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);
  };
}

/** Joins names as the edition's language lists them: "1, 3 and 5". */
export function joinList(edition: Edition, items: readonly string[]): string {
  const { listSeparator, listLast } = edition.locale;
  if (items.length < 2) return items.join('');
  return items.slice(0, -1).join(listSeparator) + listLast + (items.at(-1) ?? '');
}
