import type { Metadata, PngOptions, Sharp } from 'sharp';
import type { Cache } from '../host/cache.ts';
import { sha256 } from '../host/sha256.ts';
import type { EncodedImage } from './image-asset.ts';
import { keepImage } from './keep-image.ts';
import { loadSharp, OPEN_OPTIONS } from './load-sharp.ts';
import type { PictureNatures } from './picture-nature.ts';
import { sniffFormat } from './sniff-format.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';

/** JPEG quality that shows no blocks in newspaper photographs at reading size. */
const QUALITY = 82;

/** Fractions of a picture's width and height, after orientation. */
export type Crop = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A picture to be made ready: `standIn` are bytes that stand for the file, `pixels` what it takes to decode it. */
export type PictureJob = {
  readonly key: string;
  readonly file: string;
  readonly standIn: Uint8Array | null;
  readonly pixels: number;
  readonly target: Target;
};

/** What a picture is cut and shrunk to. */
export type Target = {
  readonly crop: Crop;
  readonly targetWidth: number;
  readonly targetHeight: number;
  /** The target is a box that the picture keeps its shape in; else both sides are met at least. */
  readonly isInside?: boolean;
};

/** A rectangle of a picture, in whole pixels after orientation. */
export type Pixels = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** What is kept of pictures: what was made of them, and what they were found to be. */
export type PictureMemory = { readonly cache: Cache; readonly natureOf: PictureNatures };

/** A picture as kept, or made ready and kept. */
export async function encodeKept(
  { key, target }: PictureJob,
  bytes: Uint8Array,
  { cache, natureOf }: PictureMemory,
): Promise<EncodedImage> {
  const source = `picture ${sha256(bytes)} ${JSON.stringify(target)}`;
  const kept = await keepImage(cache, source, async () => {
    const { format, width, height, bytes: encoded } = await encode(bytes, target, natureOf);
    return { facts: { format, width, height }, bytes: encoded };
  });
  return { key, ...kept.facts, bytes: kept.bytes };
}

async function encode(
  bytes: Uint8Array,
  target: Target,
  natureOf: PictureNatures,
): Promise<Omit<EncodedImage, 'key'>> {
  const sharp = await loadSharp();
  const facts = await sharp(bytes, OPEN_OPTIONS).metadata();
  const part = cropPixels(target.crop, facts.autoOrient);
  const size = targetSize(part, target);
  const isWhole = part.width === facts.autoOrient.width && part.height === facts.autoOrient.height;
  const isSame = isWhole && size.width === part.width && size.height === part.height;
  const { isDrawn: isDrawing, isTransparent } = await natureOf(bytes);
  const passed = isSame ? pass(bytes, facts, { isDrawing, isForPdf: target.isInside !== true }) : null;
  if (passed !== null) return { ...passed, ...size };
  const oriented = sharp(bytes, OPEN_OPTIONS).autoOrient().extract(part);
  const opaque = isTransparent ? oriented : oriented.removeAlpha();
  const isGrey = facts.space === 'b-w' || facts.space === 'grey16';
  const sized = opaque.resize({ ...size, fit: 'fill' }).toColourspace(isGrey ? 'b-w' : 'srgb');
  const isPng = isDrawing || isTransparent;
  const format = isPng ? 'png' : 'jpeg';
  if (isDrawing && !isTransparent && !isGrey) return { format, ...size, bytes: await encodeDrawing(sized) };
  const encoded = isPng ? asPng(sized, isDrawing) : asJpeg(sized);
  return { format, ...size, bytes: new Uint8Array(await encoded.toBuffer()) };
}

/** Fixed settings: the same pixels give the same bytes on one lock file and one processor architecture. */
const asJpeg = (picture: Sharp): Sharp =>
  picture.jpeg({ quality: QUALITY, progressive: false, mozjpeg: false, chromaSubsampling: '4:2:0' });

/**
 * Eight bits a channel, no palette, not interlaced: the writer of PDF takes the rows over as they are. Rows of flat
 * colours are filtered by nothing: they repeat one another, and any filter hides that.
 */
const asPng = (picture: Sharp, isDrawing: boolean): Sharp =>
  picture.png({ compressionLevel: 9, adaptiveFiltering: !isDrawing, palette: false, progressive: false });

/** Pixels of a drawing that is written at once to see whether it is small, and bytes that a palette would not make fewer by much. */
const SMALL_PIXELS = 1e6;
const SMALL_BYTES = 16_384;

/** With a palette where that shows no difference: about half the bytes. Choosing its colours takes long; a small file goes without. */
async function encodeDrawing(sized: Sharp): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { data, info } = await sized.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const open = (): Sharp => sharp(data, { raw: { width, height, channels } });
  if (width * height <= SMALL_PIXELS) {
    const plain = await open().png(AT_ONCE).toBuffer();
    if (plain.length <= SMALL_BYTES) return new Uint8Array(plain);
  }
  const few = await open().png(WITH_PALETTE).toBuffer();
  const shown = await sharp(few).removeAlpha().toColourspace('srgb').raw().toBuffer();
  return new Uint8Array(looksAlike(data, shown) ? few : await asPng(open(), true).toBuffer());
}

const AT_ONCE: PngOptions = { compressionLevel: 6, adaptiveFiltering: false, palette: false };

/**
 * Nearest colours and no pattern of dots: flat tints stay flat. More effort and the last level take up to three times as
 * long for 2 % of the bytes.
 */
const WITH_PALETTE: PngOptions = {
  palette: true,
  colours: 256,
  dither: 0,
  effort: 1,
  compressionLevel: 6,
  adaptiveFiltering: false,
};

/** Mean of the squared differences of what nobody tells apart: 50 dB. */
const MOST_ERROR = 0.65;
/** A difference that shows by itself, of 255, and the share of values that may have one: the edges of lines. */
const LARGE_ERROR = 32;
const MOST_LARGE = 1 / 10_000;

/** Whether two pictures of the same size, eight bits a channel, look the same. */
export function looksAlike(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  let [squares, large] = [0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const difference = one[at]! - other[at]!;
    squares += difference * difference;
    if (difference > LARGE_ERROR || difference < -LARGE_ERROR) large += 1;
  }
  return squares <= MOST_ERROR * one.length && large <= MOST_LARGE * one.length;
}

/** The crop in whole pixels, at least one. */
export function cropPixels(crop: Crop, size: { readonly width: number; readonly height: number }): Pixels {
  const left = clamp(Math.round(crop.x * size.width), 0, size.width - 1);
  const top = clamp(Math.round(crop.y * size.height), 0, size.height - 1);
  return {
    left,
    top,
    width: clamp(Math.round(crop.width * size.width), 1, size.width - left),
    height: clamp(Math.round(crop.height * size.height), 1, size.height - top),
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The part's size shrunk to the target, never enlarged, in the part's own shape. */
export function targetSize(
  part: Pixels,
  target: Target,
): { readonly width: number; readonly height: number } {
  const across = target.targetWidth / part.width;
  const down = target.targetHeight / part.height;
  const factor = Math.min(1, target.isInside === true ? Math.min(across, down) : Math.max(across, down));
  return {
    width: Math.max(1, Math.round(part.width * factor)),
    height: Math.max(1, Math.round(part.height * factor)),
  };
}

/** A picture of the right size that may go into the file as it is, without its metadata; null for one that may not. */
function pass(
  bytes: Uint8Array,
  facts: Metadata,
  { isDrawing, isForPdf }: { readonly isDrawing: boolean; readonly isForPdf: boolean },
): Pick<EncodedImage, 'format' | 'bytes'> | null {
  const isPlain = facts.depth === 'uchar' && facts.icc === undefined && (facts.orientation ?? 1) === 1;
  if (!isPlain) return null;
  const colours = facts.space === 'srgb' ? 3 : facts.space === 'b-w' ? 1 : null;
  const format = sniffFormat(bytes);
  if (format === 'jpeg') return facts.channels === colours ? named(format, stripJpeg(bytes)) : null;
  return format === 'png' && colours !== null && isDrawing ? named(format, stripPng(bytes, isForPdf)) : null;
}

const named = (
  format: EncodedImage['format'],
  bytes: Uint8Array | null,
): Pick<EncodedImage, 'format' | 'bytes'> | null => (bytes === null ? null : { format, bytes });
