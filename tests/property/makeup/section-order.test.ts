import { expect, it } from 'vitest';
import { makeUpPages } from '../../../src/makeup/make-up-pages.ts';
import { madeUpStories, numberOf, ROWS } from './made-up-number.ts';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** Stories that begin on a page behind one on which a later section has begun. Ids begin with the number of the section. */
function passedIn(seed: number): readonly string[] {
  const made = makeUpPages(numberOf(madeUpStories(seed, 6, ROWS)));
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

/** Stories that begin on a page before the one on which the first story of their section begins. */
function unledIn(seed: number): readonly string[] {
  const matters = madeUpStories(seed, 6, ROWS);
  const pageOf = new Map<string, number>();
  for (const [page, { makeup }] of (makeUpPages(numberOf(matters))?.pages ?? []).entries())
    for (const { matter } of makeup.placed.filter((each) => each.matter.kind !== 'rest'))
      for (const { id } of matter.parts ?? [matter]) pageOf.set(id, page);
  const leads = new Map(matters.toReversed().map(({ id, section }) => [section, pageOf.get(id) ?? 0]));
  return matters.flatMap(({ id, section }) =>
    (pageOf.get(id) ?? 0) < (leads.get(section) ?? 0) ? [id] : [],
  );
}

it('hardly a story stands on a page before the one that opens its section', () => {
  expect(SEEDS.flatMap(unledIn).length).toBeLessThan(20);
});
