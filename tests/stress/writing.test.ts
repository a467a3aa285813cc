import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findInstallation } from '../../src/cli/installation.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { HostWriteError, type Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { exitCodeOf } from '../tools/exit-code-of.ts';
import { runGalley } from '../tools/run-galley.ts';

// What stands in the output folder when writing is disturbed: by another build, a full or a read-only disk, a signal.

const program = join(import.meta.dirname, '../../dist/galley.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'galley-writing-'));
const mounts: string[] = [];

beforeAll(async () => {
  await runGalley(['init', 'harbour'], scratch);
  cpSync(join(scratch, 'harbour'), join(scratch, 'other'), { recursive: true });
  const article = join(scratch, 'other/1/articles/welcome.md');
  writeFileSync(article, readFileSync(article, 'utf8').replace('headline: ', 'headline: Now '));
});
afterAll(() => {
  for (const folder of mounts) spawnSync('umount', ['-l', folder]);
  rmSync(scratch, { recursive: true, force: true });
});

/** SHA-256 by name of everything in a folder, hidden files too. */
function sumsOf(folder: string): Readonly<Record<string, string>> {
  const sum = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, sum(name)]));
}

const isHidden = (name: string): boolean => name.startsWith('.');

/** A file system of its own in memory; null where this machine lets nobody mount one. */
function mountTmpfs(name: string, options: string): string | null {
  const folder = join(scratch, name);
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return null;
  mounts.push(folder);
  return folder;
}

/** Runs a command with a host that is not quite the machine. */
async function runWith(
  host: Partial<Host>,
  args: readonly string[],
): Promise<{ readonly exitCode: number; readonly error: string }> {
  let error = '';
  const terminal = {
    out: () => undefined,
    error: (text: string) => void (error += text),
    hasColour: false,
    isInteractive: false,
  };
  const exitCode = await runCommand(args, {
    terminal,
    host: { ...createNodeHost(), ...host },
    installation: findInstallation(),
    workingFolder: scratch,
  });
  return { exitCode, error };
}

test('two builds of one number, of other sources, at once: the files are all of one', async () => {
  const build = (paper: string, out: string): Promise<number> =>
    exitCodeOf(
      spawn(process.execPath, [program, 'build', `${paper}/1`, '--out', out, '-q'], { cwd: scratch }),
    );
  expect(await Promise.all([build('harbour', 'one'), build('other', 'two')])).toEqual([0, 0]);
  const sets = [sumsOf(join(scratch, 'one')), sumsOf(join(scratch, 'two'))];
  expect(Object.keys(sets[0] ?? {})).toEqual(Object.keys(sets[1] ?? {}));
  const both = await Promise.all([
    build('harbour', 'both'),
    build('harbour', 'both'),
    build('other', 'both'),
  ]);
  expect(both).toEqual([0, 0, 0]);
  const left = sumsOf(join(scratch, 'both'));
  expect(Object.keys(left).filter(isHidden)).toEqual([]);
  expect(sets).toContainEqual(left);
});

test('a build that another one keeps waiting says so, and writes nothing', async () => {
  const held = join(scratch, 'held/.galley-7-0@elsewhere.lock');
  const refuse = (): Promise<never> =>
    Promise.reject(
      new HostWriteError(held, 'process 7 of elsewhere is writing there', { cause: null, isBusy: true }),
    );
  const run = await runWith({ writeFiles: refuse }, ['build', 'harbour/1', '--out', 'held', '-q']);
  expect(run.exitCode).toBe(3);
  expect(run.error).toContain('GA940');
  expect(run.error).toContain('held/.galley-7-0@elsewhere.lock');
  expect(existsSync(join(scratch, 'held'))).toBe(false);
});

test('a disk that is full by what the system says: exit code 3 and the path', async () => {
  const path = join(scratch, 'full/harbour.pdf');
  const refuse = (): Promise<never> =>
    Promise.reject(new HostWriteError(path, 'the disk is full', { cause: { code: 'ENOSPC' } }));
  const run = await runWith({ writeFiles: refuse }, ['build', 'harbour/1', '--out', 'full', '-q']);
  expect(run.exitCode).toBe(3);
  expect(run.error).toMatch(/^full\/harbour\.pdf: error GA991: not written: the disk is full$/m);
});

test('a disk that is full: exit code 3 and the path, the old files untouched, nothing beside them', async (context) => {
  const build = (paper: string, out: string): ReturnType<typeof runGalley> =>
    runGalley(['build', `${paper}/1`, '--out', out, '-q'], scratch);
  expect((await build('harbour', 'sizes')).exitCode).toBe(0);
  const sizes = readdirSync(join(scratch, 'sizes')).map(
    (name) => statSync(join(scratch, 'sizes', name)).size,
  );
  const kilobytes = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024);
  const out = mountTmpfs('small', `size=${Math.ceil(kilobytes * 1.5)}k`);
  if (out === null) return context.skip('no file system can be mounted here: root is needed');
  cpSync(join(scratch, 'sizes'), out, { recursive: true });
  const old = sumsOf(out);
  const run = await build('harbour', out);
  expect(run.exitCode).toBe(3);
  expect(run.error).toContain('GA991');
  expect(run.error).toContain('not written: the disk is full');
  expect(run.error).toContain('small/harbour-0001-2026-01-05-en.');
  expect(sumsOf(out)).toEqual(old);
});

test('a folder that cannot be written to is told before anything is laid out', async (context) => {
  const isRoot = process.getuid?.() === 0;
  const out = isRoot ? mountTmpfs('locked', 'ro') : join(scratch, 'locked');
  if (out === null) return context.skip('no file system can be mounted here, and root may write everywhere');
  if (!isRoot) {
    mkdirSync(out);
    chmodSync(out, 0o555);
  }
  const run = await runGalley(['build', 'harbour/1', '--out', join(out, 'deep/er'), '--json'], scratch);
  const report = JSON.parse(run.out) as {
    readonly issues: readonly [
      {
        readonly diagnostics: readonly { readonly code: string }[];
        readonly timings: readonly { stage: string }[];
      },
    ];
  };
  expect(run.exitCode).toBe(3);
  expect(report.issues[0].diagnostics.map(({ code }) => code)).toEqual(['GA990']);
  expect(report.issues[0].timings.map(({ stage }) => stage)).toEqual(['load']);
});

test('SIGINT and SIGTERM end a build at once, however long a stage takes, and leave nothing', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const child = spawn(process.execPath, [program, 'build', 'harbour/1', '--out', 'stopped'], {
      cwd: scratch,
    });
    const ended = new Promise((resolve) => child.on('exit', (_code, by) => resolve(by)));
    await new Promise((resolve) => setTimeout(resolve, 250));
    child.kill(signal);
    // By the signal itself: a handler would wait for the end of the stage.
    expect(await ended).toBe(signal);
    expect(existsSync(join(scratch, 'stopped'))).toBe(false);
  }
});

test('SIGINT while files are written ends with 130, and none of them stays on its way', async () => {
  const out = join(scratch, 'broken-off');
  let codes: readonly number[] = [];
  for (let round = 0; round < 6 && !codes.includes(130); round++) {
    rmSync(out, { recursive: true, force: true });
    const child = spawn(process.execPath, [program, 'build', 'harbour/1', '--out', out, '-q'], {
      cwd: scratch,
    });
    const ended = exitCodeOf(child);
    const state = { isRunning: true };
    void ended.finally(() => (state.isRunning = false));
    while (state.isRunning && !(existsSync(out) && readdirSync(out).some((name) => name.endsWith('.tmp'))))
      await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGINT');
    codes = [...codes, await ended];
    expect(readdirSync(out).filter(isHidden)).toEqual([]);
    expect([0, 3]).toContain(readdirSync(out).length);
  }
  // One of them at least was caught half-way, or nothing was tested.
  expect(codes).toContain(130);
});
