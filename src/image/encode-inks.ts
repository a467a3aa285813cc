import type { Sharp } from 'sharp';
import { imageKey, type ImagePlacement } from './encode-images.ts';
import { cropPixels, targetSize } from './encode-picture.ts';
import type { EncodedImage, RawImage } from './image-asset.ts';
import { loadSharp, OPEN_OPTIONS } from './load-sharp.ts';
import { natureOf } from './picture-nature.ts';

/** A picture made ready for a press, and what it asks of it. */
export type PressImage = {
  readonly image: EncodedImage | RawImage;
  /** Ink of all plates together in the places that have most, in percent: 240 is 2.4 inks over each other. */
  readonly ink: number;
  /** Pixels an inch that the picture's file has at this size; the smaller of across and down. */
  readonly resolution: number;
};

/** Pixels an inch kept: 2.5 to a line of the 100-line screens that newspapers print at most. */
const TARGET_PPI = 250;

/** JPEG quality: plates show blocks that screens hide. */
const QUALITY = 90;

/** Pixels in a thousand that may have more ink than is reported: single points neither smear nor show through. */
const SPARED = 1;

/**
 * Makes pictures ready for a press: oriented, cropped, of at most 250 pixels an inch, in the inks of its profile, or in
 * grey. Grey pictures stay grey: they are printed in black ink. One after the other, like `encodeImages`.
 *
 * @param profile path of the press's ICC profile; null prints everything in black ink.
 * @returns by `imageKey`. Files that `read` does not give are left out.
 * @throws Error for a file that cannot be decoded: `probeImages` reported it, so that is our bug.
 */
export async function encodeInks(
  placements: readonly ImagePlacement[],
  read: (file: string) => Uint8Array | null,
  profile: string | null,
): Promise<ReadonlyMap<string, PressImage>> {
  const images = new Map<string, PressImage>();
  for (const placement of placements) {
    const key = imageKey(placement);
    const bytes = images.has(key) ? null : read(placement.file);
    if (bytes !== null) images.set(key, await encode(key, bytes, { placement, profile }));
  }
  return images;
}

async function encode(
  key: string,
  bytes: Uint8Array,
  { placement, profile }: { readonly placement: ImagePlacement; readonly profile: string | null },
): Promise<PressImage> {
  const sharp = await loadSharp();
  const facts = await sharp(bytes, OPEN_OPTIONS).metadata();
  const part = cropPixels(placement.crop, facts.autoOrient);
  const inches = { width: placement.widthPt / 72, height: placement.heightPt / 72 };
  const targetWidth = Math.ceil(inches.width * TARGET_PPI);
  const targetHeight = Math.ceil(inches.height * TARGET_PPI);
  const size = targetSize(part, { crop: placement.crop, targetWidth, targetHeight });
  const resolution = Math.round(Math.min(part.width / inches.width, part.height / inches.height));
  const oriented = (): Sharp => sharp(bytes, OPEN_OPTIONS).autoOrient().extract(part);
  const sized = (): Sharp =>
    oriented()
      .removeAlpha()
      .resize({ ...size, fit: 'fill' });
  const { isDrawn, isTransparent } = await natureOf(bytes);
  const isGrey = profile === null || (await isGreyPicture(sized()));
  const inked = (): Sharp =>
    isGrey || profile === null
      ? sized().toColourspace('b-w')
      : sized().toColourspace('srgb').withIccProfile(profile, { attach: false });
  const pixels = new Uint8Array(await inked().raw().toBuffer());
  const ink = isGrey ? 100 : mostInk(pixels);
  if (!isDrawn && !isTransparent) {
    const options = { quality: QUALITY, progressive: false, chromaSubsampling: '4:4:4' };
    const jpeg = new Uint8Array(await inked().jpeg(options).toBuffer());
    return { image: { key, format: 'jpeg', ...size, bytes: jpeg }, ink, resolution };
  }
  const mask = oriented()
    .extractChannel('alpha')
    .resize({ ...size, fit: 'fill' })
    .toColourspace('b-w');
  const alpha = isTransparent ? new Uint8Array(await mask.raw().toBuffer()) : null;
  return {
    image: { key, format: 'raw', ...size, inks: isGrey ? 1 : 4, bytes: pixels, alpha },
    ink,
    resolution,
  };
}

/** Whether a picture has no colour that the eye sees: no pixel's components differ by more than JPEG's own noise. */
async function isGreyPicture(picture: Sharp): Promise<boolean> {
  const { data, info } = await picture.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  if (info.channels < 3) return true;
  let coloured = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 10) coloured += 1;
  }
  return coloured * 1000 <= info.width * info.height;
}

/** Percent of ink that all but {@link SPARED} in a thousand pixels stay at or below. */
function mostInk(pixels: Uint8Array): number {
  const counts = new Uint32Array(401);
  for (let at = 0; at < pixels.length; at += 4) {
    const sum = (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0) + (pixels[at + 3] ?? 0);
    const percent = Math.round(sum / 2.55);
    counts[percent] = (counts[percent] ?? 0) + 1;
  }
  let above = (pixels.length / 4) * (SPARED / 1000);
  for (let percent = 400; percent > 0; percent -= 1) {
    above -= counts[percent] ?? 0;
    if (above < 0) return percent;
  }
  return 0;
}
