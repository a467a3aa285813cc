import sharp from 'sharp';
import { expect, test } from 'vitest';
import { natureOf, openNatures } from '../../../src/image/picture-nature.ts';

const SIDE = 60;

/** Paper with a stripe of ink, or points of all colours; with an alpha channel that has a hole, or none. */
async function picture(isDrawn: boolean, alpha: 'hole' | 'full' | null): Promise<Uint8Array> {
  const channels = alpha === null ? 3 : 4;
  const pixels = new Uint8Array(SIDE * SIDE * channels).fill(255);
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const colour = isDrawn
      ? [at % SIDE < 5 ? 0 : 255, 255, 255]
      : [at % 251, (at * 7) % 241, (at * 13) % 239];
    pixels.set(colour, at * channels);
  }
  if (alpha === 'hole') pixels[3] = 0;
  return new Uint8Array(
    await sharp(pixels, { raw: { width: SIDE, height: SIDE, channels } })
      .png()
      .toBuffer(),
  );
}

test('a picture of few colours is drawn, and one with a hole is transparent', async () => {
  expect(await natureOf(await picture(true, null))).toEqual({ isDrawn: true, isTransparent: false });
  expect(await natureOf(await picture(false, null))).toEqual({ isDrawn: false, isTransparent: false });
  expect(await natureOf(await picture(true, 'full'))).toEqual({ isDrawn: true, isTransparent: false });
  expect(await natureOf(await picture(false, 'hole'))).toEqual({ isDrawn: false, isTransparent: true });
});

test('a photograph in JPEG is neither, and is not decoded for that', async () => {
  const broken = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
  expect(await natureOf(broken)).toEqual({ isDrawn: false, isTransparent: false });
});

test('each picture is looked at once', async () => {
  const natures = openNatures();
  const one = await picture(true, null);
  expect(natures(one)).toBe(natures(one.slice()));
  expect(natures(await picture(false, null))).not.toBe(natures(one));
});
