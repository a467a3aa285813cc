import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';
import { quayStory } from '../../tools/quay-story.ts';

const STORIES = { bell: 1300, nets: 1100, ropes: 900, gulls: 1200 };

test('an advertisement on the page on which a section begins ends on the foot of the page', async () => {
  const { set, edition } = await composeFiles({
    'issue.yaml': `name: The Quay
date: 2026-05-04
format: tabloid
sections:
  news: { title: News, stories: [bell] }
  sea: { title: Sea, stories: [nets, ropes] }
  town: { title: Town, stories: [gulls] }
ads:
  - { picture: rope.jpg, alt: Rope, size: 2 columns x 80 mm, page: 2 }
  - { picture: rope.jpg, alt: Rope, size: 2 columns x 80 mm, page: 3 }
`,
    'images/rope.jpg': await plainPhotograph(900, 720),
    ...Object.fromEntries(
      Object.entries(STORIES).map(([name, words]) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name}`, words),
      ]),
    ),
  });
  const { live, baseline } = edition.grid;
  const feet = set.composed.pages
    .slice(1, 3)
    .map(({ fragments }) =>
      fragments.flatMap((fragment) =>
        fragment.kind === 'image'
          ? [(live.y + live.height - fragment.rect.y - fragment.rect.height) / baseline]
          : [],
      ),
    );
  expect(feet.map(({ length }) => length)).toEqual([1, 1]);
  // Page 2 has the tall head of a section.
  const tops = set.composed.pages.map(({ beads }) => Math.min(...beads.map(({ rect }) => rect.y)));
  expect(tops[1]).toBeGreaterThan(live.y + baseline);
  expect(Math.abs(feet[0]?.[0] ?? Infinity)).toBeLessThan(1);
});
