import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { convertColours } from '../../../src/image/convert-colours.ts';
import { imageKey, type ImagePlacement } from '../../../src/image/encode-images.ts';
import { encodeInks, type PressImage } from '../../../src/image/encode-inks.ts';
import { readIccFacts } from '../../../src/image/icc-facts.ts';

const profile = new URL('../../../src/image/newsprint.icc', import.meta.url).pathname;
const profileBytes = new Uint8Array(readFileSync(profile));

type Rgba = { readonly r: number; readonly g: number; readonly b: number; readonly alpha?: number };

/** A picture with a field of each colour, with noise so that it is no drawing. */
async function photo(colours: readonly Rgba[], size = 100): Promise<Uint8Array> {
  const pixels = new Uint8Array(size * size * 3);
  let state = 1;
  for (let at = 0; at < size * size; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = ((state >>> 16) % 7) - 3;
    const colour = colours[Math.floor((at / (size * size)) * colours.length)];
    pixels.set(
      [colour?.r ?? 0, colour?.g ?? 0, colour?.b ?? 0].map((value) => clamp(value + noise)),
      at * 3,
    );
  }
  const raw = { width: size, height: size, channels: 3 as const };
  return new Uint8Array(await sharp(pixels, { raw }).jpeg({ quality: 95 }).toBuffer());
}

const clamp = (value: number): number => Math.min(255, Math.max(0, value));

const flat = async (colour: Rgba): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({
      create: { width: 40, height: 20, channels: colour.alpha === undefined ? 3 : 4, background: colour },
    })
      .png()
      .toBuffer(),
  );

async function encoded(bytes: Uint8Array, widthPt = 72, press: string | null = profile): Promise<PressImage> {
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const placement: ImagePlacement = { file: '/a', crop, widthPt, heightPt: widthPt };
  const image = (await encodeInks([placement], () => bytes, press)).get(imageKey(placement));
  if (image === undefined) throw new Error('nothing was encoded');
  return image;
}

test('a photograph becomes a JPEG of four inks, without the profile in it', async () => {
  const { image, ink, resolution } = await encoded(
    await photo([
      { r: 200, g: 40, b: 30 },
      { r: 20, g: 60, b: 120 },
    ]),
  );
  expect(image.format).toBe('jpeg');
  const facts = await sharp(image.bytes).metadata();
  expect(facts).toMatchObject({ space: 'cmyk', channels: 4, hasProfile: false });
  expect(ink).toBeGreaterThan(100);
  expect(resolution).toBe(100);
});

test('what newsprint gets stays below its limit, whatever the picture', async () => {
  const dark = { r: 12, g: 2, b: 30 };
  const { ink } = await encoded(await photo([dark, { r: 0, g: 40, b: 0 }, { r: 60, g: 0, b: 0 }]));
  expect(ink).toBeGreaterThan(150);
  expect(ink).toBeLessThanOrEqual(225);
});

test('a picture without colour goes to the press in grey, and so does any for black ink alone', async () => {
  const grey = await encoded(await photo([{ r: 90, g: 90, b: 90 }]));
  const black = await encoded(await photo([{ r: 200, g: 40, b: 30 }]), 72, null);
  for (const { image, ink } of [grey, black]) {
    expect((await sharp(image.bytes).metadata()).channels).toBe(1);
    expect(ink).toBe(100);
  }
});

test('a drawing keeps its edges: bare pixels, paper 0; what is transparent has a mask', async () => {
  const solid = await encoded(await flat({ r: 200, g: 40, b: 30 }));
  expect(solid.image).toMatchObject({ format: 'raw', inks: 4, alpha: null });
  expect(solid.image.bytes.length).toBe(solid.image.width * solid.image.height * 4);
  const glass = await encoded(await flat({ r: 255, g: 255, b: 255, alpha: 0.5 }));
  expect(glass.image).toMatchObject({ format: 'raw', inks: 1 });
  if (glass.image.format !== 'raw') throw new Error('bare pixels are expected');
  expect(glass.image.alpha?.length).toBe(glass.image.width * glass.image.height);
  expect(glass.image.alpha?.[0]).toBeCloseTo(128, -1);
  expect(glass.image.bytes[0]).toBe(255);
});

test('a turned picture stands upright for the press too', async () => {
  const bytes = await sharp(
    await photo([
      { r: 220, g: 220, b: 220 },
      { r: 10, g: 10, b: 10 },
    ]),
  )
    .resize({ width: 120, height: 60, fit: 'fill' })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const { image } = await encoded(new Uint8Array(bytes));
  expect([image.width, image.height]).toEqual([60, 120]);
  // What was below is on the left after a quarter turn.
  const { data, info } = await sharp(image.bytes).raw().toBuffer({ resolveWithObject: true });
  const black = (x: number): number => data[(60 * info.width + x) * info.channels + info.channels - 1] ?? 0;
  expect(black(5) === black(54)).toBe(false);
});

test('pixels an inch are told at the size on the page', async () => {
  const bytes = await photo([{ r: 200, g: 40, b: 30 }]);
  expect((await encoded(bytes, 144)).resolution).toBe(50);
  const small = await encoded(bytes, 14.4);
  // Of 500 pixels an inch no press shows more than half.
  expect(small.resolution).toBe(500);
  expect(small.image.width).toBe(50);
});

test('greys are black ink alone, other colours are mixed, in whole percents', async () => {
  const red = { red: 0.7, green: 0.1, blue: 0.1 };
  const black = { red: 0, green: 0, blue: 0 };
  const soft = { red: 0.5, green: 0.51, blue: 0.49 };
  const inkOf = await convertColours([red, black, soft], profile);
  expect(inkOf(black)).toEqual({ cyan: 0, magenta: 0, yellow: 0, black: 1 });
  const nearly = { red: 0.067, green: 0.067, blue: 0.067 };
  expect(inkOf(nearly)).toEqual(inkOf(black));
  expect(inkOf(soft)).toMatchObject({ cyan: 0, magenta: 0, yellow: 0 });
  expect(inkOf(soft).black).toBeCloseTo(0.49, 2);
  const mixed = inkOf(red);
  expect(mixed.magenta).toBeGreaterThan(0.6);
  for (const ink of Object.values(mixed)) expect(Math.round(ink * 100) / 100).toBe(ink);
  expect(await convertColours([red], null).then((own) => own(red))).toMatchObject({ magenta: 0, yellow: 0 });
});

test('an ICC profile says what it is; anything else is none', () => {
  expect(readIccFacts(profileBytes)).toEqual({
    deviceClass: 'prtr',
    colourSpace: 'CMYK',
    description: 'Newsprint coldset (SNAP TR 002)',
  });
  expect(readIccFacts(profileBytes.subarray(0, 100))).toBeNull();
  expect(readIccFacts(profileBytes.subarray(0, 400))).toBeNull();
  expect(readIccFacts(new Uint8Array(500))).toBeNull();
  // A table of tags that leads out of the file.
  const torn = profileBytes.slice();
  torn.fill(0xff, 128, 400);
  expect(readIccFacts(torn)?.description).toBe('ICC profile without a name');
});
