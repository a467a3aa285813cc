import { expect, test } from 'vitest';
import { fieldNodes } from '../../../src/content/article-words.ts';
import { parse } from './edition-fixture.ts';

/** The words of a story of one paragraph, as they are set. */
const set = (text: string): string => {
  const { article, codes } = parse(`# H\n\n${text}\n`);
  expect(codes).toEqual([]);
  return fieldNodes(article)[1]?.text ?? '';
};

test('an escaped quotation mark stays, opens nothing and closes nothing', () => {
  expect(set('\\`one\\` and a 3\\" pipe, "two".')).toBe('`one` and a 3" pipe, “two”.');
});

test('marks are matched across markup, whichever closes', () => {
  expect(set("`Both` and `all' *`of` them*, the `pilots' boats`")).toBe(
    '‘Both’ and ‘all’ ‘of’ them, the ‘pilots’ boats’',
  );
});

test('a backtick without a partner is told once a paragraph, and a fence of code as such', () => {
  const { article, codes } = parse('# H\n\nHe *said* `so, and left.\n\nA` b` c\n');
  expect(codes).toEqual(['GA244', 'GA244']);
  expect(fieldNodes(article).map(({ text }) => text)).toEqual(['H', 'He said `so, and left.', 'A` b` c']);
  expect(parse('# H\n\n```js\ncode `x\n```\n').codes).toEqual(['GA216']);
});
