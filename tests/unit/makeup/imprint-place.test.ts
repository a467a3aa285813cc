import { expect, test } from 'vitest';
import { spareItsPage } from '../../../src/build/compose-bands.ts';
import type { StoryStore } from '../../../src/layout/measure-story.ts';
import type { Blueprint, Flow, PlannedModule } from '../../../src/layout/page-plan.ts';
import { imprintBehind, withImprint, type Imprint } from '../../../src/makeup/with-imprint.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';
import { quayStory } from '../../tools/quay-story.ts';

// The imprint stands on a page with other matter wherever one has room for it.

const pagesOfImprint = ({ set }: Awaited<ReturnType<typeof composeFiles>>): readonly number[] =>
  set.composed.pages.flatMap(({ fragments }, index) => {
    const texts = fragments.flatMap((each) => (each.kind === 'text' ? each.run.texts : []));
    return texts.join('').includes('Made with galley') ? [index] : [];
  });

test('where the first section alone has a layout with a place for it, the last page keeps room for it', async () => {
  const lengths = { bell: 320, river: 420, nets: 700, letter: 520, view: 560, word: 500 };
  const composed = await composeFiles({
    'issue.yaml': [
      'name: The Quay',
      'date: 2026-05-04',
      'format: berliner',
      'sections:',
      '  opinion: { title: Opinion, layout: opinion, stories: [bell, river, nets, letter, view, word] }',
      'ads: [{ picture: ad.jpg, alt: Ropes, size: 3 columns }]',
      '',
    ].join('\n'),
    'ad.jpg': await plainPhotograph(900, 600),
    ...Object.fromEntries(
      Object.entries(lengths).map(([name, words]) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name} here`, words),
      ]),
    ),
  });
  expect(composed.set.composed.pages).toHaveLength(2);
  expect(pagesOfImprint(composed)).toEqual([1]);
});

test('where a page filled by bands has no room for it, the picture over other stories makes way', async () => {
  const composed = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: a4\n',
    'pier.jpg': await plainPhotograph(1600, 1000),
    'articles/bell.md': `---\npicture: { file: pier.jpg, alt: A pier, cutline: The pier. }\n---\n\n${quayStory('The bell of the chapel rings for nobody at all', 60)}`,
    'articles/nets.md': quayStory('Nets are dear', 60),
  });
  expect(composed.set.composed.pages).toHaveLength(1);
  expect(pagesOfImprint(composed)).toEqual([0]);
});

const bare: Blueprint = {
  name: 'inside',
  columns: 5,
  isSpread: false,
  header: { rows: 3, template: 'running-head', at: null },
  footer: null,
  bands: [],
};

const flowOf = (kind: Flow['kind']): Flow => ({
  kind,
  name: kind,
  title: kind,
  language: 'en',
  section: null,
  treeOf: () => {
    throw new Error('nothing is set here');
  },
});

const imprint: Imprint = {
  store: { grid: { columns: 5 } } as unknown as StoryStore,
  flow: flowOf('imprint'),
  layouts: {
    front: bare,
    inside: bare,
    section: null,
    back: null,
    byPage: new Map(),
    bySection: new Map(),
  },
  rows: 6,
  end: 90,
  top: 3,
};

const storyTo = (rows: number): PlannedModule => ({
  rect: { column: 0, columns: 5, row: 3, rows: rows - 3 },
  matter: { kind: 'rest', flow: flowOf('story'), legs: null },
});

const adFrom = (row: number, end = 90): PlannedModule => ({
  rect: { column: 0, columns: 3, row, rows: end - row },
  matter: { kind: 'advertisement', flow: flowOf('advertisement') },
});

/** The page and the row at which the imprint stands, on one page with such modules. */
function standsAt(modules: readonly PlannedModule[]): readonly (readonly [number, number])[] {
  const page = { blueprint: bare, slots: new Map(), modules, foot: [] };
  return withImprint([page], imprint).flatMap((each, index) =>
    (each.modules ?? []).flatMap(({ rect, matter }) =>
      matter.kind === 'imprint' ? [[index, rect.row] as const] : [],
    ),
  );
}

test('it stands under the last matter, over advertisements that reach the foot, else on a page of its own', () => {
  expect(standsAt([storyTo(40)])).toEqual([[0, 41]]);
  expect(standsAt([storyTo(40), adFrom(60, 80)])).toEqual([[0, 81]]);
  expect(standsAt([storyTo(40), adFrom(60)])).toEqual([[0, 53]]);
  expect(standsAt([storyTo(52), adFrom(60)])).toEqual([[0, 53]]);
  expect(standsAt([storyTo(53), adFrom(60)])).toEqual([[1, 3]]);
  expect(standsAt([adFrom(10)])).toEqual([[0, 3]]);
  expect(standsAt([adFrom(9)])).toEqual([[1, 3]]);
});

test('a last page of advertisements has it; where that is full, a filler of page 2 makes way before one of a middle page', () => {
  const filler = (row: number): PlannedModule => ({
    rect: { column: 0, columns: 5, row, rows: 10 },
    matter: { kind: 'panel', template: 'house', align: 'middle', at: null },
  });
  const pageOf = (...modules: readonly PlannedModule[]) => {
    return { blueprint: bare, slots: new Map(), modules, foot: [] };
  };
  const pageOfIt = (...pages: readonly ReturnType<typeof pageOf>[]): number =>
    withImprint(pages, imprint).findIndex(({ modules }) =>
      modules?.some(({ matter }) => matter.kind === 'imprint'),
    );
  const [holed, full] = [pageOf(storyTo(70), filler(80)), pageOf(storyTo(88))];
  expect(pageOfIt(holed, holed, holed, pageOf(adFrom(3, 60)))).toBe(3);
  expect(pageOfIt(full, holed, holed, full)).toBe(1);
  expect(pageOfIt(full, full, holed, full)).toBe(2);
});

test('a number filled by bands has it on page 2, or against a rule of breaking, only where that spares a page', () => {
  const way = (pages: number) => ({ draft: { pages: new Array<never>(pages) } });
  const foot = (isClean: boolean) => ({ ...way(4), isClean });
  const chosen = (isClean: boolean | null, second: number | null) => {
    const [atFoot, onSecond] = [
      isClean === null ? null : foot(isClean),
      second === null ? null : way(second),
    ];
    const best = spareItsPage<ReturnType<typeof way>>(5, { atFoot: () => atFoot, onSecond: () => onSecond });
    return best === null ? null : best === onSecond ? 'second' : 'foot';
  };
  expect(chosen(true, 4)).toBe('foot');
  expect(chosen(false, 4)).toBe('second');
  expect(chosen(false, 5)).toBe('foot');
  expect(chosen(null, 5)).toBe(null);
});

test('it stands behind what did not go into the pages that were made up', () => {
  const pageOf = (...modules: readonly PlannedModule[]) => ({
    blueprint: bare,
    slots: new Map(),
    modules,
    foot: [],
  });
  const plan = (...own: readonly ReturnType<typeof pageOf>[]) => ({
    pages: withImprint(own, imprint),
    threads: new Map([['main', []]]),
  });
  const under = imprintBehind(plan(pageOf(storyTo(40))), imprint.flow);
  expect(under.pages.map(({ modules }) => modules?.map(({ matter }) => matter.kind))).toEqual([['rest']]);
  expect(under.threads.get('main')).toEqual([imprint.flow]);
  const alone = imprintBehind(plan(pageOf(storyTo(88))), imprint.flow);
  expect(alone.pages).toHaveLength(1);
  const filler: PlannedModule = {
    rect: { column: 0, columns: 5, row: 3, rows: 10 },
    matter: { kind: 'panel', template: 'house', align: 'middle', at: null },
  };
  const before = plan(pageOf(filler), pageOf(storyTo(88)));
  expect(imprintBehind(before, imprint.flow)).toEqual(before);
});
