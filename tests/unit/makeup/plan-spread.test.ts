import { expect, test } from 'vitest';
import type { DummyModule, DummyPage } from '../../../src/makeup/page-dummy.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// Spreads of one to five stories: the lead alone is over the fold, and those that are full are full to the foot.

const REST = ['ropes', 'nets', 'salt', 'tar'];

async function dummiesOf(
  slots: string,
  lengths: Readonly<Record<string, number>>,
): Promise<readonly DummyPage[]> {
  const all = { ...lengths, ...Object.fromEntries(REST.map((name) => [name, 500])) };
  const { set } = await composeFiles({
    'issue.yaml': `name: The Quay\ndate: 2026-05-04\npages:\n  2-3: { layout: centre, ${slots} }\n`,
    ...Object.fromEntries(
      Object.entries(all).map(([name, words]) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name} here`, words),
      ]),
    ),
  });
  if (set.dummies === null) throw new Error('the number was not made up');
  return set.dummies;
}

async function spreadOf(
  slots: string,
  lengths: Readonly<Record<string, number>>,
): Promise<{ readonly dummy: DummyPage; readonly foot: number }> {
  const dummy = (await dummiesOf(slots, lengths)).find(({ page }) => page === 2);
  if (dummy === undefined) throw new Error('there is no page 2');
  return { dummy, foot: dummy.rows };
}

const storiesOn = (dummies: readonly DummyPage[], page: number): readonly string[] =>
  dummies
    .filter((dummy) => dummy.page === page)
    .flatMap(({ modules }) => modules.flatMap(({ stories }) => stories));

const end = ({ rect }: DummyModule): number => rect.column + rect.columns;

test.each([
  ['lead: river', { river: 2200 }],
  ['lead: river, second: tides', { river: 1700, tides: 420 }],
  ['lead: river, second: tides, third: gulls', { river: 1500, tides: 400, gulls: 380 }, true],
  [
    'lead: river, second: tides, third: gulls, briefs: [bell, lamp]',
    { river: 1500, tides: 400, gulls: 300, bell: 60, lamp: 70 },
    true,
  ],
])('%s', async (slots, lengths, isFull = false) => {
  const { dummy, foot } = await spreadOf(slots, lengths);
  expect(dummy).toMatchObject({ through: 3, columns: 8, isFull });
  const lead = dummy.modules.find(({ stories }) => stories.includes('river'));
  expect(lead?.shape).toBe('spread');
  for (const module of dummy.modules)
    if (module === lead) expect([module.rect.column < 4, end(module) > 4]).toEqual([true, true]);
    else expect(module.rect.column >= 4 || end(module) <= 4).toBe(true);
  const standing = dummy.modules.flatMap(({ stories }) => stories).sort();
  expect(standing).toEqual(Object.keys(lengths).sort());
  // Column by column modules stand one under the other, a row apart, down to the foot.
  for (let column = 0; column < dummy.columns; column += 1) {
    const over = dummy.modules
      .filter((module) => module.rect.column <= column && end(module) > column)
      .sort((a, b) => a.rect.row - b.rect.row);
    const edges = over.flatMap(({ rect }) => [rect.row, rect.row + rect.rows]);
    if (isFull) expect(edges.at(-1)).toBe(foot);
    for (let at = 1; at + 1 < edges.length; at += 2) expect((edges[at + 1] ?? 0) - (edges[at] ?? 0)).toBe(1);
  }
});

test('what does not go in beside the lead stands on other pages', async () => {
  const lengths = { river: 1500, tides: 400, gulls: 2400, bell: 60 };
  const dummies = await dummiesOf('lead: river, second: tides, third: gulls, briefs: [bell]', lengths);
  expect(dummies.find(({ page }) => page === 2)).toMatchObject({ through: 3, columns: 8 });
  expect([...storiesOn(dummies, 2)].sort()).toEqual(['bell', 'river', 'tides']);
  const elsewhere = dummies.filter(({ page }) => page !== 2);
  const standing = new Set(elsewhere.flatMap(({ modules }) => modules.flatMap(({ stories }) => stories)));
  expect([...standing].sort()).toEqual(['gulls', ...REST].sort());
});

test('a spread without room for its lead is two pages', async () => {
  const dummies = await dummiesOf('lead: river', { river: 4000 });
  expect(dummies.slice(0, 3)).toMatchObject([{ page: 1 }, { page: 2, columns: 4 }, { page: 3, columns: 4 }]);
  expect(dummies.filter(({ through }) => through !== undefined)).toEqual([]);
  // Its lead begins where it was to stand.
  expect(storiesOn(dummies, 1)).not.toContain('river');
  expect(storiesOn(dummies, 2)).toContain('river');
  const standing = new Set(dummies.flatMap(({ modules }) => modules.flatMap(({ stories }) => stories)));
  expect([...standing].sort()).toEqual(['river', ...REST].sort());
});
