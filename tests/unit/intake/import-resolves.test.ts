import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import { resolveIssue } from '../../../src/edition/resolve-issue.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { importArticle } from '../../../src/intake/import-article.ts';
import { scaffoldPaper } from '../../../src/intake/scaffold-paper.ts';
import { loadManifest } from '../../../src/manifest/load-manifest.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The theme's text files as a host sees them under /galley. */
function themeFiles(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(ROOT, path)).isDirectory()) return themeFiles(path);
    return [[`/galley/${path}`, readFileSync(join(ROOT, path), 'utf8')] as const];
  });
}

/** The one edition of an issue made of these files, which must have no fault. */
function resolve(files: readonly { readonly path: string; readonly text: string }[], issue: string): Edition {
  const own = files.map(({ path, text }) => [`/paper/${path}`, text] as const);
  const host = createMemoryHost(Object.fromEntries([...themeFiles('templates/tabloid'), ...own]));
  const options = { host, packageFolder: '/galley' };
  const collector = createCollector();
  const loaded = loadManifest(issue, options, collector);
  const editions = loaded === null ? [] : (resolveIssue(loaded, options, collector)?.editions ?? []);
  expect(collector.diagnostics).toEqual([]);
  const [edition] = editions;
  if (edition === undefined) throw new Error('no edition');
  return edition;
}

test('an imported article is an issue without fault, and its issue line and contact rows are those typed', () => {
  const typed = readFileSync(join(ROOT, 'tests/fixtures/typed-article.txt'), 'utf8');
  const edition = resolve(importArticle(typed, { file: 'typed.txt' }).files, '/paper');
  expect(edition.issueLine).toBe('Quayside Worker #412, May 4, 2025');
  expect(edition.masthead.contact.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Write: Box 12, Fish Market, Port Example',
    'Phone: 555-0142',
    'Fax: 555-0143',
  ]);
  expect(edition.stories.map(({ language }) => language)).toEqual(['en']);
});

test.each([
  'Quayside Worker, Vol. 3, No. 12 (May 2025)',
  'Quayside Worker No. 007 - Sunday, 4 May 2025',
  'Quayside Worker #12, May 4-10, 2025',
  'Quayside Worker, MAY 4, 2025',
])('the issue line "%s" is printed as typed', (line) => {
  const typed = `Topic\n\nHeadline of It\n\n${line}\n\nThe text of the story is in English, and that is all.\n`;
  expect(resolve(importArticle(typed, { file: 'typed.txt' }).files, '/paper').issueLine).toBe(line);
});

test('a new paper is an issue without fault', () => {
  const edition = resolve(
    scaffoldPaper({ folderName: 'harbour-news', schemaFolder: '../schemas' }),
    '/paper/1',
  );
  expect(edition.name).toBe('Harbour News');
  expect(edition.stories.map(({ id }) => id)).toEqual(['welcome']);
});
