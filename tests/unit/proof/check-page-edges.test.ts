import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { checkPageEdges } from '../../../src/proof/check-page-edges.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const ISSUE = {
  'issue.yaml': 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n',
  'articles/ferry.en.md':
    '# Ferry takes on an office\n\nThe ferry takes on an office *at the quay* of the town.\n\nIt goes on to the island.\n',
};

/** What is reported of the issue with a style sheet of its own. */
async function reported(css: string): Promise<readonly Diagnostic[]> {
  const { set } = await composeFiles({ ...ISSUE, 'templates/print.css': css });
  const context = createCollector();
  checkPageEdges(set.composed.pages, ['7', 'en'], context);
  return context.diagnostics;
}

test('a page as the theme sets it, and text that hangs in the margin, are not told', async () => {
  expect(await reported('')).toEqual([]);
  expect(await reported('.headline { margin-left: -4mm }')).toEqual([]);
});

test.each([
  ['.headline { margin-left: -60mm }', 'margin-left', 'left'],
  ['.story-body p { margin-left: 500mm }', 'margin-left', 'right'],
  ['.story-body p { text-indent: 900mm }', 'text-indent', 'right'],
  ['.story-body { margin-left: -90mm }', 'margin-left', 'left'],
  ['.headline { --far: -60mm; margin-inline-start: var(--far) }', 'margin-left', 'left'],
  ['em { vertical-align: 400mm }', 'vertical-align', 'upper'],
  ['em { vertical-align: -400mm }', 'vertical-align', 'lower'],
])('%s is told with its place', async (css, name, edge) => {
  const [fault, ...more] = await reported(css);
  expect(more).toEqual([]);
  expect(fault?.code).toBe('GA415');
  expect(fault?.message).toMatch(new RegExp(`beyond the ${edge} edge of page 1`));
  expect(fault?.hint).toContain(name);
  expect(fault?.span?.file).toMatch(/print\.css$/);
  expect(css.slice(fault?.span?.start, fault?.span?.end)).toMatch(/^(-?\d+mm|var\(--far\))$/);
  expect(fault?.trail).toEqual(['7', 'en', 'page 1', 'ferry']);
  expect(fault?.related[0]?.span.file).toMatch(/ferry\.en\.md$/);
});

test('text that no declaration moves is told where it is written', async () => {
  const { set } = await composeFiles(ISSUE);
  const [page] = set.composed.pages;
  if (page === undefined) throw new Error('there is no page');
  const context = createCollector();
  const narrow = { ...page, size: { ...page.size, width: 60 as never } };
  checkPageEdges([narrow, narrow], [], context);
  const files = context.diagnostics.map(({ span }) => span?.file.slice(-11));
  expect(files).toContain('ferry.en.md');
  expect(context.diagnostics[0]?.message).toMatch(/beyond the right edge of page 1/);
});

test('one declaration is one fault, with the number of pages', async () => {
  const { set } = await composeFiles({ ...ISSUE, 'templates/print.css': '.headline { margin-left: -60mm }' });
  const context = createCollector();
  const pages = set.composed.pages.flatMap((page) => [page, { ...page }, { ...page }]);
  checkPageEdges(pages, [], context);
  expect(context.diagnostics).toHaveLength(1);
  expect(context.diagnostics[0]?.message).toMatch(/of page 1, and more on 2 pages$/);
});

test('a footer of too many lines is one fault, with its rows', async () => {
  const lines = Array.from({ length: 12 }, (_, at) => `<p>Line ${at} of the folio</p>\n`).join('');
  const { set } = await composeFiles({ ...ISSUE, 'templates/pages/folio.hbs': lines });
  const context = createCollector();
  const pages = set.composed.pages.flatMap((page) => [page, { ...page }]);
  checkPageEdges(pages, [], context);
  const [fault, ...more] = context.diagnostics;
  expect(more).toEqual([]);
  expect(fault?.code).toBe('GA415');
  expect(fault?.message).toMatch(
    /beyond the lower edge of page 1, and more on 1 page: the footer "folio" takes 12 rows, and its page layout gives it 2$/,
  );
  expect(fault?.hint).toContain('rows="…"');
  expect(fault?.span?.file).toMatch(/front\.hbs$/);
  expect(fault?.related[0]?.span.file).toMatch(/folio\.hbs$/);
});

test('a declaration that moves the text of such a footer is still the cause', async () => {
  const lines = '<p>One line of the folio</p>\n'.repeat(3);
  const css = '.moved { margin-top: 400mm }';
  const files = {
    'templates/pages/folio.hbs': `${lines}<p class="moved">x</p>\n`,
    'templates/print.css': css,
  };
  const { set } = await composeFiles({ ...ISSUE, ...files });
  const context = createCollector();
  checkPageEdges(set.composed.pages, [], context);
  expect(context.diagnostics.map(({ hint }) => hint)).toEqual(['margin-top moves it there: make it less.']);
});
