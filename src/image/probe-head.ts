import type { Cache } from '../host/cache.ts';
import { sha256 } from '../host/sha256.ts';
import type { ImageAsset } from './image-asset.ts';
import { loadSharp, MOST_PIXELS, OPEN_OPTIONS } from './load-sharp.ts';
import { isAnimatedPng, sniffFormat } from './sniff-format.ts';

/** Largest file that is opened: a newspaper's photograph has a few megabytes. */
const MOST_BYTES = 100 * 1024 * 1024;

/** Longest side in pixels; beyond it, JPEG (65,535) and viewers end, and it is no picture but a strip. */
const MOST_SIDE = 30_000;

/** What is known of a picture beside its name. */
export type Facts = Omit<ImageAsset, 'file'>;

/** Why a picture cannot be set; `reason` goes on from the file's name. */
export type PictureFault = { readonly kind: 'fault'; readonly code: string; readonly reason: string };

/** What the first bytes of a picture say; `isKnown` where it was found whole before. */
export type PictureHead =
  { readonly kind: 'facts'; readonly facts: Facts; readonly isKnown: boolean } | PictureFault;

const fault = (code: string, reason: string): PictureFault => ({ kind: 'fault', code, reason });

const keyOf = (bytes: Uint8Array): string => `probe ${sha256(bytes)}`;

/** Reads the head of a picture, or what is kept of it. */
export async function probeHead(bytes: Uint8Array | null, cache: Cache): Promise<PictureHead> {
  if (bytes === null) return fault('GA602', 'cannot be read');
  if (bytes.length === 0) return fault('GA602', 'is empty');
  if (bytes.length > MOST_BYTES)
    return fault(
      'GA603',
      `has ${megabytes(bytes.length)} MB; at most ${megabytes(MOST_BYTES)} MB are opened`,
    );
  const format = sniffFormat(bytes);
  if (format === null) return fault('GA601', 'is no JPEG, PNG or WebP picture');
  if (format === 'png' && isAnimatedPng(bytes)) return fault('GA604', 'is animated');
  const kept = cache.read(keyOf(bytes));
  if (kept !== null) {
    // The cache gives what was put in, and that was of this type.
    const facts = JSON.parse(new TextDecoder().decode(kept)) as Facts;
    return { kind: 'facts', facts, isKnown: true };
  }
  try {
    return await readHead(bytes, format);
  } catch (error) {
    return fault('GA602', `is broken: ${firstLine(error)}`);
  }
}

async function readHead(bytes: Uint8Array, format: ImageAsset['format']): Promise<PictureHead> {
  const sharp = await loadSharp();
  // The size is in the first bytes: read with the limit off, so that a picture beyond it is not called broken.
  const facts = await sharp(bytes, { ...OPEN_OPTIONS, limitInputPixels: false }).metadata();
  if ((facts.pages ?? 1) > 1) return fault('GA604', 'is animated');
  const { width, height } = facts.autoOrient;
  if (width * height > MOST_PIXELS || Math.max(width, height) > MOST_SIDE) {
    return fault(
      'GA603',
      `has ${width} × ${height} pixels; opened are at most ${MOST_PIXELS / 1e6} million in all and ${MOST_SIDE} a side`,
    );
  }
  return { kind: 'facts', facts: { width, height, format, hasAlpha: facts.hasAlpha }, isKnown: false };
}

/** Decodes a picture into a thumbnail: a file that breaks off shows only so. Null for a whole one, which is kept. */
export async function decodeWhole(
  facts: Facts,
  bytes: Uint8Array | null,
  cache: Cache,
): Promise<PictureFault | null> {
  if (bytes === null) return fault('GA602', 'cannot be read');
  const sharp = await loadSharp();
  try {
    await sharp(bytes, OPEN_OPTIONS).resize({ width: 16, height: 16, fit: 'inside' }).raw().toBuffer();
  } catch (error) {
    return fault('GA602', `is broken: ${firstLine(error)}`);
  }
  cache.write(keyOf(bytes), new TextEncoder().encode(JSON.stringify(facts)));
  return null;
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** What the decoder says, in one line, without the name of its part. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = message] = message.split('\n');
  return line.replace(/^\w+: /, '').trim();
}
