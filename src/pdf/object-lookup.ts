import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import { decodeStream } from './syntax/decode-stream.ts';

/** A dictionary's entry with references followed; undefined for null. */
export function lookUp(context: PDFContext, dictionary: PDFDict, key: string): PDFObject | undefined {
  const found = context.lookup(dictionary.get(PDFName.of(key)));
  return found === PDFNull ? undefined : found;
}

/** An entry as it stands, references not followed. */
export function rawEntry(dictionary: PDFDict, key: string): PDFObject | undefined {
  return dictionary.get(PDFName.of(key));
}

/** The text of a text string; null for anything else. */
export function textOf(object: PDFObject | undefined): string | null {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null;
}

/** A name without its slash; null for anything else. */
export function nameOf(object: PDFObject | undefined): string | null {
  return object instanceof PDFName ? object.decodeText() : null;
}

/** A number; null for anything else. */
export function numberOf(object: PDFObject | undefined): number | null {
  return object instanceof PDFNumber ? object.asNumber() : null;
}

/** The items of an array with references followed, or the one object that stands alone; none for nothing. */
export function itemsOf(
  context: PDFContext,
  object: PDFObject | undefined,
): readonly (PDFObject | undefined)[] {
  const found = context.lookup(object);
  if (found instanceof PDFArray) return found.asArray().map((item) => context.lookup(item));
  return found === undefined || found === PDFNull ? [] : [found];
}

/** The dictionary of a dictionary or a stream; null for anything else. */
export function dictOf(object: PDFObject | undefined): PDFDict | null {
  if (object instanceof PDFRawStream) return object.dict;
  return object instanceof PDFDict ? object : null;
}

/** A stream's decoded bytes, one character a byte, as far as they can be decoded. */
export function streamText(stream: PDFRawStream): string {
  const { bytes } = decodeStream(stream);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
