import { array, assert, constantFrom, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { splitWords } from '../../../src/core/words.ts';
import { element, textOf } from '../../../src/epub/markup-node.ts';
import { placePageBreaks, wordStart, type PageBreak } from '../../../src/epub/place-page-breaks.ts';
import type { MarkupNode, MarkupTree } from '../../../src/markup/markup-tree.ts';

const text = (words: string, node: string, offset = 0): MarkupNode => ({
  kind: 'text',
  text: words,
  source: { owner: 's', node, offset },
  at: null,
});

const breakAt = (node: string, offset: number, isFirst = false): PageBreak => ({
  node,
  offset,
  isFirst,
  marker: element('span', { id: 'pg2' }),
});

/** Names of elements and texts, with `|` for the marker. */
function outline(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      return node.attributes['id'] === 'pg2' ? '|' : `<${node.name}>${outline(node.children)}</${node.name}>`;
    })
    .join('');
}

function place(children: readonly MarkupNode[], entry: PageBreak): string {
  const tree: MarkupTree = { kind: 'tree', children };
  return outline(placePageBreaks(tree, 's', [entry]).tree.children);
}

test('a piece that begins with its head begins before the heading', () => {
  const children = [element('header', {}, [element('h1', {}, [text('Ferry', 'headline')])])];
  expect(place(children, breakAt('headline', 0, true))).toBe('<header>|<h1>Ferry</h1></header>');
});

test('a page that begins with a subhead begins before it', () => {
  const children = [element('p', {}, [text('One.', 'body.0')]), element('h2', {}, [text('Two', 'body.1')])];
  expect(place(children, breakAt('body.1', 0))).toBe('<p>One.</p>|<h2>Two</h2>');
});

test('a page that begins with a cutline begins before its picture', () => {
  const children = [element('figure', {}, [element('figcaption', {}, [text('A pier.', 'cutline')])])];
  expect(place(children, breakAt('cutline', 0))).toBe('|<figure><figcaption>A pier.</figcaption></figure>');
});

test('a marker stands in the paragraph, and the texts beside it keep their ids', () => {
  const tree: MarkupTree = { kind: 'tree', children: [element('p', {}, [text('one two three', 'body.0')])] };
  const { tree: placed } = placePageBreaks(tree, 's', [breakAt('body.0', 4)]);
  const [paragraph] = placed.children;
  expect(outline(placed.children)).toBe('<p>one |two three</p>');
  expect(paragraph?.kind === 'element' ? paragraph.children[2] : null).toMatchObject({
    text: 'two three',
    source: { owner: 's', node: 'body.0', offset: 4 },
  });
});

test('a word divided between two pages stays whole behind the marker, with the marks that open it', () => {
  expect(place([element('p', {}, [text('see “tunnels” there', 'body.0')])], breakAt('body.0', 8))).toBe(
    '<p>see |“tunnels” there</p>',
  );
});

test('a word that changes its type half way is one word', () => {
  const children = [
    element('p', {}, [
      text('an ', 'body.0'),
      element('em', {}, [text('un', 'body.0', 3)]),
      text('likely end', 'body.0', 5),
    ]),
  ];
  expect(place(children, breakAt('body.0', 7))).toBe('<p>an <em>|un</em>likely end</p>');
});

test('a marker does not stand inside a link', () => {
  const children = [
    element('p', {}, [text('see ', 'body.0'), element('a', {}, [text('the old number', 'body.0', 4)])]),
  ];
  expect(place(children, breakAt('body.0', 8))).toBe('<p>see |<a>the old number</a></p>');
});

test('a script without spaces may break before any character', () => {
  expect(wordStart('新闻在这里', 2)).toBe(2);
});

test('the same node of another story is not taken', () => {
  const tree: MarkupTree = { kind: 'tree', children: [element('p', {}, [text('one', 'body.0')])] };
  expect(placePageBreaks(tree, 'other', [breakAt('body.0', 0)]).placed).toEqual([]);
});

test('whatever the breaks, no word is lost, doubled or cut', () => {
  const words = array(constantFrom('one', 'it’s', '“two', 'three”', '1997', '¿qué', 'end.'), {
    minLength: 1,
  });
  assert(
    property(words, array(nat(80), { maxLength: 4 }), (list, offsets) => {
      const whole = list.join(' ');
      const tree: MarkupTree = { kind: 'tree', children: [element('p', {}, [text(whole, 'body.0')])] };
      const breaks = offsets.map((offset) => breakAt('body.0', Math.min(offset, whole.length)));
      const { tree: placed } = placePageBreaks(tree, 's', breaks);
      expect(textOf(placed.children)).toBe(whole);
      const [paragraph] = placed.children;
      const pieces = paragraph?.kind === 'element' ? paragraph.children : [];
      const found = pieces.flatMap((piece) => splitWords(textOf([piece])).map(({ word }) => word));
      expect(found).toEqual(splitWords(whole).map(({ word }) => word));
    }),
    { seed: 898 },
  );
});
