import { resolve } from 'node:path';
import { NO_CACHE } from '../host/cache.ts';
import { userCacheFolder } from '../host/cache-folder.ts';
import type { CacheFault } from '../build/build-options.ts';
import { openFileCache, whyNotKept, type FileCache } from '../host/file-cache.ts';
import type { CommandTools } from './build-command.ts';

/** Where a command keeps results for the next one: in a folder that it names, in the user's, or nowhere. */
export type CacheChoice =
  { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'user' | 'none' };

/** A cache, and where it is for others that open it; null for none. */
export type OpenedCache = FileCache & {
  readonly place: { readonly folder: string; readonly identity: string } | null;
  /** A folder that was asked for and in which nothing can be kept. */
  readonly fault: CacheFault | null;
};

/** Opens the cache that a command asks for. A program that runs loose has none: its code changes without a new name. */
export function openCache(choice: CacheChoice, { installation, workingFolder }: CommandTools): OpenedCache {
  const { identity } = installation;
  const folder =
    choice.kind === 'folder'
      ? resolve(workingFolder, choice.folder)
      : choice.kind === 'user'
        ? userCacheFolder()
        : null;
  const reason = choice.kind === 'folder' && folder !== null ? whyNotKept(folder) : null;
  const fault = reason === null || folder === null ? null : { folder, reason };
  return identity === null || folder === null || fault !== null
    ? { ...NO_CACHE, trim: () => {}, place: null, fault }
    : { ...openFileCache(folder, identity), place: { folder, identity }, fault };
}
