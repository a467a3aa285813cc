import { inflate } from 'pako';
import { imageKey } from '../image/encode-images.ts';
import type { EncodedImage, RawImage } from '../image/image-asset.ts';
import type { ImageFragment } from '../page/page.ts';
import type { ObjectSink } from './object-sink.ts';
import { bytes, dict, name, type PdfDict, type PdfRef, type PdfValue } from './pdf-value.ts';
import { parsePng, unfilterRows, type ParsedPng } from './png-parse.ts';

/** The pictures of a file: each stored once. They may be made ready while pages are drawn. */
export type ImageStore = {
  /** The name of a fragment's picture in the resources of every page: `Im1`. */
  readonly use: (fragment: ImageFragment) => string;
  /** Puts the pictures that were used into the file; gives their references by name. */
  readonly embed: (imageOf: ImageOf) => ReadonlyMap<string, PdfRef>;
};

/** Finds the picture made ready for a fragment: in sRGB or grey, for the press in its inks or grey. */
export type ImageOf = (fragment: ImageFragment) => EncodedImage | RawImage;

/** Opens an empty store. */
export function createImageStore(sink: ObjectSink): ImageStore {
  const used = new Map<string, { readonly resource: string; readonly fragment: ImageFragment }>();
  return {
    use: (fragment) => {
      const { file, crop, rect } = fragment;
      const key = imageKey({ file, crop, widthPt: rect.width, heightPt: rect.height });
      const known = used.get(key) ?? { resource: `Im${used.size + 1}`, fragment };
      used.set(key, known);
      return known.resource;
    },
    embed: (imageOf) => {
      const refs = new Map<string, PdfRef>();
      const stored: { readonly ref: PdfRef; readonly bytes: Uint8Array }[] = [];
      for (const { resource, fragment } of used.values()) {
        const image = imageOf(fragment);
        const same = stored.find((other) => isSame(other.bytes, image.bytes));
        const ref = same?.ref ?? embed(sink, image);
        if (same === undefined) stored.push({ ref, bytes: image.bytes });
        refs.set(resource, ref);
      }
      return refs;
    },
  };
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && Buffer.compare(one, other) === 0;

function embed(sink: ObjectSink, image: EncodedImage | RawImage): PdfRef {
  switch (image.format) {
    case 'jpeg':
      return embedJpeg(sink, image);
    case 'png':
      return embedPng(sink, image);
    case 'raw':
      return embedRaw(sink, image);
  }
}

/** Bare pixels in inks; what is transparent gets a soft mask. */
function embedRaw(sink: ObjectSink, { width, height, inks, bytes: pixels, alpha }: RawImage): PdfRef {
  const grey = name('DeviceGray');
  const mask =
    alpha === null ? undefined : sink.stream(imageEntries({ width, height, bits: 8, space: grey }), alpha);
  const space = inks === 1 ? grey : name('DeviceCMYK');
  return sink.stream({ ...imageEntries({ width, height, bits: 8, space }), SMask: mask }, pixels);
}

/** A JPEG goes in as it is; its frame header says how many colours it has. */
function embedJpeg(sink: ObjectSink, image: EncodedImage): PdfRef {
  const components = jpegComponents(image.bytes);
  const space = name(JPEG_SPACES[components]);
  const entries = imageEntries({ width: image.width, height: image.height, bits: 8, space });
  // Adobe's convention, which libvips follows: a JPEG of four inks has them inverted.
  const decode = components === 4 ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined;
  return sink.stream({ ...entries, Decode: decode, Filter: name('DCTDecode') }, image.bytes);
}

const JPEG_SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;

function jpegComponents(file: Uint8Array): keyof typeof JPEG_SPACES {
  for (let at = 2; at + 9 < file.length;) {
    const marker = file[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const count = file[at + 9];
      if (count === 1 || count === 3 || count === 4) return count;
      throw new Error(`a JPEG of ${count} components is to be embedded`);
    }
    at += 2 + (((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0));
  }
  throw new Error('a JPEG without a frame header is to be embedded');
}

/** Without alpha the compressed rows go in as they are, by the PNG predictor; alpha is split off into a soft mask. */
function embedPng(sink: ObjectSink, image: EncodedImage): PdfRef {
  const png = parsePng(image.bytes);
  if (png.hasTransparencyChunk) throw new Error('a PNG with a transparent colour is to be embedded');
  if (png.colourType === 4 || png.colourType === 6) return embedAlphaPng(sink, png);
  const { width, height, bitDepth: bits } = png;
  const parameters = dict({
    Predictor: 15,
    Colors: png.colourType === 2 ? 3 : 1,
    BitsPerComponent: bits,
    Columns: width,
  });
  const entries = imageEntries({ width, height, bits, space: opaqueSpace(png) });
  return sink.stream({ ...entries, Filter: name('FlateDecode'), DecodeParms: parameters }, png.data);
}

function opaqueSpace(png: ParsedPng): PdfValue {
  if (png.colourType === 0) return name('DeviceGray');
  if (png.palette === null) return name('DeviceRGB');
  return [name('Indexed'), name('DeviceRGB'), png.palette.length / 3 - 1, bytes(png.palette)];
}

function embedAlphaPng(sink: ObjectSink, png: ParsedPng): PdfRef {
  if (png.bitDepth !== 8) throw new Error(`a PNG of ${png.bitDepth} bits with alpha is to be embedded`);
  const { width, height } = png;
  const colours = png.colourType === 4 ? 1 : 3;
  const pixels = unfilterRows(inflate(png.data), width, height, colours + 1);
  const colour = new Uint8Array(width * height * colours);
  const alpha = new Uint8Array(width * height);
  for (let pixel = 0; pixel < alpha.length; pixel += 1) {
    const from = pixel * (colours + 1);
    colour.set(pixels.subarray(from, from + colours), pixel * colours);
    alpha[pixel] = pixels[from + colours] ?? 0;
  }
  const mask = sink.stream(imageEntries({ width, height, bits: 8, space: name('DeviceGray') }), alpha);
  const space = name(colours === 1 ? 'DeviceGray' : 'DeviceRGB');
  return sink.stream({ ...imageEntries({ width, height, bits: 8, space }), SMask: mask }, colour);
}

function imageEntries(image: {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly space: PdfValue;
}): PdfDict['entries'] {
  return {
    Type: name('XObject'),
    Subtype: name('Image'),
    Width: image.width,
    Height: image.height,
    BitsPerComponent: image.bits,
    ColorSpace: image.space,
  };
}
