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
  PDFWriter,
  type PDFObject,
} from 'pdf-lib';
import { contentHash, toHex } from './content-hash.ts';
import { deflateStream } from './deflate-stream.ts';
import { dict, roundNumber, type PdfDict, type PdfRef, type PdfValue } from './pdf-value.ts';
import { PAGE_BUDGET } from './pdf-sizes.ts';
import { encodePdfDoc } from './pdf-doc-encoding.ts';
import type { ProfileSwitches } from './profile-switches.ts';

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
  /** Bytes of a stream as it stands in the file; 0 for other objects. */
  readonly sizeOf: (ref: PdfRef) => number;
  /** The whole file, with an identifier made from its content. */
  readonly save: (ends: FileEnds) => Promise<Uint8Array>;
};

/** What a file is read from: its catalog, its Info (null where the standard has none), its pages in order. */
export type FileEnds = {
  readonly root: PdfRef;
  readonly info: PdfRef | null;
  readonly pages: readonly PdfRef[];
};

/** How a file is written. */
export type SinkOptions = Pick<ProfileSwitches, 'version' | 'hasObjectStreams' | 'isLinearised'>;

/** Small objects share streams of this many: larger compresses better, 200 leaves random access cheap enough. */
const OBJECTS_PER_STREAM = 200;

/** Stands in the trailer while the content is hashed; 16 bytes that no content holds by chance. */
const ID_PLACEHOLDER = '67616C6C65792D69642D706C61636521';

/** Opens an empty sink. */
export function createObjectSink(options: SinkOptions): ObjectSink {
  const context = PDFContext.create();
  const put = (value: PdfValue, ref?: PdfRef): PdfRef => {
    const target = ref === undefined ? context.nextRef() : PDFRef.of(ref.objectNumber);
    context.assign(target, toObject(value, context));
    return { kind: 'ref', objectNumber: target.objectNumber };
  };
  return {
    reserve: () => ({ kind: 'ref', objectNumber: context.nextRef().objectNumber }),
    put,
    sizeOf: (ref) => {
      const found = context.lookup(PDFRef.of(ref.objectNumber));
      return found instanceof PDFRawStream ? found.contents.length : 0;
    },
    stream: (entries, data, form) => {
      const compress = (form?.compress ?? true) && entries['Filter'] === undefined;
      const contents = compress ? deflateStream(data) : data;
      const all = compress ? { ...entries, Filter: FLATE } : entries;
      const dictionary = toDict(dict({ ...all, Length: contents.length }), context);
      const ref = context.register(PDFRawStream.of(dictionary, contents));
      return { kind: 'ref', objectNumber: ref.objectNumber };
    },
    save: (ends) => save(context, options, ends),
  };
}

const FLATE: PdfValue = { kind: 'name', name: 'FlateDecode' };

async function save(
  context: PDFContext,
  options: SinkOptions,
  { root, info, pages }: FileEnds,
): Promise<Uint8Array> {
  context.trailerInfo.Root = PDFRef.of(root.objectNumber);
  if (info !== null) context.trailerInfo.Info = PDFRef.of(info.objectNumber);
  if (options.isLinearised) {
    return saveForWeb(
      context,
      pages.map(({ objectNumber }) => objectNumber),
    );
  }
  const placeholder = PDFHexString.of(ID_PLACEHOLDER);
  const id = PDFArray.withContext(context);
  id.push(placeholder);
  id.push(placeholder);
  context.trailerInfo.ID = id;
  const writer = options.hasObjectStreams
    ? PDFStreamWriter.forContext(context, Infinity, true, OBJECTS_PER_STREAM)
    : PDFWriter.forContext(context, Infinity);
  const file = await writer.serializeToBuffer();
  // The library writes 1.7 whatever it is told; the header is as long for each version.
  Buffer.from(file.buffer, file.byteOffset).write(`%PDF-${options.version}`, 'latin1');
  const hash = toHex((await contentHash(file)).subarray(0, 16));
  replaceFromEnd(file, ID_PLACEHOLDER, hash, 2);
  return file;
}

/**
 * A file that is more than its pictures and so much a page is written anew, packed as small as can be: files of few
 * pages, whose fonts weigh most.
 */
async function saveForWeb(context: PDFContext, pages: readonly number[]): Promise<Uint8Array> {
  const { writeLinear } = await import('./linear/write-linear.ts');
  const file = await writeLinear(context, pages, deflateStream);
  if (file.length - picturesOf(context) <= PAGE_BUDGET * pages.length) return file;
  const { packSmaller, squeezeStreams } = await import('./squeeze/squeeze-streams.ts');
  squeezeStreams(context);
  return writeLinear(context, pages, packSmaller);
}

/** Bytes of all pictures. */
const picturesOf = (context: PDFContext): number =>
  context
    .enumerateIndirectObjects()
    .reduce((sum, [, object]) => sum + (isPicture(object) ? object.contents.length : 0), 0);

const isPicture = (object: PDFObject): object is PDFRawStream =>
  object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');

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

/** A literal string where PDFDocEncoding has all letters, which takes a quarter of the bytes; else UTF-16. */
function textString(value: string): PDFObject {
  const encoded = encodePdfDoc(value);
  return encoded === null ? PDFHexString.fromText(value) : PDFString.of(escapeLiteral(encoded));
}

function byteString(value: Uint8Array): PDFObject {
  const isPlain = value.every((byte) => byte >= 0x20 && byte <= 0x7e);
  return isPlain
    ? PDFString.of(escapeLiteral(Buffer.from(value).toString('latin1')))
    : PDFHexString.of(toHex(value));
}

// PDFString.of escapes nothing: a parenthesis in a URI would end the string and begin objects of the sender's choice.
const escapeLiteral = (value: string): string => value.replace(/[\\()]/g, '\\$&');
