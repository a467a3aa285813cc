import { sniffFileFormat } from '../core/foreign-format.ts';
import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';

/**
 * Bytes of a source file to text: UTF-8 only, without its byte order mark, every CRLF as LF.
 * Offsets of spans count in the text this gives. Reports GA239 for a file of another program, by its name, and
 * GA101 with the byte offset for anything else: UTF-16, Latin-1 and other encodings, NUL, a carriage return that no
 * line feed follows; then gives null.
 *
 * @example
 * decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a]), 'a.md', context) // 'a\n'
 */
export function decodeText(bytes: Uint8Array, file: string, context: Context): string | null {
  const format = sniffFileFormat(bytes);
  if (format !== null) {
    reportFault(context, 'GA239', {
      message: `${file.slice(file.lastIndexOf('/') + 1)} is ${format.name}, and no plain text`,
      hint: /\.md$/i.test(file) ? format.asText : SAVE_PLAIN,
      span: { file, start: 0, end: 0 },
    });
    return null;
  }
  const fault = findByteFault(bytes);
  if (fault !== null) {
    reportFault(context, 'GA101', {
      message: `this file is not plain UTF-8 text: byte ${fault.offset} ${fault.what}`,
      hint: fault.hint,
      span: spanOfByte(bytes, fault.offset, file),
    });
    return null;
  }
  return new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes).replaceAll('\r\n', '\n');
}

/** The place of a byte in the file as it is shown: what cannot be decoded is one replacement character. */
function spanOfByte(bytes: Uint8Array, offset: number, file: string): Span {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const start = before.replaceAll('\r\n', '\n').length;
  return { file, start, end: start + 1 };
}

type ByteFault = { readonly offset: number; readonly what: string; readonly hint: string };

const SAVE_PLAIN =
  'Write it in a text editor, or save it as plain text (in TextEdit: Format > Make Plain Text).';
const SAVE_AS_UTF8 = 'Open it in a text editor and save it again with the encoding UTF-8.';

function findByteFault(bytes: Uint8Array): ByteFault | null {
  const first = bytes[0];
  const second = bytes[1];
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { offset: 0, what: 'begins the mark of UTF-16', hint: SAVE_AS_UTF8 };
  }
  const control = findControl(bytes);
  const invalid = findInvalid(bytes);
  if (invalid !== null && (control === null || invalid < control.offset)) {
    const byte = (bytes[invalid] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const what = `(${byte} in hexadecimal) does not belong to a UTF-8 character`;
    return { offset: invalid, what, hint: `It may be Latin-1 or Windows-1252. ${SAVE_AS_UTF8}` };
  }
  return control;
}

function findControl(bytes: Uint8Array): ByteFault | null {
  for (let offset = 0; offset < bytes.length; offset++) {
    if (bytes[offset] === 0) {
      const hint = `It is no text at all, or it is UTF-16. ${SAVE_AS_UTF8}`;
      return { offset, what: 'is NUL', hint };
    }
    if (bytes[offset] === 0x0d && bytes[offset + 1] !== 0x0a) {
      const hint = 'Save the file with line endings LF (Unix) or CRLF (Windows).';
      return { offset, what: 'is a carriage return without a line feed', hint };
    }
  }
  return null;
}

/** Offset of the first byte that is no part of well-formed UTF-8 (Unicode 3.9, table 3-7), or null. */
function findInvalid(bytes: Uint8Array): number | null {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return null;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lengthOf(lead);
  if (length === 0) return 0;
  // The second byte's range is narrower after four leads: overlong forms, surrogates, beyond U+10FFFF.
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < lowest || second > highest) return 0;
  for (let index = 2; index < length; index++) {
    const byte = bytes[at + index] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

/** Bytes of the sequence that a lead byte begins; 0 for a byte that begins none. */
function lengthOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
