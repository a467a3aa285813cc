import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import { sourcesListed } from './checksums.ts';

/** Where an edition is written. */
export type Place = {
  /** The list of checksums that lies there; empty where none does. */
  readonly list: string;
  /** The issue of the same command that has written files of that name; null for none. */
  readonly writer: string | null;
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Reports GA941 for an edition that would take the place of one of another issue. */
export function reportOther(edition: Edition, { list, writer }: Place, context: Context): void {
  const own = edition.manifestFile.slice(edition.publicationFolder.length + 1);
  const manifests = sourcesListed(list).filter((path) => nameOf(path) === nameOf(own));
  const other = writer ?? (manifests.includes(own) ? undefined : manifests[0]);
  if (other === undefined) return;
  const { spans, manifestFile: file } = edition;
  reportFault(context, 'GA941', {
    message: `\`${edition.fileStem}\` is the name of files that were made from ${other}`,
    span: spans['number'] ?? spans['date'] ?? { file, start: 0, end: 0 },
  });
}
