import { expect, test } from 'vitest';
import { buildBoxes } from '../../../src/box/build-boxes.ts';
import type { Box } from '../../../src/box/box.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { style } from '../style/styled.ts';

type Built = { readonly text: string; readonly children: readonly Box[]; readonly codes: readonly string[] };

/** Builds a fragment's boxes, and writes them down: one line a box, indented by depth. */
function build(html: string, sheet = ''): Built {
  const context = createCollector();
  const { root } = buildBoxes(style(html, sheet).tree, context);
  return {
    text: root.children.map((box) => describe(box, '')).join('\n'),
    children: root.children,
    codes: context.diagnostics.map(({ code }) => code),
  };
}

function describe(box: Box, indent: string): string {
  const words = [box.kind as string, box.element?.name ?? 'anonymous'];
  if (box.kind === 'paragraph') words.push(...box.runs.map((run) => JSON.stringify(run.text)));
  if (box.kind === 'list-item') words.push(box.marker === null ? '-' : box.marker.text);
  if (box.kind === 'image') words.push(box.file, String(box.alt));
  if (box.kind === 'row')
    words.push(
      ...box.tracks.map((track) => ('value' in track ? `${track.kind}=${track.value}` : track.kind)),
    );
  const children = 'children' in box ? box.children.map((child) => describe(child, `${indent}  `)) : [];
  return [indent + words.join(' '), ...children].join('\n');
}

test('a block with only text is a paragraph; text between blocks stands in anonymous ones', () => {
  expect(build('<div>a <p>b</p>\n <p>c <em>d</em></p> e</div>').text).toBe(
    'block div\n  paragraph anonymous "a"\n  paragraph p "b"\n  paragraph p "c " "d"\n  paragraph anonymous "e"',
  );
});

test('a block inside inline text comes out of it, and its text keeps the inline element', () => {
  const { text, children } = build(
    '<h2><a href="x"><span class="k">Top</span> Head</a></h2>',
    '.k { display: block; margin-top: 3pt } h2 { margin-top: 9pt }',
  );
  expect(text).toBe('block h2\n  paragraph span "Top" " "\n  paragraph anonymous "Head"');
  const [heading] = children;
  const [kicker, rest] = heading?.kind === 'block' ? heading.children : [];
  expect(kicker?.style.margin.top).toBe(3);
  expect(rest?.style.margin.top).toBe(0);
  expect(rest?.style.fontWeight).toBe(700);
  const links = [kicker, rest].map((box) => (box?.kind === 'paragraph' ? box.runs[0]?.element : null));
  expect(links[0]).toMatchObject({ name: 'a', href: 'x', parent: null });
  expect(links[0]).toBe(links[1]);
});

test('runs know their innermost inline element and its parents', () => {
  const [paragraph] = build(
    '<p>a<a href="#b" class="c"><em>d</em></a></p>',
    'em { -ed-role: Quote }',
  ).children;
  const runs = paragraph?.kind === 'paragraph' ? paragraph.runs : [];
  expect(runs[0]?.element).toBeNull();
  expect(runs[1]?.element).toMatchObject({
    name: 'em',
    href: null,
    role: 'Quote',
    parent: { name: 'a', href: '#b', className: 'c', parent: null },
  });
});

test('lists have markers, counted from start and set by value', () => {
  const html =
    '<ol start="3"><li>a</li><li value="7">b<ul><li>c</li></ul></li><li>d</li></ol><ul class="n"><li>e</li></ul>';
  expect(build(html, '.n { list-style: none }').text).toBe(
    'block ol\n' +
      '  list-item li 3.\n    paragraph anonymous "a"\n' +
      '  list-item li 7.\n    paragraph anonymous "b"\n    block ul\n      list-item li •\n        paragraph anonymous "c"\n' +
      '  list-item li 8.\n    paragraph anonymous "d"\n' +
      'block ul\n  list-item li -\n    paragraph anonymous "e"',
  );
});

test('rows have one cell an element and one track a cell', () => {
  const { text, codes } = build(
    '<ed-row tracks="1fr auto 3pc"> <span>a</span> <p>b</p> <div></div></ed-row>',
  );
  expect(text).toBe(
    'row ed-row share=1 auto length=36\n  paragraph span "a"\n  paragraph p "b"\n  block div',
  );
  expect(codes).toEqual([]);
  expect(build('<ed-row><p>a</p>b</ed-row>').text).toBe(
    'row ed-row share=1 share=1\n  paragraph p "a"\n  paragraph anonymous "b"',
  );
});

test.each([
  ['<ed-row tracks="1fr"><p>a</p><p>b</p></ed-row>', 'GA412'],
  ['<ed-row tracks="wide"><p>a</p></ed-row>', 'GA412'],
  ['<ed-row tracks="2rlh"><p>a</p></ed-row>', 'GA412'],
  ['<img src="" alt="x">', 'GA410'],
  ['<img src="a.png">', 'GA411'],
])('%s reports %s', (html, code) => {
  expect(build(html).codes).toEqual([code]);
});

test('pictures, rules and make-up elements are boxes of their own', () => {
  const html =
    '<p>a<img src="a.png" alt="A pier">b</p><hr><img src="o.png" alt=""><ed-frame rows="auto">x</ed-frame><p> </p>';
  expect(build(html).text).toBe(
    'block p\n  paragraph anonymous "a"\n  image img a.png A pier\n  paragraph anonymous "b"\n' +
      'rule hr\nimage img o.png null\nblock ed-frame\n  paragraph anonymous "x"\nblock p',
  );
});
