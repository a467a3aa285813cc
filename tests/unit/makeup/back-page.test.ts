import { expect, test } from 'vitest';
import { makeUpPages } from '../../../src/makeup/make-up-pages.ts';
import { madeUpStories, numberOf } from '../../property/makeup/made-up-number.ts';

test('a last page that would be a third empty is filled by what the pages before it can spare', () => {
  const made = makeUpPages(numberOf(madeUpStories(2, 6)));
  const last = made?.pages.at(-1);
  const foot = Math.max(...(last?.makeup.placed.map(({ cell }) => cell.row + cell.rows) ?? []));
  expect(made?.pages).toHaveLength(8);
  expect(made?.pages.slice(0, -1).every(({ makeup }) => makeup.isFull)).toBe(true);
  // With the pages before it as full as they can be it ends after two thirds.
  expect(foot / (last?.area.rows ?? 0)).toBeGreaterThan(0.9);
});
