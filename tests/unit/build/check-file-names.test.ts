import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

/** What is told as not read of a paper with one issue in its folder 7/. */
async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const paper = {
    'publication.yaml': 'name: The Lantern\n',
    '7/issue.yaml': 'number: 7\ndate: 2021-06-04\n',
    '7/articles/ferry.md': '# Ferry takes on an office\n\nThe ferry takes on an office.\n',
    ...files,
  };
  const { diagnostics } = await composeFiles(paper, undefined, '7');
  return diagnostics.flatMap(({ code, message, hint }) =>
    code === 'GA320' ? [`${message}. ${hint ?? ''}`] : [],
  );
}

test.each([
  ['7/image/pier.txt', 'images'],
  ['7/article/tides.md', 'articles'],
  ['template/print.css', 'templates'],
  ['font/quay.ttf', 'fonts'],
  ['Fonts/quay.ttf', 'fonts'],
  ['tempaltes/quay.txt', 'templates'],
  ['templates/partial/deck.hbs', 'partials'],
  ['templates/locales/en.yaml', 'locale'],
])('%s stands in a folder that is called %s/', async (path, meant) => {
  const folder = path.split('/').at(-2) ?? '';
  expect(await told({ [path]: 'x' })).toEqual([
    `the folder ${folder}/ is not read. Did you mean ${meant}/? What is in it is read from there.`,
  ]);
});

test.each([
  ['templates/prnt.css', 'Did you mean print.css? Give the file that name.'],
  ['7/templates/reader.scss', 'Did you mean reader.css? Give the file that name.'],
  ['templates/tabloid/theme.yml', 'Did you mean theme.yaml? Give the file that name.'],
  ['templates/house.css', 'Style sheets are print.css, for pages, and reader.css, for the EPUB.'],
  ['templates/front.hbs', 'Templates stand in pages/, partials/ and epub/, and their names end in .hbs.'],
  ['templates/en.yaml', 'The settings of a theme are theme.yaml; words of a language stand in locale/.'],
  ['templates/pages/front.html', 'The name of a template ends in .hbs.'],
  ['templates/locale/en.yml', 'The words of a language stand in a file that ends in .yaml.'],
])('%s: %s', async (path, hint) => {
  expect(await told({ [path]: '' })).toEqual([
    `the file ${path.split('/').at(-1) ?? ''} is not read. ${hint}`,
  ]);
});

test('what has its name for a reason is not told', async () => {
  const files = {
    '7/photos/pier.txt': 'x',
    'forms/letter.txt': 'x',
    'image/issue.yaml': 'number: 8\ndate: 2021-06-05\n',
    'templates/page/print.css': '',
    'templates/README.md': 'x',
    'templates/images/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'templates/.print.css.swp': 'x',
    'templates/print.css': '',
  };
  expect(await told(files)).toEqual([]);
});
