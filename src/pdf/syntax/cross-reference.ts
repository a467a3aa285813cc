import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import { isEndOfLine, isSpace } from './character-class.ts';
import { decodeStream } from './decode-stream.ts';
import type { IndirectReader } from './indirect-object.ts';
import { ObjectReader, type SayNote } from './object-reader.ts';
import { SyntaxFault } from './syntax-note.ts';

/** Where an object stands: at a byte of the file, or in an object stream. */
export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number };

/** The cross-reference sections of a file, newest first, joined. */
export type CrossReference = {
  /** By object number. */
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** The newest trailer. */
  readonly trailer: PDFDict;
  /** Where sections begin. */
  readonly sections: readonly number[];
};

/** What sections are read with. */
export type XrefTools = {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
  readonly say: SayNote;
  readonly readIndirect: IndirectReader;
};

/** Objects of a file (ISO 19005-2, 6.1.13): a section that tells of more is wrong. */
const MOST_OBJECTS = 8_388_607;

/**
 * Follows the sections from the one at `start` to the first (ISO 32000-1, 7.5.4 and 7.5.8), tables, streams and the
 * two together in one file.
 *
 * @throws SyntaxFault
 */
export function readCrossReference(start: number, tools: XrefTools): CrossReference {
  const entries = new Map<number, XrefEntry>();
  const seen = new Set<number>();
  let trailer: PDFDict | null = null;
  for (let next: number | null = start; next !== null;) {
    if (seen.has(next)) throw new SyntaxFault(next, 'the cross-reference sections lead in a ring');
    seen.add(next);
    const own: PDFDict = readSection(next, tools, entries);
    trailer ??= own;
    next = offsetIn(own, 'Prev');
  }
  if (trailer === null) throw new SyntaxFault(start, 'there is no trailer');
  return { entries, trailer, sections: [...seen] };
}

function readSection(offset: number, tools: XrefTools, entries: Map<number, XrefEntry>): PDFDict {
  const reader = new ObjectReader(tools.bytes, tools.context, tools.say);
  reader.at = offset;
  if (offset < 0 || offset >= tools.bytes.length)
    throw new SyntaxFault(offset, 'startxref or Prev leads out of the file');
  reader.skipSpace();
  if (!reader.takeWord('xref')) return readStreamSection(reader.at, tools, entries);
  const own = readTable(reader, tools);
  reader.skipSpace();
  if (!reader.takeWord('trailer'))
    throw new SyntaxFault(reader.at, 'no trailer follows the cross-reference table');
  const trailer = reader.readObject();
  if (!(trailer instanceof PDFDict)) throw new SyntaxFault(reader.at, 'the trailer is no dictionary');
  for (const [number, entry] of own) if (entry.kind === 'at') addEntry(entries, number, entry);
  // A file made for old and new programs hides objects from the old ones: they are free in the table.
  const hidden = offsetIn(trailer, 'XRefStm');
  if (hidden !== null) readStreamSection(hidden, tools, entries);
  for (const [number, entry] of own) addEntry(entries, number, entry);
  return trailer;
}

function addEntry(entries: Map<number, XrefEntry>, number: number, entry: XrefEntry): void {
  if (!entries.has(number)) entries.set(number, entry);
}

function readTable(reader: ObjectReader, tools: XrefTools): ReadonlyMap<number, XrefEntry> {
  const { bytes } = tools;
  const own = new Map<number, XrefEntry>();
  const gap = reader.at;
  reader.skipSpace();
  const between = [...bytes.subarray(gap, reader.at)];
  if (!between.every(isEndOfLine) || between.length > 2 || (between.length === 2 && between[0] !== 13))
    tools.say('xref-spacing', gap, 'xref and the first subsection are not parted by one end of line');
  for (let first = reader.takeInteger(); first !== null; first = reader.takeInteger()) {
    reader.skipSpace();
    const count = reader.takeInteger();
    if (count === null)
      throw new SyntaxFault(reader.at, 'a subsection of the cross-reference table has no count');
    for (let index = 0; index < count; index += 1) own.set(first + index, readEntry(reader, bytes));
    reader.skipSpace();
  }
  return own;
}

function readEntry(reader: ObjectReader, bytes: Uint8Array): XrefEntry {
  reader.skipSpace();
  const start = reader.at;
  const offset = reader.takeInteger();
  reader.skipSpace();
  const generation = reader.takeInteger();
  reader.skipSpace();
  const kind = bytes[reader.at];
  if (offset === null || generation === null || (kind !== 0x6e && kind !== 0x66))
    throw new SyntaxFault(start, 'an entry of the cross-reference table cannot be read');
  reader.at += 1;
  if (!isSpace(bytes[reader.at]))
    throw new SyntaxFault(reader.at, 'an entry of the cross-reference table has no end');
  return kind === 0x6e && offset > 0 ? { kind: 'at', offset, generation } : { kind: 'free' };
}

function readStreamSection(offset: number, tools: XrefTools, entries: Map<number, XrefEntry>): PDFDict {
  const { object } = tools.readIndirect(offset, tools.bytes.length);
  if (!(object instanceof PDFRawStream)) throw new SyntaxFault(offset, 'there is no cross-reference section');
  const { dict } = object;
  if (nameIn(dict, 'Type') !== 'XRef') throw new SyntaxFault(offset, 'there is no cross-reference section');
  const widths = numbersIn(dict, 'W');
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const size = kindWidth + secondWidth + thirdWidth;
  if (size === 0 || widths.some((width) => width < 0 || width > 8 || !Number.isInteger(width)))
    throw new SyntaxFault(offset, 'a cross-reference stream has no sensible W');
  const { bytes, fault } = decodeStream(object);
  if (fault !== null) throw new SyntaxFault(offset, `a cross-reference stream cannot be read: ${fault}`);
  const index = numbersIn(dict, 'Index');
  const ranges = index.length > 0 ? index : [0, numbersIn(dict, 'Size')[0] ?? 0];
  const field = (at: number, width: number): number => {
    let value = 0;
    for (let step = 0; step < width; step += 1) value = value * 256 + (bytes[at + step] ?? 0);
    return value;
  };
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range, range + 2);
    for (let step = 0; step < count && at + size <= bytes.length; step += 1, at += size) {
      if (first + step > MOST_OBJECTS) break;
      const kind = kindWidth === 0 ? 1 : field(at, kindWidth);
      const second = field(at + kindWidth, secondWidth);
      const third = field(at + kindWidth + secondWidth, thirdWidth);
      if (kind === 0) addEntry(entries, first + step, { kind: 'free' });
      if (kind === 1) addEntry(entries, first + step, { kind: 'at', offset: second, generation: third });
      if (kind === 2) addEntry(entries, first + step, { kind: 'packed', stream: second });
    }
  }
  return dict;
}

function offsetIn(dict: PDFDict, key: string): number | null {
  const value: PDFObject | undefined = dict.get(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : null;
}

function nameIn(dict: PDFDict, key: string): string | null {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}

/** The numbers of an array, or the one that stands alone. */
function numbersIn(dict: PDFDict, key: string): readonly number[] {
  const value = dict.get(PDFName.of(key));
  const list = value instanceof PDFArray ? value.asArray() : [value];
  return list.filter((item) => item instanceof PDFNumber).map((item) => item.asNumber());
}
