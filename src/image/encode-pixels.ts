import type { JpegOptions, Sharp } from 'sharp';
import { loadSharp } from './load-sharp.ts';

/** JPEG quality of a cover: it carries small text. */
const COVER_QUALITY = 88;

/**
 * Pixels as a PNG: a page for people to look at.
 *
 * @param rgba four bytes a pixel, rows from the top.
 */
export async function encodePng(rgba: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const picture = await openPixels(rgba, width, height);
  return new Uint8Array(
    await picture.png({ compressionLevel: 9, adaptiveFiltering: true, palette: false }).toBuffer(),
  );
}

/**
 * Pixels as a JPEG: the cover of an EPUB. Transparency becomes white paper.
 *
 * @param rgba four bytes a pixel, rows from the top.
 */
export async function encodeJpeg(rgba: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const picture = await openPixels(rgba, width, height);
  const options: JpegOptions = { quality: COVER_QUALITY, mozjpeg: false, chromaSubsampling: '4:4:4' };
  return new Uint8Array(await picture.flatten({ background: 'white' }).jpeg(options).toBuffer());
}

/** A page has no need of an alpha channel: where all is opaque it is dropped. */
async function openPixels(rgba: Uint8Array, width: number, height: number): Promise<Sharp> {
  const sharp = await loadSharp();
  const picture = sharp(rgba, { raw: { width, height, channels: 4 } });
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return picture;
  return picture.removeAlpha();
}
