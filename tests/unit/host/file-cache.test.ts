import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userCacheFolder } from '../../../src/host/cache-folder.ts';
import { openFileCache } from '../../../src/host/file-cache.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-cache-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

const entries = (): readonly string[] => readdirSync(folder).map((name) => join(folder, name));

test('gives back what was kept, to another run too, and nothing for another key or program', () => {
  const cache = openFileCache(folder, 'one');
  expect(cache.read('a')).toBeNull();
  cache.write('a', bytes('matter'));
  cache.write('empty', new Uint8Array());
  expect(cache.read('a')).toEqual(bytes('matter'));
  expect(openFileCache(folder, 'one').read('a')).toEqual(bytes('matter'));
  expect(cache.read('empty')).toEqual(new Uint8Array());
  expect(cache.read('b')).toBeNull();
  expect(openFileCache(folder, 'two').read('a')).toBeNull();
  cache.write('a', bytes('other'));
  expect(cache.read('a')).toEqual(bytes('other'));
});

test('an entry is for its user alone, and nothing stands beside it', () => {
  const inner = join(folder, 'made/when/needed');
  openFileCache(inner, 'one').write('a', bytes('matter'));
  expect(readdirSync(inner)).toHaveLength(1);
  expect(statSync(inner).mode & 0o777).toBe(0o700);
  expect(statSync(join(inner, readdirSync(inner)[0] ?? '')).mode & 0o777).toBe(0o600);
});

test.each([
  ['cut short', (file: string) => truncateSync(file, 36)],
  ['empty', (file: string) => truncateSync(file, 0)],
  [
    'of other bytes',
    (file: string) =>
      writeFileSync(
        file,
        readFileSync(file).map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      ),
  ],
  [
    'with a checksum changed',
    (file: string) =>
      writeFileSync(
        file,
        readFileSync(file).map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
      ),
  ],
  ['longer', (file: string) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('x')]))],
])('an entry that is %s is none, and is kept anew', (_, harm) => {
  const cache = openFileCache(folder, 'one');
  cache.write('a', bytes('matter of some length'));
  entries().forEach(harm);
  expect(cache.read('a')).toBeNull();
  cache.write('a', bytes('matter of some length'));
  expect(cache.read('a')).toEqual(bytes('matter of some length'));
});

test('an entry put in the place of another is none', () => {
  const cache = openFileCache(folder, 'one');
  cache.write('a', bytes('matter'));
  const [a = ''] = entries();
  cache.write('b', bytes('other'));
  const b = entries().find((file) => file !== a) ?? '';
  writeFileSync(b, readFileSync(a));
  expect(cache.read('b')).toBeNull();
});

test('a folder that cannot be made or written is as good as none', () => {
  writeFileSync(join(folder, 'file'), '');
  const cache = openFileCache(join(folder, 'file', 'inside'), 'one');
  cache.write('a', bytes('matter'));
  expect(cache.read('a')).toBeNull();
  cache.trim();
});

test('a folder that has grown too large loses what was used longest ago', () => {
  const cache = openFileCache(folder, 'one', 1000);
  const seen: string[] = [];
  for (const [index, key] of ['a', 'b', 'c', 'd'].entries()) {
    cache.write(key, new Uint8Array(300));
    const file = entries().find((path) => !seen.includes(path)) ?? '';
    seen.push(file);
    utimesSync(file, 1000 + index, 1000 + index);
  }
  // What is read was used now.
  expect(cache.read('a')).not.toBeNull();
  cache.trim();
  expect(['a', 'b', 'c', 'd'].map((key) => cache.read(key) !== null)).toEqual([true, false, false, true]);
});

test('what a crashed run left is swept, what another run is writing is not', () => {
  const [old, fresh] = ['1-0.tmp', '2-0.tmp'].map((name) => join(folder, name));
  for (const file of [old, fresh]) writeFileSync(file ?? '', 'x');
  utimesSync(old ?? '', 1000, 1000);
  const cache = openFileCache(folder, 'one');
  cache.write('a', bytes('matter'));
  cache.trim();
  expect(entries()).not.toContain(old);
  expect(entries()).toContain(fresh);
});

test('the folder is the one that the system keeps caches in', () => {
  const home = { XDG_CACHE_HOME: '/x', LOCALAPPDATA: '/l' };
  expect(userCacheFolder('linux', home)).toBe('/x/galley');
  expect(userCacheFolder('win32', home)).toBe('/l/galley');
  expect(userCacheFolder('linux', { XDG_CACHE_HOME: 'not/absolute' })).toMatch(/\/\.cache\/galley$/);
  expect(userCacheFolder('darwin', {})).toMatch(/\/Library\/Caches\/galley$/);
});
