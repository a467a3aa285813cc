import { expect, test } from 'vitest';
import type { BlockBox, Box, BoxTree } from '../../../src/box/box.ts';
import { optionalQuotes, withQuotes } from '../../../src/layout/optional-quotes.ts';

const block = (name: string, children: readonly Box[], attributes = {}): BlockBox => ({
  kind: 'block',
  element: { name, attributes, language: 'en', at: null },
  // Nothing here reads it.
  style: {} as BlockBox['style'],
  children,
});

const quote = (name: string): BlockBox => block(name, [], { 'data-optional': '' });
const head = block('h2', []);
const repeat = block('aside', [], { 'data-repeat': '' });
const tree: BoxTree = {
  kind: 'boxes',
  root: block('article', [head, block('div', [quote('first'), repeat, block('section', [quote('second')])])]),
};

const namesOf = (box: Box): readonly string[] => [
  box.element?.name ?? '',
  ...(box.kind === 'block' ? box.children.flatMap(namesOf) : []),
];

test('quotes that may be left out are counted at any depth', () => expect(optionalQuotes(tree)).toBe(2));

test('the first of them are shown, and all that is not one', () => {
  const shown = (quotes: number): string => namesOf(withQuotes(tree, quotes).root).slice(3).join(' ');
  expect([0, 1, 2, 5].map(shown)).toEqual([
    'aside section',
    'first aside section',
    'first aside section second',
    'first aside section second',
  ]);
});

test('what holds none is shared, and so is a tree that changes nothing', () => {
  expect(withQuotes(tree, 0).root.children[0]).toBe(head);
  expect(withQuotes(tree, 2)).toBe(tree);
});
