import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

const ISSUE = 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n';
const ODD = '<p>x</p>\n';

/** The templates that are told as used by nothing. */
async function told(files: Readonly<Record<string, string>>, number = ''): Promise<readonly string[]> {
  const folder = number === '' ? '' : `${number}/`;
  const paper = {
    [`${folder}issue.yaml`]: ISSUE,
    [`${folder}articles/ferry.en.md`]: '# Ferry takes on an office\n\nThe ferry takes on an office.\n',
    ...files,
  };
  const { diagnostics } = await composeFiles(paper, undefined, number);
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

test('a document of the EPUB that galley does not ask for is told', async () => {
  const [first = ''] = await told({ 'templates/epub/toc.hbs': ODD });
  expect(first).toMatch(/^nothing uses the template "epub\/toc"\. The documents of the EPUB are .*contents/);
});

test('a partial of the issue that no template takes in is told; one of the publication may be another issue’s', async () => {
  const files = { '7/templates/partials/weather.hbs': '{{broken', 'templates/partials/tides.hbs': 'x' };
  const paper = { 'publication.yaml': 'name: The Lantern\n', ...files };
  expect(await told(paper, '7')).toEqual([
    'nothing uses the template "partials/weather". Take it in with {{> weather}}, or take the file away.',
  ]);
  const made = { '7/templates/pages/folio.hbs': '<p>{{> (lookup edition "missing")}}</p>\n' };
  expect(await told({ ...paper, ...made }, '7').catch(() => [])).toEqual([]);
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

test.each([
  ['{{>story-decks}}', 'partials/story-decks'],
  ["{{~> 'story-decks' kind=1}}", 'partials/story-decks'],
  ['{{#> story-decks}}x{{/story-decks}}', 'partials/story-decks'],
])('a partial may be named %s', async (tag, name) => {
  const files = { 'templates/pages/folio.hbs': `<p>${tag}</p>\n`, [`templates/${name}.hbs`]: 'x' };
  expect(await told(files)).toEqual([]);
});

test.each(["template='folios'", 'template = "folios"', 'template=folios'])(
  'a strip may be named %s',
  async (attribute) => {
    const front =
      '<ed-page name="front"><ed-band>{{> nameplate}}</ed-band><ed-band><ed-frame rows="rest" thread="main"></ed-frame></ed-band>' +
      `<ed-footer rows="2" ${attribute}></ed-footer></ed-page>\n`;
    const files = { 'templates/pages/front.hbs': front, 'templates/pages/folios.hbs': ODD };
    expect(await told(files)).toEqual([]);
  },
);

test('a page layout of the publication may be another number’s, and what is no page layout may not', async () => {
  const page =
    '<ed-page name="front"><ed-band><ed-frame rows="rest" thread="main"></ed-frame></ed-band></ed-page>\n';
  const shared = {
    'publication.yaml': 'name: The Lantern\n',
    'templates/pages/front2.hbs': page,
    'templates/pages/front3.hbs': '{{> whole-page}}\n',
    'templates/partials/whole-page.hbs': page,
    'templates/pages/fornt.hbs': ODD,
  };
  const own = '12/templates/pages/insied.hbs';
  expect(await told({ ...shared, [own]: page }, '12')).toEqual([
    'nothing uses the template "pages/fornt". Did you mean "front"? Give the file that name.',
    'nothing uses the template "pages/insied". Did you mean "inside"? Give the file that name.',
  ]);
});
