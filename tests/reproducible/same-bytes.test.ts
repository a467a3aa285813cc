import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { isInstalled, runProgram } from '../conformance/run-program.ts';

/*
 * The same sources give the same bytes, whoever builds them, where and when. Each build below stands in a world of
 * its own; all are compared with one plain build, file by file.
 */

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'galley-bytes-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Circumstances of a build; what is absent is as in this process. */
type World = {
  readonly issue?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly umask?: string;
  /** A date as `faketime` reads it. */
  readonly date?: string;
  /** Where results are kept; they are made anew where it is absent. */
  readonly cache?: string;
};

/** Options that make a build write everything it can. */
const everyFile = ['--profile', 'screen,archive,print,next', '--impose', 'booklet'];

let count = 0;

function buildIn({
  issue = join(repository, 'issues/0898'),
  variables = {},
  umask = '022',
  date,
  cache,
}: World): Sums {
  const out = join(folder, `out-${count++}`);
  const command = [
    process.execPath,
    join(repository, 'dist/galley.mjs'),
    'build',
    issue,
    '--out',
    out,
    '--quiet',
    ...(cache === undefined ? ['--no-cache'] : ['--cache-dir', cache]),
    ...everyFile,
  ];
  const dated = date === undefined ? command : ['faketime', '-f', date, ...command];
  const run = runProgram('sh', ['-c', `umask ${umask} && exec "$@"`, 'sh', ...dated], { variables });
  expect(`${run.status} ${run.errors}`).toBe('0 ');
  return checksums(out);
}

/** SHA-256 by path under the output folder. */
type Sums = Readonly<Record<string, string>>;

function checksums(out: string): Sums {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const sum = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(paths.map((path) => [path.slice(out.length + 1), sum(path)]));
}

let plain: Sums | null = null;
const plainSums = (): Sums => (plain ??= buildIn({}));

test('a build writes every PDF, an EPUB and sums', () => {
  const names = Object.keys(plainSums());
  const kinds = ['.pdf', '-archive.pdf', '-print.pdf', '-print-booklet.pdf', '-next.pdf', '.epub', '.sha256'];
  for (const ending of kinds) expect(names.filter((name) => name.endsWith(ending))).not.toEqual([]);
});

test('a second build', () => {
  expect(buildIn({})).toEqual(plainSums());
});

test('with a cache that is new, full, and broken in every entry', () => {
  const cache = join(folder, 'cache');
  expect(buildIn({ cache })).toEqual(plainSums());
  const entries = readdirSync(cache).map((name) => join(cache, name));
  expect(entries.length).toBeGreaterThan(2);
  const kept = entries.map((entry) => readFileSync(entry));
  expect(buildIn({ cache })).toEqual(plainSums());
  // Nothing was made anew, and nothing else was kept.
  expect(readdirSync(cache).map((name) => readFileSync(join(cache, name)))).toEqual(kept);
  for (const [index, entry] of entries.entries()) {
    const bytes = kept[index] ?? Buffer.alloc(0);
    writeFileSync(entry, index % 2 === 0 ? bytes.subarray(0, bytes.length - 1) : bytes.fill(7, 40, 60));
  }
  expect(buildIn({ cache })).toEqual(plainSums());
});

test.each(['Pacific/Kiritimati', 'America/St_Johns', 'Etc/GMT+12'])('the time zone %s', (zone) => {
  expect(buildIn({ variables: { TZ: zone } })).toEqual(plainSums());
});

test.each(['tr_TR.UTF-8', 'C', 'de_DE.ISO-8859-1'])('the locale %s', (locale) => {
  expect(buildIn({ variables: { LC_ALL: locale, LANG: locale, LANGUAGE: locale } })).toEqual(plainSums());
});

test('another umask', () => {
  expect(buildIn({ umask: '077' })).toEqual(plainSums());
});

test('another folder, other dates of the files', () => {
  const copy = join(folder, 'a folder of ĝeneral use/somewhere else');
  cpSync(join(repository, 'issues'), copy, { recursive: true });
  for (const file of readdirSync(copy, { recursive: true })) utimesSync(join(copy, String(file)), 1e9, 1e9);
  expect(buildIn({ issue: join(copy, '0898') })).toEqual(plainSums());
});

test.for(['@1999-12-31 23:59:58', '@2036-02-29 12:00:00'])('the date %s', (date, { skip }) => {
  const isRequired = process.env['GALLEY_REQUIRE_JUDGES'] !== undefined;
  const reason = isInstalled('faketime') ? null : 'faketime is not installed';
  if (reason !== null && isRequired) expect.fail(reason);
  if (reason !== null) skip(reason);
  expect(buildIn({ date })).toEqual(plainSums());
});
