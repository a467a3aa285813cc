import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { createCollector, type Context } from '../../../src/diagnostics/context.ts';
import { NO_CACHE } from '../../../src/host/cache.ts';
import { probeImages, type ImageReference } from '../../../src/image/probe-images.ts';
import { openPictureDesk } from '../../../src/image/picture-desk.ts';
import type { ImageAsset } from '../../../src/image/image-asset.ts';

const fixture = (code: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../diagnostics/${code}/in/images/${name}`, import.meta.url)));

/** Pictures that are whole. */
async function probe(
  references: readonly ImageReference[],
  bytes: Uint8Array,
  context: Context,
): Promise<ReadonlyMap<string, ImageAsset>> {
  const desk = openPictureDesk(() => bytes, NO_CACHE);
  const probed = await probeImages(references, { desk, standIn: () => null }, context);
  return (await probed.finish()) ? probed.images : new Map();
}

const picture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: 'grey' } });

test('gives the size after orientation by EXIF', async () => {
  const turned = await picture(30, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const context = createCollector();
  const assets = await probe([{ file: '/a.jpg', at: null }], new Uint8Array(turned), context);
  expect(assets.get('/a.jpg')).toEqual({
    file: '/a.jpg',
    width: 20,
    height: 30,
    format: 'jpeg',
    hasAlpha: false,
  });
  expect(context.diagnostics).toEqual([]);
});

test.each([
  ['GA601', 'ferry.jpg', 'is no JPEG, PNG or WebP picture'],
  ['GA602', 'ferry.jpg', 'is broken'],
  ['GA603', 'ferry.png', 'has 40000 × 40000 pixels'],
  ['GA604', 'ferry.webp', 'is animated'],
])('reports %s at the line that refers to the file, once', async (code, name, reason) => {
  const context = createCollector();
  const at = { file: '/articles/a.md', start: 4, end: 9 };
  const file = `/images/${name}`;
  const assets = await probe(
    [
      { file, at },
      { file, at: null },
    ],
    fixture(code, name),
    context,
  );
  expect(assets.size).toBe(0);
  expect(context.diagnostics.map((one) => [one.code, one.span])).toEqual([[code, at]]);
  expect(context.diagnostics[0]?.message).toContain(`${name} ${reason}`);
});

test('a picture of one pixel across and 40,000 down is refused, one of 30,000 is not', async () => {
  const context = createCollector();
  const sizeOf = async (height: number): Promise<number> => {
    const bytes = new Uint8Array(await picture(1, height).png().toBuffer());
    return (await probe([{ file: `/${height}.png`, at: null }], bytes, context)).size;
  };
  expect([await sizeOf(30_000), await sizeOf(30_001)]).toEqual([1, 0]);
  expect(context.diagnostics.map((one) => one.code)).toEqual(['GA603']);
});

test('an SVG that calls itself a picture is never opened', async () => {
  const context = createCollector();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await probe([{ file: '/a.png', at: null }], new Uint8Array(svg), context);
  expect(context.diagnostics.map((one) => one.code)).toEqual(['GA601']);
  await expect(sharp(svg).metadata()).rejects.toThrow();
});

test('a picture that breaks off has its size at once, and is told when all were decoded', async () => {
  const bytes = fixture('GA602', 'ferry.jpg');
  const context = createCollector();
  const desk = openPictureDesk(() => bytes, NO_CACHE);
  const references = [{ file: '/images/ferry.jpg', at: null }];
  const probed = await probeImages(references, { desk, standIn: () => null }, context);
  expect([probed.images.size, context.diagnostics.length]).toEqual([1, 0]);
  expect(await probed.finish()).toBe(false);
  expect(context.diagnostics.map(({ code }) => code)).toEqual(['GA602']);
});
