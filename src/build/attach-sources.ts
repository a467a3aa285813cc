import type { Host } from '../host/host.ts';
import type { AttachedFile } from '../pdf/attachments.ts';
import { formatArchiveRecord, type ArchiveMatter } from './archive-record.ts';
import { formatSourceSums } from './checksums.ts';

/** Where an archive keeps what galley adds to the sources. */
const OWN_FOLDER = 'galley';

/**
 * The files that an archive carries: every source by its path in the paper's folder, a list of their checksums, and a
 * record of the issue for libraries.
 *
 * @param sources absolute paths in the paper's folder.
 */
export function attachSources(
  sources: readonly string[],
  matter: ArchiveMatter,
  host: Host,
): readonly AttachedFile[] {
  const root = `${matter.edition.publicationFolder}/`;
  const files = sources.flatMap((file): AttachedFile[] => {
    const bytes = host.readFile(file);
    return bytes === null ? [] : [{ path: file.slice(root.length), bytes, relation: 'Source' }];
  });
  const encoder = new TextEncoder();
  const sums = formatSourceSums(files.map(({ path, bytes }) => ({ name: path, bytes })));
  return [
    ...files,
    { path: `${OWN_FOLDER}/checksums.sha256`, bytes: encoder.encode(sums), relation: 'Data' },
    {
      path: `${OWN_FOLDER}/edition.json`,
      bytes: encoder.encode(formatArchiveRecord(matter)),
      relation: 'Data',
    },
  ];
}
