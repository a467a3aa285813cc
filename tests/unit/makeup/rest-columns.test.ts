import { expect, test } from 'vitest';
import { columnsOfRest, restOf } from '../../../src/makeup/measure-matter.ts';
import type { Matter, PlacedMatter, Setting } from '../../../src/makeup/matter.ts';
import { NO_SPARE } from '../../../src/makeup/spare-rows.ts';

// A table that stands over all legs of a story needs its columns on the page on which the story goes on, too.

const legMatter = { rows: 100, blocks: [], spans: [{ end: 70, rows: 10, over: [10, 10, 10] }] };
const restColumns = columnsOfRest({
  isBrief: false,
  isShortPoem: false,
  leastColumns: 3,
  restColumns: 1,
  spanColumns: 3,
  tailRows: 0,
  legMatter,
});

const setting: Setting = {
  columns: 3,
  shape: 'lead',
  headRows: 10,
  legRows: 34,
  bodyRows: 100,
  picture: null,
};

const matter: Matter = {
  id: 'bell',
  kind: 'story',
  section: null,
  mayJump: true,
  settingFor: () => setting,
  restColumns,
};

const goingOn = (
  tailRows: number,
  headRows: (story: string, columns: number) => number = () => 3,
): Matter => {
  const placed: PlacedMatter = {
    matter,
    setting,
    cell: { column: 0, columns: 3, row: 0, rows: 40 },
    fit: { pictureRows: 0, legRows: 20, whiteRows: 0, fillerRows: 0, tailRows },
  };
  return restOf(placed, 3, { spare: NO_SPARE, notBefore: 0, pageRows: 60, headRows });
};

test('the end that has the table stands over as many columns as that', () => {
  expect(goingOn(40).leastColumns).toBe(3);
  expect(goingOn(31).leastColumns).toBe(3);
});

test('the lines behind it may stand in one', () => {
  expect(goingOn(30).leastColumns).toBe(1);
});

test('what goes on has the rows of its own jump head, which breaks into more lines of a few columns', () => {
  const rest = goingOn(40, (story, columns) => (story === 'bell' ? 6 - columns : 0));
  const rows = [1, 2, 3].map((columns) => rest.settingFor(columns, 'brief')?.headRows);
  expect(rows).toEqual([5, 4, 3]);
});
