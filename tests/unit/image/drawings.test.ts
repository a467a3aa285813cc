import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodeKept, looksAlike } from '../../../src/image/encode-picture.ts';
import { openNatures } from '../../../src/image/picture-nature.ts';
import { NO_CACHE } from '../../../src/host/cache.ts';

const memory = { cache: NO_CACHE, natureOf: openNatures() };

const SIDE = 800;
const crop = { x: 0, y: 0, width: 1, height: 1 };
const target = { crop, targetWidth: SIDE / 2, targetHeight: SIDE / 2 };

/** Lines on paper, bent ones or slanted ones; `photo` fills a corner with more colours than a palette has. */
async function drawing(lines: 'bent' | 'slanted', photo: boolean): Promise<Uint8Array> {
  const pixels = new Uint8Array(SIDE * SIDE * 3).fill(255);
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const at = lines === 'bent' ? (x * x + y * y) >> 7 : x + y;
      const isLine = at % 40 < 3;
      const isPhoto = photo && x < SIDE / 2 && y < SIDE / 2;
      const colour = isPhoto ? [x, y, (x * y) % 256] : isLine ? [180, 30, 20] : [255, 255, 255];
      pixels.set(colour, 3 * (y * SIDE + x));
    }
  const raw = { width: SIDE, height: SIDE, channels: 3 } as const;
  return new Uint8Array(await sharp(pixels, { raw }).png().toBuffer());
}

const colourType = (png: Uint8Array): number | undefined => png[25];

test('a drawing gets a palette, and looks as it did', async () => {
  const bytes = await drawing('bent', false);
  const job = { key: 'lines', file: 'lines.png', standIn: null, pixels: SIDE * SIDE, target };
  const made = await encodeKept(job, bytes, memory);
  expect(made.format).toBe('png');
  expect(colourType(made.bytes)).toBe(3);
  const plain = await sharp(bytes)
    .resize(SIDE / 2, SIDE / 2, { fit: 'fill' })
    .raw()
    .toBuffer();
  const shown = await sharp(made.bytes).removeAlpha().toColourspace('srgb').raw().toBuffer();
  expect(looksAlike(plain, shown)).toBe(true);
});

test('a small one goes without: choosing colours takes longer than it saves', async () => {
  const job = { key: 'small', file: 'small.png', standIn: null, pixels: SIDE * SIDE, target };
  const made = await encodeKept(job, await drawing('slanted', false), memory);
  expect(colourType(made.bytes)).toBe(2);
  expect(made.bytes.length).toBeLessThan(16_385);
});

test('one with more colours than a palette has keeps them', async () => {
  const job = { key: 'p', file: 'p.png', standIn: null, pixels: SIDE * SIDE, target };
  const made = await encodeKept(job, await drawing('slanted', true), memory);
  expect(made.format).toBe('png');
  expect(colourType(made.bytes)).toBe(2);
});

test('a few points of another colour are a difference', () => {
  const one = new Uint8Array(30_000).fill(255);
  const other = one.slice();
  expect(looksAlike(one, other)).toBe(true);
  other.fill(200, 0, 9);
  expect(looksAlike(one, other)).toBe(false);
  expect(
    looksAlike(
      one,
      one.map((value) => value - 1),
    ),
  ).toBe(false);
  expect(looksAlike(one, one.subarray(1))).toBe(false);
});
