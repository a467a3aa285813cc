import { expect, test } from 'vitest';
import { buildBoxes } from '../../../src/box/build-boxes.ts';
import type { Box, BoxTree, ParagraphBox } from '../../../src/box/box.ts';
import { createBoxPool } from '../../../src/box/share-boxes.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { style } from '../style/styled.ts';

const treeOf = (html: string, sheet: string): BoxTree =>
  buildBoxes(style(html, sheet).tree, createCollector());

function paragraphs(box: Box): readonly ParagraphBox[] {
  if (box.kind === 'paragraph') return [box];
  return 'children' in box ? box.children.flatMap(paragraphs) : [];
}

test('paragraphs of another tree in the same words and style are one object, others are not', () => {
  const html = '<div><h1>head</h1><p>body <em>text</em></p><ul><li>item</li></ul></div>';
  const pool = createBoxPool();
  const [headA, bodyA, itemA] = paragraphs(pool(treeOf(html, 'h1 { font-size: 20pt }')).root);
  const [headB, bodyB, itemB] = paragraphs(pool(treeOf(html, 'h1 { font-size: 12pt }')).root);
  expect(headB).not.toBe(headA);
  expect(bodyB).toBe(bodyA);
  expect(itemB).toBe(itemA);
  const [, other] = paragraphs(pool(treeOf(html, 'em { font-weight: 700 }')).root);
  expect(other).not.toBe(bodyA);
});

test('within a tree each paragraph stays an object of its own', () => {
  const one = treeOf('<p>twice</p>', '').root;
  const [first] = one.children;
  expect(first).toBeDefined();
  if (first === undefined) return;
  const pool = createBoxPool();
  const [a, b] = paragraphs(pool({ kind: 'boxes', root: { ...one, children: [first, { ...first }] } }).root);
  expect(a).toEqual(b);
  expect(a).not.toBe(b);
});

test('a block, a list and a table of another tree are one object where all of them is alike', () => {
  const html =
    '<h1>head</h1><div><ul><li>item</li></ul><table><tr><th>a</th><td>b</td></tr></table></div><div><p>other</p></div>';
  const pool = createBoxPool();
  const [, listA, otherA] = pool(treeOf(html, 'h1 { font-size: 20pt }')).root.children;
  const [headB, listB, otherB] = pool(treeOf(html, 'h1 { font-size: 12pt }')).root.children;
  const [, listC, otherC] = pool(treeOf(html, 'td { font-weight: 700 }')).root.children;
  expect(headB).toBeDefined();
  expect(listB).toBe(listA);
  expect(otherB).toBe(otherA);
  expect(listC).not.toBe(listA);
  expect(otherC).toBe(otherA);
});
