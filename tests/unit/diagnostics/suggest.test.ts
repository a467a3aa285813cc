import { expect, test } from 'vitest';
import { suggest } from '../../../src/diagnostics/suggest.ts';

test.each([
  ['nubmer', 'number'],
  ['Number', 'number'],
  ['headlin', 'headline'],
  ['fex', 'fax'],
  ['dat', 'date'],
  ['kickers', 'kicker'],
])('%s → %s', (word, wanted) => {
  expect(suggest(word, ['name', 'number', 'headline', 'fax', 'date', 'kicker'])).toBe(wanted);
});

test('three edits are too many, a short word is not everything, the nearest counts', () => {
  expect(suggest('title', ['date', 'tagline'])).toBeNull();
  expect(suggest('ab', ['cd'])).toBeNull();
  expect(suggest('foo', ['iso', 'TOC'])).toBeNull();
  expect(suggest('fery', ['very-far', 'ferro', 'ferry'])).toBe('ferry');
});

test('where one edit takes four letters, other words are left alone', () => {
  expect(suggest('forms', ['fonts'])).toBe('fonts');
  expect(suggest('forms', ['fonts'], 4)).toBeNull();
  expect(suggest('font', ['fonts'], 4)).toBe('fonts');
});
