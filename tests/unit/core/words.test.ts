import { expect, test } from 'vitest';
import { isUnseen, levelWord, splitWords } from '../../../src/core/words.ts';

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

test('marks of direction stand in words unseen', () => {
  expect(words('fer\u061Cry \u2067no\u2069on 20\u200F24 \u200E')).toEqual(['ferry', 'noon', '2024']);
  expect(isUnseen('\u061C\u00AD')).toBe(true);
  expect(isUnseen('\u061Ca')).toBe(false);
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
