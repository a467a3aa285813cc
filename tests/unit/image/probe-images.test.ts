import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { NO_CACHE } from '../../../src/host/cache.ts';
import { probeImages } from '../../../src/image/probe-images.ts';

const fixture = (code: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../diagnostics/${code}/in/images/${name}`, import.meta.url)));

const picture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: 'grey' } });

test('gives the size after orientation by EXIF', async () => {
  const turned = await picture(30, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const context = createCollector();
  const assets = await probeImages(
    [{ file: '/a.jpg', at: null }],
    { read: () => new Uint8Array(turned), cache: NO_CACHE },
    context,
  );
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
  const assets = await probeImages(
    [
      { file, at },
      { file, at: null },
    ],
    { read: () => fixture(code, name), cache: NO_CACHE },
    context,
  );
  expect(assets.size).toBe(0);
  expect(context.diagnostics.map((one) => [one.code, one.span])).toEqual([[code, at]]);
  expect(context.diagnostics[0]?.message).toContain(`${name} ${reason}`);
});

test('a picture of one pixel across and 40,000 down is refused, one of 30,000 is not', async () => {
  const context = createCollector();
  const probe = async (height: number): Promise<number> => {
    const bytes = new Uint8Array(await picture(1, height).png().toBuffer());
    return (
      await probeImages(
        [{ file: `/${height}.png`, at: null }],
        { read: () => bytes, cache: NO_CACHE },
        context,
      )
    ).size;
  };
  expect([await probe(30_000), await probe(30_001)]).toEqual([1, 0]);
  expect(context.diagnostics.map((one) => one.code)).toEqual(['GA603']);
});

test('an SVG that calls itself a picture is never opened', async () => {
  const context = createCollector();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await probeImages(
    [{ file: '/a.png', at: null }],
    { read: () => new Uint8Array(svg), cache: NO_CACHE },
    context,
  );
  expect(context.diagnostics.map((one) => one.code)).toEqual(['GA601']);
  await expect(sharp(svg).metadata()).rejects.toThrow();
});
