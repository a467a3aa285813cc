import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

test('page 1 names stories of later pages alone, and says which it left out', async () => {
  const composeWith = (teasers: string): ReturnType<typeof composeFiles> =>
    composeFiles({
      'issue.yaml': `name: The Quay\ndate: 2026-05-04\nformat: a4\nteasers: [${teasers}]\npages: { 1: { lead: ferry } }\n`,
      'articles/ferry.md': quayStory('Ferry will stop at the old pier', 900),
      'articles/dredging.md': quayStory('Dredging takes longer', 300),
      'articles/tides.md': quayStory('Tides of the week', 300),
    });
  const { set, diagnostics } = await composeWith('ferry, tides');
  const first = set.composed.pages[0]?.fragments ?? [];
  const texts = first.flatMap((each) => (each.kind === 'text' ? each.run.texts : [])).join('');
  expect(texts).toContain('Tides of the week');
  expect(texts.split('Ferry will stop')).toHaveLength(2);
  expect(diagnostics.map(({ code, message }) => [code, message.split(':')[0]])).toContainEqual([
    'GA727',
    '"ferry" begins on page 1, where its teaser would stand',
  ]);
  const { diagnostics: quiet } = await composeWith('tides');
  expect(quiet.filter(({ code }) => code === 'GA727')).toEqual([]);
});
