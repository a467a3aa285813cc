import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Cache } from '../host/cache.ts';
import { sha256 } from '../host/sha256.ts';
import type { ImageAsset } from './image-asset.ts';
import type { PictureSource } from './encode-images.ts';
import { loadSharp, MOST_PIXELS, OPEN_OPTIONS } from './load-sharp.ts';
import { runWithin } from './run-within.ts';
import { isAnimatedPng, sniffFormat } from './sniff-format.ts';

/** A picture file and the line that refers to it. */
export type ImageReference = { readonly file: string; readonly at: Span | null };

/** Largest file that is opened: a newspaper's photograph has a few megabytes. */
const MOST_BYTES = 100 * 1024 * 1024;

/** Longest side in pixels; beyond it, JPEG (65,535) and viewers end, and it is no picture but a strip. */
const MOST_SIDE = 30_000;

/**
 * Opens every picture once, decodes it whole and gives its size as it will stand: after orientation by EXIF. A picture
 * that was found whole before, by its bytes, is not decoded again.
 *
 * Reports GA601 (not JPEG, PNG or WebP), GA602 (broken, or not to be read), GA603 (too large) and GA604 (animated),
 * once a file, at the first line that refers to it; such a file is left out of the result.
 *
 * @returns by file.
 */
export async function probeImages(
  files: readonly ImageReference[],
  { read, cache }: Pick<PictureSource, 'read' | 'cache'>,
  context: Context,
): Promise<ReadonlyMap<string, ImageAsset>> {
  const references = new Map<string, ImageReference>();
  for (const reference of files)
    if (!references.has(reference.file)) references.set(reference.file, reference);
  const heads: { readonly reference: ImageReference; readonly head: Head }[] = [];
  for (const reference of references.values())
    heads.push({ reference, head: await probeHead(read(reference.file), cache) });
  const probed = await runWithin(
    heads.map(({ reference: { file }, head }) => ({
      weight: head.kind === 'facts' ? head.facts.width * head.facts.height : 0,
      run: async () => (head.kind === 'facts' && !head.isKnown ? decodeWhole(head, read(file), cache) : head),
    })),
  );
  const assets = new Map<string, ImageAsset>();
  probed.forEach((result, index) => {
    const { file = '', at = null } = heads[index]?.reference ?? {};
    if (result.kind === 'facts') assets.set(file, { file, ...result.facts });
    else reportFault(context, result.code, { message: `${nameOf(file)} ${result.reason}`, span: at });
  });
  return assets;
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

type Facts = Omit<ImageAsset, 'file'>;

/** What the first bytes of a picture say; `key` is the picture's in the cache. */
type Head =
  | { readonly kind: 'facts'; readonly facts: Facts; readonly key: string; readonly isKnown: boolean }
  /** `reason` goes on from the file's name. */
  | { readonly kind: 'fault'; readonly code: string; readonly reason: string };

const fault = (code: string, reason: string): Head => ({ kind: 'fault', code, reason });

async function probeHead(bytes: Uint8Array | null, cache: Cache): Promise<Head> {
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
  const key = `probe ${sha256(bytes)}`;
  const kept = cache.read(key);
  if (kept !== null) {
    // The cache gives what was put in, and that was of this type.
    const facts = JSON.parse(new TextDecoder().decode(kept)) as Facts;
    return { kind: 'facts', facts, key, isKnown: true };
  }
  try {
    return await readHead(bytes, format, key);
  } catch (error) {
    return fault('GA602', `is broken: ${firstLine(error)}`);
  }
}

async function readHead(bytes: Uint8Array, format: ImageAsset['format'], key: string): Promise<Head> {
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
  return { kind: 'facts', facts: { width, height, format, hasAlpha: facts.hasAlpha }, key, isKnown: false };
}

/** Decodes a picture into a thumbnail: a file that breaks off shows only so. */
async function decodeWhole(
  head: Extract<Head, { readonly kind: 'facts' }>,
  bytes: Uint8Array | null,
  cache: Cache,
): Promise<Head> {
  if (bytes === null) return fault('GA602', 'cannot be read');
  const sharp = await loadSharp();
  try {
    await sharp(bytes, OPEN_OPTIONS).resize({ width: 16, height: 16, fit: 'inside' }).raw().toBuffer();
  } catch (error) {
    return fault('GA602', `is broken: ${firstLine(error)}`);
  }
  cache.write(head.key, new TextEncoder().encode(JSON.stringify(head.facts)));
  return head;
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** What the decoder says, in one line, without the name of its part. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = message] = message.split('\n');
  return line.replace(/^\w+: /, '').trim();
}
