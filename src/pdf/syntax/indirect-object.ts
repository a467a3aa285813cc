import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib';
import { isDigit, isEndOfLine } from './character-class.ts';
import { ObjectReader, type SayNote } from './object-reader.ts';
import { SyntaxFault } from './syntax-note.ts';

/** Reads the indirect object that begins at `offset` and ends before `limit`. Throws SyntaxFault. */
export type IndirectReader = (
  offset: number,
  limit: number,
) => { readonly reference: PDFRef; readonly object: PDFObject };

/** What objects are read with. */
export type IndirectTools = {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
  readonly say: (...note: [...Parameters<SayNote>, object: PDFRef]) => void;
  /** A number that stands in an object of its own; null when there is none. */
  readonly numberAt: (reference: PDFRef) => number | null;
};

/** Gives a reader of indirect objects (ISO 32000-1, 7.3.10), streams among them. */
export function createIndirectReader(tools: IndirectTools): IndirectReader {
  return (offset, limit) => {
    const bytes = tools.bytes.subarray(0, limit);
    let reference = PDFRef.of(0);
    const say: SayNote = (kind, at, message) => tools.say(kind, at, message, reference);
    const reader = new ObjectReader(bytes, tools.context, say);
    reader.at = offset;
    const head = readHead(reader, bytes);
    reference = head.reference;
    const object = readBody(reader, { ...tools, bytes }, say);
    const end = reader.at;
    reader.skipSpace();
    const word = reader.at;
    const isClosed = reader.takeWord('endobj');
    if (!isClosed) say('object-broken', end, 'an object does not end with endobj');
    const isEndSpaced =
      isEndOfLine(bytes[word - 1]) && (isEndOfLine(tools.bytes[reader.at]) || reader.at === limit);
    if (!head.isSpaced || (isClosed && !isEndSpaced))
      say(
        'object-spacing',
        offset,
        'the number, obj and endobj of an object are not spaced as they should be',
      );
    return { reference, object };
  };
}

function readHead(
  reader: ObjectReader,
  bytes: Uint8Array,
): { readonly reference: PDFRef; readonly isSpaced: boolean } {
  const start = reader.at;
  const fail = (): SyntaxFault => new SyntaxFault(start, 'no object begins here');
  if (!isDigit(bytes[start])) reader.skipSpace();
  const number = reader.takeInteger();
  const first = reader.at;
  reader.skipSpace();
  const second = reader.at;
  const generation = reader.takeInteger();
  const third = reader.at;
  reader.skipSpace();
  const fourth = reader.at;
  if (number === null || generation === null || !takeObj(reader, bytes)) throw fail();
  const isSpaced =
    (start === 0 || isEndOfLine(bytes[start - 1])) &&
    isDigit(bytes[start]) &&
    second - first === 1 &&
    fourth - third === 1 &&
    isEndOfLine(bytes[reader.at]);
  return { reference: PDFRef.of(number, generation), isSpaced };
}

/** `obj` may be followed by anything: `1 0 obj5` is read by everyone. */
function takeObj(reader: ObjectReader, bytes: Uint8Array): boolean {
  const { at } = reader;
  if (bytes[at] !== 0x6f || bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x6a) return false;
  reader.at = at + 3;
  return true;
}

function readBody(reader: ObjectReader, tools: IndirectTools, say: SayNote): PDFObject {
  const object = reader.readObject();
  if (!(object instanceof PDFDict)) return object;
  const end = reader.at;
  reader.skipSpace();
  if (reader.takeWord('stream')) return readStream(reader, object, { ...tools, say });
  reader.at = end;
  return object;
}

function readStream(
  reader: ObjectReader,
  dict: PDFDict,
  tools: Omit<IndirectTools, 'say'> & { readonly say: SayNote },
): PDFRawStream {
  const { bytes, say } = tools;
  const keyword = reader.at;
  const isCarriage = bytes[keyword] === 13;
  const start = keyword + (isCarriage && bytes[keyword + 1] === 10 ? 2 : isEndOfLine(bytes[keyword]) ? 1 : 0);
  if (bytes[start - 1] !== 10 || start === keyword)
    say('stream-keywords', keyword, 'stream is not followed by a line feed');
  const said = lengthOf(dict, tools);
  const told = said === null || said < 0 ? null : endAt(bytes, start + said);
  const end = told === null ? findEnd(bytes, start) : start + (said ?? 0);
  if (end === null) throw new SyntaxFault(keyword, 'a stream has no end');
  if (told === null)
    say('stream-length', keyword, `Length says ${said ?? 'nothing'}, the data have ${end - start} bytes`);
  const closing = endAt(bytes, end) ?? end;
  if (!isEndOfLine(bytes[closing - 1]))
    say('stream-keywords', closing, 'no end of line stands before endstream');
  reader.at = closing + 'endstream'.length;
  return PDFRawStream.of(dict, bytes.subarray(start, end));
}

function lengthOf(dict: PDFDict, tools: Pick<IndirectTools, 'numberAt'>): number | null {
  const length = dict.get(PDFName.of('Length'));
  if (length instanceof PDFRef) return tools.numberAt(length);
  return length instanceof PDFNumber && Number.isInteger(length.asNumber()) ? length.asNumber() : null;
}

const ENDSTREAM = Buffer.from('endstream', 'latin1');

/** Where endstream stands, when nothing but an end of line lies before it. */
function endAt(bytes: Uint8Array, at: number): number | null {
  let word = at;
  if (bytes[word] === 13) word += 1;
  if (bytes[word] === 10) word += 1;
  for (let index = 0; index < ENDSTREAM.length; index += 1)
    if (bytes[word + index] !== ENDSTREAM[index]) return null;
  return word;
}

/** The end of data whose Length is wrong; null without endstream. */
function findEnd(bytes: Uint8Array, start: number): number | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = view.indexOf(ENDSTREAM, start);
  if (end < 0) return null;
  if (end > start && bytes[end - 1] === 10) end -= 1;
  if (end > start && bytes[end - 1] === 13) end -= 1;
  return end;
}

/** Reads a whole number that is an object of its own, without reading anything else. */
export function readNumberObject(bytes: Uint8Array, context: PDFContext, offset: number): number | null {
  const reader = new ObjectReader(bytes.subarray(0, offset + 200), context, () => {});
  reader.at = offset;
  try {
    readHead(reader, bytes);
    const object = reader.readObject();
    return object instanceof PDFNumber ? object.asNumber() : null;
  } catch (fault) {
    if (fault instanceof SyntaxFault) return null;
    throw fault;
  }
}
