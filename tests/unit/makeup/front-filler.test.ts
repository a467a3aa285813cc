import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

const WORDS = { bell: 900, gulls: 300, nets: 150, tar: 130, ropes: 120, letter: 800, reply: 450 };

test('page 1 has a second story rather than a house filler under the first', async () => {
  const { set } = await composeFiles({
    'issue.yaml': [
      'name: The Quay',
      'date: 2026-05-04',
      'sections:',
      '  news: [bell, gulls, nets, tar, ropes]',
      '  letters: { layout: opinion, stories: [letter, reply] }',
      '',
    ].join('\n'),
    ...Object.fromEntries(
      Object.entries(WORDS).map(([name, words]) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name} here`, words),
      ]),
    ),
  });
  const front = set.dummies?.[0]?.modules ?? [];
  expect(front.map(({ kind }) => kind)).not.toContain('panel');
  expect(front.length).toBeGreaterThan(1);
});
