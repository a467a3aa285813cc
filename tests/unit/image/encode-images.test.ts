import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import {
  encodeForEpub,
  encodeImages,
  imageKey,
  type ImagePlacement,
  type PictureSource,
} from '../../../src/image/encode-images.ts';
import { encodeJpeg, encodePng } from '../../../src/image/encode-pixels.ts';
import { NO_CACHE, type Cache } from '../../../src/host/cache.ts';
import { stripJpeg } from '../../../src/image/strip-jpeg.ts';
import { stripPng } from '../../../src/image/strip-png.ts';
import { openPictureDesk } from '../../../src/image/picture-desk.ts';
import type { EncodedImage } from '../../../src/image/image-asset.ts';

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** Every pixel another colour: a photograph as far as encoding goes. */
function photograph(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 7919 + ((at * at) >> 5)) & 0xff;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const sourceOf = (bytes: Buffer, cache: Cache = NO_CACHE): PictureSource => ({
  desk: openPictureDesk(() => new Uint8Array(bytes), cache),
  standIn: () => null,
  pixelsOf: () => 1,
});

async function encodeOne(bytes: Buffer, more: Partial<ImagePlacement> = {}): Promise<EncodedImage> {
  const placement = { file: '/p', crop: WHOLE, widthPt: 72, heightPt: 48, ...more };
  const images = await encodeImages([placement], sourceOf(bytes));
  const image = images.get(imageKey(placement));
  if (image === undefined) throw new Error('no picture came back');
  return image;
}

test('a photograph is shrunk to 200 pixels an inch and becomes a JPEG', async () => {
  const image = await encodeOne(await photograph(600, 400).png().toBuffer());
  expect([image.format, image.width, image.height]).toEqual(['jpeg', 201, 134]);
  const facts = await sharp(image.bytes).metadata();
  expect([facts.format, facts.width, facts.height]).toEqual(['jpeg', 201, 134]);
});

test('a small picture is not enlarged', async () => {
  const image = await encodeOne(await photograph(60, 40).png().toBuffer());
  expect([image.width, image.height]).toEqual([60, 40]);
});

test('a JPEG that fits keeps its coded data and loses where it was taken', async () => {
  const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' } };
  const tagged = await photograph(60, 40)
    .jpeg({ quality: 70 })
    .withExif({ IFD0: { Copyright: 'nobody' }, ...gps })
    .toBuffer();
  expect((await sharp(tagged).metadata()).exif).toBeDefined();
  const image = await encodeOne(Buffer.concat([tagged, Buffer.from('trailing camera notes')]));
  const plain = await photograph(60, 40).jpeg({ quality: 70 }).toBuffer();
  expect(Buffer.compare(image.bytes, plain)).toBe(0);
});

test('a turned picture stands upright', async () => {
  const turned = await photograph(60, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const image = await encodeOne(turned);
  expect([image.width, image.height]).toEqual([40, 60]);
  expect((await sharp(image.bytes).metadata()).orientation).toBeUndefined();
});

test('the crop is what is seen', async () => {
  const left = { create: { width: 40, height: 40, channels: 3 as const, background: 'black' } };
  const right = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const both = await sharp(left)
    .extend({ right: 40, background: 'black' })
    .composite([{ input: right, left: 40, top: 0 }])
    .png()
    .toBuffer();
  const image = await encodeOne(both, { crop: { x: 0.5, y: 0, width: 0.5, height: 1 } });
  expect([image.format, image.width, image.height]).toEqual(['png', 40, 40]);
  expect((await sharp(image.bytes).stats()).channels.map((channel) => channel.min)).toEqual([255, 255, 255]);
});

test('transparency stays only where there is any', async () => {
  const clear = await sharp({
    create: { width: 9, height: 9, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } },
  })
    .png()
    .toBuffer();
  const opaque = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#999' } })
    .png()
    .toBuffer();
  expect((await sharp((await encodeOne(clear)).bytes).metadata()).hasAlpha).toBe(true);
  expect((await sharp((await encodeOne(opaque)).bytes).metadata()).hasAlpha).toBe(false);
});

test('a grey photograph has one channel', async () => {
  const image = await encodeOne(
    await photograph(300, 200).toColourspace('b-w').webp({ quality: 90 }).toBuffer(),
  );
  expect(image.format).toBe('jpeg');
  const grey = await encodeOne(await photograph(600, 400).toColourspace('b-w').jpeg().toBuffer());
  expect((await sharp(grey.bytes).metadata()).channels).toBe(1);
});

test('the longest side in an EPUB is 1600 pixels', async () => {
  const tall = await encodeForEpub(['/p'], sourceOf(await photograph(900, 2000).jpeg().toBuffer()));
  expect([tall.get('/p')?.width, tall.get('/p')?.height]).toEqual([720, 1600]);
});

test('pixels of a page become PNG and JPEG of that size', async () => {
  const page = new Uint8Array(8 * 4 * 4).fill(255);
  expect(await sharp(await encodePng(page, 8, 4)).metadata()).toMatchObject({
    format: 'png',
    width: 8,
    height: 4,
    channels: 3,
  });
  expect(await sharp(await encodeJpeg(page, 8, 4)).metadata()).toMatchObject({
    format: 'jpeg',
    width: 8,
    height: 4,
  });
});

test('a progressive JPEG is followed over its scans; a cut one is not taken', async () => {
  const file = new Uint8Array(await photograph(90, 90).jpeg({ progressive: true }).toBuffer());
  expect(Buffer.compare(stripJpeg(file) ?? new Uint8Array(), file)).toBe(0);
  expect(stripJpeg(file.subarray(0, file.length - 2))).toBeNull();
});

test('what was made of a picture is kept by its bytes and what was asked for', async () => {
  const kept = new Map<string, Uint8Array>();
  const found: string[] = [];
  const cache: Cache = {
    read: (key) => {
      if (kept.has(key)) found.push(key);
      return kept.get(key) ?? null;
    },
    write: (key, bytes) => void kept.set(key, bytes),
  };
  const placement = { file: '/p', crop: WHOLE, widthPt: 72, heightPt: 48 };
  const encode = (
    bytes: Buffer,
    more: Partial<ImagePlacement> = {},
  ): Promise<ReadonlyMap<string, EncodedImage>> =>
    encodeImages([{ ...placement, ...more }], sourceOf(bytes, cache));
  const [one, other] = [
    await photograph(600, 400).png().toBuffer(),
    await photograph(600, 401).png().toBuffer(),
  ];
  const cold = await encode(one);
  expect(kept.size).toBe(1);
  expect(await encode(one)).toEqual(cold);
  expect(await encodeImages([placement], sourceOf(one))).toEqual(cold);
  expect([found.length, kept.size]).toEqual([1, 1]);
  await encode(other);
  await encode(one, { widthPt: 60 });
  await encode(one, { crop: { x: 0, y: 0, width: 1, height: 0.5 } });
  expect([found.length, kept.size]).toEqual([1, 4]);
});

/** Four colours in stripes, as a palette: a drawing. */
const drawing = (width: number, height: number): Sharp => {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (Math.floor(at / 48) % 4) * 80;
  return sharp(pixels, { raw: { width, height, channels: 3 } }).png({ palette: true, effort: 1 });
};

test('a drawing in PNG that fits keeps its coded data and loses what was said of it', async () => {
  const plain = await drawing(64, 32).toBuffer();
  const tagged = await drawing(64, 32)
    .withExif({ IFD0: { Copyright: 'nobody' } })
    .toBuffer();
  const image = await encodeOne(Buffer.concat([tagged, Buffer.from('trailing notes')]));
  expect(image.format).toBe('png');
  expect(Buffer.compare(image.bytes, stripPng(plain, true) ?? Buffer.alloc(0))).toBe(0);
  expect((await sharp(image.bytes).metadata()).exif).toBeUndefined();
  const pixels = await sharp(image.bytes).raw().toBuffer();
  expect(Buffer.compare(pixels, await sharp(plain).raw().toBuffer())).toBe(0);
});

test('a PNG goes into a PDF as it is only with all its rows in order and without alpha; a cut one into nothing', async () => {
  const interlaced = await sharp(await drawing(64, 32).toBuffer())
    .png({ progressive: true })
    .toBuffer();
  const withAlpha = await drawing(64, 32).ensureAlpha().png({ palette: false }).toBuffer();
  for (const file of [interlaced, withAlpha]) {
    expect(stripPng(file, true)).toBeNull();
    expect(stripPng(file, false)).not.toBeNull();
    expect(stripPng(file.subarray(0, -13), false)).toBeNull();
  }
  const book = await encodeForEpub(['/p'], sourceOf(withAlpha));
  expect(
    Buffer.compare(book.get('/p')?.bytes ?? Buffer.alloc(0), stripPng(withAlpha, false) ?? withAlpha),
  ).toBe(0);
  // The writer of PDF would keep an alpha channel that has no hole.
  const image = await encodeOne(withAlpha);
  expect((await sharp(image.bytes).metadata()).channels).toBe(3);
});

test('a picture with holes stays open where they are; an alpha channel without any is dropped', async () => {
  const open = sharp({
    create: { width: 40, height: 30, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 1 } },
  });
  const hole = { input: Buffer.from([0, 0, 0, 0]), raw: { width: 1, height: 1, channels: 4 as const } };
  const holed = await open
    .clone()
    .composite([{ ...hole, left: 3, top: 3, blend: 'dest-in' }])
    .png()
    .toBuffer();
  expect((await sharp((await encodeOne(holed)).bytes).metadata()).hasAlpha).toBe(true);
  expect((await sharp((await encodeOne(await open.png().toBuffer())).bytes).metadata()).hasAlpha).toBe(false);
});
