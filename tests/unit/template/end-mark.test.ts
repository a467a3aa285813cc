import { expect, test } from 'vitest';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { withEndMark } from '../../../src/template/end-mark.ts';

const element = (name: string, ...children: readonly MarkupNode[]): MarkupNode => ({
  kind: 'element',
  name,
  attributes: {},
  children,
  at: null,
});
const text = (said: string): MarkupNode => ({ kind: 'text', text: said, source: null, at: null });

const show = (nodes: readonly MarkupNode[]): string =>
  nodes
    .map((node) => (node.kind === 'text' ? node.text : `<${node.name}>${show(node.children)}</${node.name}>`))
    .join('');
const set = (...nodes: readonly MarkupNode[]): string => show(withEndMark(nodes, '■'));

test('the sign stands behind the last word, and no line ends between them', () => {
  expect(set(element('p', text('One.')), element('p', text('Two.')))).toBe(
    '<p>One.</p><p>Two.<span>\u00A0■</span></p>',
  );
});

test('what stands beside the text does not count', () => {
  expect(set(element('p', text('One.')), element('aside', element('p', text('Note.'))))).toBe(
    '<p>One.<span>\u00A0■</span></p><aside><p>Note.</p></aside>',
  );
});

test('notes under a rule do not count', () => {
  const notes = element('div', element('hr'), element('aside', element('p', text('Note.'))));
  expect(set(element('p', text('One.')), notes)).toMatch(/^<p>One\.<span>/);
});

test('a list or a quotation ends in its last text', () => {
  expect(set(element('ul', element('li', text('a')), element('li', text('b'))))).toBe(
    '<ul><li>a</li><li>b<span>\u00A0■</span></li></ul>',
  );
  expect(set(element('blockquote', element('p', text('a'))))).toBe(
    '<blockquote><p>a<span>\u00A0■</span></p></blockquote>',
  );
});

test('pictures side by side at the end have the sign behind their last cutline', () => {
  const pictures = (...children: readonly MarkupNode[]): MarkupNode => ({
    kind: 'element',
    name: 'div',
    attributes: { class: 'pictures' },
    children,
    at: null,
  });
  const figure = (cutline: string): MarkupNode =>
    element('figure', element('img'), element('figcaption', text(cutline)));
  const intro = element('p', text('One.'));
  const shown = '<p>One.</p><div><figure><img></img><figcaption>a</figcaption></figure>';
  expect(set(intro, pictures(figure('a'), figure('b')))).toBe(
    `${shown}<figure><img></img><figcaption>b<span>\u00A0■</span></figcaption></figure></div>`,
  );
  expect(set(intro, pictures(figure('a'), element('figure', element('img'))))).toBe(
    `${shown}<figure><img></img></figure></div>`,
  );
});

test('a text that ends in a table has no sign', () => {
  expect(set(element('p', text('One.')), element('table'))).toBe('<p>One.</p><table></table>');
  expect(set()).toBe('');
});
