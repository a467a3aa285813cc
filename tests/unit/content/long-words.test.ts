import { expect, test } from 'vitest';
import { parse } from './edition-fixture.ts';

test('a word of 20,000 letters is set, one of a letter more is not, however many words are in its paragraph', () => {
  const word = 'a1'.repeat(10_000);
  expect(parse(`# H\n\nOne ${word} two.\n`).codes).toEqual([]);
  expect(parse(`# H\n\nOne ${word}-${word} two.\n`).codes).toEqual([]);
  expect(parse(`# H\n\nOne ${word}b two.\n\nMore.\n`).codes).toEqual(['GA243']);
  expect(parse(`# H\n\n${'報'.repeat(30_000)}\n`).codes).not.toContain('GA243');
});
