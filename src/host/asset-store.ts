import { SNIFFED_BYTES } from '../core/foreign-format.ts';
import type { Host, Unreadable } from './host.ts';
import { safePath } from './safe-path.ts';

/** What came of looking a reference up. */
export type AssetLookup =
  | { readonly kind: 'found'; readonly path: string }
  /** The reference leads out of the allowed folders, by `..`, by an absolute path or by a link. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'missing' }
  /** A device, a pipe, a folder: nothing that may be opened. */
  | { readonly kind: 'not-a-file' };

/** The only opener of files that sources refer to. */
export type AssetStore = {
  readonly resolve: (reference: string) => AssetLookup;
  /** Names of the files in the folders, for "did you mean". */
  readonly names: () => readonly string[];
  /** Bytes of a path that {@link AssetStore.resolve} gave. */
  readonly read: (path: string) => Uint8Array | null;
  /** Why {@link AssetStore.read} gave null. */
  readonly whyUnreadable: (path: string) => Unreadable;
  /** Bytes that stand for a path in place of what the file holds; null for most. */
  readonly standIn: (path: string) => Uint8Array | null;
  /** Its first bytes, enough to tell what it is. */
  readonly readStart: (path: string) => Uint8Array | null;
};

/**
 * Opens a store over folders, looked through in order (issue, its images/, publication, its images/).
 * A file that is reached through a link counts only when its real path lies inside one of the folders.
 */
export function createAssetStore(host: Host, folders: readonly string[]): AssetStore {
  const roots = folders.map((folder) => host.realPath(folder) ?? folder);
  return {
    names: () => folders.flatMap((folder) => host.listFolder(folder)),
    read: (path) => host.readFile(path),
    whyUnreadable: host.whyUnreadable,
    standIn: () => null,
    readStart: (path) => host.readStart(path, SNIFFED_BYTES),
    resolve: (reference) => {
      const relative = safePath(reference);
      if (relative === null) return { kind: 'outside' };
      for (const folder of folders) {
        const path = `${folder}/${relative}`;
        const kind = host.fileKind(path);
        if (kind === 'missing') continue;
        const real = host.realPath(path);
        if (real === null || !roots.some((root) => real.startsWith(`${root}/`))) return { kind: 'outside' };
        return kind === 'file' ? { kind: 'found', path } : { kind: 'not-a-file' };
      }
      return { kind: 'missing' };
    },
  };
}
