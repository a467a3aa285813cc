import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const repository: string = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

/**
 * Paths of the project's own files: those that git holds or would take. Outside of a git checkout (an unpacked
 * archive), everything but what is installed or built.
 */
export function projectFiles(): readonly string[] {
  if (!existsSync(join(repository, '.git'))) return filesUnder('.').sort();
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const paths = listed.split('\0').filter((path) => path !== '' && existsSync(join(repository, path)));
  return [...new Set(paths)].sort();
}

const notOurs = new Set(['node_modules', 'dist', 'out', '.galley', 'coverage', '.git']);

function filesUnder(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
