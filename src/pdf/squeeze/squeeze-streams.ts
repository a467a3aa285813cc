import { inflate } from 'pako';
import { PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFContext } from 'pdf-lib';
import { deflateStream } from '../deflate-stream.ts';
import { squeeze } from './squeeze.ts';

const FILTER = PDFName.of('Filter');
const LENGTH = PDFName.of('Length');

/** The data of a stream by FlateDecode, as small as can be. */
export function packSmaller(data: Uint8Array): Uint8Array {
  const [usual, squeezed] = [deflateStream(data), squeeze(data)];
  // A block without codes of its own, which only zlib writes, suits what is shortest.
  return squeezed.length < usual.length ? squeezed : usual;
}

/** Packs the deflated streams of a file smaller, but for its pictures, which their encoder has packed. */
export function squeezeStreams(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isDeflated(object.dict)) continue;
    const contents = packSmaller(inflate(object.contents));
    object.dict.set(LENGTH, PDFNumber.of(contents.length));
    context.assign(ref, PDFRawStream.of(object.dict, contents));
  }
}

const isDeflated = (dict: PDFDict): boolean =>
  dict.get(FILTER) === PDFName.of('FlateDecode') &&
  !dict.has(PDFName.of('DecodeParms')) &&
  dict.get(PDFName.of('Subtype')) !== PDFName.of('Image');
