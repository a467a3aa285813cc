/** What a path leads to. */
export type FileKind = 'file' | 'folder' | 'missing' | 'other';

/**
 * Everything the program asks of the machine it runs on. Paths are absolute, with `/`.
 * Reading is synchronous: the stages between content and draw are.
 */
export type Host = {
  /** The file's bytes, or null when there is no readable file at that path. */
  readonly readFile: (path: string) => Uint8Array | null;
  /** Why {@link Host.readFile} gave null for a path. */
  readonly whyUnreadable: (path: string) => Unreadable;
  /** The first bytes of a file, at most `length`; null as for {@link Host.readFile}. */
  readonly readStart: (path: string, length: number) => Uint8Array | null;
  /** Names in a folder, sorted by code point; empty when there is no such folder. */
  readonly listFolder: (path: string) => readonly string[];
  /** Follows links. `other` is a device, a socket or a pipe: never opened. */
  readonly fileKind: (path: string) => FileKind;
  /** The path with every link followed, or null when it does not exist. */
  readonly realPath: (path: string) => string | null;
  /** Whether files can be made in a folder; a folder that is not there yet counts by the nearest one above it. */
  readonly canWrite: (folder: string) => boolean;
  /** Writes a set of files whole or not at all: beside first, synced, then renamed. Rejects with {@link HostWriteError}. */
  readonly writeFiles: (files: readonly OutputFile[]) => Promise<void>;
  /** Milliseconds of a clock that only goes forward: for timing reports, never for output. */
  readonly elapsed: () => number;
  /** Tells how much text is going to be set, in characters: for a great deal of it memory is spared, at a little more time. */
  readonly expectText: (characters: number) => void;
  /** A variable of the environment, or null. */
  readonly variable: (name: string) => string | null;
};

/** Why a file is not to be read, in words that go on from its name and a colon; `hint` is what helps, null where the reason says it. */
export type Unreadable = { readonly reason: string; readonly hint: string | null };

/** One file to write. */
export type OutputFile = { readonly path: string; readonly bytes: Uint8Array };

/** An output folder or file that could not be written; `cause` is the system's error. */
export class HostWriteError extends Error {
  override readonly name = 'HostWriteError';
  /** The path that could not be written. */
  readonly path: string;
  /** Why, in words. */
  readonly reason: string;
  /** Another run is writing there, and `path` is what it says so by. */
  readonly isBusy: boolean;
  constructor(path: string, reason: string, options: { readonly cause: unknown; readonly isBusy?: boolean }) {
    super(`${path} could not be written: ${reason}`, { cause: options.cause });
    this.path = path;
    this.reason = reason;
    this.isBusy = options.isBusy ?? false;
  }
}
