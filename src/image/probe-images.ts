import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { ImageAsset } from './image-asset.ts';
import { loadSharp, MOST_PIXELS, OPEN_OPTIONS } from './load-sharp.ts';
import { isAnimatedPng, sniffFormat } from './sniff-format.ts';

/** A picture file and the line that refers to it. */
export type ImageReference = { readonly file: string; readonly at: Span | null };

/** Largest file that is opened: a newspaper's photograph has a few megabytes. */
const MOST_BYTES = 100 * 1024 * 1024;

/** Longest side in pixels; beyond it, JPEG (65,535) and viewers end, and it is no picture but a strip. */
const MOST_SIDE = 30_000;

/**
 * Opens every picture once, decodes it whole and gives its size as it will stand: after orientation by EXIF.
 * One after the other, so that no two decoded pictures share the memory.
 *
 * Reports GA601 (not JPEG, PNG or WebP), GA602 (broken, or not to be read), GA603 (too large) and GA604 (animated),
 * once a file, at the first line that refers to it; such a file is left out of the result.
 *
 * @returns by file.
 */
export async function probeImages(
  files: readonly ImageReference[],
  read: (file: string) => Uint8Array | null,
  context: Context,
): Promise<ReadonlyMap<string, ImageAsset>> {
  const assets = new Map<string, ImageAsset>();
  const seen = new Set<string>();
  for (const reference of files) {
    if (seen.has(reference.file)) continue;
    seen.add(reference.file);
    const probed = await probeImage(reference.file, read(reference.file));
    if (probed.kind === 'asset') assets.set(reference.file, probed.asset);
    else
      reportFault(context, probed.code, {
        message: `${nameOf(reference.file)} ${probed.reason}`,
        span: reference.at,
      });
  }
  return assets;
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

type Probed =
  | { readonly kind: 'asset'; readonly asset: ImageAsset }
  /** `reason` goes on from the file's name. */
  | { readonly kind: 'fault'; readonly code: string; readonly reason: string };

const fault = (code: string, reason: string): Probed => ({ kind: 'fault', code, reason });

async function probeImage(file: string, bytes: Uint8Array | null): Promise<Probed> {
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
  try {
    return await decodeImage(file, bytes, format);
  } catch (error) {
    return fault('GA602', `is broken: ${firstLine(error)}`);
  }
}

async function decodeImage(file: string, bytes: Uint8Array, format: ImageAsset['format']): Promise<Probed> {
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
  // Whole, into a thumbnail: a file that breaks off shows only here.
  await sharp(bytes, OPEN_OPTIONS).resize({ width: 16, height: 16, fit: 'inside' }).raw().toBuffer();
  return { kind: 'asset', asset: { file, width, height, format, hasAlpha: facts.hasAlpha } };
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** What the decoder says, in one line, without the name of its part. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = message] = message.split('\n');
  return line.replace(/^\w+: /, '').trim();
}
