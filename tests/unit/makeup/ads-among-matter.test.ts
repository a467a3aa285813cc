import sharp from 'sharp';
import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

// An advertisement that asks for no page stands among the matter, however many pages the manifest asks for.

const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#888888' } })
  .png()
  .toBuffer();

async function pagesOf(manifest: string): Promise<readonly (readonly string[])[]> {
  const { set } = await composeFiles({
    'issue.yaml': `name: The Quay\ndate: 2026-05-04\n${manifest}`,
    'quay.png': picture,
    ...Object.fromEntries(
      ['bell', 'gulls', 'nets', 'ropes', 'river'].map((name) => [
        `articles/${name}.md`,
        quayStory(`What they say about the ${name} here`, 320),
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

test('matter that does not make the pages asked for stands on those that it makes without being asked', async () => {
  expect(await pagesOf('pages: 12\n')).toEqual(await pagesOf(''));
});

test('one with a page stands there, be it behind empty ones', async () => {
  const kinds = await pagesOf(`pages: 8\n${AD}, page: 7 }\n`);
  expect(kinds).toHaveLength(7);
  expect(kinds[6]).toEqual(['advertisement', 'imprint']);
});
