import { PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib';
import { readCrossReference, type CrossReference, type XrefEntry } from './cross-reference.ts';
import { decodeStream } from './decode-stream.ts';
import { checkEnds, readVersion } from './file-ends.ts';
import { findObjects } from './find-objects.ts';
import { createIndirectReader, readNumberObject, type IndirectReader } from './indirect-object.ts';
import { ObjectReader } from './object-reader.ts';
import { SyntaxFault, type SyntaxNote } from './syntax-note.ts';

/** A file's objects, and what is wrong with its bytes. */
export type ParsedFile = {
  readonly kind: 'parsed';
  /** All objects, streams with their filters on, cross-reference and object streams among them. */
  readonly context: PDFContext;
  readonly trailer: PDFDict;
  readonly catalog: PDFDict;
  /** What the first line says: `1.7`. */
  readonly version: string;
  /** In the order in which the bytes were read. */
  readonly notes: readonly SyntaxNote[];
};

/** Why a file cannot be read. */
export type RefusedFile = {
  readonly kind: 'refused';
  readonly reason: 'not-pdf' | 'encrypted' | 'broken';
  /** Bytes from the start of the file. */
  readonly offset: number;
  readonly message: string;
};

/**
 * Reads the objects of a PDF of any kind: with tables or streams of cross-reference or both, packed in object streams,
 * arranged for the web, saved in several turns. A cross-reference that leads nowhere is made anew from the bytes, and
 * noted. Never throws; takes a time that grows with the bytes, and no more memory than a stream may unpack to.
 */
export function parseFile(bytes: Uint8Array): ParsedFile | RefusedFile {
  const notes: SyntaxNote[] = [];
  const version = readVersion(bytes, notes);
  if (version === null)
    return { kind: 'refused', reason: 'not-pdf', offset: 0, message: 'no %PDF- stands at the start' };
  const parsing = createParsing(bytes, notes);
  let reference: CrossReference | null = null;
  let trouble = new SyntaxFault(0, '');
  try {
    reference = readCrossReference(checkEnds(bytes, notes), parsing.xrefTools);
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault;
    trouble = fault;
    notes.push({ kind: 'xref-broken', offset: fault.offset, object: null, message: fault.message });
  }
  const wayOne = reference === null ? null : parsing.load(reference);
  const loaded = wayOne ?? parsing.rebuild();
  if (loaded === null) {
    const message = trouble.message === '' ? 'there is no catalog with pages' : trouble.message;
    return { kind: 'refused', reason: 'broken', offset: trouble.offset, message };
  }
  if (loaded.kind === 'refused') return loaded;
  if (wayOne === null && trouble.message === '')
    notes.push({ kind: 'xref-broken', offset: 0, object: null, message: 'the trailer leads to no catalog' });
  const { context, trailer, catalog } = loaded;
  return { kind: 'parsed', context, trailer, catalog, version, notes };
}

type Loaded =
  | RefusedFile
  | {
      readonly kind: 'loaded';
      readonly context: PDFContext;
      readonly trailer: PDFDict;
      readonly catalog: PDFDict;
    };

type Parsing = {
  readonly xrefTools: Parameters<typeof readCrossReference>[1];
  /** Null when the trailer leads to no catalog. */
  readonly load: (reference: CrossReference) => Loaded | null;
  readonly rebuild: () => Loaded | null;
};

function createParsing(bytes: Uint8Array, notes: SyntaxNote[]): Parsing {
  const context = PDFContext.create();
  let entries: ReadonlyMap<number, XrefEntry> = new Map();
  const readIndirect = createIndirectReader({
    bytes,
    context,
    say: (kind, offset, message, object) => void notes.push({ kind, offset, object, message }),
    numberAt: (reference) => {
      const entry = entries.get(reference.objectNumber);
      return entry?.kind === 'at' ? readNumberObject(bytes, context, entry.offset) : null;
    },
  });
  const xrefTools = {
    bytes,
    context,
    readIndirect,
    say: (kind: SyntaxNote['kind'], offset: number, message: string) =>
      void notes.push({ kind, offset, object: null, message }),
  };
  let found: ReturnType<typeof findObjects> | null = null;
  const findAll = (): ReturnType<typeof findObjects> => (found ??= findObjects(bytes, context));
  const load = (reference: CrossReference): Loaded | null => {
    ({ entries } = reference);
    if (reference.trailer.has(PDFName.of('Encrypt'))) return refuseEncrypted(reference, context, bytes);
    loadObjects(reference, { bytes, context, notes, readIndirect, findAll });
    return finish(context, reference.trailer);
  };
  const rebuild = (): Loaded | null => {
    const all = findAll();
    for (const trailer of [...all.trailers, ...rootDictionaries(all, readIndirect, bytes)]) {
      const loaded = load({ entries: all.entries, trailer, sections: [] });
      if (loaded !== null) return loaded;
    }
    return null;
  };
  return { xrefTools, load, rebuild };
}

function finish(context: PDFContext, trailer: PDFDict): Loaded | null {
  const catalog = context.lookup(trailer.get(PDFName.of('Root')));
  if (!(catalog instanceof PDFDict) || !(context.lookup(catalog.get(PDFName.of('Pages'))) instanceof PDFDict))
    return null;
  const entry = (key: string): PDFObject | undefined => trailer.get(PDFName.of(key));
  const [root, info, id] = [entry('Root'), entry('Info'), context.lookup(entry('ID'))];
  context.trailerInfo = {
    ...(root === undefined ? {} : { Root: root }),
    ...(info === undefined ? {} : { Info: info }),
    ...(id === undefined ? {} : { ID: id }),
  };
  return { kind: 'loaded', context, trailer, catalog };
}

function refuseEncrypted(reference: CrossReference, context: PDFContext, bytes: Uint8Array): RefusedFile {
  const value = reference.trailer.get(PDFName.of('Encrypt'));
  const entry = value instanceof PDFRef ? reference.entries.get(value.objectNumber) : undefined;
  let dictionary: PDFObject | undefined = value;
  if (entry?.kind === 'at') {
    const reader = createIndirectReader({ bytes, context, say: () => {}, numberAt: () => null });
    try {
      dictionary = reader(entry.offset, bytes.length).object;
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
    }
  }
  const said = (key: string): string => {
    const item = dictionary instanceof PDFDict ? dictionary.get(PDFName.of(key)) : undefined;
    return item instanceof PDFName
      ? item.decodeText()
      : item instanceof PDFNumber
        ? String(item.asNumber())
        : '?';
  };
  return {
    kind: 'refused',
    reason: 'encrypted',
    offset: entry?.kind === 'at' ? entry.offset : (reference.sections[0] ?? 0),
    message: `the file is encrypted (${said('Filter')}, V ${said('V')}, R ${said('R')})`,
  };
}

type LoadTools = {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
  readonly notes: SyntaxNote[];
  readonly readIndirect: IndirectReader;
  readonly findAll: () => ReturnType<typeof findObjects>;
};

function loadObjects(reference: CrossReference, tools: LoadTools): void {
  const { bytes, notes } = tools;
  const standing = [...reference.entries].flatMap(([number, entry]) =>
    entry.kind === 'at' ? [{ number, ...entry }] : [],
  );
  standing.sort((one, other) => one.offset - other.offset);
  // An object ends before the next begins: a broken one is not read to the end of the file again and again.
  const bounds = [...standing.map((entry) => entry.offset), ...reference.sections, bytes.length];
  bounds.sort((one, other) => one - other);
  let bound = 0;
  for (const { number, offset, generation } of standing) {
    while (bound < bounds.length - 1 && (bounds[bound] ?? 0) <= offset) bound += 1;
    const fault = tryAt(number, generation, { offset, limit: bounds[bound] ?? bytes.length }, tools);
    if (fault === null) continue;
    const object = PDFRef.of(number, generation);
    notes.push({ kind: 'xref-broken', offset: fault.offset, object, message: fault.message });
    const other = tools.findAll().entries.get(number);
    if (other?.kind === 'at' && other.offset !== offset)
      tryAt(
        number,
        other.generation,
        { offset: other.offset, limit: tools.findAll().endOf(other.offset) },
        tools,
      );
  }
  unpackObjects(reference.entries, tools);
}

/** Reads an object where it should stand; the fault when it does not. */
function tryAt(
  number: number,
  generation: number,
  place: { readonly offset: number; readonly limit: number },
  tools: LoadTools,
): SyntaxFault | null {
  const { offset, limit } = place;
  if (offset >= tools.bytes.length)
    return new SyntaxFault(offset, `object ${number} is said to stand out of the file`);
  try {
    const { reference, object } = tools.readIndirect(offset, limit);
    if (reference.objectNumber !== number || reference.generationNumber !== generation)
      return new SyntaxFault(offset, `object ${reference.objectNumber} stands where ${number} should`);
    tools.context.assign(reference, object);
    return null;
  } catch (fault) {
    if (fault instanceof SyntaxFault) return fault;
    throw fault;
  }
}

/** Puts the objects of object streams (ISO 32000-1, 7.5.7) into the context. */
function unpackObjects(entries: ReadonlyMap<number, XrefEntry>, tools: LoadTools): void {
  const wanted = new Map<number, Set<number>>();
  for (const [number, entry] of entries) {
    if (entry.kind !== 'packed') continue;
    const list = wanted.get(entry.stream) ?? new Set();
    wanted.set(entry.stream, list.add(number));
  }
  // A file without a usable cross-reference says nowhere what is packed: all of it is.
  const isRebuilt = wanted.size === 0;
  for (const [reference, object] of tools.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const numbers = wanted.get(reference.objectNumber);
    const isPacked = object.dict.get(PDFName.of('Type')) === PDFName.of('ObjStm');
    if (numbers !== undefined || (isRebuilt && isPacked))
      unpackStream(object, reference, { numbers: numbers ?? null, tools });
    if (numbers !== undefined) wanted.delete(reference.objectNumber);
  }
  for (const stream of wanted.keys()) {
    const message = `the object stream ${stream} is not there`;
    tools.notes.push({ kind: 'xref-broken', offset: 0, object: PDFRef.of(stream), message });
  }
}

function unpackStream(
  stream: PDFRawStream,
  reference: PDFRef,
  { numbers, tools }: { readonly numbers: ReadonlySet<number> | null; readonly tools: LoadTools },
): void {
  const { bytes, fault } = decodeStream(stream);
  const offset = stream.contents.byteOffset - tools.bytes.byteOffset;
  const note = (kind: SyntaxNote['kind'], message: string, object = reference): void =>
    void tools.notes.push({ kind, offset, object, message });
  if (fault !== null) note('stream-broken', fault);
  let packed = reference;
  const reader = new ObjectReader(bytes, tools.context, (kind, _, message) => note(kind, message, packed));
  const [count, first] = ['N', 'First'].map((key) => {
    const value = stream.dict.get(PDFName.of(key));
    return value instanceof PDFNumber ? value.asNumber() : -1;
  });
  const places: (readonly [number, number])[] = [];
  for (let index = 0; index < (count ?? -1); index += 1) {
    reader.skipSpace();
    const number = reader.takeInteger();
    reader.skipSpace();
    const at = reader.takeInteger();
    if (number === null || at === null) break;
    places.push([number, at]);
  }
  if (places.length !== count)
    note('stream-broken', `an object stream of ${count} objects lists ${places.length}`);
  for (const [number, at] of places) {
    if (numbers !== null && !numbers.has(number)) continue;
    packed = PDFRef.of(number);
    reader.at = at + (first ?? 0);
    try {
      tools.context.assign(packed, reader.readObject());
    } catch (cause) {
      if (!(cause instanceof SyntaxFault)) throw cause;
      note('xref-broken', `in an object stream: ${cause.message}`, packed);
    }
  }
}

/** Dictionaries that are looked at when no trailer is of use. */
const MOST_CANDIDATES = 8;

/** Cross-reference streams, the last first, that lead to a catalog; then the catalogs themselves. */
function rootDictionaries(
  all: ReturnType<typeof findObjects>,
  readIndirect: IndirectReader,
  bytes: Uint8Array,
): readonly PDFDict[] {
  const streams: PDFDict[] = [];
  const catalogs: PDFDict[] = [];
  for (const [number, entry] of [...all.entries].reverse()) {
    if (entry.kind !== 'at' || streams.length + catalogs.length >= MOST_CANDIDATES) continue;
    const end = all.endOf(entry.offset);
    const text = Buffer.from(bytes.subarray(entry.offset, Math.min(end, entry.offset + 400))).toString(
      'latin1',
    );
    if (!text.includes('/XRef') && !text.includes('/Catalog')) continue;
    const dict = tryDictionary(entry.offset, end, readIndirect);
    if (dict === null) continue;
    if (dict.has(PDFName.of('Root'))) streams.push(dict);
    else if (dict.has(PDFName.of('Pages')))
      catalogs.push(trailerTo(PDFRef.of(number, entry.generation), dict.context));
  }
  return [...streams, ...catalogs];
}

function trailerTo(catalog: PDFRef, context: PDFContext): PDFDict {
  const trailer = PDFDict.withContext(context);
  trailer.set(PDFName.of('Root'), catalog);
  return trailer;
}

function tryDictionary(offset: number, limit: number, readIndirect: IndirectReader): PDFDict | null {
  try {
    const { object } = readIndirect(offset, limit);
    return object instanceof PDFRawStream ? object.dict : object instanceof PDFDict ? object : null;
  } catch (fault) {
    if (fault instanceof SyntaxFault) return null;
    throw fault;
  }
}
