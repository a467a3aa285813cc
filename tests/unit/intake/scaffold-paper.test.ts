import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { scaffoldPaper } from '../../../src/intake/scaffold-paper.ts';
import { parseYaml } from '../../../src/schema/parse-yaml.ts';
import { parse } from '../content/edition-fixture.ts';

test('a new paper has a publication, an issue and an article without a fault', () => {
  const files = scaffoldPaper({ folderName: 'harbour-news', schemaFolder: '../schemas' });
  expect(files.map(({ path }) => path)).toEqual([
    'publication.yaml',
    '1/issue.yaml',
    '1/articles/welcome.md',
  ]);
  const [publication, issue, article] = files.map(({ text }) => text);
  const collector = createCollector();
  const values = parseYaml(publication ?? '', { file: 'publication.yaml', offset: 0 }, collector)?.value;
  expect(values).toMatchObject({ name: 'Harbour News', languages: ['en'] });
  expect(parseYaml(issue ?? '', { file: 'issue.yaml', offset: 0 }, collector)?.value).toEqual({
    number: '1',
    date: '2026-01-05',
  });
  expect(collector.diagnostics).toEqual([]);
  expect(parse(article ?? '').codes).toEqual([]);
});

test.each([
  ['', 'My Paper'],
  ['12', 'Paper 12'],
  ['el_muelle', 'El Muelle'],
  ['mein-hafen-ß', 'Mein Hafen ß'],
])('the folder "%s" gives the name %s', (folderName, name) => {
  expect(scaffoldPaper({ folderName, schemaFolder: '../schemas' })[0]?.text).toContain(`\nname: ${name}\n`);
});

test('without a folder of schemas there is no line for editors', () => {
  for (const { text } of scaffoldPaper({ folderName: 'quay', schemaFolder: null }))
    expect(text).not.toContain('$schema');
});
