import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSharp, OPEN_OPTIONS } from '../../../src/image/load-sharp.ts';

// Which loaders are open is a setting of the whole process; each of these would be read without it.

const scratch = mkdtempSync(join(tmpdir(), 'galley-sharp-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
const made: Record<string, Buffer> = {};

beforeAll(async () => {
  const sharp = await loadSharp();
  const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: 'grey' } });
  for (const format of ['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const)
    made[format] = await picture.clone().toFormat(format).toBuffer();
});

test.each(['jpeg', 'png', 'webp'])('%s is read from bytes, and never from a path', async (format) => {
  const sharp = await loadSharp();
  expect((await sharp(made[format]).metadata()).width).toBe(9);
  const path = join(scratch, `a.${format}`);
  writeFileSync(path, made[format] ?? '');
  await expect(sharp(path).metadata()).rejects.toThrow();
});

test.each(['tiff', 'gif', 'avif'])('%s is not read at all', async (format) => {
  const sharp = await loadSharp();
  await expect(sharp(made[format]).metadata()).rejects.toThrow();
});

test('an SVG is not read, from bytes or from a path', async () => {
  const sharp = await loadSharp();
  await expect(sharp(Buffer.from(SVG)).metadata()).rejects.toThrow();
  const path = join(scratch, 'a.svg');
  writeFileSync(path, SVG);
  await expect(sharp(path).metadata()).rejects.toThrow();
});

test('a picture of more than a hundred million pixels is not opened, whoever asks', async () => {
  const open = await loadSharp();
  const claiming = (width: number, height: number): Buffer => {
    const bytes = Buffer.from(made['png'] ?? []);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    return bytes;
  };
  expect((await open(claiming(10_000, 10_000), OPEN_OPTIONS).metadata()).width).toBe(10_000);
  await expect(open(claiming(10_000, 10_001), OPEN_OPTIONS).metadata()).rejects.toThrow('pixel limit');
});
