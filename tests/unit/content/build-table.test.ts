import { expect, test } from 'vitest';
import { fieldNodes } from '../../../src/content/article-words.ts';
import { splitCells } from '../../../src/content/markdown/table-rule.ts';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { parse } from './edition-fixture.ts';

function show(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`);
      return `<${node.name}${attributes.join('')}>${show(node.children)}</${node.name}>`;
    })
    .join('');
}

const read = (text: string): { readonly html: string; readonly nodes: readonly string[] } => {
  const { article, codes } = parse(`---\nheadline: H\n---\n${text}`);
  expect(codes).toEqual([]);
  const nodes = fieldNodes(article).map(({ node, text: said }) => `${node} ${said}`);
  return { html: show(article.body), nodes };
};

test('a table has a head, rows, and one node a cell with words', () => {
  const { html, nodes } = read(
    'Before.\n\n| Boat | Notes |\n| --- | --- |\n| Ana | *late* |\n| Ben |  |\n\nAfter.',
  );
  expect(html).toBe(
    '<p>Before.</p><table><thead><tr><th scope="col">Boat</th><th scope="col">Notes</th></tr></thead>' +
      '<tbody><tr><td>Ana</td><td><em>late</em></td></tr><tr><td>Ben</td><td></td></tr></tbody></table><p>After.</p>',
  );
  expect(nodes.slice(1)).toEqual([
    'body.0 Before.',
    'body.1 Boat',
    'body.2 Notes',
    'body.3 Ana',
    'body.4 late',
    'body.5 Ben',
    'body.6 After.',
  ]);
});

test('the paragraph above that begins with Table: is the caption, with or without an empty line between', () => {
  const table = '| a | b |\n|---|---|\n| x | y |';
  const { html } = read(`Table: The "week"\n\n${table}`);
  expect(html).toContain('<table><caption>The “week”</caption><thead>');
  expect(read(`Table: The "week"\n${table}`).html).toBe(html);
  expect(read('Table: no table follows.').html).toBe('<p>Table: no table follows.</p>');
});

test('a first column that is bold, or has no head, heads its rows', () => {
  const bold = read('| Boat | at |\n|---|---|\n| **Ana** | x |\n| **Ben** | y |').html;
  expect(bold).toContain('<tr><th scope="row">Ana</th><td>x</td></tr><tr><th scope="row">Ben</th>');
  expect(read('| Boat | at |\n|---|---|\n| **Ana** | x |\n| Ben | y |').html).toContain(
    '<td><strong>Ana</strong></td>',
  );
  const open = read('| | at |\n|---|---|\n| Ana | x |').html;
  expect(open).toContain('<thead><tr><td></td><th scope="col">at</th></tr></thead>');
  expect(open).toContain('<th scope="row">Ana</th>');
});

test('a head without words is left out', () => {
  expect(read('| | |\n|---|---|\n| Ana | x |').html).toBe(
    '<table><tbody><tr><th scope="row">Ana</th><td>x</td></tr></tbody></table>',
  );
});

test('colons align, and numbers stand to the right', () => {
  const { html } = read(
    '| a | b | c | d |\n|:---|:-:|--:|---|\n| x | y | z | €1,200.50 |\n| x | y | z | – |',
  );
  expect(html).toContain(
    '<td class="align-start">x</td><td class="align-center">y</td><td class="align-end">z</td><td class="align-end">€1,200.50</td>',
  );
  expect(read('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | about 4 |').html).not.toContain('class');
  expect(read('| a | b |\n|---|---|\n| x | 2.40 |\n| y | free |').html).toContain(
    '<td class="align-end">free</td>',
  );
  expect(read('| a | b |\n|---|---|\n| x | 5 |\n| y | late |\n| z | early |').html).not.toContain('class');
});

test('a table stands in a list item and in a quotation, and ends where another block begins', () => {
  expect(read('- item\n\n  | a | b |\n  |---|---|\n  | x | y |').html).toContain('<td>x</td><td>y</td>');
  expect(read('> | a | b |\n> |---|---|\n> | x | y |').html).toContain('<blockquote><table>');
  expect(read('| a | b |\n|---|---|\n| x | y |\n## Sub').html).toMatch(/<\/table><h2>Sub<\/h2>$/);
});

test('cells know their places', () => {
  const { collector } = parse('---\nheadline: H\n---\n> | a | b |\n> |---|---|\n> | x | see <b>y |');
  const [fault] = collector.diagnostics;
  expect(fault?.code).toBe('GA203');
  const text = '---\nheadline: H\n---\n> | a | b |\n> |---|---|\n> | x | see <b>y |';
  expect(text.slice(fault?.span?.start, fault?.span?.end)).toBe('<b>');
});

test('bars behind a backslash are text', () => {
  expect(splitCells('| a | b\\|c |', 0)).toEqual([
    { text: 'a', start: 2 },
    { text: 'b\\|c', start: 6 },
  ]);
  expect(splitCells('a | b', 4).map(({ start }) => start)).toEqual([4, 8]);
  expect(read('| a | b |\n|---|---|\n| x | y\\|z |').html).toContain('<td>y|z</td>');
});

test('lists of times and amounts with spaces are text; figures in groups of three are numbers', () => {
  const aligned = (cell: string): boolean =>
    read(`| a | b |\n|---|---|\n| x | ${cell} |`).html.includes('align-end');
  for (const cell of ['1 200', '12 500 000', '1,200', '4,50 €', '6:30', '-17', '< 0.001'])
    expect(aligned(cell), cell).toBe(true);
  for (const cell of ['8.00, 10.30, 18.00', '12 5', '6 30']) expect(aligned(cell), cell).toBe(false);
});

test('a table as HTML is reported once, with the way a table is written', () => {
  const rows = '<tr><td><p class=MsoNormal>Name</p></td><td>Votes</td></tr>\n'.repeat(30);
  const { collector } = parse(`---\nheadline: H\n---\n<table border=1>\n${rows}</table>\n\nText.\n`);
  expect(collector.diagnostics.map(({ code }) => code)).toEqual(['GA203']);
  expect(collector.diagnostics[0]?.hint).toContain('| Name | Votes |');
});
