import { closeSync, lstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { codeOf } from './error-code.ts';
import type { Unreadable } from './host.ts';

const GIVE_RIGHT = 'Give yourself the right to read it.';

/** By the codes of the system and of Node, which reads no file of more than 2 GiB in one. */
const REASONS: Readonly<Record<string, Unreadable>> = {
  EACCES: { reason: 'there is no permission to read it', hint: GIVE_RIGHT },
  EPERM: { reason: 'there is no permission to read it', hint: GIVE_RIGHT },
  ENOENT: { reason: 'there is no such file', hint: null },
  ENOTDIR: { reason: 'a part of the path is a file, not a folder', hint: null },
  ELOOP: { reason: 'it is a link that leads to itself', hint: null },
  ENAMETOOLONG: { reason: 'the name is too long', hint: null },
  EMFILE: { reason: 'too many files are open', hint: null },
  EIO: { reason: 'the disk does not give it', hint: 'Copy the file anew from where it came from.' },
};

/** What is left where a byte of it can be read and the whole cannot. */
const TOO_LARGE: Unreadable = { reason: 'it has more than 2 GB', hint: null };

/** Why a path gave no bytes, found by trying once more. */
export function whyUnreadable(path: string): Unreadable {
  try {
    const kind = refusedKind(statSync(path));
    if (kind !== null) return { reason: kind, hint: null };
    readOneByte(path);
    return TOO_LARGE;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' && isLink(path)) return { reason: 'it is a link that leads nowhere', hint: null };
    return REASONS[code] ?? { reason: `the system says ${code}`, hint: null };
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function refusedKind(stats: Stats): string | null {
  if (stats.isDirectory()) return 'it is a folder';
  return stats.isFile() ? null : 'it is a device or a pipe, and only files are read';
}

function readOneByte(path: string): number {
  const descriptor = openSync(path, 'r');
  try {
    return readSync(descriptor, new Uint8Array(1));
  } finally {
    closeSync(descriptor);
  }
}
