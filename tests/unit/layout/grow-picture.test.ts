import { expect, test } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import { growPicture } from '../../../src/layout/grow-picture.ts';
import { legGrid } from '../../../src/layout/leg-grid.ts';
import type { FittedStory } from '../../../src/layout/measure-story.ts';

const legs = legGrid(
  {
    formatName: 'a4',
    trim: { width: pt(600), height: pt(800) },
    live: { x: pt(0), y: pt(0), width: pt(430), height: pt(700) },
    columns: 4,
    gutter: pt(10),
    baseline: pt(10),
  },
  4,
);

/** A story whose legs end at these rows, two of them under its picture. */
const storyOf = (ends: readonly number[], isForced = false): FittedStory => {
  const areas = ends.map((rows, leg) => ({
    x: pt(leg * 110),
    y: pt(0),
    width: pt(100),
    height: pt(rows * 10),
  }));
  const piece = { areas, next: null, overflowing: null, isForced };
  return { piece, prepared: { cornerLegs: 2 } } as unknown as FittedStory;
};

const best = storyOf([20, 19, 18, 18]);
const place = { best, legs, rows: 20, depth: 8, most: 12 };

test('a picture over two legs takes up the white of five column rows by two rows', () => {
  const asked: number[] = [];
  const grown = storyOf([20, 20, 20, 19]);
  const set = (rows: number): FittedStory => {
    asked.push(rows);
    return grown;
  };
  expect(growPicture(place, set)).toBe(grown);
  expect(asked).toEqual([10]);
});

test('it stays as it is where its range ends, where a rule would give way, and where white is not less', () => {
  expect(growPicture({ ...place, most: 8 }, () => storyOf([20, 20, 20, 20]))).toBe(best);
  expect(growPicture(place, () => storyOf([20, 20, 20, 20], true))).toBe(best);
  expect(growPicture(place, () => storyOf([19, 19, 19, 18]))).toBe(best);
});
