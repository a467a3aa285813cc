import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { resolveIssue } from '../../../src/edition/resolve-issue.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { withLayout, type AskedLayout } from '../../../src/manifest/asked-layout.ts';
import { loadManifest } from '../../../src/manifest/load-manifest.ts';
import { PACKAGE_FILES } from '../edition/issue-fixture.ts';

const MANIFEST = [
  'name: The Quay',
  'number: 7',
  'date: 2026-03-14',
  'variant: specimen',
  'format: berliner',
  'grid: { columns: 4 }',
  'pages: 8',
].join('\n');

function editionWith(layout: AskedLayout): { stem: string; format: string; columns: number; pages: unknown } {
  const host = createMemoryHost({
    ...PACKAGE_FILES,
    '/paper/issue.yaml': MANIFEST,
    '/paper/articles/ferry.md': 'The ferry.',
    '/paper/templates/quay/theme.yaml': 'format: a3',
  });
  const options = { host, packageFolder: '/galley' };
  const context = createCollector();
  const loaded = loadManifest('/paper', options, context);
  const issue = loaded === null ? null : resolveIssue(withLayout(loaded, layout), options, context).issue;
  const edition = issue?.editions[0];
  if (edition === undefined) throw new Error(context.diagnostics.map(({ message }) => message).join('\n'));
  const { fileStem, grid, pageCount } = edition;
  return { stem: fileStem, format: grid.formatName, columns: grid.columns, pages: pageCount };
}

const asked = (theme: string | null, format: string | null): AskedLayout => ({ theme, format });

test.each([
  [asked(null, null), { stem: 'specimen', format: 'berliner', columns: 4, pages: 8 }],
  [asked('tabloid', 'Berliner'), { stem: 'specimen', format: 'berliner', columns: 4, pages: 8 }],
  [asked('quay', null), { stem: 'specimen-quay', format: 'a3', columns: 5, pages: null }],
  [asked(null, 'letter'), { stem: 'specimen-letter', format: 'letter', columns: 3, pages: null }],
  [asked(null, 'reader'), { stem: 'specimen-format-reader', format: 'reader', columns: 2, pages: null }],
  [asked('quay', 'letter'), { stem: 'specimen-quay-letter', format: 'letter', columns: 3, pages: null }],
])('%j: files of their own, and a page of its own', (layout, expected) => {
  expect(editionWith(layout)).toEqual({ ...expected, stem: `the-quay-0007-2026-03-14-en-${expected.stem}` });
});

test('what does not exist is told without a place in the manifest', () => {
  expect(() => editionWith(asked('quai', null))).toThrow('there is no theme `quai`');
  expect(() => editionWith(asked(null, 'a7'))).toThrow('there is no format `a7`');
});
