import sharp from 'sharp';
import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// An advertisement that asks for no page stands among the matter, however many pages the manifest asks for.

const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#888888' } })
  .png()
  .toBuffer();

const LENGTHS = { bell: 320, gulls: 320, nets: 320, ropes: 320, river: 320 };

async function pagesOf(
  manifest: string,
  lengths: Readonly<Record<string, number>> = LENGTHS,
): Promise<readonly (readonly string[])[]> {
  const { set } = await composeFiles({
    'issue.yaml': `name: The Quay\ndate: 2026-05-04\n${manifest}`,
    'quay.png': picture,
    ...Object.fromEntries(
      Object.entries(lengths).map(([name, words]) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name} here`, words),
      ]),
    ),
  });
  if (set.dummies === null) throw new Error('the number was not made up');
  return set.dummies.map(({ modules }) => modules.map(({ kind }) => kind));
}

const AD = 'ads:\n  - { picture: quay.png, alt: Boats, size: 2 columns x 60 mm';

test.each(['', 'pages: 8\n'])('without a page of its own (%s)', async (pages) => {
  const kinds = await pagesOf(`${pages}${AD} }\n`);
  expect(kinds.length).toBeLessThan(4);
  for (const page of kinds) expect(page).toContain('story');
  expect(kinds.flat().filter((kind) => kind === 'advertisement')).toHaveLength(1);
});

test('more than half a page of them stands together where that spares a page that would hold little else', async () => {
  const ad = (size: string): string => `  - { picture: quay.png, alt: Boats, size: ${size} }\n`;
  const ads = ad('5 columns x 200 mm') + ad('3 columns x 90 mm') + ad('1 column x 60 mm');
  const kinds = await pagesOf(`format: tabloid\nads:\n${ads}`, { bell: 1000, gulls: 500, nets: 380 });
  expect(kinds).toEqual([
    ['story', 'story', 'story'],
    ['advertisement', 'advertisement', 'advertisement', 'imprint'],
  ]);
});

test('matter that does not make the pages asked for stands on those that it makes without being asked', async () => {
  expect(await pagesOf('pages: 12\n')).toEqual(await pagesOf(''));
});

test('one with a page stands there, be it behind empty ones', async () => {
  const kinds = await pagesOf(`pages: 8\n${AD}, page: 7 }\n`);
  expect(kinds).toHaveLength(7);
  expect(kinds[6]).toEqual(['advertisement', 'imprint']);
});
