import { PDFArray, PDFDict, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib';

/** An object as it stands in a file, its references by new numbers. */
export function formatObject(object: PDFObject, numberOf: (ref: PDFRef) => number): string {
  if (object instanceof PDFRef) return `${numberOf(object)} 0 R`;
  if (object instanceof PDFArray)
    return `[${joinTokens(object.asArray().map((item) => formatObject(item, numberOf)))}]`;
  if (object instanceof PDFDict) {
    const entries = object
      .entries()
      .map(([key, value]) => joinTokens([key.toString(), formatObject(value, numberOf)]));
    return `<<${entries.join('')}>>`;
  }
  return object.toString();
}

/** Tokens with a blank only where nothing else parts them (ISO 32000-1, 7.2.2). */
const joinTokens = (tokens: readonly string[]): string =>
  tokens.reduce(
    (text, token) =>
      text === '' || /[[(/<>)\]]$/.test(text) || /^[[(/<]/.test(token) ? text + token : `${text} ${token}`,
    '',
  );

/** An object of its own, from its number to its end. A stream's data ends with a line of its own, as PDF/A wants it. */
export function writeIndirect(
  number: number,
  object: PDFObject,
  numberOf: (ref: PDFRef) => number,
): Uint8Array {
  if (!(object instanceof PDFRawStream))
    return latin1(`${number} 0 obj\n${formatObject(object, numberOf)}\nendobj\n`);
  return writeStream(number, formatObject(object.dict, numberOf), object.contents);
}

/** A stream of its own; `dictionary` says how long it is. */
export function writeStream(number: number, dictionary: string, data: Uint8Array): Uint8Array {
  return Buffer.concat([
    latin1(`${number} 0 obj\n${dictionary}\nstream\n`),
    data,
    latin1('\nendstream\nendobj\n'),
  ]);
}

/** Text of bytes, one a character. */
export const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
