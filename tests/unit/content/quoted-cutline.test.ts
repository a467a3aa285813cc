import { expect, test } from 'vitest';
import { fieldNodes } from '../../../src/content/article-words.ts';
import { parse } from './edition-fixture.ts';

const set = (text: string): { readonly texts: readonly string[]; readonly codes: readonly string[] } => {
  const { article, codes } = parse(`# H\n\n${text}\n`);
  return {
    texts: fieldNodes(article)
      .slice(1)
      .map((node) => node.text),
    codes,
  };
};

test('a cutline may have quotation marks of its own', () => {
  expect(set('![A *face*.](pier.jpg "Amelia: "I will sleep."")')).toEqual({
    texts: ['Amelia: “I will sleep.”'],
    codes: [],
  });
  expect(set('![A.](pier.jpg "He said "no" (twice)."){credit="B"}').codes).not.toContain('GA211');
  expect(set('![A.](<pier.jpg> ""So" it is"){credit="B"}').texts).toEqual(['“So” it is B']);
});

test('so may each of a row, and marks with a bar before them stay', () => {
  const row = '![A.](pier.jpg "One "a".") ![B.](pier.jpg "Two.")\n![C.](pier.jpg "Three "c" "d".")';
  expect(set(row)).toEqual({ texts: ['One “a”.', 'Two.', 'Three “c” “d”.'], codes: [] });
  expect(set('![A.](pier.jpg "So \\"it\\" is.")')).toEqual({ texts: ['So “it” is.'], codes: [] });
});

test('what is no picture stays text', () => {
  expect(set('Wow ![so](he said "it" and) "went".').codes).not.toContain('GA211');
});
