import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

const ISSUE = 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n';
const ODD = '<p>x</p>\n';

/** The templates that are told as used by nothing. */
async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { diagnostics } = await composeFiles({
    'issue.yaml': ISSUE,
    'articles/ferry.en.md': '# Ferry takes on an office\n\nThe ferry takes on an office.\n',
    ...files,
  });
  return diagnostics.flatMap(({ code, message, hint }) =>
    code === 'GA318' ? [`${message}. ${hint ?? ''}`] : [],
  );
}

test('a template named much like one of galley is told', async () => {
  expect(await told({ 'templates/pages/fornt.hbs': ODD, 'templates/epub/stroy.hbs': ODD })).toEqual([
    'nothing uses the template "epub/stroy". Did you mean "story"? Give the file that name.',
    'nothing uses the template "pages/fornt". Did you mean "front"? Give the file that name.',
  ]);
});

test('templates that galley has, that are named otherwise, or that something names are not', async () => {
  const folio = '<p>{{> storry-deck}}</p>\n';
  const files = {
    'templates/pages/folio.hbs': folio,
    'templates/partials/storry-deck.hbs': 'x',
    'templates/pages/weather-map.hbs': ODD,
  };
  expect(await told(files)).toEqual([]);
});
