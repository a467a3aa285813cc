import { expect, test } from 'vitest';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { serializeXhtml } from '../../../src/markup/serialize-xhtml.ts';
import { withPlace } from '../../../src/template/dateline-place.ts';
import { withRunIn } from '../../../src/template/run-in.ts';

const element = (name: string, ...children: readonly MarkupNode[]): MarkupNode => ({
  kind: 'element',
  name,
  attributes: {},
  children,
  at: null,
});
const text = (said: string): MarkupNode => ({
  kind: 'text',
  text: said,
  source: { owner: 'ferry', node: 'dateline', offset: 0 },
  at: null,
});

const run = (said: string, ...nodes: readonly MarkupNode[]): string =>
  serializeXhtml(withRunIn(nodes, { name: 'dateline', nodes: said === '' ? [] : [text(said)], sign: '—' }));

test('a dateline stands at the head of the first paragraph, with a dash that begins no line', () => {
  expect(run('Port Example', element('p', text('The ferry.')), element('p', text('Two.')))).toBe(
    '<p class="run-in"><span class="dateline">Port Example</span>\u00A0— The ferry.</p><p>Two.</p>',
  );
});

test('a paragraph keeps its own classes', () => {
  const first: MarkupNode = {
    kind: 'element',
    name: 'p',
    attributes: { class: 'lead' },
    children: [],
    at: null,
  };
  expect(run('Port Example', first)).toContain('<p class="lead run-in">');
});

test.each(['Port Example —', 'Port Example –', 'Port Example, May 2 - ', 'Port Example:'])(
  'no dash behind what ends in one: %s',
  (said) => {
    expect(run(said, element('p', text('The ferry.')))).toBe(
      `<p class="run-in"><span class="dateline">${said}</span> The ferry.</p>`,
    );
  },
);

test('before a subhead, a list or nothing it is a paragraph of its own', () => {
  expect(run('Port Example', element('h2', text('Pier')), element('p', text('One.')))).toBe(
    '<p class="dateline">Port Example</p><h2>Pier</h2><p>One.</p>',
  );
  expect(run('Port Example')).toBe('<p class="dateline">Port Example</p>');
});

test('a story without dateline stays as it is', () => {
  expect(run('', element('p', text('One.')))).toBe('<p>One.</p>');
});

const place = (said: string): string => serializeXhtml(withPlace([text(said)]));

test('the place of a dateline ends at its first comma', () => {
  expect(place('Key West, Fla., March 14')).toBe(
    '<span class="dateline-place">Key West</span>, Fla., March 14',
  );
  expect(place('Key West')).toBe('<span class="dateline-place">Key West</span>');
  expect(place('Mile 1,500')).toBe('<span class="dateline-place">Mile 1,500</span>');
  expect(place(', March 14')).toBe(', March 14');
  expect(withPlace([])).toEqual([]);
});

test('a place with markup in it is whole, whichever side of the comma the markup ends on', () => {
  const said = (...nodes: readonly MarkupNode[]): string => serializeXhtml(withPlace(nodes));
  expect(said(text('Port '), element('em', text('Example')), text(', March 14'))).toBe(
    '<span class="dateline-place">Port <em>Example</em></span>, March 14',
  );
  expect(said(element('em', text('Port Example')), text(', March 14'))).toBe(
    '<span class="dateline-place"><em>Port Example</em></span>, March 14',
  );
  expect(said(text('Port '), element('strong', text('Example, March')), text(' 14'))).toBe(
    '<span class="dateline-place">Port <strong>Example</strong></span><strong>, March</strong> 14',
  );
  expect(said(element('em', text(', March')), text(' 14'))).toBe('<em>, March</em> 14');
});

test('the words of a dateline keep their places in the source', () => {
  const [first, rest] = withPlace([text('Key West, Fla.')]);
  expect(first).toMatchObject({ children: [{ source: { offset: 0 } }] });
  expect(rest).toMatchObject({ text: ', Fla.', source: { node: 'dateline', offset: 8 } });
});
