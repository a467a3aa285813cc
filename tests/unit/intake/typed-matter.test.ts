import { expect, test } from 'vitest';
import { importArticle } from '../../../src/intake/import-article.ts';
import { readEmphasis } from '../../../src/intake/typed-emphasis.ts';
import { readTable, writeTable } from '../../../src/intake/typed-table.ts';
import { parse } from '../content/edition-fixture.ts';

const HEAD = 'Topic\n\nHeadline of It\n\nQuayside Worker #412, May 4, 2025\n\n';

/** The body of an imported article as Markdown, and the names of its blocks as they are read back. */
function body(typed: string): {
  readonly markdown: string;
  readonly names: readonly string[];
  readonly codes: readonly string[];
} {
  const { files, warnings } = importArticle(`${HEAD}${typed}`, { file: 'typed.txt' });
  const text = files.find(({ path }) => path.startsWith('articles/'))?.text ?? '';
  const { article, codes } = parse(text);
  return {
    markdown: text.replace(/^---\n.*?\n---\n/su, ''),
    names: article.body.map(({ name }) => name),
    codes: [...codes, ...warnings.map(({ code }) => code)],
  };
}

test.each([
  ['the _Ana_ sails', ['Ana']],
  ['("_Never,_ he said")', []],
  ['(_Never!_) he said, _not in a hundred years_.', ['Never!', 'not in a hundred years']],
  ['*Today* and "*tomorrow*"', ['Today', 'tomorrow']],
  ['snake_case_name and __init__ and Name ______ Date ______', []],
  ['2 * 3 * 4, a price* and *another, *_both_*', []],
  ['_not closed, and a note*', []],
  ['*A note under the table that goes on and on until another one comes after it*', []],
])('emphasis in %j', (text, expected) => {
  const found = readEmphasis(text).filter(({ isEmphasis }) => isEmphasis);
  expect(found.map((stretch) => stretch.text)).toEqual(expected);
});

test('emphasis stands in head, text, subheads, lists and cells, and all other signs stay typed', () => {
  const { markdown } = body(
    'The *Ana* [sails] at _six_.\n\nWhat the _Ana_ Carries\n\nCoal and a_b_c, as before.\n\n- _coal_\n- coke\n',
  );
  expect(markdown).toBe(
    'The *Ana* [sails] at *six*.\n\n## What the *Ana* Carries\n\nCoal and a\\_b\\_c, as before.\n\n- *coal*\n- coke\n',
  );
});

test.each(['***', '* * *', '*****', '  * * *  '])('%j by itself is a pause', (row) => {
  expect(body(`One morning.\n\n${row}\n\nAnother morning.\n`).names).toEqual(['p', 'hr', 'p']);
  expect(body(`One morning.\n${row}\nAnother morning.\n\nThe end.\n`).names).toEqual(['p', 'hr', 'p', 'p']);
  expect(body(`${row}\n\nOne morning.\n\n${row}\n\nPhone: 555-0142   Fax: 555-0143\n`).names).toEqual(['p']);
});

test('lines parted by tabs into as many cells are a table, with heads where figures stand under words', () => {
  expect(
    body('Boats and fares:\nBoat\tFirst\tFare\nAna\t6:00\t$2\nOld | Ferry\t6:30\t$3\n\nThe end.\n'),
  ).toEqual({
    markdown:
      'Boats and fares:\n\n| Boat | First | Fare |\n| --- | --- | --- |\n| Ana | 6:00 | $2 |\n| Old \\| Ferry | 6:30 | $3 |\n\nThe end.\n',
    names: ['p', 'table', 'p'],
    codes: [],
  });
  // Without empty lines each line is a block.
  const { files } = importArticle(
    'A headline\nWords of it, in a row.\nAna\t6:00\nBen\t\nThe end of it all.\n',
    {
      file: 'typed.txt',
    },
  );
  expect(files.at(-1)?.text).not.toContain('|');
  const rows = importArticle(
    'A headline\nWords of it, in a row.\nAna\t6:00\nBen\t7:00\nThe end of it all.\n',
    {
      file: 'typed.txt',
    },
  );
  expect(rows.files.at(-1)?.text).toContain('|  |  |\n| --- | --- |\n| Ana | 6:00 |\n| Ben | 7:00 |\n');
});

test('columns of spaces that stand one under another are a table from three lines on', () => {
  const lines = ['Boat        First  Fare', 'Ana          6:00  2.40', 'Old Ferry   16:30  3.00'];
  expect(readTable(lines)).toEqual([
    ['Boat', 'First', 'Fare'],
    ['Ana', '6:00', '2.40'],
    ['Old Ferry', '16:30', '3.00'],
  ]);
  expect(readTable(lines.slice(1))).toBeNull();
  expect(readTable(['It was late.  He went', 'home. And  nobody saw', 'him go  that evening.'])).toBeNull();
});

test('rows of more or fewer cells stay typed and are told; tabs that only align are one', () => {
  const uneven = body('Ana\t6:00\t2.40\nBen\t7:00\nCas\t8:00\t1.00\n\nThe end.\n');
  expect(uneven.names).toEqual(['p', 'p']);
  expect(uneven.codes).toEqual(['GA283']);
  expect(readTable(['Ana\t\t6:00', 'Old Ferry\t6:30'])).toEqual([
    ['Ana', '6:00'],
    ['Old Ferry', '6:30'],
  ]);
  expect(readTable(['Ana\t\t6:00', 'Old Ferry\t\t6:30'])?.[0]).toEqual(['Ana', '6:00']);
  expect(readTable(['Ana\t\t6:00', 'Ben\tyes\t6:30'])?.[0]).toEqual(['Ana', '', '6:00']);
});

test('a table of words has no heads', () => {
  expect(
    writeTable([
      ['bow', 'front'],
      ['stern', 'back'],
    ]),
  ).toBe('|  |  |\n| --- | --- |\n| bow | front |\n| stern | back |');
});

test.each([
  [
    'numbers',
    '1.\tThe tickets.\n2.\tThe bell.\n3.\tThe quay.',
    '1. The tickets.\n2. The bell.\n3. The quay.',
  ],
  ['hyphens', '-\tThe tickets.\n-\tThe bell.', '- The tickets.\n- The bell.'],
  ['bullets', '•\tThe tickets.\n•\tThe bell.', '- The tickets.\n- The bell.'],
  [
    'spaces in columns',
    '1.  The tickets.\n2.  The bell.\n3.  The quay.',
    '1. The tickets.\n2. The bell.\n3. The quay.',
  ],
  ['an item of two lines', '1.\tThe tickets.\n2.\tThe bell\nrings.', '1. The tickets.\n2. The bell rings.'],
])('a list with tabs or spaces behind its signs is no table: %s', (_, typed, list) => {
  expect(body(`One morning.\n\n${typed}\n\nThe end.\n`).markdown).toBe(
    `One morning.\n\n${list}\n\nThe end.\n`,
  );
});

test('rows with numbers in order and more than one column behind them are a table', () => {
  const { names } = body('One morning.\n\n1.\tHarbour\t12\n2.\tUpriver\t10\n\nThe end.\n');
  expect(names).toEqual(['p', 'table', 'p']);
});
