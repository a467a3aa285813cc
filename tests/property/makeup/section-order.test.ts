import { expect, it } from 'vitest';
import { makeUpPages } from '../../../src/makeup/make-up-pages.ts';
import type { Matter, PlacedMatter, Setting } from '../../../src/makeup/matter.ts';
import { madeUpStories, matterOf } from './made-up-number.ts';

const COLUMNS = 5;
const ROWS = 90;
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

function restOf({ matter, fit }: PlacedMatter): Matter {
  const settings = Array.from({ length: COLUMNS }, (_, at): Setting => ({
    columns: at + 1,
    shape: 'brief',
    headRows: 4,
    legRows: Math.ceil(fit.tailRows / (at + 1)),
    bodyRows: fit.tailRows,
    picture: null,
  }));
  const settingFor: Matter['settingFor'] = (columns) => settings[columns - 1] ?? null;
  return { id: matter.id, kind: 'rest', section: matter.section, mayJump: false, settingFor };
}

/** Stories that begin on a page behind one on which a later section has begun. Ids begin with the number of the section. */
function passedIn(seed: number): readonly string[] {
  const made = makeUpPages({
    matters: madeUpStories(seed, 6, ROWS).map(matterOf),
    fixed: [],
    sections: [],
    ownPages: new Set(),
    turnOf: () => 0,
    closed: new Set(),
    ads: [],
    hasHouse: false,
    pageCount: null,
    leastPages: 0,
    multiple: 2,
    columns: COLUMNS,
    rowsOf: ({ pageIndex, count }) =>
      pageIndex === 0 ? ROWS - 14 : pageIndex === count - 1 ? ROWS - 8 : ROWS,
    standingOn: () => [],
    restOf,
  });
  let last = '';
  return (made?.pages ?? []).flatMap(({ makeup: { placed } }) => {
    const begun = placed
      .filter(({ matter }) => matter.kind !== 'rest')
      .flatMap(({ matter }) => (matter.parts ?? [matter]).map(({ id }) => id));
    const passed = begun.filter((id) => id.slice(0, 2) < last);
    last = [last, ...begun.map((id) => id.slice(0, 2))].toSorted().at(-1) ?? last;
    return passed;
  });
}

it('hardly a story stands on a page behind the beginning of a later section', () => {
  expect(SEEDS.flatMap(passedIn).length).toBeLessThan(4);
});
