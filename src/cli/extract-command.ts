import { resolve } from 'node:path';
import { HostWriteError, type OutputFile } from '../host/host.ts';
import { safePath } from '../host/safe-path.ts';
import { readAttachments, type FoundFile } from '../pdf/read-attachments.ts';
import type { CommandTools } from './build-command.ts';
import { sayUnreadable } from './say-unreadable.ts';

/** `galley extract`: writes the files that a PDF carries, all or none. Returns the exit code. */
export async function runExtract(
  command: { readonly file: string; readonly into: string; readonly isForced: boolean },
  tools: CommandTools,
): Promise<number> {
  const { host, terminal, workingFolder } = tools;
  const fail = (message: string, exitCode: number): number => {
    terminal.error(`error: ${message}\n`);
    return exitCode;
  };
  const path = resolve(workingFolder, command.file);
  const bytes = host.readFile(path);
  if (bytes === null) return fail(sayUnreadable(command.file, host.whyUnreadable(path)), 3);
  const found = await findFiles(bytes);
  if (found === null) return fail(`${command.file} is no PDF, or a broken one`, 1);
  if (found.length === 0)
    return fail(`${command.file} carries no files; sources stand in a file of the profile archive`, 1);
  const into = resolve(workingFolder, command.into);
  const placed = placeFiles(found, into);
  if (typeof placed === 'string') return fail(`${placed}; nothing was written`, 1);
  const leaving = placed.find(({ path }) => leadsOut(path, into, tools));
  if (leaving !== undefined) return fail(`${leaving.path} leads out of ${command.into} by a link`, 3);
  const there = placed.find(({ path }) => host.fileKind(path) !== 'missing');
  if (there !== undefined && !command.isForced)
    return fail(`${there.path} is there already; nothing was written. --force writes over it`, 3);
  try {
    await host.writeFiles(placed);
  } catch (fault) {
    if (!(fault instanceof HostWriteError)) throw fault;
    return fail(`${fault.path} could not be written: ${fault.reason}`, 3);
  }
  terminal.out(placed.map(({ path }) => `${path.slice(into.length + 1)}\n`).join(''));
  return 0;
}

async function findFiles(bytes: Uint8Array): Promise<readonly FoundFile[] | null> {
  try {
    return readAttachments(bytes);
  } catch {
    return null;
  }
}

/** Where each file goes; a message for a name that leads out of the folder, or that two files have. */
function placeFiles(found: readonly FoundFile[], into: string): readonly OutputFile[] | string {
  const placed = new Map<string, OutputFile>();
  for (const { name, bytes } of found) {
    const relative = safePath(name);
    if (relative === null) return `an attached file is named ${JSON.stringify(name)}, which leads elsewhere`;
    const key = relative.normalize('NFC').toLowerCase();
    if (placed.has(key)) return `two attached files are named ${JSON.stringify(relative)}`;
    placed.set(key, { path: `${into}/${relative}`, bytes });
  }
  return [...placed.values()];
}

/** Whether a link on the way makes a path end outside of the folder. */
function leadsOut(path: string, into: string, { host }: CommandTools): boolean {
  const root = host.realPath(into);
  if (root === null) return false;
  let folder = path;
  while (folder.length > into.length) {
    const real = host.realPath(folder);
    if (real !== null) return real !== root && !real.startsWith(`${root}/`);
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return false;
}
