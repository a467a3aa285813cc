import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findInstallation } from '../../src/cli/installation.ts';
import { renderPage } from '../../src/raster/render-page.ts';
import { isInstalled, runProgram } from '../conformance/run-program.ts';
import { runGalley } from '../tools/run-galley.ts';

// What a build tells and leaves behind, beyond the plain case: languages, covers, checksums, several issues.

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'galley-report-'));
const paper = join(scratch, 'paper');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A paper in two languages with two issues of one story, and a template of its own. */
beforeAll(() => {
  const put = (path: string, text: string): void => {
    mkdirSync(join(paper, path, '..'), { recursive: true });
    writeFileSync(join(paper, path), text);
  };
  put(
    'publication.yaml',
    'name: { en: Harbour Herald, es: Heraldo del Puerto }\nabbreviation: HH\nlanguages: [en, es]\n',
  );
  for (const number of [1, 2]) {
    put(`${number}/issue.yaml`, `number: ${number}\ndate: 2024-05-0${number}\n`);
    put(
      `${number}/articles/ferry.en.md`,
      '---\nheadline: The ferry turns round\n---\nThe boat came back at noon.\n',
    );
    put(
      `${number}/articles/ferry.es.md`,
      '---\nheadline: El barco vuelve\n---\nEl barco volvió a mediodía.\n',
    );
  }
  put('templates/print.css', '.folio { font-size: 9pt; }\n');
});

const build = (...args: readonly string[]): ReturnType<typeof runGalley> =>
  runGalley(['build', ...args], paper);

test('--theme and --format make further files beside the others; a theme that is not there is told', async () => {
  const spanish = ['1', '--lang', 'es', '--only', 'pdf', '--out', 'dressed', '-q'];
  for (const layout of [[], ['--theme', 'reader'], ['--theme', 'broadsheet', '--format', 'nordic']])
    expect(await build(...spanish, ...layout)).toMatchObject({ exitCode: 0, error: '' });
  const pdfs = readdirSync(join(paper, 'dressed')).filter((name) => name.endsWith('.pdf'));
  const stem = 'hh-0001-2024-05-01-es';
  expect(pdfs).toEqual([`${stem}-broadsheet-nordic.pdf`, `${stem}-reader.pdf`, `${stem}.pdf`]);
  const planned = await runGalley(['plan', '1', '-l', 'en', '-t', 'reader', '--json'], paper);
  expect(JSON.parse(planned.out)).toMatchObject({ editions: [{ name: 'hh-0001-2024-05-01-en-reader' }] });
  const drawn = await runGalley(['plan', '1', '-l', 'en', '--svg', 'dummies'], paper);
  expect(drawn.out).toMatch(/^page 1\n\+--/m);
  expect(readdirSync(join(paper, 'dummies'))).toEqual(['hh-0001-2024-05-01-en.svg']);
  const missing = await runGalley(['lint', '1', '--theme', 'raeder'], paper);
  expect(missing).toMatchObject({ exitCode: 2 });
  expect(missing.error).toContain('Did you mean `reader`?');
});

test('--lang builds one language of several, given once or as a list', async () => {
  expect(await build('1', '--lang', 'es', '--out', 'one', '-q')).toEqual({ exitCode: 0, out: '', error: '' });
  const endings = ['.epub', '.pdf', '.sha256'];
  const namesOf = (language: string): readonly string[] =>
    endings.map((ending) => `hh-0001-2024-05-01-${language}${ending}`);
  expect(readdirSync(join(paper, 'one'))).toEqual(namesOf('es'));
  await build('1', '--lang', 'es,en', '--out', 'both', '-q');
  expect(readdirSync(join(paper, 'both'))).toEqual([...namesOf('en'), ...namesOf('es')]);
});

test('--only epub writes no PDF', async () => {
  await build('1', '--lang', 'en', '--only', 'epub', '--out', 'epub', '-q');
  expect(readdirSync(join(paper, 'epub'))).toEqual([
    'hh-0001-2024-05-01-en.epub',
    'hh-0001-2024-05-01-en.sha256',
  ]);
});

test('a file of an earlier build is told, and marked in the list, once its sources have changed', async () => {
  cpSync(join(paper, '1'), join(paper, '5'), { recursive: true });
  writeFileSync(join(paper, '5/issue.yaml'), 'number: 5\ndate: 2024-05-05\n');
  const make = (...args: readonly string[]): ReturnType<typeof runGalley> =>
    build('5', '--lang', 'en', '--out', 'older', ...args);
  const told =
    /^ {2}older\/hh-0005-2024-05-05-en\.(\w+) {2}of an earlier build: the sources have changed since$/m;
  const listed = (): string => readFileSync(join(paper, 'older/hh-0005-2024-05-05-en.sha256'), 'utf8');
  await make();
  expect((await make('--only', 'epub')).out).not.toMatch(told);
  expect(listed()).toMatch(/^## Of earlier builds:\n.*\.pdf$/m);
  writeFileSync(join(paper, '5/articles/ferry.en.md'), '---\nheadline: The ferry stays\n---\nNoon.\n');
  expect(told.exec((await make('--only', 'epub')).out)?.[1]).toBe('pdf');
  // It is as old after a build that changed nothing.
  expect(told.exec((await make('--only', 'epub')).out)?.[1]).toBe('pdf');
  expect(listed()).toMatch(/^## Of earlier builds, from other sources than those below:\n.*\.pdf$/m);
  expect((await make('--only', 'pdf')).out).not.toMatch(told);
  expect(listed()).not.toMatch(/from other sources/);
});

test('--cover writes page 1, and no other', async () => {
  const issue = join(root, 'tests/layout/two-pages/in');
  await runGalley(['build', issue, '--cover', '--only', 'pdf', '--out', 'cover', '-q'], scratch);
  const files = readdirSync(join(scratch, 'cover')).map((name) => join(scratch, 'cover', name));
  const fileOf = (ending: string): Buffer => readFileSync(files.find((file) => file.endsWith(ending)) ?? '');
  const { data, info } = await sharp(fileOf('.png'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const wasm = findInstallation().engines().pdfium;
  const pixelsOf = async (page: number): Promise<Buffer> =>
    Buffer.from((await renderPage(new Uint8Array(fileOf('.pdf')), page, { width: info.width, wasm })).rgba);
  expect(data.equals(await pixelsOf(0))).toBe(true);
  expect(data.equals(await pixelsOf(1))).toBe(false);
});

test('--json tells of issues, editions, stories, words, files, faults and times, in these fields', async () => {
  const run = await build('1', '--json', '--out', 'json');
  expect(run.error).toBe('');
  const report = JSON.parse(run.out) as unknown;
  const edition = (language: string, name: string): unknown => ({
    language,
    name,
    pages: 1,
    stories: [
      {
        id: 'ferry',
        headline: expect.any(String),
        words: expect.any(Number),
        columnInches: expect.any(Number),
        pages: ['1'],
      },
    ],
    words: { given: expect.any(Number), placed: expect.any(Number) },
    pagePlan: null,
    files: ['.pdf', '.epub', '.sha256'].map((ending) => ({
      path: join(paper, 'json', `${name}${ending}`),
      bytes: readFileSync(join(paper, 'json', `${name}${ending}`)).length,
    })),
    outdated: [],
    sizes: [
      {
        name: `${name}.pdf`,
        profile: 'screen',
        pages: [{ label: '1', content: expect.any(Number), pictures: 0 }],
        pictures: 0,
        fonts: expect.any(Number),
        total: readFileSync(join(paper, 'json', `${name}.pdf`)).length,
      },
    ],
  });
  expect(report).toEqual({
    galley: expect.stringMatching(/^\d+\.\d+\.\d+/),
    exitCode: 0,
    issues: [
      {
        issue: join(paper, '1'),
        isBuilt: true,
        exitCode: 0,
        editions: [edition('en', 'hh-0001-2024-05-01-en'), edition('es', 'hh-0001-2024-05-01-es')],
        diagnostics: [],
        timings: expect.arrayContaining([{ stage: 'compose', milliseconds: expect.any(Number) }]),
        milliseconds: expect.any(Number),
      },
    ],
  });
});

test('--json gives faults as data, and nothing on standard error', async () => {
  cpSync(join(paper, '1'), join(paper, '3'), { recursive: true });
  writeFileSync(join(paper, '3/issue.yaml'), 'number: 3\ndate: 2024-02-30\n');
  const run = await build('3', '--json', '--out', 'none');
  expect({ exitCode: run.exitCode, error: run.error }).toEqual({ exitCode: 2, error: '' });
  // The program's own output: its fields are what the test before this one asks.
  const { issues } = JSON.parse(run.out) as { issues: { isBuilt: boolean; diagnostics: object[] }[] };
  expect(issues).toMatchObject([
    {
      isBuilt: false,
      editions: [],
      diagnostics: [{ code: 'GA120', severity: 'error', span: { start: 16 } }],
    },
  ]);
  expect(existsSync(join(paper, 'none'))).toBe(false);
});

test('the checksums hold of outputs and of sources, each from its own folder', async (context) => {
  if (!isInstalled('sha256sum')) context.skip('sha256sum is not installed');
  await build('1', '--lang', 'en', '--out', 'sums', '-q');
  const list = readFileSync(join(paper, 'sums/hh-0001-2024-05-01-en.sha256'), 'utf8');
  const namesAfter = (lines: string): readonly string[] =>
    lines.split('\n').flatMap((line) => /^[0-9a-f]{64} {2}(.+)$/.exec(line)?.[1] ?? []);
  const [outputs = '', behind = ''] = list.split(/^##.*\n/mu);
  const sources = behind.replaceAll(/^# /gm, '');
  expect(namesAfter(outputs)).toEqual(['hh-0001-2024-05-01-en.pdf', 'hh-0001-2024-05-01-en.epub']);
  expect(namesAfter(sources)).toEqual([
    '1/articles/ferry.en.md',
    '1/articles/ferry.es.md',
    '1/issue.yaml',
    'publication.yaml',
    'templates/print.css',
  ]);
  writeFileSync(join(scratch, 'outputs.sha256'), outputs);
  writeFileSync(join(scratch, 'sources.sha256'), sources);
  const check = (name: string, folder: string): number | null =>
    runProgram('sha256sum', ['--check', '--strict', join(scratch, name)], { folder }).status;
  expect(check('outputs.sha256', join(paper, 'sums'))).toBe(0);
  expect(check('sources.sha256', paper)).toBe(0);
  expect(
    runProgram('sha256sum', ['--check', '--strict', 'hh-0001-2024-05-01-en.sha256'], {
      folder: join(paper, 'sums'),
    }).status,
  ).toBe(0);
  const pdf = join(paper, 'sums/hh-0001-2024-05-01-en.pdf');
  writeFileSync(pdf, Buffer.concat([readFileSync(pdf), Buffer.from(' ')]));
  expect(check('outputs.sha256', join(paper, 'sums'))).toBe(1);
});

test('a build of one kind of file keeps the checksums of the others while they hold', async () => {
  const list = join(paper, 'kinds/hh-0001-2024-05-01-en.sha256');
  const listed = (): readonly string[] =>
    [...readFileSync(list, 'utf8').matchAll(/^[0-9a-f]{64} {2}(.+)$/gm)].map((line) => line[1] ?? '');
  const make = (...args: readonly string[]): Promise<unknown> =>
    build('1', '--lang', 'en', '--out', 'kinds', '-q', ...args);
  await make();
  const whole = readFileSync(list, 'utf8');
  await make('--only', 'pdf');
  expect(listed()).toEqual(['hh-0001-2024-05-01-en.pdf', 'hh-0001-2024-05-01-en.epub']);
  await make();
  expect(readFileSync(list, 'utf8')).toBe(whole);
  writeFileSync(join(paper, 'kinds/hh-0001-2024-05-01-en.epub'), 'another');
  await make('--only', 'pdf');
  expect(listed()).toEqual(['hh-0001-2024-05-01-en.pdf']);
});

test('two issues go into one folder side by side, with a table at the end', async () => {
  const run = await build('1', '2', '--lang', 'en', '--only', 'pdf', '--out', 'two');
  expect(run).toMatchObject({ exitCode: 0, error: '' });
  expect(readdirSync(join(paper, 'two'))).toEqual(
    [1, 2].flatMap((number) =>
      ['.pdf', '.sha256'].map((ending) => `hh-000${number}-2024-05-0${number}-en${ending}`),
    ),
  );
  const rows = run.out.split('\n').slice(-3);
  expect(rows).toEqual([
    expect.stringMatching(/^1\s+built\s+1 page\s+0 errors\s+0 warnings$/),
    expect.stringMatching(/^2\s+built\s+1 page\s+0 errors\s+0 warnings$/),
    '',
  ]);
});

test('an edition of another issue is not replaced', async () => {
  cpSync(join(paper, '1'), join(paper, 'copy'), { recursive: true });
  await build('1', '--lang', 'en', '--out', 'same', '-q');
  const list = join(paper, 'same/hh-0001-2024-05-01-en.sha256');
  const before = readFileSync(list, 'utf8');
  const run = await build('copy', '--lang', 'en', '--out', 'same', '-q');
  expect(run.exitCode).toBe(1);
  expect(run.error).toMatch(/^copy\/issue.yaml:1:9: error GA941: .* made from 1\/issue.yaml$/mu);
  expect(readFileSync(list, 'utf8')).toBe(before);
  expect((await build('1', './1/', '--lang', 'en', '--out', 'same', '-q')).exitCode).toBe(0);
  expect((await build('1', '--lang', 'en', '--out', 'same', '-q')).exitCode).toBe(0);
});
