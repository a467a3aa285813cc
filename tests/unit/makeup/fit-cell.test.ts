import { expect, test } from 'vitest';
import { cellFits } from '../../../src/makeup/fit-cell.ts';
import type { Matter, Setting } from '../../../src/makeup/matter.ts';
import { emptyMemory } from '../../../src/makeup/search.ts';

const setting: Setting = {
  columns: 3,
  shape: 'brief',
  headRows: 2,
  legRows: 60,
  bodyRows: 240,
  picture: null,
};

/** What goes on of a story of rows of pictures, twenty rows deep over three columns, sixty in one leg. */
const pictures: Matter = {
  id: 'a',
  kind: 'rest',
  section: null,
  mayJump: true,
  settingFor: () => setting,
  heldRows: (_, __, depth) => 60 * Math.floor(depth / 20),
};

test('nothing of a story stands in legs that hold none of its pictures', () => {
  const fits = cellFits(emptyMemory().search, pictures, setting, true);
  const going = fits.filter(({ fit }) => fit.tailRows > 0);
  expect(going.length).toBeGreaterThan(0);
  for (const { fit } of going) {
    expect(fit.legRows).toBeGreaterThanOrEqual(20);
    expect(fit.tailRows).toBeLessThan(setting.bodyRows);
  }
});
