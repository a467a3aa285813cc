import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ImageFragment } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const TEXT = 'The boats leave at six and come back at noon, as they always did. ';

async function compose(
  fields: string,
  size: {
    readonly width: number;
    readonly height: number;
    readonly manifest?: string;
    readonly sheet?: string;
  },
): Promise<{ readonly images: readonly (ImageFragment & { page: number })[]; readonly foot: number }> {
  const { width, height, manifest = '', sheet = '' } = size;
  const background = '#888888';
  const { set, edition, diagnostics } = await composeFiles({
    'issue.yaml': `name: Quay\ndate: 2024-05-03\n${manifest}`,
    'templates/print.css': sheet,
    'images/tower.jpg': await sharp({ create: { width, height, channels: 3, background } })
      .jpeg()
      .toBuffer(),
    'articles/a.md': `---\nheadline: The tower\npicture:\n  file: tower.jpg\n  alt: A tower\n${fields}---\n${`${TEXT.repeat(8)}\n\n`.repeat(6)}`,
    'articles/b.md': `# Another\n\n${TEXT.repeat(40)}\n`,
  });
  expect(diagnostics.filter(({ code }) => code === 'GA705')).toEqual([]);
  const { live } = edition.grid;
  const images = set.composed.pages.flatMap(({ index, fragments }) =>
    fragments.flatMap((fragment) => (fragment.kind === 'image' ? [{ ...fragment, page: index }] : [])),
  );
  return { images, foot: live.y + live.height };
}

const ratioOf = ({ rect }: ImageFragment): number => rect.width / rect.height;

test('a picture deeper than its page is cropped within its range, over the legs that it wants', async () => {
  const { images, foot } = await compose('  crop: 1:3 to 3:2\n  columns: 4\n', { width: 600, height: 1800 });
  const [image] = images;
  if (image === undefined) throw new Error('no picture');
  expect(images).toHaveLength(1);
  expect(image.page).toBe(0);
  expect(image.rect.width).toBeGreaterThan(600);
  expect(image.rect.y + image.rect.height).toBeLessThan(foot);
  expect(ratioOf(image)).toBeLessThan(1.5);
});

test('where its range ends, it stands over fewer legs', async () => {
  const { images, foot } = await compose('  crop: 1:3\n  columns: all\n', { width: 600, height: 1800 });
  const [image] = images;
  if (image === undefined) throw new Error('no picture');
  expect(image.rect.width).toBeLessThan(200);
  // The crop is kept, as near as whole rows allow.
  expect(ratioOf(image)).toBeCloseTo(1 / 3, 1);
  expect(image.rect.y + image.rect.height).toBeLessThan(foot);
});

test('where one leg is too wide, all of it is shown smaller', async () => {
  const manifest = 'format: { width: 220 pt, height: 300 pt }\ngrid: { columns: 1, margins: 20 pt }\n';
  const { images, foot } = await compose('  crop: 1:4\n', { width: 600, height: 900, manifest });
  const [image] = images;
  if (image === undefined) throw new Error('no picture');
  expect(ratioOf(image)).toBeCloseTo(2 / 3, 1);
  expect(image.rect.y + image.rect.height).toBeLessThan(foot);
});

test('what no empty page holds is an error, told once', async () => {
  const manifest = 'format: { width: 220 pt, height: 190 pt }\ngrid: { columns: 1, margins: 20 pt }\n';
  const sheet = '.lead-picture img { height: 320pt; }\n';
  const composed = compose('  crop: 1:4\n', { width: 600, height: 6000, manifest, sheet });
  await expect(composed).rejects.toThrow(/^(?:GA7(?!05).*\n)*GA705 [^\n]*(?:\nGA7(?!05).*)*$/);
});
