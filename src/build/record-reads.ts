import { compareCodePoints } from '../host/compare-code-points.ts';
import type { Host } from '../host/host.ts';

/** A host that remembers what was read through it. */
export type RecordingHost = {
  readonly host: Host;
  /** Files that were read inside a folder so far, absolute, sorted. */
  readonly readIn: (folder: string) => readonly string[];
};

/** Puts a memory before a host. */
export function recordReads(host: Host): RecordingHost {
  const seen = new Set<string>();
  return {
    host: {
      ...host,
      readFile: (path) => {
        const bytes = host.readFile(path);
        if (bytes !== null) seen.add(path);
        return bytes;
      },
    },
    readIn: (folder) => [...seen].filter((path) => path.startsWith(`${folder}/`)).sort(compareCodePoints),
  };
}
