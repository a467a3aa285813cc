import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Cache } from './cache.ts';
import { whyUnwritten } from './why-unwritten.ts';

/*
 * One file an entry, named by the SHA-256 of its key: the SHA-256 of key and bytes, then the bytes. An entry is written
 * beside and renamed, without waiting for the disk, since one that was torn is known by its checksum. Nobody is asked
 * before an entry is removed: whoever misses it makes it anew.
 * Invariant that the tests attack: what is read is what was written under that key, or nothing.
 */

/** A cache of files, and the end of its use. */
export type FileCache = Cache & {
  /** Removes what was used longest ago where the folder has grown too large, and what crashed runs left behind. */
  readonly trim: () => void;
};

/** Bytes of a checksum. */
const CHECKSUM = 32;

/** Bytes that a folder may hold: some hundred issues of twenty photographs. */
const MOST_BYTES = 512 * 1024 * 1024;
/** Trimming leaves this share, so that not every build has to. */
const KEPT_SHARE = 0.75;

const TEMPORARY = '.tmp';
/** Milliseconds after which a temporary file is nobody's, and an entry's last use is written down anew. */
const HOUR = 3_600_000;

let counter = 0;

/**
 * Opens a cache in a folder of its own, which is made when the first entry is written.
 *
 * @param identity names the program and its libraries: entries of another are not found.
 */
export function openFileCache(folder: string, identity: string, mostBytes: number = MOST_BYTES): FileCache {
  let isWriting = true;
  const fileOf = (key: string): string =>
    join(folder, createHash('sha256').update(`${identity}\n${key}`).digest('hex'));
  return {
    read: (key) => {
      const file = fileOf(key);
      const entry = quietly(() => readFileSync(file));
      if (entry === null || entry.length < CHECKSUM) return null;
      const bytes = new Uint8Array(entry.subarray(CHECKSUM));
      if (!checksum(key, bytes).equals(entry.subarray(0, CHECKSUM))) return null;
      quietly(() => markUsed(file));
      return bytes;
    },
    write: (key, bytes) => {
      if (!isWriting) return;
      const temporary = join(folder, `${process.pid}-${counter++}${TEMPORARY}`);
      const isKept = quietly(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(temporary, Buffer.concat([checksum(key, bytes), bytes]), { flag: 'wx', mode: 0o600 });
        renameSync(temporary, fileOf(key));
        return true;
      });
      if (isKept === true) return;
      quietly(() => rmSync(temporary, { force: true }));
      // A full disk, a folder without permission: it will not go better with the next entry.
      isWriting = false;
    },
    trim: () => {
      quietly(() => trim(folder, mostBytes));
    },
  };
}

/** Why nothing can be kept in a folder, in words; null where it can. Makes the folder. */
export function whyNotKept(folder: string): string | null {
  const file = join(folder, `${process.pid}-${counter++}${TEMPORARY}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
    rmSync(file);
    return null;
  } catch (error) {
    return whyUnwritten(error);
  }
}

const checksum = (key: string, bytes: Uint8Array): Buffer =>
  createHash('sha256').update(`${key}\n`).update(bytes).digest();

function markUsed(file: string): void {
  const now = Date.now();
  if (now - statSync(file).mtimeMs > HOUR) utimesSync(file, now / 1000, now / 1000);
}

function trim(folder: string, mostBytes: number): void {
  const entries = readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    const stats = quietly(() => statSync(file));
    return stats === null ? [] : [{ file, name, bytes: stats.size, used: stats.mtimeMs }];
  });
  const now = Date.now();
  const left = entries.filter(({ name, used }) => name.endsWith(TEMPORARY) && now - used > HOUR);
  for (const { file } of left) quietly(() => rmSync(file, { force: true }));
  const kept = entries.filter(({ name }) => !name.endsWith(TEMPORARY));
  let total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= mostBytes) return;
  for (const { file, bytes } of kept.sort((a, b) => a.used - b.used)) {
    if (total <= mostBytes * KEPT_SHARE) return;
    quietly(() => rmSync(file, { force: true }));
    total -= bytes;
  }
}

/** A cache that cannot be read or written is as good as none. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
