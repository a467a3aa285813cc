import { expect, test } from 'vitest';
import { buildBoxes } from '../../../src/box/build-boxes.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { findHeadPicture } from '../../../src/layout/head-picture.ts';
import { legGrid } from '../../../src/layout/leg-grid.ts';
import { pictureLegs } from '../../../src/layout/place-flow.ts';
import { pt } from '../../../src/core/units.ts';
import { style } from '../style/styled.ts';

const pictureOf = (cols: string): ReturnType<typeof findHeadPicture> => {
  const html = `<article><ed-picture cols="${cols}"><img src="a.png" alt="a"></ed-picture></article>`;
  return findHeadPicture(buildBoxes(style(html, '').tree, createCollector()));
};

const grid = {
  formatName: 'a4',
  trim: { width: pt(600), height: pt(800) },
  live: { x: pt(0), y: pt(0), width: pt(450), height: pt(700) },
  columns: 4,
  gutter: pt(10),
  baseline: pt(10),
};

test('the columns of a picture: a number, all, or a range of which the widest is the usual one', () => {
  const read = (cols: string): readonly unknown[] => {
    const { columns, leastColumns } = pictureOf(cols) ?? {};
    return [columns, leastColumns];
  };
  expect(read('2')).toEqual([2, null]);
  expect(read('all')).toEqual([null, null]);
  expect(read('1 to 3')).toEqual([3, 1]);
  expect(read('2 to all')).toEqual([null, 2]);
});

test('it stands over the legs that make-up chose, and over no more than there are', () => {
  const picture = pictureOf('1 to 3');
  expect(picture).not.toBeNull();
  if (picture === null) return;
  expect(pictureLegs(picture, legGrid(grid, 4))).toBe(3);
  expect(pictureLegs(picture, legGrid(grid, 4), 1)).toBe(1);
  expect(pictureLegs(picture, legGrid(grid, 2))).toBe(2);
});
