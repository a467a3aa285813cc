import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts';
import { runGalley } from '../tools/run-galley.ts';

// One folder a code: `in` is what is wrong, `command.txt` what is run there (else `build .`), `expected.txt` what the
// program prints on standard error. Codes that only a broken program or machine can cause have `unreachable.txt`,
// which says why and names the test that covers them.

const here = import.meta.dirname;
const scratch = mkdtempSync(join(tmpdir(), 'galley-diagnostics-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const folders = readdirSync(here).filter((name) => /^GA\d{3}$/.test(name));

test('every code has a folder, and every folder a code', () => {
  expect(folders).toEqual([...CATALOGUE.keys()].sort());
});

const reachable = folders.filter((code) => !existsSync(join(here, code, 'unreachable.txt')));

test.each(reachable)('%s is reported as expected', async (code) => {
  const folder = join(scratch, code);
  cpSync(join(here, code, 'in'), folder, { recursive: true, verbatimSymlinks: true });
  const commandFile = join(here, code, 'command.txt');
  const command = existsSync(commandFile)
    ? readFileSync(commandFile, 'utf8').trim().split(/\s+/)
    : ['build', '.'];
  const args = command[0] === 'build' && !command.includes('--out') ? [...command, '--out', 'out'] : command;
  const run = await runGalley(args, folder);
  expect(run.error).toContain(code);
  const printed = run.error.replaceAll(scratch, '');
  const expectedFile = join(here, code, 'expected.txt');
  if (process.env['GALLEY_UPDATE'] === '1') writeFileSync(expectedFile, printed);
  expect(printed).toBe(readFileSync(expectedFile, 'utf8'));
});

test('a code that cannot be reached says why and where it is tested', () => {
  for (const code of folders.filter((name) => !reachable.includes(name))) {
    const reason = readFileSync(join(here, code, 'unreachable.txt'), 'utf8');
    const named = /tests\/[\w./-]+\.test\.ts/.exec(reason)?.[0];
    expect(named, code).toBeDefined();
    expect(readFileSync(join(here, '../..', named ?? ''), 'utf8'), code).toContain(code);
  }
});
