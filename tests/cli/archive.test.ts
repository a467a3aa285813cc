import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawSample, samplePicture } from '../unit/pdf/draw-sample.ts';
import { sampleEdition } from '../unit/pdf/sample-edition.ts';
import { runGalley } from '../tools/run-galley.ts';

const scratch = mkdtempSync(join(tmpdir(), 'galley-archive-'));
const specimen = join(import.meta.dirname, '../../issues/0898');
const stem = 'rw-0898-1997-03-16-es-specimen';
const archive = `first/${stem}-archive.pdf`;

beforeAll(async () => {
  // A paper with a number beside this one, which the text refers to, and a picture that nothing uses.
  mkdirSync(join(scratch, 'paper/0895'), { recursive: true });
  cpSync(specimen, join(scratch, 'paper/0898'), { recursive: true });
  for (const name of ['publication.yaml', 'templates'])
    cpSync(join(specimen, name), join(scratch, 'paper', name), { recursive: true });
  rmSync(join(scratch, 'paper/0898/publication.yaml'));
  rmSync(join(scratch, 'paper/0898/templates'), { recursive: true });
  writeFileSync(join(scratch, 'paper/0895/issue.yaml'), 'number: 895\ndate: 1997-02-23\n');
  writeFileSync(join(scratch, 'paper/0898/images/unused.png'), 'not even a picture');
  const built = await runGalley(
    ['build', 'paper/0898', '--profile', 'archive,screen', '--out', 'first', '--lang', 'es', '--quiet'],
    scratch,
  );
  expect(built).toEqual({ exitCode: 0, out: '', error: '' });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('extract gets every source out, and building from them gives the same bytes', async () => {
  const run = await runGalley(['extract', archive, '--into', 'restored'], scratch);
  expect(run).toMatchObject({ exitCode: 0, error: '' });
  expect(run.out.trim().split('\n')).toEqual([
    '0895/issue.yaml',
    '0898/articles/anatomy-of-an-article.en.md',
    '0898/articles/anatomy-of-an-article.es.md',
    '0898/images/timeline.en.png',
    '0898/images/timeline.es.png',
    '0898/issue.yaml',
    'galley/checksums.sha256',
    'galley/edition.json',
    'publication.yaml',
    'templates/print.css',
  ]);
  const again = await runGalley(
    ['build', 'restored/0898', '--profile', 'archive', '--out', 'second', '--quiet'],
    scratch,
  );
  expect(again).toEqual({ exitCode: 0, out: '', error: '' });
  for (const name of [`${stem}-archive.pdf`, `${stem}.epub`]) {
    const [first, second] = ['first', 'second'].map((folder) => readFileSync(join(scratch, folder, name)));
    expect(second?.equals(first ?? Buffer.alloc(0)), name).toBe(true);
  }
});

test('the pictures of layouts are sources, and building from them gives the same bytes', async () => {
  const paper = join(scratch, 'logo');
  mkdirSync(join(paper, 'templates/pages'), { recursive: true });
  mkdirSync(join(paper, 'articles'));
  mkdirSync(join(paper, 'images'));
  writeFileSync(join(paper, 'issue.yaml'), 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n');
  writeFileSync(join(paper, 'articles/ferry.en.md'), '# Ferry takes on an office\n\nIt has a window.\n');
  cpSync(join(specimen, 'images/timeline.en.png'), join(paper, 'images/logo.png'));
  writeFileSync(
    join(paper, 'templates/pages/front.hbs'),
    '<ed-page name="front"><ed-band><img src="logo.png" alt="Logo">{{> nameplate}}{{> issue-line}}</ed-band>' +
      '<ed-band><ed-frame rows="rest" thread="main"></ed-frame></ed-band></ed-page>\n',
  );
  const buildOf = (issue: string, out: string): ReturnType<typeof runGalley> =>
    runGalley(['build', issue, '--profile', 'archive', '--only', 'pdf', '--out', out, '--quiet'], scratch);
  expect(await buildOf('logo', 'logo-first')).toEqual({ exitCode: 0, out: '', error: '' });
  const [file = ''] = readdirSync(join(scratch, 'logo-first')).filter((name) => name.endsWith('.pdf'));
  const run = await runGalley(['extract', `logo-first/${file}`, '--into', 'logo-restored'], scratch);
  expect(run.out.split('\n')).toContain('images/logo.png');
  expect(await buildOf('logo-restored', 'logo-second')).toEqual({ exitCode: 0, out: '', error: '' });
  const [first, second] = ['logo-first', 'logo-second'].map((out) => readFileSync(join(scratch, out, file)));
  expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
});

test('the checksums hold, and the record says where each article stands', () => {
  const sums = spawnSync('sha256sum', ['--check', '--quiet', 'galley/checksums.sha256'], {
    cwd: join(scratch, 'restored'),
  });
  expect(sums.status).toBe(0);
  const record = JSON.parse(readFileSync(join(scratch, 'restored/galley/edition.json'), 'utf8')) as {
    readonly pages: readonly { readonly label: string; readonly identifier: string }[];
    readonly articles: readonly { readonly places: readonly unknown[]; readonly identifier: string }[];
    readonly citation: string;
  };
  expect(record.pages.map(({ label }) => label)).toEqual(['1', '2']);
  expect(record.articles[0]?.places[0]).toEqual({ page: '1', column: 1 });
  const ids = [...record.pages, ...record.articles].map(({ identifier }) => identifier);
  expect(new Set(ids).size).toBe(3);
  expect(record.citation).toContain('898');
});

test('what is there is written over only when that is asked for', async () => {
  const again = await runGalley(['extract', archive, '--into', 'restored'], scratch);
  expect(again).toMatchObject({ exitCode: 3, out: '' });
  expect(again.error).toContain('is there already; nothing was written');
  expect((await runGalley(['extract', archive, '--into', 'restored', '--force'], scratch)).exitCode).toBe(0);
});

test('a file without sources, a broken one and one that is none say so', async () => {
  const screen = await runGalley(['extract', `first/${stem}.pdf`, '--into', 'none'], scratch);
  expect(screen).toMatchObject({ exitCode: 1, out: '' });
  expect(screen.error).toContain('carries no files');
  writeFileSync(join(scratch, 'broken.pdf'), readFileSync(join(scratch, archive)).subarray(0, 5000));
  expect((await runGalley(['extract', 'broken.pdf', '--into', 'none'], scratch)).exitCode).toBe(1);
  expect((await runGalley(['extract', 'missing.pdf', '--into', 'none'], scratch)).exitCode).toBe(3);
  expect(existsSync(join(scratch, 'none'))).toBe(false);
});

/** An archive that carries files of these names. */
async function hostile(names: readonly string[]): Promise<string> {
  const sources = names.map((path) => ({ path, bytes: Buffer.from('x'), relation: 'Source' as const }));
  const picture = await samplePicture('jpeg');
  const bytes = await drawSample(sampleEdition(), picture, { profile: 'archive', sources });
  writeFileSync(join(scratch, 'hostile.pdf'), bytes);
  return 'hostile.pdf';
}

test.each([
  [['../evil'], 'leads elsewhere'],
  [['a/../../evil'], 'leads elsewhere'],
  [['/etc/evil'], 'leads elsewhere'],
  [['C:\\evil'], 'leads elsewhere'],
  [['good', 'a\u0000b'], 'leads elsewhere'],
  [['.'], 'leads elsewhere'],
  [['Same', 'same'], 'two attached files'],
  [['link/evil'], 'by a link'],
])('files named %j are not written', async (names, why) => {
  const into = join(scratch, 'guarded/into');
  rmSync(join(scratch, 'guarded'), { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  symlinkSync(scratch, join(into, 'link'));
  const run = await runGalley(['extract', await hostile(names), '--into', 'guarded/into'], scratch);
  expect(run.exitCode).not.toBe(0);
  expect(run.error).toContain(why);
  expect(readdirSync(into)).toEqual(['link']);
  expect(readdirSync(join(scratch, 'guarded'))).toEqual(['into']);
  expect(existsSync(join(scratch, 'evil'))).toBe(false);
});

test('sheets bring the pages of print with them, and an EPUB alone brings no PDF', async () => {
  const sheets = await runGalley(
    ['build', 'paper/0898', '--impose', '2up', '--only', 'pdf', '--lang', 'es', '--out', 'sheets', '--quiet'],
    scratch,
  );
  expect(sheets).toEqual({ exitCode: 0, out: '', error: '' });
  expect(readdirSync(join(scratch, 'sheets'))).toEqual([
    `${stem}-print-2up.pdf`,
    `${stem}-print.pdf`,
    `${stem}.pdf`,
    `${stem}.sha256`,
  ]);
  const book = await runGalley(
    ['build', 'paper/0898', '--lang', 'es', '--out', 'book', '--only', 'epub', '--quiet'],
    scratch,
  );
  expect(book).toEqual({ exitCode: 0, out: '', error: '' });
  expect(readdirSync(join(scratch, 'book'))).toEqual([`${stem}.epub`, `${stem}.sha256`]);
});
