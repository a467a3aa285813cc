import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';
import { quayStory } from '../../tools/quay-story.ts';

// A page of photographs is a story of rows of pictures: they go on over pages as paragraphs do.

const ROW = '![A pier.](pier.jpg "Six.") ![A boat.](boat.jpg "Noon.") ![A quay.](quay.jpg "Night.")\n\n';

const gallery = async (rows: number): Promise<Record<string, string | Uint8Array>> => ({
  'articles/week.md': `# The week in pictures\n\nAll of it was seen from the quay.\n\n${ROW.repeat(rows)}`,
  'images/pier.jpg': await plainPhotograph(900, 600),
  'images/boat.jpg': await plainPhotograph(600, 600),
  'images/quay.jpg': await plainPhotograph(600, 900),
});

type Composed = Awaited<ReturnType<typeof composeFiles>>;

/** Depths of the pictures of each page, in points. */
const picturesOf = ({ set }: Composed): readonly (readonly number[])[] =>
  set.composed.pages.map(({ fragments }) =>
    fragments.flatMap((each) => (each.kind === 'image' ? [each.rect.height] : [])),
  );

test.each(['tabloid', 'reader', 'broadsheet'])(
  'rows of pictures go on over pages in the theme %s',
  async (theme) => {
    const composed = await composeFiles({
      'issue.yaml': `name: The Quay\ndate: 2026-05-04\nformat: letter\ntheme: ${theme}\n`,
      ...(await gallery(12)),
    });
    expect(composed.diagnostics.filter(({ code }) => code === 'GA705')).toEqual([]);
    const pages = picturesOf(composed).filter(({ length }) => length > 0);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toHaveLength(36);
    for (const depths of pages) expect(depths.length % 3).toBe(0);
  },
);

test('a gallery deeper than a page is made up with the others, and is as wide wherever it goes on', async () => {
  const composed = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: letter\n',
    ...(await gallery(8)),
    'articles/bell.md': quayStory('What they say about the bell', 700),
    'articles/nets.md': quayStory('What they say about the nets', 500),
  });
  expect(composed.diagnostics.map(({ code }) => code)).not.toContain('GA718');
  expect(composed.set.dummies).not.toBeNull();
  const depths = picturesOf(composed).flat();
  expect(depths).toHaveLength(24);
  expect(Math.max(...depths) - Math.min(...depths)).toBeLessThan(1);
});

test('pictures side by side do not stand in one column for the little text that their story has', async () => {
  const composed = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: broadsheet\n',
    ...(await gallery(1)),
  });
  expect(Math.min(...picturesOf(composed).flat())).toBeGreaterThan(100);
});
