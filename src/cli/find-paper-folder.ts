import { dirname } from 'node:path';
import type { Host } from '../host/host.ts';

/** The folder that holds everything of an issue: that of the nearest publication.yaml upward, else the issue's own. */
export function findPaperFolder(issue: string, host: Host): string {
  const start = host.fileKind(issue) === 'file' ? dirname(issue) : issue;
  for (let folder = start; ; folder = dirname(folder)) {
    if (host.fileKind(`${folder}/publication.yaml`) === 'file') return folder;
    if (dirname(folder) === folder) return start;
  }
}
