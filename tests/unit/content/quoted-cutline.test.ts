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

test('a cutline that is not closed takes nothing of what follows', () => {
  const open = '![Anna](anna.png "Anna sails.)';
  for (const text of [
    `${open}\n![Ben](ben.png "Ben waits.")`,
    `${open} Then she said more. ![Ben](ben.png "Ben waits.")`,
  ])
    expect(set(text).codes, text).toContain('GA211');
  for (const text of [
    `${open}\nThe council spoke of the ferry (the "Dora").`,
    `${open} So did the council (of "Dora")`,
    '![Anna](anna.png "Anna sails.\nThe boat is hers (the "Dora")',
  ]) {
    const { texts, codes } = set(text);
    expect(codes, text).toContain('GA247');
    expect(texts.join(' '), text).toContain('![Anna]');
  }
});

test('a cutline may have brackets of its own', () => {
  expect(set('![A.](pier.jpg "Anna (in "Dora")\nand Ben.")').texts).toEqual(['Anna (in “Dora”) and Ben.']);
});
