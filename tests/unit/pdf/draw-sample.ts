import sharp from 'sharp';
import type { EncodedImage, RawImage } from '../../../src/image/image-asset.ts';
import type { ComposedEdition } from '../../../src/page/composed-edition.ts';
import { deflateStream } from '../../../src/pdf/deflate-stream.ts';
import { drawPdf, type PdfOptions } from '../../../src/pdf/draw-pdf.ts';
import { sampleRecord } from './sample-edition.ts';

/** A picture of 60 × 40 pixels, in the format asked for. */
export async function samplePicture(kind: 'jpeg' | 'png' | 'alpha'): Promise<EncodedImage> {
  const background = kind === 'alpha' ? { r: 20, g: 80, b: 160, alpha: 0.5 } : { r: 20, g: 80, b: 160 };
  const picture = sharp({
    create: { width: 60, height: 40, channels: kind === 'alpha' ? 4 : 3, background },
  });
  const bytes = await (kind === 'jpeg' ? picture.jpeg() : picture.png({ palette: false })).toBuffer();
  return {
    key: `sample-${kind}`,
    format: kind === 'jpeg' ? 'jpeg' : 'png',
    width: 60,
    height: 40,
    bytes: new Uint8Array(bytes),
  };
}

/** Draws an edition with the sample's record. */
export async function drawSample(
  edition: ComposedEdition,
  picture: EncodedImage | RawImage,
  more: Partial<PdfOptions> = {},
): Promise<Uint8Array> {
  const { bytes } = await drawPdf(edition, {
    profile: 'screen',
    record: sampleRecord,
    deflate: async (data) => deflateStream(data),
    images: Promise.resolve(() => picture),
    direction: 'ltr',
    sources: [],
    press: null,
    ...more,
  });
  return bytes;
}
