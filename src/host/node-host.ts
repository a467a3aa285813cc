import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { compareCodePoints } from './compare-code-points.ts';
import type { FileKind, Host } from './host.ts';
import { whyUnreadable } from './why-unreadable.ts';
import { writeWhole } from './write-whole.ts';

/** The machine this runs on: files, clock and environment of Node. Nothing is read through a device or a pipe. */
export function createNodeHost(): Host {
  return {
    readFile: (path) => (fileKind(path) === 'file' ? orNull(() => new Uint8Array(readFileSync(path))) : null),
    whyUnreadable,
    readStart: (path, length) =>
      fileKind(path) === 'file' ? orNull(() => readFirstBytes(path, length)) : null,
    listFolder: (path) => (orNull(() => readdirSync(path)) ?? []).sort(compareCodePoints),
    fileKind,
    realPath: (path) => orNull(() => realpathSync(path)),
    canWrite,
    writeFiles: writeWhole,
    elapsed: () => performance.now(),
    expectText,
    variable: (name) => process.env[name] ?? null,
  };
}

/** Some forty pages of a tabloid: below it, collecting garbage more often costs more than the memory is worth. */
const MUCH_TEXT = 400_000;

/** Lets the heap grow in smaller steps: about a quarter less memory for a twentieth more time. */
function expectText(characters: number): void {
  const knowsFlag = /^1[123]\./.test(process.versions.v8);
  if (characters >= MUCH_TEXT && knowsFlag) setFlagsFromString('--heap-growing-percent=60');
}

function readFirstBytes(path: string, length: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function fileKind(path: string): FileKind {
  const stats = orNull(() => statSync(path));
  if (stats === null) return 'missing';
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

/** Asks the nearest folder above that exists. */
function canWrite(folder: string): boolean {
  const kind = fileKind(folder);
  if (kind === 'missing') return dirname(folder) !== folder && canWrite(dirname(folder));
  return kind === 'folder' && orNull(() => (accessSync(folder, constants.W_OK), true)) === true;
}

/** Reading may fail for many reasons, and all mean the same to the caller: it is not to be had. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
