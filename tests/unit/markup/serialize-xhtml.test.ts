import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { parseMarkup } from '../../../src/markup/parse-markup.ts';
import { serializeXhtml } from '../../../src/markup/serialize-xhtml.ts';

const text = (value: string): MarkupNode => ({ kind: 'text', text: value, source: null, at: null });
const element = (
  name: string,
  attributes: Record<string, string>,
  ...children: MarkupNode[]
): MarkupNode => ({
  kind: 'element',
  name,
  attributes,
  children,
  at: null,
});

test('closes void elements in themselves and all others with a tag', () => {
  expect(serializeXhtml([element('p', {}, element('br', {}), element('span', {}))])).toBe(
    '<p><br/><span></span></p>',
  );
});

test('escapes text and attributes', () => {
  const node = element('a', { href: 'x?a=1&b="2"', title: 'a\n<b>' }, text('1 < 2 & "3" > 0'));
  expect(serializeXhtml([node])).toBe(
    '<a href="x?a=1&amp;b=&quot;2&quot;" title="a&#10;&lt;b&gt;">1 &lt; 2 &amp; "3" &gt; 0</a>',
  );
});

test('leaves out characters and attribute names that XML forbids', () => {
  const node = element('p', { '@x': '1', class: 'a\u0000b' }, text('a\u0008b\u0085\uFFFEc\uD800d\tе'));
  expect(serializeXhtml([node])).toBe('<p class="ab">abcd\tе</p>');
});

test('property: what is written reads back the same', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', '<', '&', '"', '>', ' ', '\u00a0', 'é', "'", ';', '#'),
  });
  fc.assert(
    fc.property(letters, letters, (inside, value) => {
      const nodes = [element('p', { title: value }, ...(inside === '' ? [] : [text(inside)]))];
      const context = createCollector();
      const [back] = parseMarkup(serializeXhtml(nodes), '/x', context).children;
      expect(context.diagnostics).toEqual([]);
      expect(back).toMatchObject({ attributes: { title: value } });
      expect(
        back?.kind === 'element' ? back.children.map((child) => child.kind === 'text' && child.text) : [],
      ).toEqual(inside === '' ? [] : [inside]);
    }),
    { seed: 898 },
  );
});
