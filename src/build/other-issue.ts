import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import { sourcesListed } from './checksums.ts';

/** Articles of an older list that are all unknown tell another issue; the only one of an issue may have got another name. */
const LEAST_ARTICLES = 2;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Reports GA941 for an edition that would take the place of one of another issue: the list of checksums that lies there names
 * another manifest, or none of its articles.
 */
export function reportOther(edition: Edition, list: string, context: Context): void {
  const { publicationFolder, spans, manifestFile: file } = edition;
  const within = (path: string): string => path.slice(publicationFolder.length + 1);
  const listed = sourcesListed(list);
  const manifests = listed.filter((path) => nameOf(path) === nameOf(file));
  const articles = listed.filter((path) => path.endsWith('.md'));
  const own = new Set(edition.stories.map((story) => within(story.file)));
  const isOther = manifests.length > 0 && !manifests.includes(within(file));
  const isUnknown =
    articles.length >= LEAST_ARTICLES && own.size > 0 && !articles.some((path) => own.has(path));
  if (!isOther && !isUnknown) return;
  reportFault(context, 'GA941', {
    message: `\`${edition.fileStem}\` is the name of files that were made from ${(isOther ? manifests[0] : articles[0]) ?? ''}`,
    span: spans['number'] ?? spans['date'] ?? { file, start: 0, end: 0 },
  });
}
