import { constants, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFContext,
  type PDFObject,
  type PDFRawStream,
} from 'pdf-lib';
import { decodeAscii85, decodeAsciiHex, decodeLzw, decodeRunLength } from './lesser-filters.ts';
import { undoPredictor } from './undo-predictor.ts';

/** Bytes that one stream may unpack to: a small file can hold a huge one. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A stream's data behind its filters. */
export type DecodedStream = {
  /** As far as they could be had. */
  readonly bytes: Uint8Array;
  /** Why there are no more; null for a good stream. */
  readonly fault: string | null;
};

/**
 * Undoes the filters of a stream (ISO 32000-1, 7.4). Those of pictures (DCTDecode, JPXDecode, CCITTFaxDecode,
 * JBIG2Decode) and Crypt are not undone: a fault names them.
 */
export function decodeStream(stream: PDFRawStream): DecodedStream {
  const { dict } = stream;
  const filters = listOf(dict.context, dict.get(PDFName.of('Filter')));
  const parameters = listOf(dict.context, dict.get(PDFName.of('DecodeParms')));
  let bytes: Uint8Array = stream.contents;
  for (const [index, filter] of filters.entries()) {
    if (!(filter instanceof PDFName)) return { bytes: new Uint8Array(0), fault: 'a filter is no name' };
    const own = parameters[index];
    const step = undo(filter.decodeText(), bytes, own instanceof PDFDict ? own : null);
    if (step.fault !== null) return step;
    bytes = step.bytes;
  }
  return { bytes, fault: null };
}

/** The names of a stream's filters, in the order in which they are undone. */
export function filtersOf(dict: PDFDict): readonly string[] {
  return listOf(dict.context, dict.get(PDFName.of('Filter'))).map((filter) =>
    filter instanceof PDFName ? filter.decodeText() : '',
  );
}

function listOf(context: PDFContext, object: PDFObject | undefined): readonly (PDFObject | undefined)[] {
  const found = context.lookup(object);
  if (found instanceof PDFArray) return found.asArray().map((item) => context.lookup(item));
  return found === undefined ? [] : [found];
}

const fail = (fault: string): DecodedStream => ({ bytes: new Uint8Array(0), fault });

function undo(filter: string, bytes: Uint8Array, parameters: PDFDict | null): DecodedStream {
  switch (filter) {
    case 'FlateDecode':
      return predicted(inflate(bytes), parameters);
    case 'LZWDecode':
      return predicted(
        decodeLzw(bytes, { most: MOST_BYTES, early: numberIn(parameters, 'EarlyChange', 1) !== 0 }),
        parameters,
      );
    case 'ASCII85Decode':
      return decodeAscii85(bytes);
    case 'ASCIIHexDecode':
      return decodeAsciiHex(bytes);
    case 'RunLengthDecode':
      return decodeRunLength(bytes, MOST_BYTES);
    default:
      return fail(`${filter} is not undone`);
  }
}

function inflate(bytes: Uint8Array): DecodedStream {
  if (bytes.length === 0) return { bytes, fault: null };
  const unpack = (finishFlush: number): Uint8Array =>
    inflateSync(bytes, { maxOutputLength: MOST_BYTES, finishFlush });
  try {
    return { bytes: unpack(constants.Z_FINISH), fault: null };
  } catch (cause) {
    const fault = `FlateDecode: ${cause instanceof Error ? cause.message : String(cause)}`;
    try {
      return { bytes: unpack(constants.Z_SYNC_FLUSH), fault };
    } catch {
      return fail(fault);
    }
  }
}

function predicted(decoded: DecodedStream, parameters: PDFDict | null): DecodedStream {
  const predictor = numberIn(parameters, 'Predictor', 1);
  if (decoded.fault !== null || predictor < 2) return decoded;
  return undoPredictor(decoded.bytes, {
    predictor,
    colours: numberIn(parameters, 'Colors', 1),
    bits: numberIn(parameters, 'BitsPerComponent', 8),
    columns: numberIn(parameters, 'Columns', 1),
  });
}

function numberIn(parameters: PDFDict | null, key: string, otherwise: number): number {
  const value = parameters?.context.lookup(parameters.get(PDFName.of(key)));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}
