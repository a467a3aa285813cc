import { expect, test } from 'vitest';
import type { Rect } from '../../../src/core/geometry.ts';
import { pt } from '../../../src/core/units.ts';
import type { DraftEdition, DraftPage } from '../../../src/layout/composer.ts';
import { partSpreads } from '../../../src/layout/part-spreads.ts';
import type { Fragment } from '../../../src/page/page.ts';

const FOLD = 700;
const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x: pt(x),
  y: pt(y),
  width: pt(width),
  height: pt(height),
});
const structure = { kind: 'leaf', leaf: 4 } as const;
const rule = (x: number, width: number): Fragment => ({
  kind: 'rule',
  rect: rect(x, 20, width, 1),
  colour: { red: 0, green: 0, blue: 0 },
  structure,
});
const picture = (x: number, width: number): Fragment => ({
  kind: 'image',
  file: 'town.png',
  rect: rect(x, 100, width, 300),
  crop: { x: 0, y: 0, width: 1, height: 1 },
  structure,
});
const link = (x: number, width: number): Fragment => ({
  kind: 'link',
  rect: rect(x, 500, width, 10),
  target: '#tides',
  element: 9,
});

function parted(
  fragments: readonly Fragment[],
  more: { readonly beads?: DraftPage['beads']; readonly figures?: DraftEdition['figureBoxes'] } = {},
): DraftEdition {
  const left = { index: 0, label: '2', fragments: [...fragments], beads: more.beads ?? [], fold: pt(FOLD) };
  const right = { index: 1, label: '3', fragments: [], beads: [] };
  const draft = { pages: [left, right], figureBoxes: more.figures ?? new Map() };
  // What else a draft has is not looked at.
  return partSpreads(draft as unknown as DraftEdition);
}

const onPages = (draft: DraftEdition): readonly (readonly Fragment[])[] =>
  draft.pages.map(({ fragments }) => fragments);

test('what stands on one side goes to its page, from the left edge of that', () => {
  expect(onPages(parted([rule(40, 200), rule(720, 200), picture(900, 100), link(60, 30)]))).toEqual([
    [rule(40, 200), link(60, 30)],
    [rule(20, 200), picture(200, 100)],
  ]);
});

test('rules and links over the fold become two that meet there', () => {
  expect(onPages(parted([rule(600, 300), link(690, 40)]))).toEqual([
    [rule(600, 100), link(690, 10)],
    [rule(0, 200), link(0, 30)],
  ]);
});

test('what ends at the fold leaves nothing on the other side', () => {
  expect(onPages(parted([rule(600, 100), rule(700, 50)]))).toEqual([[rule(600, 100)], [rule(0, 50)]]);
});

test('a picture over the fold is the same on both pages, each shows its part', () => {
  const own = picture(500, 600);
  expect(onPages(parted([own]))).toEqual([
    [{ ...own, seen: rect(500, 100, 200, 300) }],
    [{ ...own, rect: rect(-200, 100, 600, 300), seen: rect(0, 100, 400, 300) }],
  ]);
});

test('legs go to their pages in their order, a head over the fold to both', () => {
  const beads = [rect(40, 50, 1300, 80), rect(40, 140, 150, 300), rect(720, 140, 150, 300)].map((place) => ({
    story: 'tides',
    rect: place,
  }));
  expect(
    parted([], { beads }).pages.map((page) => page.beads.map((bead) => [bead.rect.x, bead.rect.width])),
  ).toEqual([
    [
      [40, 660],
      [40, 150],
    ],
    [
      [0, 640],
      [20, 150],
    ],
  ]);
});

test('a figure has its box on the page that it stands on, and none where it stands on two', () => {
  const figures = new Map([
    [1, { page: 0, rect: rect(40, 100, 200, 100) }],
    [2, { page: 0, rect: rect(800, 100, 200, 100) }],
    [3, { page: 0, rect: rect(600, 100, 200, 100) }],
  ]);
  expect([...parted([], { figures }).figureBoxes]).toEqual([
    [1, { page: 0, rect: rect(40, 100, 200, 100) }],
    [2, { page: 1, rect: rect(100, 100, 200, 100) }],
  ]);
});

test('pages know that they are joined; an edition without a spread stays the same object', () => {
  expect(parted([]).pages.map(({ joins, fold }) => [joins, fold])).toEqual([
    ['next', undefined],
    ['previous', undefined],
  ]);
  const plain = { pages: [{ index: 0, label: '1', fragments: [], beads: [] }], figureBoxes: new Map() };
  expect(partSpreads(plain as unknown as DraftEdition)).toBe(plain);
});
