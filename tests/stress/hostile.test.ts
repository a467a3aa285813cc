import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { compareCodePoints } from '../../src/host/compare-code-points.ts';
import { runGalley } from '../tools/run-galley.ts';
import { findHarmInEpub, findHarmInPdf, findHarmInText } from './hostile/harmless-files.ts';
import { ARTICLES } from './hostile/articles.ts';
import { PAPER, type HostileCase } from './hostile/hostile-case.ts';
import { MANIFESTS } from './hostile/manifests.ts';
import { decodedPictures, PICTURES } from './hostile/pictures.ts';

// Papers that were sent in to do harm. Each ends with an exit code of its kind and a message that names the file, and
// what is built does nothing by itself.

const scratch = mkdtempSync(join(tmpdir(), 'galley-hostile-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Cases of every kind. */
const ALL: readonly HostileCase[] = [...MANIFESTS, ...ARTICLES, ...PICTURES, ...(await decodedPictures())];

function writePaper(folder: string, { files, links = {} }: HostileCase): void {
  for (const [path, content] of Object.entries({ ...PAPER, ...files })) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
  }
}

async function findHarm(folder: string): Promise<readonly string[]> {
  const harm: string[] = [];
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    if (name.endsWith('.pdf')) harm.push(...(await findHarmInPdf(new Uint8Array(bytes))));
    if (name.endsWith('.epub')) harm.push(...findHarmInEpub(bytes));
  }
  return harm;
}

test('harm is found where it is', async () => {
  const file = await PDFDocument.create();
  file.addPage();
  file.catalog.set(PDFName.of('OpenAction'), file.context.obj({ S: 'JavaScript', JS: PDFString.of('x') }));
  const link = file.context.obj({ S: 'URI', URI: PDFString.of('javascript:alert(1)') });
  file.context.register(link);
  expect(await findHarmInPdf(await file.save())).toEqual([
    '/OpenAction',
    '/JavaScript',
    '/JS',
    'javascript:alert(1)',
  ]);
  for (const harm of [
    '<script>x</script>',
    '<p onclick = "x">',
    '<a href="javascript:x">',
    '<img alt="" src="https://a.example/x.png"/>',
    'p { background: url(//a.example/x) }',
  ])
    expect(findHarmInText(harm), harm).toHaveLength(1);
  expect(
    findHarmInText('<p class="x">&lt;script&gt; on = javascript: <a href="https://a.example/">x</a></p>'),
  ).toEqual([]);
});

test('there are at least 120, each with a name of its own', () => {
  expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
  expect(ALL.length).toBeGreaterThanOrEqual(120);
});

describe.each(ALL.map((each, index) => [each.name, each, index] as const))('%s', (_, hostile, index) => {
  test('ends cleanly', async () => {
    const folder = join(scratch, `paper-${index}`);
    writePaper(folder, hostile);
    const run = await runGalley(['build', '7', '--out', 'out'], folder);
    const said = `${run.error}${run.out}`;
    const found = [...run.error.matchAll(/ (?:error|warning) (GA\d{3}): /g)].map((match) => match[1] ?? '');
    const codes = [...new Set(found)].sort(compareCodePoints);
    expect(codes, said.slice(0, 2000)).toEqual(hostile.codes);
    if (hostile.count !== undefined) expect(found.length).toBe(hostile.count);
    expect(said).toContain(hostile.names);
    expect([0, 1, 2, 3, 4]).toContain(run.exitCode);
    expect(said).not.toContain('internal error');
    if (run.exitCode === 0) expect(await findHarm(join(folder, 'out'))).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
});
