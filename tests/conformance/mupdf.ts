import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judge } from './judge.ts';
import { isInstalled, runProgram } from './run-program.ts';

/** What Debian's build says of itself on every file. */
const saidOfTheBuild = 'warning: ICC support is not available';

/** MuPDF draws every page without a word of complaint. */
export const mupdf: Judge = {
  name: 'mutool draw',
  available: () => (isInstalled('mutool') ? null : 'mupdf-tools are not installed'),
  faultsOf: (files) => files.flatMap(faultsOf),
};

function faultsOf(file: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'galley-mupdf-'));
  try {
    const { status, errors } = runProgram('mutool', [
      'draw',
      '-q',
      '-r',
      '36',
      '-o',
      join(folder, '%d.png'),
      file,
    ]);
    const complaints = errors.split('\n').filter((line) => line !== '' && line !== saidOfTheBuild);
    if (status === 0 && complaints.length === 0 && readdirSync(folder).length > 0) return [];
    return [`${file}: exit ${status}, ${complaints.slice(0, 5).join('; ') || 'no page drawn'}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
