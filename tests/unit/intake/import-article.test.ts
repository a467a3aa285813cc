import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldNodes } from '../../../src/content/article-words.ts';
import { importArticle, type ImportResult } from '../../../src/intake/import-article.ts';
import { readEmphasis } from '../../../src/intake/typed-emphasis.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { parseYaml } from '../../../src/schema/parse-yaml.ts';
import { parse } from '../content/edition-fixture.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const TYPED = readFileSync(join(ROOT, 'tests/fixtures/typed-article.txt'), 'utf8');

const imported = (text: string, file = 'typed.txt'): ImportResult => importArticle(text, { file });
const fileOf = (result: ImportResult, pattern: RegExp): string =>
  result.files.find(({ path }) => pattern.test(path))?.text ?? '';
const read = (yaml: string): unknown => {
  const collector = createCollector();
  const document = parseYaml(yaml, { file: 'x.yaml', offset: 0 }, collector);
  expect(collector.diagnostics).toEqual([]);
  return document?.value;
};
/** Texts of the body's blocks as a story that is set letter for letter gives them. */
const bodyOf = (result: ImportResult): readonly string[] => {
  const { article, codes } = parse(fileOf(result, /^articles\//), {}, { typography: 'source' });
  expect(codes).toEqual([]);
  return fieldNodes(article)
    .filter(({ node }) => node.startsWith('body.'))
    .map(({ text }) => text);
};

test('a typewritten article becomes publication, manifest and story', () => {
  const result = imported(TYPED);
  expect(result.warnings).toEqual([]);
  expect(read(fileOf(result, /^publication/))).toEqual({
    name: 'Quayside Worker',
    abbreviation: 'QW',
    languages: ['en'],
    issueLine: '{name} #{number}, {date}',
    masthead: {
      contact: [
        { post: 'Box 12, Fish Market, Port Example', label: 'Write' },
        { phone: '555-0142', label: 'Phone' },
        { fax: '555-0143', label: 'Fax' },
      ],
      note: '(The QW does not take telephone calls on ferry days.)',
    },
  });
  expect(read(fileOf(result, /^issue/))).toEqual({ number: '412', date: '2025-05-04' });
  expect(result.files[2]?.path).toBe('articles/new-catalogue-shows-plan-to-sell-the.en.md');
});

test('the story holds every paragraph in order, wrapped lines joined, and its fields as written', () => {
  const result = imported(TYPED);
  const { article, codes } = parse(fileOf(result, /^articles\//), {}, { abbreviations: ['QW'] });
  expect(codes).toEqual([]);
  expect(article.kicker?.text).toBe('Harbour Library Closed');
  expect(article.headline?.text).toBe('New Catalogue Shows Plan to Sell the Reading Room');
  expect(article.availability?.text).toMatch(/^This article is printed .* Quayside Worker House$/);
  expect(article.body.map(({ name }) => name)).toEqual([...'ppppp', 'h2', 'p', 'p', 'h2', 'p', 'p']);
  const text = fieldNodes(article)
    .map((field) => field.text)
    .join('\n');
  expect(text).toContain('rain—some with books to return—and');
  expect(text).toContain('room.… One clerk');
  expect(text).toContain('“The mayor’s office [in Port Example] told');
  expect(text).toContain('‘So far nobody');
  expect(text).toContain('such an offer.’\u202F”');
  expect(text).toContain('globes…and');
  expect(text).toContain('By the ’90s');
  expect(text).toContain('since 2019–20');
  expect(text).toContain('Who Reads at “the Lighthouse”');
});

test('import and parse give each paragraph back character by character', () => {
  const paragraphs = TYPED.split('\n\n')
    .slice(3, -1)
    .map((block) => block.trim().replaceAll('\n', ' '));
  expect(bodyOf(imported(TYPED))).toEqual(paragraphs);
});

/** A text as it is printed where signs of emphasis are taken out. */
const withoutSigns = (text: string): string =>
  readEmphasis(text)
    .map((stretch) => stretch.text)
    .join('');

test('nothing that can be typed becomes Markdown but emphasis and pauses', () => {
  const nasty = fc.constantFrom(
    '1984.',
    '12.',
    '3)',
    '*',
    'x',
    '#',
    '##',
    '#895',
    '[a](b)',
    '[a]{lang=fr}',
    '![a](b.jpg)',
    '_x_',
    '**b**',
    '<b>',
    '</b>',
    '<!--',
    '<a@b.example>',
    '<https://a.example>',
    '`',
    '```',
    '~~~',
    '---',
    '- ',
    '+ ',
    '> ',
    '\\',
    '\\\\',
    '\t',
    '  ',
    '&amp;',
    '&',
    '&#39;',
    '|',
    '===',
    'RW #895',
    '{x}',
    ']',
    '[',
    '(',
    ')',
    '"',
    "'",
    '--',
    '...',
    '!',
    'ñ',
    '😀',
    '\u00A0',
    '\u00AD',
    '--- |',
    '. ',
    ': ',
    'https://a.example',
    'Phone: 5',
    '* * *',
    '___',
  );
  const paragraph = fc
    .array(nasty, { minLength: 1, maxLength: 10 })
    .map((pieces) => pieces.join('').replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
      const body = ['First words of a story.', ...paragraphs, 'Last words of the story.'];
      const typed = ['Topic', 'Headline of It', 'Quayside Worker #412, May 4, 2025', ...body].join('\n\n');
      const isPause = (text: string): boolean => /^\*( ?\*){2,}$/.test(text);
      expect(bodyOf(imported(typed))).toEqual(body.filter((text) => !isPause(text)).map(withoutSigns));
    }),
    { seed: 11, numRuns: 2000 },
  );
});

test('a headline of signs comes back too', () => {
  for (const headline of [
    '1984',
    '# 12 *x* _y_',
    '"Yes": a [vote](no)',
    "- 'what' #895 next",
    '&amp; <b> \\',
  ]) {
    const result = imported(
      `Topic\n\n${headline}\n\nQuayside Worker #412, May 4, 2025\n\nText of the story.\n`,
    );
    const { article } = parse(fileOf(result, /^articles\//), {}, { typography: 'source' });
    expect(article.headline?.text).toBe(withoutSigns(headline));
  }
});

test('Spanish articles are read by Spanish words', () => {
  const text = [
    'Puerto',
    'La biblioteca del muelle sigue cerrada',
    'El Obrero del Muelle Nº 12, domingo 4 de mayo de 2025',
    'La biblioteca del puerto no abrió el lunes, y los lectores que llegaron se quedaron en la calle.',
    'Este artículo se publica en inglés y español en la página del diario\nEscriba a: Apartado 12, Puerto Ejemplo\nTeléfono: 555-0142 Correo electrónico: mesa@muelle.example',
  ].join('\n\n');
  const result = imported(text);
  expect(result.warnings).toEqual([]);
  expect(read(fileOf(result, /^issue/))).toEqual({
    number: '12',
    date: '2025-05-04',
    datePrinted: 'domingo 4 de mayo de 2025',
  });
  expect(read(fileOf(result, /^publication/))).toMatchObject({
    name: 'El Obrero del Muelle',
    languages: ['es'],
    issueLine: '{name} Nº {number}, {date}',
    masthead: {
      contact: [
        { post: 'Apartado 12, Puerto Ejemplo', label: 'Escriba a' },
        { phone: '555-0142', label: 'Teléfono' },
        { email: 'mesa@muelle.example', label: 'Correo electrónico' },
      ],
    },
  });
  expect(result.files[2]?.path).toMatch(/\.es\.md$/);
});

test('what is missing or in doubt is told, and kept', () => {
  expect(imported(' \n\n').warnings.map(({ code, line }) => [code, line])).toEqual([['GA280', 1]]);
  const bare = imported('One long paragraph, and nothing else at all.\n');
  expect(bare.warnings.map(({ code }) => code)).toEqual(['GA282', 'GA281']);
  expect(fileOf(bare, /^articles/)).toContain('One long paragraph, and nothing else at all.');
  const short = imported(
    'Topic\n\nHead\n\nQuayside Worker #412, May 4, 2025\n\nText one.\n\nA line\n\nB line\n\nSee XY #3.\n',
  );
  expect(short.warnings.map(({ code, line }) => [code, line])).toEqual([
    ['GA283', 9],
    ['GA283', 11],
    ['GA285', 13],
  ]);
  expect(bodyOf(short)).toEqual(['Text one.', 'A line', 'B line', 'See XY #3.']);
});

const REAL = findRealArticle();

test.skipIf(REAL === null)(
  `the article of GALLEY_ARTICLE or ../shared/input is understood (skipped where there is none)`,
  () => {
    const text = readFileSync(REAL ?? '', 'utf8');
    const result = imported(text);
    expect(result.warnings).toEqual([]);
    const parts = (part: string): number => result.understood.filter((entry) => entry.part === part).length;
    for (const part of [
      'kicker',
      'headline',
      'name',
      'number',
      'date',
      'abbreviation',
      'parenthesis',
      'availability',
      'note',
    ]) {
      expect([part, parts(part)]).toEqual([part, 1]);
    }
    expect(
      result.understood.filter(({ part }) => ['post', 'phone', 'fax'].includes(part)).map(({ part }) => part),
    ).toEqual(['post', 'phone', 'fax']);
    const typed = text
      .split(/\n\n/)
      .slice(3, -1)
      .map((block) => block.trim());
    expect(bodyOf(result)).toEqual(typed);
    const { article } = parse(fileOf(result, /^articles\//));
    expect(article.body.filter(({ name }) => name === 'p')).toHaveLength(20);
    expect(article.body.filter(({ name }) => name === 'h2')).toHaveLength(2);
  },
);

function findRealArticle(): string | null {
  const given = process.env['GALLEY_ARTICLE'];
  if (given !== undefined && given !== '') return given;
  const folder = join(ROOT, '../shared/input');
  const name = existsSync(folder) ? readdirSync(folder).find((entry) => entry.endsWith('.txt')) : undefined;
  return name === undefined ? null : join(folder, name);
}

test('contact rows under a line with name and street are rows, also with a note under them', () => {
  const body = 'THE HARBOR\n\nFerry will stop here\n\nThe ferry comes back on Mondays first.\n\n';
  const rows =
    'Quayside Weekly, 12 Quay Street\nPhone: 555-0142   Fax: 555-0143\nE-mail: desk@quay.example\n';
  const exists = 'This article exists in English and Spanish.\n\n';
  const { files, understood, warnings } = imported(`${body}${exists}${rows}\nLetters are answered.\n`);
  const parts = understood.map(({ part }) => part);
  for (const part of ['post', 'phone', 'fax', 'email', 'note', 'availability']) expect(parts).toContain(part);
  expect(files.find(({ path }) => path === 'publication.yaml')?.text).toContain('12 Quay Street');
  expect(warnings.map(({ code }) => code)).not.toContain('GA283');
  // Rows that stand between paragraphs stay there, and are told.
  const inside = imported(`${body}${rows}\nOne more.\nAnd on it goes.\n\nThe end of it all.\n`);
  expect(inside.warnings.map(({ code }) => code)).toContain('GA283');
});

test('lines with numbers in order, or with one sign, are a list; a number may have its thousands apart', () => {
  const result = imported(
    'WAGES\n\nThe men walk out\n\nQUAYSIDE WORKER No. 1,204, March 7, 1936\n\nThe men ask for this, and more of it.\n\n' +
      '1. Ten hours\nand no more.\n2. Pay for _coal_.\n\n* Bread\n* Peace\n\n1. This is one sentence of a paragraph.\n',
  );
  expect(read(fileOf(result, /^issue\.yaml$/))).toMatchObject({ number: '1,204' });
  expect(bodyOf(result)).toEqual([
    'The men ask for this, and more of it.',
    'Ten hours and no more.',
    'Pay for coal.',
    'Bread',
    'Peace',
    '1. This is one sentence of a paragraph.',
  ]);
});
