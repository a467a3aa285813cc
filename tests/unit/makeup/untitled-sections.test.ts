import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

const STORIES = { bell: 1300, nets: 700, ropes: 600, gulls: 500 };

/** Rows of the grid over the first story of page 2. */
async function rowsOver(manifest: string): Promise<number> {
  const { set, edition } = await composeFiles({
    'issue.yaml': `name: The Quay\ndate: 2026-05-04\nformat: a4\n${manifest}`,
    ...Object.fromEntries(
      Object.entries(STORIES).map(([name, words]) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name}`, words),
      ]),
    ),
  });
  expect(set.dummies).not.toBeNull();
  const tops = (set.composed.pages[1]?.beads ?? []).map(({ rect }) => rect.y);
  return (Math.min(...tops) - edition.grid.live.y) / edition.grid.baseline;
}

test('a section front has the head of its section, and what is of no section the head of any page', async () => {
  const pages = 'pages: { 1: { lead: bell } }\n';
  const titled = await rowsOver(
    `sections: { a: { title: News, stories: [bell] }, b: { title: Sea, stories: [nets, ropes, gulls] } }\n${pages}`,
  );
  const bare = await rowsOver(pages);
  expect(bare).toBeLessThan(titled);
  expect(bare).toBeLessThan(5);
});
