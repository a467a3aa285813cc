import { expect, test } from 'vitest';
import { orderByPages } from '../../../src/edition/order-by-pages.ts';
import { editionOf, resolve, resolveYaml } from './issue-fixture.ts';

const HEAD = 'name: Quayside Weekly\nnumber: 7\ndate: 2026-03-14';

test('number and date are a whole issue', () => {
  const { issue, codes } = resolveYaml('number: 7\ndate: 2026-03-14');
  expect(codes).toEqual(['GA115']);
  // A name that is there, and wrong, is told as that alone.
  expect(resolveYaml('name: [x]\ndate: 2026-03-14').codes).toEqual(['GA111']);
  expect(resolveYaml('name:\ndate: 2026-03-14').codes).toEqual(['GA115']);
  expect(issue?.editions[0]).toMatchObject({
    language: 'en',
    name: '7',
    number: '7',
    issueLine: 'No. 7 · Saturday, March 14, 2026',
    stories: [{ id: 'ferry', section: null, language: 'en', original: null, languages: ['en'] }],
    typography: 'typographic',
  });
  expect(issue?.sources).toEqual(['/paper/7/articles/ferry.md', '/paper/7/issue.yaml']);
});

test('the issue overrides any key of the nearest publication, map by map', () => {
  const { issue, codes } = resolve({
    'publication.yaml': 'name: Wrong',
    '7/publication.yaml': [
      'name: { en: Quayside Weekly, es: El Muelle }',
      'abbreviation: QW',
      'languages: [en, es]',
      'imprint:',
      '  publisher: Cooperative',
      '  place: Port Example',
      'price: 10 cents',
    ].join('\n'),
    '7/issue.yaml':
      'number: 7\ndate: 2026-03-14\nname: { es: El Semanario }\nmasthead:\n  place: Elsewhere\nprice:\n',
    '7/articles/ferry.md': 'The ferry.',
    '7/articles/ferry.es.md': 'El transbordador.',
  });
  expect(codes).toEqual([]);
  expect(
    issue?.editions.map((edition) => [
      edition.name,
      edition.masthead.place,
      edition.masthead.publisher,
      edition.price,
    ]),
  ).toEqual([
    ['Quayside Weekly', 'Elsewhere', 'Cooperative', null],
    ['El Semanario', 'Elsewhere', 'Cooperative', null],
  ]);
  expect(issue?.editions.map((edition) => edition.fileStem)).toEqual([
    'qw-0007-2026-03-14-en',
    'qw-0007-2026-03-14-es',
  ]);
  expect(issue?.editions[1]?.stories[0]).toMatchObject({
    text: 'El transbordador.',
    original: { text: 'The ferry.' },
    languages: ['en', 'es'],
  });
});

test('a manifest may be JSON, and the path may be the file', () => {
  const { issue, codes } = resolve(
    { '7/issue.json': '{"name":"A","number":"007","date":"2026"}', '7/articles/a.md': 'x' },
    '/paper/7/issue.json',
  );
  expect(codes).toEqual([]);
  expect(issue?.editions[0]).toMatchObject({ number: '007', fileStem: 'a-0007-2026-en' });
});

test('contact rows keep their order, their labels come from the language unless given, only addresses are links', () => {
  const yaml = [
    HEAD,
    'languages: es',
    'masthead:',
    '  contact:',
    '    - fax: 773-555-0143',
    '    - post: 12 Quay Street',
    '      label: "Escríbanos:"',
    '    - email: desk@quayside.example',
    '    - web: https://quayside.example/a b',
    '    - web: https://quayside.example/x',
    '  staff:',
    '    editor: [Ana, Ben]',
    '    Faros: Cora',
  ].join('\n');
  const { issue, codes, pointed } = resolveYaml(yaml);
  expect(codes).toEqual(['GA127']);
  expect(pointed).toEqual(['https://quayside.example/a b']);
  expect(issue?.editions[0]?.masthead).toMatchObject({
    contact: [
      { kind: 'fax', label: 'Fax', value: '773-555-0143', href: null },
      { kind: 'post', label: 'Escríbanos', value: '12 Quay Street', href: null },
      { kind: 'email', label: 'Correo electrónico', href: 'mailto:desk@quayside.example' },
      { kind: 'web', href: null },
      { kind: 'web', href: 'https://quayside.example/x' },
    ],
    staff: [
      { role: 'Dirección', names: ['Ana', 'Ben'] },
      { role: 'Faros', names: ['Cora'] },
    ],
  });
});

test.each([
  ['2026-03', '2026-03', 'March 2026', 'March 2026'],
  ['1997', '1997', '1997', '1997'],
  ['1997-03-16/1997-03-22', '1997-03-16/1997-03-22', 'March 16–22, 1997', 'March 16–22, 1997'],
  ['2000-02-29', '2000-02-29', 'February 29, 2000', 'Tuesday, February 29, 2000'],
])('date %s', (date, iso, printed, printedLong) => {
  expect(editionOf(`name: A\ndate: ${date}`).date).toMatchObject({ iso, printed, printedLong });
});

test('what stood on the page is printed as it stood', () => {
  expect(editionOf('name: A\ndate: 1997-03-16\ndatePrinted: Mid-March 1997').date).toMatchObject({
    iso: '1997-03-16',
    printed: 'Mid-March 1997',
    printedLong: 'Mid-March 1997',
  });
});

test.each([
  '1997-02-30',
  '1900-02-29',
  '1997-13',
  '16/3/1997',
  '1997-3-6',
  '1997-03-16/1997-03-16',
  '1997/1997-03',
  'March',
])('there is no date %s', (date) => {
  const { codes, issue, pointed } = resolveYaml(`name: A\ndate: ${date}`);
  expect(codes).toEqual(['GA120']);
  expect(pointed).toEqual([date]);
  expect(issue).toBeNull();
});

test('numbers, variants and editions of the day make safe file names', () => {
  const stem = (yaml: string): string => editionOf(`name: La Mañana\ndate: 2026-03-14\n${yaml}`).fileStem;
  expect(stem('number: 12')).toBe('la-manana-0012-2026-03-14-en');
  expect(stem('number: 12\nnumberDigits: 2')).toBe('la-manana-12-2026-03-14-en');
  expect(stem('number: 12 bis / ../x')).toBe('la-manana-12-bis-x-2026-03-14-en');
  expect(stem('edition: Late\nvariant: specimen')).toBe('la-manana-2026-03-14-late-en-specimen');
  expect(stem('slug: lm')).toBe('lm-2026-03-14-en');
  expect(editionOf('name: 新闻\ndate: 2026').fileStem).toMatch(/^slug-[0-9a-f]{8}-2026-en$/);
});

test('sections rank the stories; the paper gives order and titles', () => {
  const { issue, codes } = resolve({
    'publication.yaml':
      'name: A\nlanguages: [en, es]\nsections:\n  news: { en: News, es: Noticias }\n  work: Work\n  letters: Letters\n',
    '7/issue.yaml':
      'date: 2026\nsections:\n  work: [b]\n  news: [d, a]\n  special: { title: Harbour days, stories: [c] }\n',
    ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [`7/articles/${id}.md`, id])),
    '7/articles/d.es.md': 'd',
  });
  expect(codes).toEqual(['GA131', 'GA132']);
  const [en, es] = issue?.editions ?? [];
  expect(en?.stories.map((story) => [story.section, story.id])).toEqual([
    ['news', 'd'],
    ['news', 'a'],
    ['work', 'b'],
    ['special', 'c'],
    [null, 'e'],
  ]);
  expect(en?.sections).toEqual([
    { id: 'news', title: 'News', layout: null },
    { id: 'work', title: 'Work', layout: null },
    { id: 'special', title: 'Harbour days', layout: null },
  ]);
  expect(es?.sections).toEqual([{ id: 'news', title: 'Noticias', layout: null }]);
  expect(es?.stories.map((story) => story.id)).toEqual(['d']);
});

test('faults of sections: unknown story and section, a story twice', () => {
  const { codes, diagnostics, pointed } = resolve({
    'publication.yaml': 'name: A\nsections: { news: News }',
    '7/issue.yaml': 'date: 2026\nsections:\n  newz: [fery, ferry, ferry]\n',
    '7/articles/ferry.md': 'x',
  });
  expect(codes).toEqual(['GA137', 'GA130', 'GA136']);
  expect(pointed).toEqual(['newz', 'fery', 'ferry']);
  expect(diagnostics.map((diagnostic) => diagnostic.hint)).toEqual([
    'Did you mean `news`?',
    'Did you mean `ferry`?',
    'A story stands in one section, once.',
  ]);
});

test('two files that some file systems take for one are an error that names both', () => {
  const { codes, diagnostics } = resolveYaml(HEAD, {
    '7/articles/caf\u00e9.md': 'x',
    '7/articles/Cafe\u0301.md': 'y',
  });
  expect(codes).toEqual(['GA134']);
  expect(diagnostics[0]?.message).toContain('caf\u00e9.md');
  expect(diagnostics[0]?.related[0]?.span.file).toBe('/paper/7/articles/Cafe\u0301.md');
  expect(resolveYaml(HEAD, { '7/articles/ferry.en.md': 'x' }).codes).toEqual(['GA134']);
});

test('the edition of an article: the language in its name, else the first', () => {
  const { issue, codes } = resolveYaml(`${HEAD}\nlanguages: [en, es]`, {
    '7/articles/notes.v2.md': 'x',
    '7/articles/puerto.ES.md': 'x',
    '7/articles/quai.fr.md': 'x',
    '7/articles/draft.txt': 'x',
    '7/articles/.hidden.md': 'x',
  });
  expect(codes).toEqual(['GA135', 'GA135', 'GA132', 'GA132']);
  expect(issue?.editions.map((edition) => edition.stories.map((story) => story.id))).toEqual([
    ['ferry', 'notes.v2'],
    ['puerto'],
  ]);
});

test('an edition without stories is made, with a warning', () => {
  const { issue, codes } = resolve({ '7/issue.yaml': HEAD });
  expect(codes).toEqual(['GA133']);
  expect(issue?.editions[0]?.stories).toEqual([]);
});

test('a text for some languages only is taken for all, with a warning', () => {
  const { issue, codes } = resolveYaml(`name: { es: El Muelle, fr: Le Quai }\ndate: 2026`);
  expect(codes).toEqual(['GA126']);
  expect(resolveYaml('name: { english: The Quay }\ndate: 2026').codes).toEqual(['GA125']);
  expect(issue?.editions[0]?.name).toBe('El Muelle');
});

test('the issue line is filled in, and its slips are told', () => {
  const line = (yaml: string): string => editionOf(`${HEAD}\n${yaml}`).issueLine;
  expect(line('issueLine: "{name} #{number}, {date}"')).toBe('Quayside Weekly #7, March 14, 2026');
  expect(line('volume: 3')).toBe('Vol. 3, No. 7 · Saturday, March 14, 2026');
  expect(resolveYaml(`${HEAD}\nissueLine: "{nmae} {number}"`).diagnostics[0]?.hint).toContain(
    'Did you mean {name}?',
  );
  const lacking = resolveYaml('name: A\ndate: 2026\nissueLine: "{name} {number}"');
  expect(lacking.codes).toEqual(['GA129']);
  expect(lacking.issue?.editions[0]?.issueLine).toBe('2026');
});

test('issues beside this one are the archive', () => {
  const { issue, codes } = resolve({
    'publication.yaml': 'name: A\nabbreviation: QW\narchive: https://archive.example/{number}/{file}.pdf\n',
    '6/issue.yaml': 'number: 6\ndate: 2026-03-07\nvariant: specimen\n',
    '5/issue.yaml': 'number: 5\ndate: broken\n',
    '7/issue.yaml': 'number: 7\ndate: 2026-03-14\n',
    '7/articles/a.md': 'x',
  });
  expect(codes).toEqual([]);
  expect(issue?.editions[0]?.archive).toEqual([
    {
      number: '6',
      fileStem: 'qw-0006-2026-03-07-en-specimen',
      href: 'https://archive.example/6/qw-0006-2026-03-07-en-specimen.pdf',
    },
  ]);
});

test('a notice and a variant make galley the creator, unless the manifest says', () => {
  expect(editionOf(HEAD).creator).toBe('Quayside Weekly');
  expect(editionOf(`${HEAD}\nmasthead: { publisher: Cooperative }`).creator).toBe('Cooperative');
  expect(editionOf(`${HEAD}\nvariant: specimen\nnotice: Not the paper.`).creator).toBe('galley');
  expect(editionOf(`${HEAD}\nvariant: specimen\nnotice: Not the paper.\ncreator: Ana`).creator).toBe('Ana');
});

test('names lose control characters and overrides of direction', () => {
  expect(editionOf('name: "A\\u202Eb\\u0007c"\ndate: 2026').name).toBe('Abc');
});

test('a page plan puts stories into slots, and its last page is the number of pages', () => {
  const { issue, codes } = resolveYaml(`${HEAD}\npages: { 2-8: auto, 1: { lead: ferry } }`);
  expect(codes).toEqual([]);
  expect(issue?.editions[0]?.plan).toEqual([
    { page: 1, slot: 'lead', stories: ['ferry'], jump: null, path: 'pages.1.lead' },
  ]);
  expect(issue?.editions[0]?.pageCount).toBe(8);
});

test.each([
  ['6 paragraphs', { kind: 'paragraphs', count: 6 }],
  ['1 line', { kind: 'lines', count: 1 }],
  ['2.5 in', { kind: 'depth', depth: 180 }],
])('a story jumps after %s, and not before the page of the plan', (after, measure) => {
  const { issue, codes } = resolveYaml(
    `${HEAD}\npages: { 1: { lead: { story: ferry, jump: { after: ${after}, to: 3 } } } }`,
  );
  expect(codes).toEqual([]);
  expect(issue?.editions[0]?.plan[0]?.jump).toEqual({ after: measure, afterText: after, to: 3 });
  expect(issue?.editions[0]?.leastPages).toBe(3);
});

test('a page plan gives pages a layout, a section, and nothing else to hold', () => {
  const sections = 'sections: { news: { title: News, stories: [ferry] } }';
  const pages = '{ 2-3: { section: news, layout: opinion }, 4: { lead: ferry, rest: none } }';
  const { issue, codes } = resolveYaml(`${HEAD}\n${sections}\npages: ${pages}`);
  expect(codes).toEqual([]);
  expect(issue?.editions[0]?.pageRules).toEqual([
    { first: 2, last: 3, layout: 'opinion', section: 'news', isClosed: false, path: 'pages.2-3' },
    { first: 4, last: 4, layout: null, section: null, isClosed: true, path: 'pages.4' },
  ]);
});

test('sections stand in the order of their pages, and may have a layout of their own', () => {
  const rules = [
    { first: 5, last: 5, section: 'news' },
    { first: 2, last: 2, section: 'town' },
  ].map((rule) => ({ ...rule, layout: null, isClosed: false, path: '' }));
  const sections = ['news', 'sport', 'town'].map((id) => ({ id }));
  expect(orderByPages(sections, rules).map(({ id }) => id)).toEqual(['town', 'sport', 'news']);
  const { issue } = resolveYaml(
    `${HEAD}\nsections: { opinion: { title: { en: Opinion }, layout: opinion, stories: [ferry] } }`,
  );
  expect(issue?.editions[0]?.sections).toEqual([{ id: 'opinion', title: 'Opinion', layout: 'opinion' }]);
});

test('a page plan with an unknown story, a story twice and a key that is no page says so', () => {
  const pages = '{ 1: { lead: fery }, 2: { lead: ferry, second: ferry }, front: auto, 5-3: auto }';
  expect(resolveYaml(`${HEAD}\npages: ${pages}`).codes).toEqual(['GA143', 'GA144', 'GA145', 'GA145']);
});

test('thirty-two faults in one manifest are as many diagnostics, in one run, at their places', () => {
  const wrong = [
    'nmae: A',
    'date: 1997-02-30',
    'number: #7',
    'deck: x',
    'title: y',
    'languages: { a: b }',
    'frequency: [weekly]',
    'typography: sorce',
    'theme: ../x',
    'format: tabliod',
    'slug: A B',
    'numberDigits: many',
    'revised: soon',
    'price: "5" cents',
    'tagline: Yes: we do',
    'rights: @all',
    'source: [a] b',
    'issueLine: "{nmbr}"',
    'availability: "{langs}"',
    'archive: ftp://x',
    'grid: { columns: 99, gutters: 1 mm, baseline: 3 }',
    'creator: { a: b }',
    'masthead:',
    '  isn: 1',
    '  issn: 1234-5678',
    '  contact:',
    '    - fex: 1',
    '    - phone: 1',
    '      fax: 2',
    '    - email: nobody',
    '    - web: quay.example',
    '  publisher: See #1',
    'pages: none',
  ];
  const { codes, diagnostics } = resolveYaml(wrong.join('\n'));
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  expect(errors).toHaveLength(32);
  expect(codes.filter((code) => code === 'GA115')).toHaveLength(1);
  const places = errors.map((diagnostic) => diagnostic.span?.start ?? -1);
  expect(new Set(places).size).toBe(32);
});

const FAULTY_ALL_OVER = [
  'name: { en: Quayside Weekly, es: El Muelle }',
  'languages: [en, es]',
  'tagline: { en: Tides }',
  'pages: { 1: { lead: ferri }, x: auto }',
  'ads: [{ picture: none.png, alt: Rope }]',
  'issueLine: "{name} {volume}"',
];

test.each([
  ['a date that is none', 'date: 2026-02-30', 'GA120'],
  ['no date', '', 'GA113'],
  ['a date that is empty', 'date:', 'GA113'],
  ['a date of the wrong kind', 'date: [2026]', 'GA111'],
  ['a date of blanks', 'date: " "', 'GA120'],
  ['no such format', 'date: 2026-03-14\nformat: tabliod', 'GA122'],
  ['no grid', 'date: 2026-03-14\ngrid: { columns: 12, gutter: 90 mm }', 'GA123'],
  ['no such theme', 'date: 2026-03-14\ntheme: tabliod', 'GA140'],
])('%s hides no other fault of the manifest', (_, line, code) => {
  const { issue, codes } = resolveYaml([...FAULTY_ALL_OVER, line].join('\n'));
  expect(issue).toBeNull();
  expect([...codes].sort()).toEqual(
    [code, 'GA126', 'GA129', 'GA129', 'GA133', 'GA143', 'GA145', 'GA208'].sort(),
  );
});

test('a format is told beside a theme that is missing', () => {
  const { codes } = resolveYaml('name: A\ndate: 2026\ntheme: tabliod\nformat: tabliod');
  expect([...codes].sort()).toEqual(['GA122', 'GA140']);
});
