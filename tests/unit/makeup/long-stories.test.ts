import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { DummyModule, DummyPage } from '../../../src/makeup/page-dummy.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// A story that no page holds goes on over whole pages, once from each, and ends among others.

async function dummiesOf(
  lengths: Readonly<Record<string, number>>,
  more: { readonly manifest: string; readonly files: Readonly<Record<string, Uint8Array>> } = PLAIN,
): Promise<readonly DummyPage[]> {
  const { set } = await composeFiles({
    'issue.yaml': `name: The Quay\ndate: 2026-05-04\n${more.manifest}`,
    ...more.files,
    ...Object.fromEntries(
      Object.entries(lengths).map(([name, words]) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name} here`, words),
      ]),
    ),
  });
  if (set.dummies === null) throw new Error('the number was not made up');
  return set.dummies;
}

const PLAIN = { manifest: '', files: {} };

const REST = { gulls: 420, nets: 500, ropes: 380, tar: 260 };

type Part = { readonly page: number; readonly module: DummyModule; readonly rows: number };

const partsOf = (dummies: readonly DummyPage[], name: string): readonly Part[] =>
  dummies.flatMap(({ page, modules, rows }) =>
    modules.filter(({ stories }) => stories.includes(name)).map((module) => ({ page, module, rows })),
  );

const tailOf = ({ module }: Part): number =>
  module.levers.reduce((sum, lever) => sum + (lever.kind === 'jump' ? lever.rows : 0), 0);

test.each([
  ['leads the number', { river: 4500, ...REST }],
  ['stands among others', { bell: 900, river: 4500, ...REST }],
])('a story of many pages that %s', async (_, lengths) => {
  const dummies = await dummiesOf(lengths);
  const standing = new Set(dummies.flatMap(({ modules }) => modules.flatMap(({ stories }) => stories)));
  expect([...standing].sort()).toEqual(Object.keys(lengths).sort());
  const parts = partsOf(dummies, 'river');
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.map(({ page }) => page)).toEqual(parts.map((__, at) => (parts[0]?.page ?? 0) + at));
  expect(parts.map(({ module }) => module.kind)).toEqual(
    parts.map((__, at) => (at === 0 ? 'story' : 'rest')),
  );
  const tails = parts.map(tailOf);
  expect(tails).toEqual([...tails].sort((a, b) => b - a));
  expect(tails.at(-1)).toBe(0);
  // From every page between the first and the last it goes on from the foot, over all columns.
  for (const { module, rows } of parts.slice(1, -1)) {
    expect(module.rect.columns).toBe(4);
    expect(module.rect.rows).toBeGreaterThan(rows / 2);
  }
});

test('a story that two pages hold goes on once', async () => {
  const parts = partsOf(await dummiesOf({ river: 1900, ...REST }), 'river');
  expect(parts.map(({ module }) => module.kind)).toEqual(['story', 'rest']);
});

test('it goes on over advertisements, and beside a narrow one', async () => {
  const pixels = { width: 300, height: 300, channels: 3, background: '#888888' } as const;
  const picture = await sharp({ create: pixels }).png().toBuffer();
  const ad = (page: number, size: string): string =>
    `  - { picture: ad.png, alt: An advertisement, page: ${page}, size: ${size} }\n`;
  const manifest = `ads:\n${ad(2, '4 columns x 5 in')}${ad(3, '2 columns x 7 in')}`;
  const more = { manifest, files: { 'images/ad.png': picture } };
  const parts = partsOf(await dummiesOf({ river: 4500, ...REST }, more), 'river');
  expect(parts.map(({ page }) => page)).toEqual(parts.map((_, at) => (parts[0]?.page ?? 0) + at));
  expect(parts[0]?.page).toBeLessThan(3);
  expect(parts.length).toBeGreaterThan(3);
});
