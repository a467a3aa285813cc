import sharp from 'sharp';
import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

const picture = async (width: number, height: number): Promise<Uint8Array> => {
  const background = { r: 90, g: 90, b: 90 };
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  );
};

test('pictures of one paragraph stand side by side, equally deep, over all columns of their story', async () => {
  const row = '![A pier.](pier.jpg "The pier.")\n![A boat.](boat.jpg)\n![A quay.](quay.jpg "The quay.")';
  const { set, edition } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/week.md': `${quayStory('A week in pictures', 300)}\n${row}\n\n${quayStory('x', 100).slice(4)}`,
    'images/pier.jpg': await picture(900, 600),
    'images/boat.jpg': await picture(600, 600),
    'images/quay.jpg': await picture(600, 900),
  });
  const rects = set.composed.pages.flatMap(({ fragments }) =>
    fragments.flatMap((each) => (each.kind === 'image' ? [each.rect] : [])),
  );
  const [pier, boat, quay] = [...rects].sort((a, b) => a.x - b.x);
  if (pier === undefined || boat === undefined || quay === undefined) throw new Error('a picture is missing');
  expect(rects).toHaveLength(3);
  for (const { y, height } of rects) {
    expect(y).toBeCloseTo(pier.y, 1);
    expect(Math.abs(height - pier.height)).toBeLessThan(0.5);
  }
  expect(pier.width / boat.width).toBeCloseTo(1.5, 1);
  expect(quay.x + quay.width - pier.x).toBeCloseTo(edition.grid.live.width, 0);
});

test('a picture among words is still told', async () => {
  const files = {
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'articles/week.md': '# A week\n\nHere ![A pier.](pier.jpg) it is.\n',
    'images/pier.jpg': await picture(90, 60),
  };
  await expect(composeFiles(files)).rejects.toThrow('GA211');
});
