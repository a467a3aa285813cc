import { expect, test } from 'vitest';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { parse } from './edition-fixture.ts';

const textOf = (nodes: readonly MarkupNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : textOf(node.children))).join('');

/** An English paragraph as set, without its elements. */
function set(text: string): string {
  const { article, codes } = parse(`---\nheadline: H\n---\n${text}\n`);
  expect(codes).toEqual([]);
  return textOf(article.body);
}

test.each([
  [
    'He wrote "[Sie sagte: "Nein -- \'nie\'!"]{lang=de}" and "went".',
    'He wrote “Sie sagte: „Nein\u00a0– ‚nie‘!“” and “went”.',
  ],
  ['"[Qui *va* ?]{lang=fr}" "[Who]{lang=en-GB} goes?"', '“Qui va\u202f?” “Who goes?”'],
  ['[Il dit : "&quot;non"]{lang=fr}; "so"', 'Il dit\u00a0: «\u202f"non\u202f»; “so”'],
])('words marked as of another language have its marks and spaces: %s', (typed, shown) => {
  expect(set(typed)).toBe(shown);
});

test.each([
  ['a \\- b and c - d', 'a - b and c\u00a0– d'],
  ['pages 5\\-6 and 7-8', 'pages\u00a05-6 and 7–8'],
  ['a \\-- b, c \\-\\- d', 'a -- b, c -- d'],
  ['[so \\- und - so]{lang=de}', 'so - und\u00a0– so'],
])('an escaped hyphen stays one: %s', (typed, shown) => {
  expect(set(typed)).toBe(shown);
});
