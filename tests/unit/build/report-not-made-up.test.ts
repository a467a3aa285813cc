import { expect, test } from 'vitest';
import { reportNotMadeUp } from '../../../src/build/report-not-made-up.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

const NAMES = ['bakers', 'choir', 'ferry', 'nets', 'ropes', 'tar', 'gulls', 'river', 'weir', 'lamps'];

test('what a page has no room for stands elsewhere, the last in rank first, and the number is made up', async () => {
  const { set } = await composeFiles({
    'issue.yaml':
      'name: The Quay\ndate: 2026-05-04\nformat: letter\npages:\n  2: { lead: nets, second: bakers, briefs: [choir, ferry, ropes, tar, gulls] }\n',
    ...Object.fromEntries(
      NAMES.map((name) => [`articles/${name}.md`, quayStory(`What they say about the ${name} here`, 300)]),
    ),
  });
  const on = (page: number): readonly string[] =>
    (set.dummies ?? [])
      .filter((dummy) => dummy.page === page)
      .flatMap(({ modules }) => modules.flatMap(({ stories }) => stories));
  expect(on(2)).toEqual(['nets', 'bakers', 'choir']);
  const all = (set.dummies ?? []).flatMap(({ page }) => on(page));
  expect([...all].sort()).toEqual([...NAMES].sort());
});

test('a number that is not made up is told once where no story is known to prevent it', () => {
  const context = createCollector();
  const edition = { issueId: 'quay', language: 'en', spans: {} } as unknown as Edition;
  reportNotMadeUp([], { edition, articles: [] }, context);
  expect(context.diagnostics.map(({ code, trail }) => [code, trail])).toEqual([['GA718', ['quay', 'en']]]);
  reportNotMadeUp(['ferry', 'nets'], { edition, articles: [] }, context);
  expect(context.diagnostics.slice(1).map(({ trail }) => trail)).toEqual([
    ['quay', 'en', 'ferry'],
    ['quay', 'en', 'nets'],
  ]);
});
