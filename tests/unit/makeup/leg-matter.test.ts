import { expect, test } from 'vitest';
import { depthOfEnd } from '../../../src/makeup/leg-matter.ts';

// Forty rows, of which the last twelve are a picture.
const matter = { rows: 40, blocks: [{ end: 40, rows: 12 }] };

test('lines alone make even legs', () => {
  expect(depthOfEnd({ rows: 40, blocks: [] }, 30, 4)).toBe(8);
  expect(depthOfEnd({ rows: 40, blocks: [] }, 30, 1)).toBe(30);
});

test('legs are as deep as a picture in them, and what stands before it goes into the others', () => {
  expect(depthOfEnd(matter, 30, 1)).toBe(30);
  expect(depthOfEnd(matter, 30, 2)).toBe(15);
  expect(depthOfEnd(matter, 30, 3)).toBe(12);
  expect(depthOfEnd(matter, 30, 4)).toBe(12);
});

test('a picture that no leg but its own has room for leaves white before it', () =>
  expect(depthOfEnd({ rows: 20, blocks: [{ end: 12, rows: 8 }] }, 20, 2)).toBe(12));
