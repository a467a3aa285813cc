import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { parseYaml } from '../../../src/schema/parse-yaml.ts';
import type { PlainValue } from '../../../src/schema/yaml-document.ts';

type Read = {
  readonly value: PlainValue | undefined;
  readonly codes: readonly string[];
  readonly hints: readonly string[];
};

function read(text: string, file = 'issue.yaml'): Read {
  const context = createCollector();
  const document = parseYaml(text, { file, offset: 0 }, context);
  return {
    value: document?.value,
    codes: context.diagnostics.map((diagnostic) => diagnostic.code),
    hints: context.diagnostics.map((diagnostic) => diagnostic.hint ?? ''),
  };
}

test('every scalar is its source text', () => {
  const { value, codes } = read(
    'a: 007\nb: 1.10\nc: true\nd: 1997-03-16\ne: 1e3\nf: ~\ng:\nh: ""\ni: 12:30\nj: null\n',
  );
  expect(codes).toEqual([]);
  expect(value).toEqual({
    a: '007',
    b: '1.10',
    c: 'true',
    d: '1997-03-16',
    e: '1e3',
    f: '~',
    g: null,
    h: '',
    i: '12:30',
    j: 'null',
  });
});

test('in JSON too a key that is given twice is told, and the first counts', () => {
  const { value, codes } = read('{"name":"Quay","number":"7","name":"Other"}', 'issue.json');
  expect(codes).toEqual(['GA108']);
  expect(value).toEqual({ name: 'Quay', number: '7' });
});

test('in JSON a comma behind the last entry is no fault, one that is missing is', () => {
  const entries = { a: ['1', '2'], b: { c: '3' } };
  expect(read('{"a": [1, 2,\n], "b": {"c": 3, } ,\n}', 'issue.json')).toMatchObject({
    codes: [],
    value: entries,
  });
  expect(read('{"a": 1 "b": 2}', 'issue.json').codes).toEqual(['GA103']);
});

test.each([
  ['a comma is missing', '{\n\t"a": "1",\n\t"b": "2"\n\t"c": "3"\n}\n'],
  ['one is missing behind a last one', '{\n\t"a": ["en",],\n\t"b": "2"\n\t"c": "3"\n}\n'],
  ['there are two behind a last one', '{\n\t"a": ["en",],\n\t"b": "2",,\n\t"c": "3"\n}\n'],
  ['a list is nothing but a comma', '{\n\t"a": ["en",],\n\t"b": [\n\t,]\n}\n'],
])('in braces a fault on a line that a tab indents is told: %s', (_, text) => {
  expect(new Set(read(text, 'issue.json').codes)).toEqual(new Set(['GA103']));
  expect(new Set(read(text).codes)).toEqual(new Set(['GA103']));
});

test('JSON that tabs indent is read, with a comma behind a last entry too, and commas in texts stay', () => {
  const text = '{\n\t"a": [\n\t\t"1,]",\n\t\t"\\",}",\n\t],\n\t"b": {\n\t\t"c": "3"\n\t},\n}\n';
  const value = { a: ['1,]', '",}'], b: { c: '3' } };
  expect(read(text, 'issue.json')).toMatchObject({ codes: [], value });
});

test('in JSON null is nothing, and quoted keys need no space', () => {
  expect(read('{"a":null,"b":"null","c":[1,"x: #y"]}', 'issue.json').value).toEqual({
    a: null,
    b: 'null',
    c: ['1', 'x: #y'],
  });
});

// The ten traps: what YAML would cut, empty or refuse. The value is read as the author typed it.
test.each([
  ['deck: See RW #895 for more', 'GA104', 'See RW #895 for more', "deck: 'See RW #895 for more'"],
  ['number: #898', 'GA104', '#898', "number: '#898'"],
  ['headline: Peru: what we know', 'GA105', 'Peru: what we know', "headline: 'Peru: what we know'"],
  ['headline: What we know:', 'GA105', 'What we know:', "headline: 'What we know:'"],
  ['number:898', 'GA105', '898', 'number: 898'],
  ['byline: @ana', 'GA106', '@ana', "byline: '@ana'"],
  ['headline: *Extra* edition', 'GA106', '*Extra* edition', "headline: '*Extra* edition'"],
  ['headline: &c. and so on', 'GA106', '&c. and so on', "headline: '&c. and so on'"],
  ['headline: !No pasarán!', 'GA106', '!No pasarán!', "headline: '!No pasarán!'"],
  ['headline: %5 more', 'GA106', '%5 more', "headline: '%5 more'"],
  ['headline: > 500 march', 'GA106', '> 500 march', "headline: '> 500 march'"],
  ['headline: [Untitled] poem', 'GA106', '[Untitled] poem', "headline: '[Untitled] poem'"],
  ['headline: - dash', 'GA106', '- dash', "headline: '- dash'"],
  ['headline: "No" they said', 'GA106', '"No" they said', `headline: '"No" they said'`],
  ["headline: 'Tis the season", 'GA106', "'Tis the season", `headline: "'Tis the season"`],
  ['headline: `Yes`', 'GA106', '`Yes`', "headline: '`Yes`'"],
])('%s', (line, code, value, corrected) => {
  const { value: found, codes, hints } = read(`${line}\nlast: kept\n`);
  expect(codes).toEqual([code]);
  expect(found).toEqual({ [line.split(':')[0] ?? '']: value, last: 'kept' });
  expect(hints[0]).toContain(corrected);
  const again = read(`${corrected}\nlast: kept\n`);
  expect(again).toEqual({ value: found, codes: [], hints: [] });
});

test('inside braces and brackets texts are read as typed too', () => {
  const { value, codes, hints } = read('a: { en: Yes, please, es: See #9 }\nb: [#1, c: d]\n');
  expect(value).toEqual({ a: { en: 'Yes, please', es: 'See #9' }, b: ['#1', 'c: d'] });
  expect(codes).toEqual(['GA107', 'GA104', 'GA104', 'GA105']);
  expect(hints[0]).toContain("a: { en: 'Yes, please', es: 'See #9' }");
});

test('a text over several lines is one text, and its trap spans it', () => {
  const { value, codes, hints } = read('a: one\n  two #3 x\n  three\nb: c\n');
  expect(value).toEqual({ a: 'one two #3 x three', b: 'c' });
  expect(codes).toEqual(['GA104']);
  expect(hints[0]).toContain("a: 'one two #3 x three'");
});

test('what is no trap is left alone', () => {
  const text = [
    '# comment: with @signs',
    '#name: commented out',
    'a: plain # a comment',
    'b: http://x.example/#part a#b',
    'c: |',
    '  See: #1',
    '  @more',
    'd: "folded',
    '  text: #4"',
    "e: 'it''s'",
    'f: #comment over a list',
    '  - -5',
    '  - ?x',
    'g: [',
    '  one, # first',
    '  two',
    ']',
    '"h": { "x": y }',
    'i: --x',
  ].join('\n');
  expect(read(text)).toEqual({
    value: {
      a: 'plain',
      b: 'http://x.example/#part a#b',
      c: 'See: #1\n@more',
      d: 'folded text: #4',
      e: "it's",
      f: ['-5', '?x'],
      g: ['one', 'two'],
      h: { x: 'y' },
      i: '--x',
    },
    codes: [],
    hints: [],
  });
});

test('a key that stands too deep is no text', () => {
  const { value, codes } = read('name: Foo\n  tagline: Bar\ndate: x\n');
  expect(value).toEqual({ name: 'Foo', date: 'x' });
  expect(codes).toEqual(['GA105']);
});

test.each([
  ['a: x\na: y', 'GA108', { a: 'x' }],
  ['__proto__: x\na: y', 'GA109', { a: 'y' }],
  ['a: x\n<<: y', 'GA109', { a: 'x' }],
  ['a: x\n---\nb: y', 'GA103', { a: 'x' }],
])('%j reports %s', (text, code, value) => {
  expect(read(text)).toMatchObject({ codes: [code], value });
});

test('a tab, a bracket that does not close: GA103 or GA106, never an exception', () => {
  expect(read('a:\n\tb: c\n\td: e')).toMatchObject({ codes: ['GA103'], value: { a: { b: 'c', d: 'e' } } });
  // A tab among blanks is told once, not again as an indentation that fits nothing.
  expect(read('a:\n  b: c\n\td: e').codes).toEqual(['GA103']);
  expect(read('a: [b, c\nd: e').codes).toEqual(['GA106']);
});

test('spans count in the file that holds the front matter', () => {
  const context = createCollector();
  const document = parseYaml('a:\n  - b: xyz\n', { file: 'ferry.md', offset: 4 }, context);
  expect(document?.spanOf(['a', 0, 'b'])).toEqual({ file: 'ferry.md', start: 14, end: 17 });
  expect(document?.keySpanOf(['a', 0, 'b'])).toEqual({ file: 'ferry.md', start: 11, end: 12 });
  expect(document?.spanOf(['z'])).toBeNull();
});

test('forty thousand keys, deep nesting and half a million characters are refused', () => {
  const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: v`).join('\n');
  expect(read(keys).codes).toEqual(['GA102']);
  for (const deep of [
    'a: ' + '['.repeat(5000),
    '- '.repeat(5000),
    'a: ' + '{a: '.repeat(5000),
    '['.repeat(490_000),
  ]) {
    expect(read(deep).codes).toContain('GA102');
  }
  expect(read('x'.repeat(500_001)).codes).toEqual(['GA102']);
});

test('a map of two thousand keys is read, one of a key more is not, and what stands beside it is', () => {
  const map = (count: number): string =>
    `a: b\nm:\n${Array.from({ length: count }, (_, index) => `  k${index}: v\n`).join('')}`;
  const most = read(map(2000));
  expect(most.codes).toEqual([]);
  expect(Object.keys(most.value ?? {})).toEqual(['a', 'm']);
  expect(read(map(2001))).toMatchObject({ codes: ['GA102'], value: { a: 'b', m: null } });
});

test('a text of ten thousand characters is read, one of a character more is not', () => {
  expect(read(`a: ${'x'.repeat(10_000)}`)).toMatchObject({ codes: [], value: { a: 'x'.repeat(10_000) } });
  expect(read(`a: "${'x'.repeat(10_001)}"\nb: c`)).toMatchObject({
    codes: ['GA102'],
    value: { a: null, b: 'c' },
  });
});

test('a file of faults is told in the first two hundred', () => {
  const { codes } = read('a: @b\n'.repeat(1000));
  expect(codes).toHaveLength(201);
  expect(codes.at(-1)).toBe('GA102');
});

test('no text makes the parser throw', () => {
  const piece = fc.constantFrom(
    'a',
    ': ',
    '\n',
    '  ',
    '- ',
    '#',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '&',
    '*',
    '!',
    '%',
    '@',
    '`',
    '\t',
    '?',
    'b',
    '---',
    '\u00e9',
    '\ud83d\ude00',
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (source) => {
      read(source);
    }),
    { seed: 898, numRuns: 3000 },
  );
});
