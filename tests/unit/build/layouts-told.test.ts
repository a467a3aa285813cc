import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

const filesWith = (files: Readonly<Record<string, string>>) => ({
  'issue.yaml': 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n',
  'articles/ferry.en.md': '# Ferry takes on an office\n\nThe ferry takes on an office.\n',
  ...files,
});

test.each([
  [
    { 'templates/pages/folio.hbs': '<p>{{#each edition.name}}x{{/each}}</p>\n' },
    /GA316 \{\{#each\}\} goes over text, which is no list/,
  ],
  [{ 'templates/pages/front.hbs': '\n' }, /GA703 page layout "front" has no <ed-page>/],
  [
    { 'issue.yaml': 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\npages: { 1: { layout: story } }\n' },
    /^GA719 the theme "tabloid" has no page layout `story`$/,
  ],
  [
    {
      'templates/mine/theme.yaml': 'extends: nothere\n',
      'templates/pages/front.hbs': '<ed-page></ed-page>',
      'issue.yaml': 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\ntheme: mine\n',
    },
    /GA140 there is no theme `nothere`/,
  ],
])('%j is told', async (files: Readonly<Record<string, string>>, fault) => {
  await expect(composeFiles(filesWith(files))).rejects.toThrow(fault);
});

test('an empty list, and nothing, may be gone through', async () => {
  const folio = '<p>{{#each edition.corrections}}x{{/each}}{{#each edition.volume}}x{{/each}}y</p>\n';
  const { diagnostics } = await composeFiles(filesWith({ 'templates/pages/folio.hbs': folio }));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
