import { expect, test } from 'vitest';
import { findStrayMarks, findStrayLine } from '../../../src/content/stray-marks.ts';
import { fieldNodes } from '../../../src/content/article-words.ts';
import { parse } from './edition-fixture.ts';

const offsets = (text: string): readonly number[] => findStrayMarks(text).map(({ offset }) => offset);

test('a sign that opens is stray; the mark of a note, a birth and an address are not', () => {
  expect(offsets('the *clerk and the **ferry')).toEqual([4, 19]);
  expect(offsets('the sum* and Anna (*1912), _1 a_b, @_desk, 5 * x, * x')).toEqual([]);
  expect(offsets('“*so” and _so')).toEqual([1, 10]);
});

test('a link or span that Markdown left over is stray, brackets alone are not', () => {
  expect(offsets('[the map](https://harbour.example/a map')).toEqual([8]);
  expect(offsets('[mot]{lang=fr and [sic] (so)')).toEqual([4]);
});

test('an address with spaces is told how it is written', () => {
  const hints = (text: string): readonly string[] => findStrayMarks(text).map(({ hint }) => hint);
  expect(hints('![The pier](old pier.jpg) and [a map](maps/the quay.pdf)')).toEqual([
    'Put the address in angles: ![…](<old pier.jpg>).',
    'Put the address in angles: […](<maps/the quay.pdf>).',
  ]);
  expect(hints('[sic](so he said)')[0]).toContain('Write it as [words](address)');
  expect(hints('[a](https://quay.example "The quay)')[0]).toContain('Write it as [words](address)');
  expect(parse('# H\n\n![The pier](<pier.jpg>)\n').codes).toEqual([]);
});

test('two or more signs without a space are a subhead meant', () => {
  expect(findStrayLine('Fares\n##Times')?.offset).toBe(6);
  expect(findStrayLine('Rive\n: the bank')?.offset).toBe(5);
  for (const line of ['#ferry', ': a', 'a\n:)', '## Times', '##', 'a ##b'])
    expect(findStrayLine(line)).toBeNull();
});

test('what is escaped or an entity is told by nobody', () => {
  expect(parse('# H\n\nThe \\*clerk, &#42;so, \\_so and [so\\](there).\n').codes).toEqual([]);
  expect(parse('# H\n\nThe \\**clerk*, and\\_*so*.\n').codes).toEqual([]);
  expect(parse('# H\n\nThe ***clerk* is\n').codes).toEqual(['GA247']);
  expect(parse('# H\n\nThe *clerk* is __so__ and *clerk\n').codes).toEqual(['GA247']);
});

test('an asterisk between letters is a letter of its word, unless emphasis begins and ends there', () => {
  const cases = [
    ['Leser*innen und Bürger*innen', 'Leser*innen und Bürger*innen'],
    ['Leser*innen, *alle Städter*innen*', 'Leser*innen, alle Städter*innen'],
    ['*Leser*innen* und **viele Bürger*innen**', 'Leser*innen und viele Bürger*innen'],
    ['un*glaub*lich, *de*konstruiert, un*klar*', 'unglaublich, dekonstruiert, unklar'],
  ] as const;
  for (const [typed, shown] of cases) {
    const { article, codes } = parse(`# H\n\n${typed}\n`);
    expect(codes, typed).toEqual([]);
    expect(fieldNodes(article)[1]?.text).toBe(shown);
  }
});

test('a pair of signs behind a letter lowers or raises what stands between', () => {
  const { article, codes } = parse(
    '# H\n\nH~2~O, 10 m^2^, *v*~s~, a ~5 and ~6, 2^3 and 4^5, x~a b~, \\~2\\~.\n',
  );
  expect(codes).toEqual([]);
  expect(fieldNodes(article)[1]?.text).toBe('H2O, 10 m2, vs, a ~5 and ~6, 2^3 and 4^5, x~a b~, ~2~.');
  const names = (article.body[0]?.children ?? []).flatMap((node) =>
    node.kind === 'element' ? [node.name] : [],
  );
  expect(names).toEqual(['sub', 'sup', 'em', 'sub']);
});

test('lines typed as a list, a table or a rule are told', () => {
  const told = (text: string): readonly string[] => {
    const { codes, collector } = parse(`# H\n\n${text}\n`);
    expect(new Set(codes)).toEqual(new Set(codes.length === 0 ? [] : ['GA247']));
    return collector.diagnostics.map(({ message }) => message.slice(0, 24));
  };
  expect(told('Mon\tBingo\t7pm\nTue\tYoga\t6pm')).toEqual(['lines with tabs between ']);
  expect(told('– tea\n– milk')).toEqual(['lines that begin with a ']);
  expect(told('We need:\n– tea\n– milk')).toEqual(['lines that begin with a ']);
  expect(told('Head\n====')).toEqual(['a line of signs is print']);
  expect(told('•tea\n•milk')).toEqual(['a bullet without a space']);
  expect(told('One.\n\n===\n\nTwo.\n\n--\n\nThree.')).toEqual([
    'a line of signs is print',
    'a line of signs is print',
  ]);
  for (const text of [
    'One\ttab here\nand none',
    '– tea',
    '– tea  \n– milk',
    'So it\n– was\n– said.',
    '***',
    '= 3',
    'a •b',
  ])
    expect(told(text)).toEqual([]);
});

test('bullets at the heads of lines are a list, between words they are themselves', () => {
  const shape = (text: string): string =>
    parse(`# H\n\n${text}\n`)
      .article.body.map((node) => (node.kind === 'element' ? `${node.name}${node.children.length}` : ''))
      .join(' ');
  expect(shape('The list:\n\n* slates\n* nails\n• a ladder\n• six boats')).toBe('p1 ul4');
  expect(shape('The list:\n• tea\n•\tmilk')).toBe('p1 ul2');
  expect(shape('- tea\n• milk')).toBe('ul2');
  expect(shape('Bingo • Yoga\n• Choir\n• Chess • Tea')).toBe('p1');
});

test('what other programs make of Markdown, and galley does not, is told', () => {
  const { codes, collector } = parse(
    '# H\n\nSee [the map][1].\n\n[1]: https://quay.example\n\n- [ ] todo\n- [x] done\n\n' +
      '## Head {.big}\n\nText. {#top .small}\n\nSee [the map(https://quay.example).\n',
  );
  expect(codes).toEqual(Array.from({ length: 6 }, () => 'GA247'));
  expect(collector.diagnostics.map(({ message }) => message.slice(0, 14))).toEqual([
    'an address giv',
    '[ ] makes no b',
    '[x] makes no b',
    '{.big} gives n',
    '{#top .small} ',
    'the words of a',
  ]);
  for (const text of [
    '[sic] (so)',
    '- \\[ ] yes',
    '{so} {1.5} {.}',
    '[Anna: he (the clerk) left] it',
    '[1]: so',
  ])
    expect(parse(`# H\n\n${text}\n`).codes, text).toEqual([]);
});

test('links that lead nowhere are refused', () => {
  for (const address of ['http://', 'https:', 'mailto:x', 'tel:', 'tel:ask'])
    expect(parse(`# H\n\n[it](${address})\n`).codes, address).toEqual(['GA204']);
  for (const address of ['http:a.example', 'mailto:a@b.example', 'mailto:?subject=x', 'tel:+1-2'])
    expect(parse(`# H\n\n[it](${address})\n`).codes, address).toEqual([]);
});

test('words in square brackets may hold an address; a bracket that is left open is told', () => {
  for (const text of [
    '[Bookings at the office (tel: 555-0100).]',
    '[The full report (https://harbour.example/r) is public.]',
    '[Anm.: siehe Bericht (https://harbour.example/r) und *Karte* [sic] dort.]',
    '[NDLR : voir (https://harbour.example/r).\\]',
    `[So (https://harbour.example/r) ${'is it '.repeat(400)}]`,
    'The office [tel: 1',
    '[see (tel: 555-0100)',
  ])
    expect(parse(`# H\n\n${text}\n`).codes, text).toEqual([]);
  for (const text of [
    '[the map(https://quay.example/r) is public.',
    '[the map (https://quay.example/r) and [sic] so.',
  ])
    expect(parse(`# H\n\n${text}\n`).codes, text).toEqual(['GA247']);
});

test('boxes and braces that may be meant are told by nobody', () => {
  for (const text of [
    '- [X] 1:0 durch Müller\n- [X] 2:0 durch Schmidt',
    '- [x] done\n- tea',
    '{#ferry} and so we sail.',
    'We sail.\n{#ferry} is *the* word.',
    '{#ferry}*so*',
  ])
    expect(parse(`# H\n\n${text}\n`).codes, text).toEqual([]);
  expect(parse('# H\n\n- [X] tea\n- [ ] milk\n').codes).toEqual(['GA247', 'GA247']);
  expect(parse('# H\n\nWe sail.\n{: .lead}\n').codes).toEqual(['GA247']);
});

test('an asterisk that begins a note is told only where no mark of one stands', () => {
  for (const text of [
    'Tickets cost 4* pounds.\n\n*Until May.',
    '| Fare** |\n| --- |\n| 4 |\n\nSo.\n**Until May.',
  ])
    expect(parse(`# H\n\n${text}\n`).codes, text).toEqual([]);
  for (const text of [
    'Tickets *cost* 4.\n\n*Until May.',
    'Tickets cost 4*.\n\nSo *until May.',
    'Tickets cost 4*.\n\n**Until May.',
  ])
    expect(parse(`# H\n\n${text}\n`).codes, text).toEqual(['GA247']);
});
