import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { parseDocument } from '../../../src/markup/parse-document.ts';
import { parseMarkup } from '../../../src/markup/parse-markup.ts';
import { serializeXhtml } from '../../../src/markup/serialize-xhtml.ts';

const parse = (
  html: string,
): { nodes: readonly MarkupNode[]; faults: string[]; hints: (string | null)[] } => {
  const context = createCollector();
  const { children } = parseMarkup(html, '/t/page.hbs', context);
  const faults = context.diagnostics.map(({ code, message }) => `${code} ${message}`);
  return { nodes: children, faults, hints: context.diagnostics.map(({ hint }) => hint) };
};

const first = (nodes: readonly MarkupNode[]): MarkupNode & { kind: 'element' } => {
  const [node] = nodes;
  if (node?.kind !== 'element') throw new Error('the first node is no element');
  return node;
};

test('keeps nesting, attributes in order, white space and character references as written', () => {
  const html = '<div id="a" class="b">\n  <p>x &amp; y&nbsp;z </p>\n</div>';
  const { nodes, faults } = parse(html);
  expect(faults).toEqual([]);
  expect(serializeXhtml(nodes)).toBe('<div id="a" class="b">\n  <p>x &amp; y\u00a0z </p>\n</div>');
  expect(Object.keys(first(nodes).attributes)).toEqual(['id', 'class']);
});

test('reads places back and takes the attribute away', () => {
  const { nodes } = parse('<p data-at="7:9:/t/a&quot;b.hbs">x<em>y</em></p>');
  const paragraph = first(nodes);
  const place = { file: '/t/a"b.hbs', start: 7, end: 9 };
  expect(paragraph.at).toEqual(place);
  expect(paragraph.attributes).toEqual({});
  expect(paragraph.children.map(({ at }) => at)).toEqual([place, place]);
});

test('places an element by its own start tag when nothing else is written', () => {
  expect(first(parse('<p class="a">x</p>').nodes).at).toEqual({ file: '/t/page.hbs', start: 0, end: 13 });
});

test('a self-closed element holds nothing of what follows, and is reported', () => {
  const { nodes, faults, hints } = parse('<ed-frame rows="auto"/><p>after</p>');
  expect(nodes.map((node) => node.kind === 'element' && node.name)).toEqual(['ed-frame', 'p']);
  expect(faults).toEqual([expect.stringContaining('GA312 <ed-frame/>')]);
  expect(hints).toEqual(['Write <ed-frame></ed-frame>.']);
  expect(parse('<br/><hr/><img src="a" alt=""/>').faults).toEqual([]);
});

test.each([
  ['<sapn>x</sapn>', 'GA310', 'Did you mean <span>?'],
  ['<p clas="a">x</p>', 'GA311', 'Did you mean "class"?'],
  ['<p style="color:red">x</p>', 'GA311', 'Give the element a class and write the style in the style sheet.'],
  ['<p onclick="x()">x</p>', 'GA311', 'Editions hold no scripts; take it away.'],
  [
    '<ed-box></ed-box>',
    'GA310',
    'A box is matter with a border and a background of its own in print.css: give a <div> a class.',
  ],
  [
    '<ed-frame accepts="ad"></ed-frame>',
    'GA311',
    'Say slot="lead", "second", "third", "briefs" or "imprint"; advertisements find their own place.',
  ],
  ['<ed-frame rows="some"></ed-frame>', 'GA315', null],
  ['<ed-row align="left"></ed-row>', 'GA315', null],
  ['<ed-frame slot="secnd"></ed-frame>', 'GA315', null],
  ['<p>x', 'GA313', 'Write </p> where it ends, inside the element that holds it.'],
  ['x</p>', 'GA313', 'Take it away, or write the start tag <p> before it.'],
  ['<p>a<div>b</div></p>', 'GA313', 'Close </p> before <div>, or use <div> instead of <p>.'],
  ['<br>x</br>', 'GA313', 'Write <br> alone.'],
  ['<p>&nosuch;</p>', 'GA314', 'Write the character itself; for & write &amp;.'],
])('%s is %s', (html, code, hint) => {
  const { faults, hints } = parse(html);
  expect(faults.map((fault) => fault.slice(0, 5))).toEqual([code]);
  expect(hints).toEqual([hint]);
});

test.each([
  // What is rendered is longer than its template: the offset of the error is no place in the file.
  ['<div data-at="3:7:/t/folio.hbs" class="folio', 3],
  [`${'words '.repeat(50)}<p data-at="20:22:/t/folio.hbs" class=a"b`, 20],
  ['<p data-at="0:2:/t/a &amp; b.hbs">x</p><em data-at="30:33:/t/folio.hbs"', 30],
])('a tag that never ends, or is not well formed, is told where it begins: %s', (html, start) => {
  const context = createCollector();
  parseMarkup(html, '/t/folio.hbs', context);
  const faults = context.diagnostics.filter(({ code }) => code === 'GA314');
  expect(faults.length).toBeGreaterThan(0);
  for (const { span } of faults) expect(span).toMatchObject({ file: '/t/folio.hbs', start });
});

test('elements that cross are closed where the outer one ends', () => {
  const { nodes, faults } = parse('<div><p>a<em>b</p>c</div>');
  expect(serializeXhtml(nodes)).toBe('<div><p>a<em>b</em></p>c</div>');
  expect(faults).toEqual(['GA313 <em> has no end tag of its own']);
});

test('a document keeps head and prefixed attributes, and loses doctype, declaration and comments', () => {
  const context = createCollector();
  const html =
    '<?xml version="1.0"?><!DOCTYPE html>\n<html lang="es" xml:lang="es"><head><title>T</title>' +
    '<meta charset="utf-8"/></head><body epub:type="bodymatter"><!-- x --><p>y</p></body></html>\n';
  const tree = parseDocument(html, '/t/story.hbs', context);
  expect(context.diagnostics).toEqual([]);
  expect(serializeXhtml(tree.children, { declaration: true, doctype: true })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' +
      '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="es" xml:lang="es">' +
      '<head><title>T</title><meta charset="utf-8"/></head><body epub:type="bodymatter"><p>y</p></body></html>',
  );
});

test('matter outside the html element of a document is reported', () => {
  const context = createCollector();
  parseDocument('<html><body></body></html><p>x</p>', '/t/story.hbs', context);
  expect(context.diagnostics.map(({ code }) => code)).toEqual(['GA313']);
});
