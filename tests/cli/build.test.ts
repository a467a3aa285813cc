import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitCodeOf } from '../tools/exit-code-of.ts';
import { runGalley } from '../tools/run-galley.ts';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'galley-cli-'));
const issue = join(scratch, 'harbour/1');

beforeAll(async () => {
  await runGalley(['init', 'harbour'], scratch);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const stem = 'harbour-0001-2026-01-05-en';

test('init makes a paper that builds at once, with a summary and checksums that hold', async () => {
  const run = await runGalley(['build', issue, '--out', 'whole'], scratch);
  expect(run).toMatchObject({ exitCode: 0, error: '' });
  expect(run.out).toMatch(/1 page, 226 of 226 words placed/);
  expect(run.out).toMatch(/welcome: 226 words, \d+\.\d column inches, page 1/);
  expect(run.out).toMatch(/Done in \d+\.\d\d s, 0 warnings\./);
  const names = readdirSync(join(scratch, 'whole'));
  expect(names).toEqual([`${stem}.epub`, `${stem}.pdf`, `${stem}.sha256`]);
  const sums = spawnSync('sha256sum', ['--check', '--ignore-missing', `${stem}.sha256`], {
    cwd: join(scratch, 'whole'),
  });
  expect(sums.status).toBe(0);
});

test('--only, --cover and --quiet', async () => {
  const run = await runGalley(
    ['build', issue, '--out', 'pdf', '--only', 'pdf', '--cover', '--quiet'],
    scratch,
  );
  expect(run).toEqual({ exitCode: 0, out: '', error: '' });
  expect(readdirSync(join(scratch, 'pdf'))).toEqual([`${stem}.pdf`, `${stem}.png`, `${stem}.sha256`]);
});

test('--json prints one object and nothing else', async () => {
  const run = await runGalley(['build', issue, '--out', 'json', '--json'], scratch);
  const report = JSON.parse(run.out) as { exitCode: number; issues: { editions: { words: unknown }[] }[] };
  expect(report.exitCode).toBe(0);
  expect(report.issues[0]?.editions[0]?.words).toEqual({ given: 226, placed: 226 });
});

test('the bundled program ends by itself after a fault of the manifest', () => {
  const broken = join(scratch, 'ends');
  cpSync(issue, broken, { recursive: true });
  writeFileSync(join(broken, 'issue.yaml'), 'name: Harbour\nnumber: 1\ndate: 2026-02-30\n');
  const program = join(root, 'dist/galley.mjs');
  for (const command of ['build', 'plan', 'lint']) {
    // A program that hangs is stopped, and has no status then.
    const run = spawnSync(process.execPath, [program, command, broken], { timeout: 120_000 });
    expect(run.status, command).toBe(2);
    expect(String(run.stderr)).toContain('GA120');
  }
});

test('an issue that fails does not stop the next; the worst exit code counts', async () => {
  const broken = join(scratch, 'broken');
  cpSync(issue, broken, { recursive: true });
  writeFileSync(join(broken, 'issue.yaml'), 'name: Harbour\nnumber: 1\ndate: 2026-02-30\n');
  const run = await runGalley(['build', broken, issue, '--out', 'both'], scratch);
  expect(run.exitCode).toBe(2);
  expect(run.error).toContain('GA120');
  expect(run.out).toMatch(/broken\s+failed\s+0 pages\s+1 error/);
  expect(run.out).toMatch(/harbour\/1\s+built\s+1 page\s+0 errors/);
  expect(existsSync(join(scratch, 'both', `${stem}.pdf`))).toBe(true);
});

test('a language the issue has not, and an unknown option, say what there is', async () => {
  const language = await runGalley(['build', issue, '--lang', 'fr', '--out', 'none'], scratch);
  expect(language.error).toContain('GA992');
  expect(existsSync(join(scratch, 'none'))).toBe(false);
  const option = await runGalley(['build', issue, '--ony', 'pdf'], scratch);
  expect(option).toMatchObject({ exitCode: 2, out: '' });
  expect(option.error).toContain('did you mean --only');
});

test('import writes over an article only when told to, and never over manifests', async () => {
  const typed = join(root, 'tests/fixtures/typed-article.txt');
  expect((await runGalley(['import', typed, '--into', 'typed'], scratch)).exitCode).toBe(0);
  const [name = ''] = readdirSync(join(scratch, 'typed/articles'));
  const paths = ['issue.yaml', 'publication.yaml', `articles/${name}`].map((path) =>
    join(scratch, 'typed', path),
  );
  const article = readFileSync(paths[2] ?? '', 'utf8');
  for (const path of paths) writeFileSync(path, 'by hand\n');
  const read = (): readonly string[] => paths.map((path) => readFileSync(path, 'utf8'));
  const again = await runGalley(['import', typed, '--into', 'typed'], scratch);
  expect(again.exitCode).toBe(3);
  expect(again.error).toContain(`typed/articles/${name} is there already; nothing was written.`);
  expect(again.error).toContain('rename the file that is there, or write over it with --force');
  expect(read()).toEqual(['by hand\n', 'by hand\n', 'by hand\n']);
  const forced = await runGalley(['import', typed, '--into', 'typed', '--force'], scratch);
  expect(forced.exitCode).toBe(0);
  expect(forced.out).toContain('typed/publication.yaml was there and stays');
  expect(read()).toEqual(['by hand\n', 'by hand\n', article]);
});

test('a publication without an issue is not written over either', async () => {
  const typed = join(root, 'tests/fixtures/typed-article.txt');
  const folder = join(scratch, 'paper-alone');
  mkdirSync(folder);
  writeFileSync(join(folder, 'publication.yaml'), 'by hand\n');
  const refused = await runGalley(['import', typed, '--into', 'paper-alone'], scratch);
  expect(refused).toMatchObject({ exitCode: 3 });
  expect(refused.error).toContain('Choose another folder.');
  expect((await runGalley(['import', typed, '--into', 'paper-alone', '--force'], scratch)).exitCode).toBe(0);
  expect(readFileSync(join(folder, 'publication.yaml'), 'utf8')).toBe('by hand\n');
  expect(existsSync(join(folder, 'issue.yaml'))).toBe(true);
});

test('a second typed text is another article of the issue, whose manifests stay', async () => {
  const typed = join(root, 'tests/fixtures/typed-article.txt');
  await runGalley(['import', typed, '--into', 'two'], scratch);
  const manifest = 'number: 7\ndate: 2025-05-04\n';
  writeFileSync(join(scratch, 'two/issue.yaml'), manifest);
  const second = join(scratch, 'second.txt');
  writeFileSync(second, 'Harbour News\n\nThe Crane Is Painted\n\nIt was grey before, and is yellow now.\n');
  const run = await runGalley(['import', second, '--into', 'two'], scratch);
  expect(run).toMatchObject({ exitCode: 0 });
  expect(run.out).toContain('two/issue.yaml was there and stays');
  expect(readFileSync(join(scratch, 'two/issue.yaml'), 'utf8')).toBe(manifest);
  expect(readdirSync(join(scratch, 'two/articles'))).toHaveLength(2);
});

test('the bundled program prints into a closed pipe without a stack trace', () => {
  const run = spawnSync('bash', ['-c', `node dist/galley.mjs --help | head -1`], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run).toMatchObject({ status: 0, stderr: '' });
});

test('--watch builds anew on saving, keeps the last good files, and ends by interruption', async () => {
  const out = join(scratch, 'watched');
  const child = spawn('node', ['dist/galley.mjs', 'build', issue, '--out', out, '--watch', '--only', 'pdf'], {
    cwd: root,
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) await wait(50);
  };
  const pdf = join(out, `${stem}.pdf`);
  const article = join(issue, 'articles/welcome.md');
  const text = readFileSync(article, 'utf8');
  await until(() => said.split('Watching').length === 2);
  const first = readFileSync(pdf);
  writeFileSync(article, text.replace('plain text files', 'plain text'));
  await until(() => said.split('Watching').length === 3);
  const second = readFileSync(pdf);
  expect(second.equals(first)).toBe(false);
  writeFileSync(article, text.replace('headline:', 'hedline:'));
  await until(() => said.split('Watching').length === 4);
  expect(said).toContain('hedline');
  expect(readFileSync(pdf).equals(second)).toBe(true);
  const ended = exitCodeOf(child);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  writeFileSync(article, text);
});

test('--watch goes on when the folder of the paper is moved away and comes back', async () => {
  const paper = join(scratch, 'moving');
  cpSync(join(issue, '..'), paper, { recursive: true });
  const own = join(paper, basename(issue));
  const args = ['dist/galley.mjs', 'build', own, '--out', join(scratch, 'moved'), '--watch', '--only', 'pdf'];
  const child = spawn('node', args, { cwd: root });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const until = async (builds: number): Promise<void> => {
    while (said.split('Watching').length <= builds && child.exitCode === null) await wait(50);
    expect(child.exitCode).toBeNull();
  };
  await until(1);
  renameSync(paper, `${paper}-away`);
  // Longer than it takes to see that it is gone.
  await wait(1500);
  const before = said.split('Watching').length - 1;
  renameSync(`${paper}-away`, paper);
  await until(before + 1);
  const article = join(own, 'articles/welcome.md');
  writeFileSync(article, readFileSync(article, 'utf8').replace('plain text files', 'plain text'));
  await until(before + 2);
  const ended = exitCodeOf(child);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});
