import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderBusyError, lockFolder } from '../../../src/host/folder-lock.ts';
import { createNodeHost } from '../../../src/host/node-host.ts';

const machine = hostname().replace(/[^\w.-]/g, '_');
const brief = { pause: 1, looks: 3 };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const claim = (process: number | string, count = 0, of = machine): string => {
  const path = join(folder, `.galley-${process}-${count}@${of}.lock`);
  writeFileSync(path, '');
  return path;
};

test('a lock is a file while it is held, and none after', async () => {
  const lock = await lockFolder(folder);
  expect(readdirSync(folder)).toHaveLength(1);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('the second waits until the first lets go', async () => {
  const first = await lockFolder(folder);
  const order: string[] = [];
  const second = (async (): Promise<void> => {
    const lock = await lockFolder(folder);
    order.push('second');
    lock.release();
  })();
  for (let look = 0; look < 5; look++) await new Promise((resolve) => setTimeout(resolve, 20));
  order.push('first');
  first.release();
  await second;
  expect(order).toEqual(['first', 'second']);
});

test('of many that want a folder one at a time has it, and each in the end', async () => {
  let holders = 0;
  let most = 0;
  const hold = async (): Promise<void> => {
    const lock = await lockFolder(folder, { pause: 1, looks: 10_000 });
    most = Math.max(most, ++holders);
    await new Promise((resolve) => setTimeout(resolve, 2));
    holders -= 1;
    lock.release();
  };
  await Promise.all(Array.from({ length: 12 }, hold));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('who waits for a later one makes way when an earlier one comes', async () => {
  // Machines order claims before process numbers do.
  const later = claim(1, 0, `${machine}z`);
  const waiting = lockFolder(folder, { pause: 1, looks: 10_000 });
  expect(readdirSync(folder)).toHaveLength(2);
  const earlier = claim(1, 0, '');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(readdirSync(folder)).toHaveLength(2);
  rmSync(later);
  rmSync(earlier);
  (await waiting).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('who waits in vain is told who holds the folder, and leaves nothing there', async () => {
  const held = claim(process.ppid);
  const waiting = lockFolder(folder, brief);
  await expect(waiting).rejects.toThrow(FolderBusyError);
  await expect(waiting).rejects.toMatchObject({ path: held, holder: `process ${process.ppid}` });
  expect(readdirSync(folder)).toEqual([held.slice(folder.length + 1)]);
});

test('claims of the dead are swept: a process that ended, one whose number this one has, an old one', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  claim(dead);
  claim(process.pid, 999);
  const old = claim(process.ppid);
  const before = Date.now() / 1000 - 3600;
  utimesSync(old, before, before);
  const lock = await lockFolder(folder, brief);
  expect(readdirSync(folder)).toHaveLength(1);
  lock.release();
});

test('a claim of another machine stands, whoever has its process number here', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  claim(dead, 0, 'elsewhere');
  await expect(lockFolder(folder, brief)).rejects.toMatchObject({ holder: `process ${dead} of elsewhere` });
});

test('two sets of files are never on their way into one folder at once', async () => {
  const { writeFiles } = createNodeHost();
  const setOf = (name: string): Promise<void> =>
    writeFiles(
      ['pdf', 'epub', 'sha256'].map((ending) => ({
        path: join(folder, `paper.${ending}`),
        bytes: new TextEncoder().encode(name),
      })),
    );
  const state = { isWriting: true };
  const writing = Promise.all(['a', 'b', 'c'].map(setOf));
  void writing.finally(() => (state.isWriting = false));
  let mostBegun = 0;
  while (state.isWriting) {
    const begun = readdirSync(folder).filter((name) => name.endsWith('.tmp'));
    mostBegun = Math.max(mostBegun, begun.filter((name) => name.endsWith('paper.pdf.tmp')).length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await writing;
  expect(mostBegun).toBe(1);
  expect(readdirSync(folder)).toEqual(['paper.epub', 'paper.pdf', 'paper.sha256']);
});
