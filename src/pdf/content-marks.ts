import { PDFDict, PDFName, PDFNumber } from 'pdf-lib';
import { isKind, type Operand, type Operation } from './content-tokens.ts';
import { lookUp, textOf } from './object-lookup.ts';

/** An open marked-content sequence. One object a sequence: identity tells two apart. */
export type ContentMark = {
  readonly tag: string;
  readonly mcid: number | null;
  readonly actualText: string | null;
  readonly alt: string | null;
  readonly language: string | null;
};

/** Finds the property list that a mark names among the resources. */
export type PropertiesOf = (name: string) => PDFDict | null;

/** The mark that BDC or BMC opens (ISO 32000-1, 14.6). */
export function markOf(operation: Operation, propertiesOf: PropertiesOf): ContentMark {
  const [tag, properties] = operation.operands;
  const named = isKind(properties, 'name') ? propertiesOf(properties.name) : null;
  const written = isKind(properties, 'dict') ? properties.entries : null;
  const text = (key: string): string | null =>
    named === null ? writtenText(written?.get(key)) : textOf(lookUp(named.context, named, key));
  const mcid = named === null ? written?.get('MCID') : numberIn(named, 'MCID');
  return {
    tag: isKind(tag, 'name') ? tag.name : '',
    mcid: typeof mcid === 'number' ? mcid : null,
    actualText: text('ActualText'),
    alt: text('Alt'),
    language: text('Lang'),
  };
}

function numberIn(dictionary: PDFDict, key: string): number | undefined {
  const value = dictionary.context.lookup(dictionary.get(PDFName.of(key)));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

const writtenText = (operand: Operand | undefined): string | null =>
  isKind(operand, 'string') ? decodeTextBytes(operand.bytes) : null;

/** Decodes a text string: UTF-16 or UTF-8 behind a byte order mark, else one character a byte. */
function decodeTextBytes(bytes: string): string {
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return bytes.startsWith('\xfe\xff') ? decodeUtf16(bytes.slice(2)) : bytes;
}

/** Decodes UTF-16 big-endian, one character a byte. */
export function decodeUtf16(bytes: string): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  }
  return text;
}
