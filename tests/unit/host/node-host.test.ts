import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareCodePoints } from '../../../src/host/compare-code-points.ts';
import { HostWriteError } from '../../../src/host/host.ts';
import { createNodeHost } from '../../../src/host/node-host.ts';

const host = createNodeHost();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-host-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

test('reads files, lists folders by code point, follows links, opens no pipe', () => {
  writeFileSync(join(folder, 'b'), 'x');
  writeFileSync(join(folder, 'B'), 'y');
  symlinkSync(join(folder, 'b'), join(folder, 'a'));
  expect(host.listFolder(folder)).toEqual(['B', 'a', 'b']);
  expect(host.readFile(join(folder, 'a'))).toEqual(bytes('x'));
  expect(host.readFile(folder)).toBeNull();
  expect(host.readFile('/dev/null')).toBeNull();
  expect(host.fileKind('/dev/null')).toBe('other');
  expect(host.fileKind(join(folder, 'none'))).toBe('missing');
  expect(host.realPath(join(folder, 'a'))).toBe(host.realPath(join(folder, 'b')));
  expect(host.listFolder(join(folder, 'none'))).toEqual([]);
});

test('writes all files with one mode whatever the umask, and leaves nothing beside them', async () => {
  const umask = process.umask(0o077);
  try {
    await host.writeFiles([
      { path: join(folder, 'out/a.pdf'), bytes: bytes('one') },
      { path: join(folder, 'out/b.epub'), bytes: bytes('two') },
    ]);
  } finally {
    process.umask(umask);
  }
  expect(readdirSync(join(folder, 'out'))).toEqual(['a.pdf', 'b.epub']);
  expect(readFileSync(join(folder, 'out/a.pdf'), 'utf8')).toBe('one');
  expect(statSync(join(folder, 'out/b.epub')).mode & 0o777).toBe(0o644);
});

test('when one of the files cannot be written, none is, and no temporary stays', async () => {
  writeFileSync(join(folder, 'a.pdf'), 'old');
  mkdirSync(join(folder, 'b.epub'));
  const writing = host.writeFiles([
    { path: join(folder, 'a.pdf'), bytes: bytes('new') },
    { path: join(folder, 'b.epub'), bytes: bytes('new') },
  ]);
  await expect(writing).rejects.toThrow(HostWriteError);
  await expect(writing).rejects.toThrow(/b\.epub could not be written: a folder of that name stands there/);
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.pdf', 'b.epub']);
});

test('a file where a folder is needed is named', async () => {
  writeFileSync(join(folder, 'out'), '');
  const writing = host.writeFiles([{ path: join(folder, 'out/a.pdf'), bytes: bytes('x') }]);
  await expect(writing).rejects.toMatchObject({ name: 'HostWriteError', path: join(folder, 'out') });
});

test('temporaries of dead processes are swept, those of living ones stay', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(join(folder, `.galley-${dead}-0-a.pdf.tmp`), '');
  writeFileSync(join(folder, `.galley-${process.ppid}-0-a.pdf.tmp`), '');
  writeFileSync(join(folder, 'notes.tmp'), '');
  await host.writeFiles([{ path: join(folder, 'a.pdf'), bytes: bytes('x') }]);
  expect(readdirSync(folder).sort()).toEqual([`.galley-${process.ppid}-0-a.pdf.tmp`, 'a.pdf', 'notes.tmp']);
});

test('signal handlers stand only while writing', async () => {
  const before = process.listenerCount('SIGINT');
  const writing = host.writeFiles([{ path: join(folder, 'a.pdf'), bytes: bytes('x') }]);
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  await writing;
  expect(process.listenerCount('SIGINT')).toBe(before);
  expect(existsSync(join(folder, 'a.pdf'))).toBe(true);
});

test('code points, not UTF-16 units, decide the order', () => {
  expect(['😀', '\uff5e', 'b', 'a', 'ab'].sort(compareCodePoints)).toEqual(['a', 'ab', 'b', '\uff5e', '😀']);
});
