import type { Crop, Target } from './encode-picture.ts';
import type { EncodedImage } from './image-asset.ts';
import type { PictureDesk } from './picture-desk.ts';

/** A place of a picture: which part of which file, and how large it stands on the page. */
export type ImagePlacement = {
  readonly file: string;
  /** Fractions of the picture's width and height, after orientation. */
  readonly crop: Crop;
  readonly widthPt: number;
  readonly heightPt: number;
};

/** Pixels an inch on the page: what a screen at twice its size, or a newspaper press, can show. */
const TARGET_PPI = 200;

/** Longest side of a picture in an EPUB, in pixels: a page of the largest e-readers. */
const EPUB_SIDE = 1600;

/** The key of a placement: equal for places that can share a picture. */
export function imageKey(placement: ImagePlacement): string {
  const { crop } = placement;
  const parts = [crop.x, crop.y, crop.width, crop.height].map((value) => value.toFixed(5));
  return `${placement.file}|${parts.join(',')}|${placement.widthPt.toFixed(2)}×${placement.heightPt.toFixed(2)}`;
}

/**
 * Makes pictures ready for their places: oriented, in sRGB, cropped, of at most 200 pixels an inch, without
 * metadata. Photographs become JPEG, drawings and pictures with transparency PNG; a JPEG or a drawing in PNG that fits
 * goes through without being compressed again.
 *
 * @returns by {@link imageKey}. Files that `read` does not give are left out.
 * @throws Error for a file that cannot be decoded: `probeImages` reported it, so that is our bug.
 */
export async function encodeImages(
  placements: readonly ImagePlacement[],
  source: PictureSource,
): Promise<ReadonlyMap<string, EncodedImage>> {
  const jobs = new Map<string, Wanted>();
  for (const { file, crop, widthPt, heightPt } of placements) {
    const targetWidth = Math.ceil((widthPt / 72) * TARGET_PPI);
    const targetHeight = Math.ceil((heightPt / 72) * TARGET_PPI);
    const key = imageKey({ file, crop, widthPt, heightPt });
    jobs.set(key, { key, file, target: { crop, targetWidth, targetHeight } });
  }
  return encodeAll([...jobs.values()], source);
}

/**
 * Makes pictures ready for an EPUB: as {@link encodeImages}, whole, with a longest side of at most 1600 pixels.
 *
 * @returns by file. Files that `read` does not give are left out.
 * @throws Error for a file that cannot be decoded: `probeImages` reported it, so that is our bug.
 */
export async function encodeForEpub(
  files: readonly string[],
  source: PictureSource,
): Promise<ReadonlyMap<string, EncodedImage>> {
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const target = { crop, targetWidth: EPUB_SIDE, targetHeight: EPUB_SIDE, isInside: true };
  return encodeAll(
    files.map((file) => ({ key: file, file, target })),
    source,
  );
}

/** Where pictures come from. */
export type PictureSource = {
  readonly desk: PictureDesk;
  /** Bytes that stand for a file; null where the file itself does. */
  readonly standIn: (file: string) => Uint8Array | null;
  /** Pixels of a picture, for the memory it takes. */
  readonly pixelsOf: (file: string) => number;
};

type Wanted = { readonly key: string; readonly file: string; readonly target: Target };

async function encodeAll(
  wanted: readonly Wanted[],
  { desk, standIn, pixelsOf }: PictureSource,
): Promise<ReadonlyMap<string, EncodedImage>> {
  const jobs = wanted.map((one) => ({ ...one, standIn: standIn(one.file), pixels: pixelsOf(one.file) }));
  const images = await desk.encode(jobs);
  return new Map(images.flatMap((image) => (image === null ? [] : [[image.key, image]])));
}
