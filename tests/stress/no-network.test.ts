import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runProgram } from '../conformance/run-program.ts';

// A build needs nothing from the network: where there is none at all it gives the same bytes.

const program = join(import.meta.dirname, '../../dist/galley.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'galley-network-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A command that runs another one without a network; null where this machine cannot. */
function findIsolation(): readonly string[] | null {
  const ways = [
    ['unshare', '-n'],
    ['unshare', '-r', '-n'],
  ];
  return (
    ways.find(([command = '', ...options]) => spawnSync(command, [...options, 'true']).status === 0) ?? null
  );
}

function buildBy(command: readonly string[], out: string): Readonly<Record<string, string>> {
  const run = [...command, process.execPath, program, 'build', 'harbour/1', '--out', out, '-q'];
  const first = run.shift() ?? '';
  expect(runProgram(first, run, { folder: scratch })).toEqual({ status: 0, output: '', errors: '' });
  const sum = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(scratch, out, name)))
      .digest('hex');
  return Object.fromEntries(readdirSync(join(scratch, out)).map((name) => [name, sum(name)]));
}

test('without a network a build gives the same bytes', (context) => {
  const isolation = findIsolation();
  if (isolation === null) return context.skip('unshare -n is not allowed here');
  // What stands outside is not to be reached from in there, or nothing is tested.
  const links = runProgram(isolation[0] ?? '', [...isolation.slice(1), 'cat', '/proc/net/dev']).output;
  expect(links.split('\n').filter((line) => /^\s*(?!lo:)\w+:/.test(line))).toEqual([]);
  runProgram(process.execPath, [program, 'init', 'harbour'], { folder: scratch });
  expect(buildBy(isolation, 'alone')).toEqual(buildBy([], 'usual'));
});
