import { expect, test } from 'vitest';
import { levelWord, splitWords } from '../../../src/core/words.ts';

const words = (text: string): string[] => splitWords(text).map((entry) => entry.word);

test('an inner apostrophe belongs to the word, quotation marks do not', () => {
  expect(words("'Don't,' said the harbour-master's boy")).toEqual([
    "Don't",
    'said',
    'the',
    'harbour',
    "master's",
    'boy',
  ]);
});

test('typographic and typed apostrophes give the same word', () => {
  expect(levelWord('don’t')).toBe(levelWord("don't"));
});

test('a soft hyphen is no word and no part of one', () => {
  expect(words('news\u00ADpaper \u00AD')).toEqual(['newspaper']);
});

test('composed and decomposed letters are one word', () => {
  expect(words('e\u0301te\u0301')).toEqual(words('été'));
});

test('ranges are offsets in the text as given', () => {
  const text = '“La República”—1983–84';
  expect(splitWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'La',
    'República',
    '1983',
    '84',
  ]);
});
