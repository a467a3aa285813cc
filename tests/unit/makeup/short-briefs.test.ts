import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// A head keeps four rows of text under it; a brief that has fewer in all stands in the column made for it all the same.

test('briefs of two lines stand one under the other, and none is left for a page of its own', async () => {
  const lengths = { river: 600, tides: 500, bell: 9, lamp: 9, tar: 9, salt: 9 };
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    ...Object.fromEntries(
      Object.entries(lengths).map(([name, words]) => [
        `articles/${name}.md`,
        quayStory(`The ${name} here`, words),
      ]),
    ),
  });
  const briefs = set.dummies?.flatMap(({ modules }) => modules).filter(({ kind }) => kind === 'briefs') ?? [];
  expect(briefs.flatMap(({ stories }) => stories).length).toBeGreaterThan(2);
  expect(set.composed.pages.length).toBe(set.dummies?.length);
});
