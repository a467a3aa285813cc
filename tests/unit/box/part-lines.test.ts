import { expect, test } from 'vitest';
import { buildBoxes } from '../../../src/box/build-boxes.ts';
import type { Box } from '../../../src/box/box.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { StyledElement, StyledNode } from '../../../src/style/styled-tree.ts';
import { style } from '../style/styled.ts';

/** The words of the boxes of a fragment in which every text is one of a source, line by line; `·` is a space without source. */
function linesOf(html: string, sheet: string, isWritten = true): readonly string[] {
  const { root } = style(html, sheet).tree;
  let offset = 0;
  const written = (node: StyledNode): StyledNode => {
    if (node.kind === 'element') return { ...node, children: node.children.map(written) };
    const source = { owner: 'ferry', node: 'body.0', offset };
    offset += node.text.length;
    return { ...node, source };
  };
  // An element comes back as an element.
  const tree = isWritten ? (written(root) as StyledElement) : root;
  const boxes = buildBoxes({ kind: 'styled', root: tree }, createCollector()).root.children;
  return boxes.flatMap(wordsOf);
}

function wordsOf(box: Box): readonly string[] {
  if (box.kind === 'paragraph')
    return [box.runs.map(({ text, source }) => (text === ' ' && source === null ? '·' : text)).join('')];
  return 'children' in box ? box.children.flatMap(wordsOf) : [];
}

const OWN = 'em, strong { display: block }';

test.each([
  ['<p>a <em>b</em> c</p>', ['a ', 'b ', 'c']],
  ['<p>a\n<em>b</em>\nc</p>', ['a ', 'b ', 'c']],
  ['<p><em>a</em> <strong>b</strong> c</p>', ['a ', 'b ', 'c']],
  ['<p>a <em>b <strong>c</strong> d</em> e</p>', ['a ', 'b ', 'c ', 'd ', 'e']],
  // A letter in italics is part of its word.
  ['<p>a<em>b</em>c</p>', ['a', 'b', 'c']],
  ['<p>a <em> b </em> c</p>', ['a ', 'b ', 'c']],
])('the end of a line is the space that was written there: %s', (html, lines) => {
  expect(linesOf(html, OWN)).toEqual(lines);
});

test('texts of a layout are parted where nothing else parts them', () => {
  const html = '<h1><span class="k">Top</span><span class="h">Head</span></h1>';
  const own = '.k, .h { display: block }';
  expect(linesOf(html, own, false)).toEqual(['Top·', 'Head']);
  expect(linesOf(html, `${own} .k { -ed-role: Kicker }`, false)).toEqual(['Top', 'Head']);
});

test('blocks among text keep no space: they part words by themselves', () => {
  expect(linesOf('<div>a <p>b</p> c</div>', '')).toEqual(['a', 'b', 'c']);
});

test('the space stands in the source where it was written', () => {
  const context = createCollector();
  const { root } = style('<p>a <em>b</em> c</p>', OWN).tree;
  const [p] = root.children;
  if (p?.kind !== 'element') throw new Error('there is no p');
  const children = p.children.map((node, index): StyledNode => {
    const source = { owner: 'ferry', node: 'body.0', offset: [0, 2, 3][index] ?? 0 };
    if (node.kind === 'text') return { ...node, source };
    return { ...node, children: node.children.map((one) => ({ ...one, source }) as StyledNode) };
  });
  const tree = { kind: 'styled', root: { ...root, children: [{ ...p, children }] } } as const;
  const [box] = buildBoxes(tree, context).root.children;
  const [, line] = box?.kind === 'block' ? box.children : [];
  const offsets = line?.kind === 'paragraph' ? line.runs.map(({ source }) => source?.offset) : [];
  expect(offsets).toEqual([2, 3]);
});
