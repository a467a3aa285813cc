import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { OutputFile } from './host.ts';
import { HostWriteError } from './host.ts';
import { FolderBusyError, lockFolder, type FolderLock } from './folder-lock.ts';
import { isAlive } from './is-alive.ts';
import { whyUnwritten } from './why-unwritten.ts';

/*
 * Files are written beside their place under a name of their own, synced, and renamed when all of them are complete.
 * Invariant: at every moment, a kill included, each output is the old one or the new one, whole. A run that was killed
 * leaves at most temporary files, whose names carry its process number; the next run into that folder removes them.
 * The renames are synchronous and in one go: no signal of this process comes between them. Another run into the same
 * folder waits until this one has renamed, so that the files are all of one run.
 */

/** Begins every temporary file's name; then process number, counter, and the output's own name. */
const TEMPORARY = /^\.galley-(\d+)-\d+-.*\.tmp$/;

/** Output files are for readers, whatever the umask of who builds. */
const MODE = 0o644;

/** Of a process that was interrupted: 128 + SIGINT, SIGTERM (POSIX shells). */
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 } as const;

let counter = 0;

/** Writes all files or none. Rejects with {@link HostWriteError}. Makes the folders they go to. */
export async function writeWhole(files: readonly OutputFile[]): Promise<void> {
  const temporaries = new Set<string>();
  const locks: FolderLock[] = [];
  const removeAll = (): void => {
    temporaries.forEach(removeQuietly);
    locks.forEach((lock) => lock.release());
  };
  const stop = (signal: NodeJS.Signals): void => {
    removeAll();
    process.exit(signal === 'SIGTERM' ? INTERRUPTED.SIGTERM : INTERRUPTED.SIGINT);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    // In one order for all runs: two that want the same folders never wait for each other.
    const folders = [...new Set(files.map((file) => dirname(file.path)))].sort();
    for (const folder of folders) locks.push(await prepareFolder(folder));
    const moves: { from: string; to: string }[] = [];
    for (const file of files) {
      refuseFolder(file.path);
      const name = basename(file.path).slice(0, 180);
      const from = join(dirname(file.path), `.galley-${process.pid}-${counter++}-${name}.tmp`);
      temporaries.add(from);
      await writeSynced(from, file);
      moves.push({ from, to: file.path });
    }
    moves.forEach(rename);
    temporaries.clear();
    for (const folder of folders) await syncFolder(folder);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    removeAll();
  }
}

/** Makes the folder, keeps others out of it, and removes what crashed runs left there. */
async function prepareFolder(folder: string): Promise<FolderLock> {
  try {
    await mkdir(folder, { recursive: true });
    const lock = await lockFolder(folder);
    sweep(folder);
    return lock;
  } catch (cause) {
    if (cause instanceof FolderBusyError)
      throw new HostWriteError(cause.path, `${cause.holder} is writing there`, { cause, isBusy: true });
    throw new HostWriteError(folder, whyUnwritten(cause), { cause });
  }
}

/** A live process's files stay. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = TEMPORARY.exec(name)?.[1];
    if (owner !== undefined && Number(owner) !== process.pid && !isAlive(Number(owner)))
      removeQuietly(join(folder, name));
  }
}

function refuseFolder(path: string): void {
  let isFolder = false;
  try {
    isFolder = statSync(path).isDirectory();
  } catch {
    return;
  }
  if (isFolder) throw new HostWriteError(path, 'a folder of that name stands there', { cause: null });
}

async function writeSynced(temporary: string, file: OutputFile): Promise<void> {
  try {
    const handle = await open(temporary, 'wx', MODE);
    try {
      await handle.chmod(MODE);
      await handle.writeFile(file.bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new HostWriteError(file.path, whyUnwritten(cause), { cause });
  }
}

function rename(move: { readonly from: string; readonly to: string }): void {
  try {
    renameSync(move.from, move.to);
  } catch (cause) {
    throw new HostWriteError(move.to, whyUnwritten(cause), { cause });
  }
}

/** So that the new names outlast a power cut. Some file systems cannot; the files themselves are safe by then. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    return;
  }
}

function removeQuietly(path: string): void {
  rmSync(path, { force: true });
}
