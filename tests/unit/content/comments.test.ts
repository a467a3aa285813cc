import { expect, test } from 'vitest';
import { fieldNodes } from '../../../src/content/article-words.ts';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { parse } from './edition-fixture.ts';

const textsOf = (text: string): readonly string[] =>
  fieldNodes(parse(`# H\n\n${text}\n`).article)
    .slice(1)
    .map((node) => node.text);

const outline = (nodes: readonly MarkupNode[]): string =>
  nodes
    .map((node) => (node.kind === 'text' ? node.text : `${node.name}(${outline(node.children)})`))
    .join(' ');

test('comments are left out, and each is told with all its lines', () => {
  const text =
    '[//]: # (one)\n## Head\n\nText.\n[comment]: <> (two\nlines)\n\n- item\n\n  [//]: # "three"\n\n' +
    "[//]: # (left open\n\n[// Ana]: # 'ask her'\n[]: # ask\n\n[//]: tea\n\nEnd.\n";
  const { article, codes, collector } = parse(text);
  expect(codes).toEqual(Array.from({ length: 7 }, () => 'GA217'));
  const places = collector.diagnostics.map(({ span }) => text.slice(span?.start, span?.end));
  expect(places.slice(0, 3)).toEqual(['[//]: # (one)', '[comment]: <> (two\nlines)', '[//]: # "three"']);
  expect(fieldNodes(article).map((node) => node.text)).toEqual(['Head', 'Text.', 'item', 'End.']);
  expect(parse('# H\n\n<!-- ask Ana -->\n').collector.diagnostics[0]?.hint).toContain('[//]: # (ask Ana)');
});

test('a comment that is not closed takes no line of the story', () => {
  for (const [text, printed] of [
    ['[//]: # "ask Ana about this\nThe mayor said: "We will pay."', 'The mayor said: “We will pay.”'],
    [
      '[//]: # (ask Ana :-(\nIt is here (weather permitting)\nand so on.',
      'It is here (weather permitting) and so on.',
    ],
    ['[//]: # (ask Ana\nThree things: a) tea and b) milk', 'Three things: a) tea and b) milk'],
    ["[//]: # 'ask Ana\nThe wall is the boats'", 'The wall is the boats’'],
    ['[//]: # (ask Ana\n## Tea :)', 'Tea :)'],
  ] as const) {
    const { codes, collector } = parse(`# H\n\n${text}\n`);
    expect(codes, text).toEqual(['GA217']);
    expect(textsOf(text), text).toEqual([printed]);
    if (!text.includes("'")) expect(collector.diagnostics[0]?.message, text).toContain('is not closed');
  }
});

test('brackets in a comment are its own', () => {
  expect(textsOf('[//]: # (the price (again)\nask Ana)\nThe ferry (so).')).toEqual(['The ferry (so).']);
  expect(textsOf('[//]: # (ask Ana :-()\nThe ferry (so).')).toEqual(['The ferry (so).']);
  expect(parse('# H\n\n[//]: # (ask Ana :-()\nSo.\n').collector.diagnostics[0]?.message).toBe(
    'a comment is left out',
  );
});

test('other words in square brackets are words of the story', () => {
  for (const text of [
    '[Reporter]: # 1 question: will you pay?',
    '[Mayor]: Yes.',
    '[sic]: # 3 of them',
    '[Ana]: # 1 (so)',
  ]) {
    expect(parse(`# H\n\n${text}\n`).codes, text).toEqual([]);
    expect(textsOf(text), text).toEqual([text.replaceAll("'", '’')]);
  }
  expect(parse('# H\n\n[hidden]: # (ask Ana)\n').codes).toEqual(['GA247']);
});

test('tables, poems, lists and paragraphs are whole around a comment', () => {
  const shape = (text: string): string => outline(parse(`# H\n\n${text}\n`).article.body);
  const whole = (lines: readonly string[], comment: string): void => {
    const expected = shape(lines.join('\n'));
    for (let at = 1; at < lines.length; at += 1)
      expect(shape([...lines.slice(0, at), comment, ...lines.slice(at)].join('\n')), `${at}`).toBe(expected);
  };
  whole(['| A | B |', '| --- | --- |', '| 1 | 2 |', '| 3 | 4 |'], '[//]: # (ask)');
  whole(['::: verse', 'Roses are red', 'violets blue', '', 'so', ':::'], '[//]: # (ask\nAna)');
  whole(['- tea', '- milk', '- nuts'], '- [//]: # (ask)');
  whole(['> So it is', '> and was.'], '> [//]: # (ask)');
  whole(['So it *is', 'and* was.'], '[//]: # (ask)');
  expect(shape('Tea.\n\n- [//]: # (only a comment)\n\nMilk.')).toBe('p(Tea.) p(Milk.)');
  expect(shape('- [//]: # (ask)\n  tea\n- milk')).toBe('ul(li(tea) li(milk))');
  expect(shape('1. [//]: # (ask)\n\n   tea')).toBe('ol(li(tea))');
});

test('places behind a comment are those of the file', () => {
  const text = '# H\n\nTea and\n[//]: # (ask\nAna)\nthe *milk.\n\n| a |\n| --- |\n[//]: # (so)\n| 1 | 2 |\n';
  const { collector } = parse(text);
  const places = collector.diagnostics.map(({ code, span }) => [code, text.slice(span?.start, span?.end)]);
  expect(places.filter(([code]) => code !== 'GA217')).toEqual([
    ['GA247', '*'],
    ['GA230', '| 1 | 2 |'],
  ]);
});
