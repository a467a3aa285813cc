import type { Context } from '../diagnostics/context.ts';
import { createCollector, reportFault } from '../diagnostics/context.ts';
import type { Host } from '../host/host.ts';
import { manifestsIn } from '../manifest/find-manifest.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import { loadManifest } from '../manifest/load-manifest.ts';
import type { ArchiveEntry } from './edition.ts';
import { isoOf, parseDate } from './calendar.ts';
import { fillPattern } from './fill-pattern.ts';
import { checkPlaceholders } from './issue-line.ts';
import { cleanText } from './localize.ts';
import { numberDigitsOf, slugFor } from './paper-facts.ts';
import { fileStemOf } from './slug.ts';

/** The other issues that lie beside this one, read as far as their names need. */
export type SiblingIssue = {
  readonly loaded: LoadedManifest;
  readonly number: string;
  readonly date: string;
};

/** The words in braces of `archive`. */
const ARCHIVE_WORDS: readonly string[] = ['file', 'number', 'date', 'language'];

/**
 * Reads the issues in the folders beside this one, under the same publication.yaml. Faults in them are their own
 * build's to report; one without number or readable date cannot be referred to, and is passed over.
 */
export function findSiblings(
  loaded: LoadedManifest,
  options: { readonly host: Host; readonly packageFolder: string },
): readonly SiblingIssue[] {
  const { host } = options;
  if (loaded.publicationFile === null || loaded.publicationFolder === loaded.folder) return [];
  return host.listFolder(loaded.publicationFolder).flatMap((name) => {
    const folder = `${loaded.publicationFolder}/${name}`;
    if (folder === loaded.folder || manifestsIn(host, folder, 'issue').length === 0) return [];
    const sibling = loadManifest(folder, options, createCollector());
    if (sibling === null || sibling.publicationFile !== loaded.publicationFile) return [];
    const number = sibling.values.number === null ? null : cleanText(sibling.values.number);
    const date = parseDate(sibling.values.date ?? '');
    if (number === null || date.kind === 'fault') return [];
    const iso = [date.start, date.end]
      .filter((each) => each !== null)
      .map(isoOf)
      .join('/');
    return [{ loaded: sibling, number, date: iso }];
  });
}

/** The archive as one language's edition refers to it, in order of the folders' names. */
export function resolveArchive(
  siblings: readonly SiblingIssue[],
  pattern: string | null,
  language: string,
): readonly ArchiveEntry[] {
  return siblings.map(({ loaded, number, date }) => {
    const { edition, variant } = loaded.values;
    const numberDigits = numberDigitsOf(loaded);
    const fileStem = fileStemOf({
      slug: slugFor(loaded),
      number,
      numberDigits,
      date,
      edition,
      language,
      variant,
      layout: loaded.layout,
    });
    const values = {
      file: fileStem,
      number: encodeURIComponent(number),
      date: encodeURIComponent(date),
      language,
    };
    return { number, fileStem, href: pattern === null ? null : fillPattern(pattern, values) };
  });
}

/** The pattern of the archive's addresses, or null. Reports GA127 and GA128. */
export function checkArchive(loaded: LoadedManifest, context: Context): string | null {
  const pattern = loaded.values.archive === null ? null : cleanText(loaded.values.archive);
  if (pattern === null) return null;
  const span = loaded.spanOf(['archive']);
  checkPlaceholders(pattern, ARCHIVE_WORDS, { key: 'archive', span }, context);
  if (/^https?:\/\//i.test(pattern) && URL.canParse(pattern.replace(/[{}]/g, ''))) return pattern;
  const hint = 'It begins with http:// or https://, such as https://archive.example/{file}.pdf.';
  reportFault(context, 'GA127', { message: `\`${pattern}\` is no web address`, hint, span });
  return null;
}
