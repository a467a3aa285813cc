import { deflate } from 'pako';
import {
  PDFArray,
  PDFBool,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStreamWriter,
  PDFString,
  type PDFObject,
} from 'pdf-lib';
import { contentHash, toHex } from './content-hash.ts';
import { dict, roundNumber, type PdfDict, type PdfRef, type PdfValue } from './pdf-value.ts';

/** Where the objects of one file are put. The file's bytes depend on nothing but them and their order. */
export type ObjectSink = {
  /** A reference to an object that {@link ObjectSink.put} gives later: for cycles. */
  readonly reserve: () => PdfRef;
  /** Puts an object; under `ref` when one was reserved. */
  readonly put: (value: PdfValue, ref?: PdfRef) => PdfRef;
  /** Puts a stream. It is deflated unless its dictionary names a filter or `compress` is false. */
  readonly stream: (
    entries: PdfDict['entries'],
    data: Uint8Array,
    options?: { readonly compress: boolean },
  ) => PdfRef;
  /** The whole file, with object streams and an identifier made from its content. */
  readonly save: (root: PdfRef, info: PdfRef) => Promise<Uint8Array>;
};

/** Small objects share streams of this many: larger compresses better, 200 leaves random access cheap enough. */
const OBJECTS_PER_STREAM = 200;

/** Stands in the trailer while the content is hashed; 16 bytes that no content holds by chance. */
const ID_PLACEHOLDER = '67616C6C65792D69642D706C61636521';

/** Opens an empty sink. */
export function createObjectSink(): ObjectSink {
  const context = PDFContext.create();
  const put = (value: PdfValue, ref?: PdfRef): PdfRef => {
    const target = ref === undefined ? context.nextRef() : PDFRef.of(ref.objectNumber);
    context.assign(target, toObject(value, context));
    return { kind: 'ref', objectNumber: target.objectNumber };
  };
  return {
    reserve: () => ({ kind: 'ref', objectNumber: context.nextRef().objectNumber }),
    put,
    stream: (entries, data, options) => {
      const compress = (options?.compress ?? true) && entries['Filter'] === undefined;
      const contents = compress ? deflate(data, { level: 9 }) : data;
      const all = compress ? { ...entries, Filter: FLATE } : entries;
      const dictionary = toDict(dict({ ...all, Length: contents.length }), context);
      const ref = context.register(PDFRawStream.of(dictionary, contents));
      return { kind: 'ref', objectNumber: ref.objectNumber };
    },
    save: (root, info) => save(context, root, info),
  };
}

const FLATE: PdfValue = { kind: 'name', name: 'FlateDecode' };

async function save(context: PDFContext, root: PdfRef, info: PdfRef): Promise<Uint8Array> {
  context.trailerInfo.Root = PDFRef.of(root.objectNumber);
  context.trailerInfo.Info = PDFRef.of(info.objectNumber);
  const placeholder = PDFHexString.of(ID_PLACEHOLDER);
  const id = PDFArray.withContext(context);
  id.push(placeholder);
  id.push(placeholder);
  context.trailerInfo.ID = id;
  const file = await PDFStreamWriter.forContext(
    context,
    Infinity,
    true,
    OBJECTS_PER_STREAM,
  ).serializeToBuffer();
  const hash = toHex((await contentHash(file)).subarray(0, 16));
  replaceFromEnd(file, ID_PLACEHOLDER, hash, 2);
  return file;
}

/** Writes `after` over the last `count` places of `before`, which is as long: offsets in the file stay true. */
function replaceFromEnd(file: Uint8Array, before: string, after: string, count: number): void {
  const pattern = Buffer.from(before, 'latin1');
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let end = view.length;
  for (let done = 0; done < count; done += 1) {
    const at = view.lastIndexOf(pattern, end);
    if (at < 0) throw new Error('the trailer of the saved PDF holds no identifier');
    view.write(after, at, 'latin1');
    end = at - 1;
  }
}

function toObject(value: PdfValue, context: PDFContext): PDFObject {
  if (value === null) return PDFNull;
  if (typeof value === 'number') return PDFNumber.of(roundNumber(value));
  if (typeof value === 'boolean') return value ? PDFBool.True : PDFBool.False;
  if (isList(value)) {
    const array = PDFArray.withContext(context);
    for (const item of value) array.push(toObject(item, context));
    return array;
  }
  switch (value.kind) {
    case 'ref':
      return PDFRef.of(value.objectNumber);
    case 'name':
      return PDFName.of(value.name);
    case 'text':
      return textString(value.text);
    case 'bytes':
      return byteString(value.bytes);
    case 'dict':
      return toDict(value, context);
  }
}

// Array.isArray does not narrow readonly arrays.
function isList(value: PdfValue): value is readonly PdfValue[] {
  return Array.isArray(value);
}

function toDict(value: PdfDict, context: PDFContext): PDFDict {
  const dictionary = PDFDict.withContext(context);
  for (const [key, entry] of Object.entries(value.entries)) {
    if (entry !== undefined) dictionary.set(PDFName.of(key), toObject(entry, context));
  }
  return dictionary;
}

/** Plain ASCII as a literal string, anything else as UTF-16. */
function textString(value: string): PDFObject {
  return /^[\x20-\x7e]*$/.test(value) ? PDFString.of(escapeLiteral(value)) : PDFHexString.fromText(value);
}

function byteString(value: Uint8Array): PDFObject {
  const isPlain = value.every((byte) => byte >= 0x20 && byte <= 0x7e);
  return isPlain
    ? PDFString.of(escapeLiteral(Buffer.from(value).toString('latin1')))
    : PDFHexString.of(toHex(value));
}

// PDFString.of escapes nothing: a parenthesis in a URI would end the string and begin objects of the sender's choice.
const escapeLiteral = (value: string): string => value.replace(/[\\()]/g, '\\$&');
