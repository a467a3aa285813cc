import { PDFArray, PDFHexString, PDFRef, type PDFContext } from 'pdf-lib';

/** Bytes of a trailer or of the dictionary of a cross-reference stream: a handful of entries. */
const LONGEST = 4096;

/**
 * Gives a parsed file the Info and the identifier of its own trailer, the one that `startxref` leads to. The parser
 * takes the last trailer in the file, and in a file arranged for the web that is the lesser one, which has no Info
 * (ISO 32000-1, F.3.4).
 */
export function completeTrailer(context: PDFContext, file: Uint8Array): void {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const start = text.subarray(text.lastIndexOf('startxref')).toString('latin1');
  const offset = Number(/^startxref\s+(\d{1,12})/.exec(start)?.[1] ?? NaN);
  if (Number.isNaN(offset)) return;
  const trailer =
    text
      .subarray(offset, offset + LONGEST)
      .toString('latin1')
      .split(/\bstream\b|startxref/)[0] ?? '';
  const info = /\/Info\s+(\d+)\s+(\d+)\s+R/.exec(trailer);
  if (info !== null) context.trailerInfo.Info = PDFRef.of(Number(info[1]), Number(info[2]));
  const id = /\/ID\s*\[\s*<([0-9A-Fa-f]*)>\s*<([0-9A-Fa-f]*)>/.exec(trailer);
  if (id === null) return;
  const pair = PDFArray.withContext(context);
  for (const part of id.slice(1)) pair.push(PDFHexString.of(part));
  context.trailerInfo.ID = pair;
}
