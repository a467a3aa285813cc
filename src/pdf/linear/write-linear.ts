import { PDFRef, type PDFContext } from 'pdf-lib';
import { contentHash, toHex } from '../content-hash.ts';
import type { Pack } from '../deflate-stream.ts';
import { crossReferenceRows, type Place } from './cross-reference.ts';
import { writeHints, type Hints } from './hint-tables.ts';
import {
  objectsIn,
  planParts,
  rootOf,
  type Item,
  type LinearParts,
  type ObjectStream,
} from './plan-parts.ts';
import { formatObject, latin1, writeIndirect, writeStream } from './write-object.ts';

/*
 * A linearised file (ISO 32000-1, annex F) has two halves. The first holds what shows page 1: a dictionary of the
 * file's measures, a table of this half's objects, the catalog, the hint stream, page 1. The second holds all else and
 * its own table. Numbers follow the order in the file, those of the second half first, so that each table is one
 * stretch of numbers. The table of the first half stands before what it tells of: it is given room, and made again until it
 * fits. Offsets in hints count as if the hint stream were not there.
 * Invariant that the tests attack: qpdf finds every hint and every number in its place.
 */

/** An item with its number, its place in the file as if there were no hint stream, and its bytes. */
type Placed = { readonly item: Item; readonly number: number; readonly bytes: Uint8Array; offset: number };

/** The numbers of a file. */
type Numbering = {
  /** Of objects, by their old numbers. */
  readonly objects: ReadonlyMap<number, number>;
  readonly streams: ReadonlyMap<Item, number>;
  readonly mainTable: number;
  readonly measures: number;
  readonly firstTable: number;
  readonly hints: number;
  /** Numbers and objects in all, with number 0. */
  readonly size: number;
};

/** Room for the dictionary of measures, whose numbers are known last. */
const MEASURES_ROOM = 136;

/** The table of the first half grows by so much where it does not fit. */
const MORE_ROOM = 32;

const HEADER = '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n';

/**
 * Writes a file so that a browser shows page 1 before the rest has come.
 *
 * @param pages numbers of the page objects, in order; at least one.
 * @param pack deflates what this writer adds: streams of objects, hints and tables.
 */
export async function writeLinear(
  context: PDFContext,
  pages: readonly number[],
  pack: Pack,
): Promise<Uint8Array> {
  const parts = planParts(context, pages);
  const numbering = numberAll(parts);
  const write = (items: readonly Item[]): Placed[] =>
    items.map((item) => writeItem(context, item, { ...numbering, pack }));
  const before = write(parts.opening);
  const outlines = write(parts.outlines);
  const [outlinesFirst, outlinesLast] = parts.opensWithOutlines ? [outlines, []] : [[], outlines];
  const firstPage = [...write(parts.firstPage), ...outlinesFirst];
  const otherPages = parts.otherPages.map(write);
  const shared = write(parts.shared);
  const second = [...otherPages.flat(), ...shared, ...outlinesLast, ...write(parts.rest)];
  const all = [...before, ...firstPage, ...second];
  const id = toHex((await contentHash(Buffer.concat(all.map(({ bytes }) => bytes)))).subarray(0, 16));
  const trailer = trailerOf(context, numbering, id);
  const hintsOf = (): Hints => ({
    ...pageHints(parts, { firstPage, otherPages, shared }),
    outlines: groupOf(outlines),
  });
  return assemble({ before, firstPage, second, numbering, trailer, pack, hintsOf });
}

function numberAll(parts: LinearParts): Numbering {
  const objects = new Map<number, number>();
  const streams = new Map<Item, number>();
  let next = 1;
  const number = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === 'object') objects.set(item.number, next);
      else streams.set(item, next);
      next += 1;
    }
  };
  const numberInside = (items: readonly Item[]): void => {
    for (const item of items)
      if (item.kind === 'stream') for (const object of item.objects) objects.set(object, next++);
  };
  const [outlinesFirst, outlinesLast] = parts.opensWithOutlines ? [parts.outlines, []] : [[], parts.outlines];
  const second = [...parts.otherPages.flat(), ...parts.shared, ...outlinesLast, ...parts.rest];
  number(second);
  const mainTable = next++;
  numberInside(second);
  const [measures, firstTable] = [next++, next++];
  number(parts.opening);
  const hints = next++;
  const firstPage = [...parts.firstPage, ...outlinesFirst];
  number(firstPage);
  numberInside([...parts.opening, ...firstPage]);
  return { objects, streams, mainTable, measures, firstTable, hints, size: next };
}

function writeItem(
  context: PDFContext,
  item: Item,
  { objects, streams, pack }: Numbering & { readonly pack: Pack },
): Placed {
  const numberOf = ({ objectNumber }: PDFRef): number => {
    const number = objects.get(objectNumber);
    if (number === undefined)
      throw new Error(`nothing leads to object ${objectNumber}, which is referred to`);
    return number;
  };
  const textOf = (object: number): string => {
    const found = context.lookup(PDFRef.of(object));
    return found === undefined ? 'null' : formatObject(found, numberOf);
  };
  if (item.kind === 'stream') {
    const number = streams.get(item) ?? 0;
    return { item, number, offset: 0, bytes: writeObjectStream(number, item, { objects, textOf, pack }) };
  }
  const number = objects.get(item.number) ?? 0;
  const found = context.lookup(PDFRef.of(item.number));
  if (found === undefined) throw new Error(`object ${item.number} was reserved and never put`);
  return { item, number, offset: 0, bytes: writeIndirect(number, found, numberOf) };
}

function writeObjectStream(
  number: number,
  stream: ObjectStream,
  {
    objects,
    textOf,
    pack,
  }: {
    readonly objects: Numbering['objects'];
    readonly textOf: (object: number) => string;
    readonly pack: Pack;
  },
): Uint8Array {
  const places: string[] = [];
  const texts: string[] = [];
  let length = 0;
  for (const object of stream.objects) {
    const text = textOf(object);
    places.push(`${objects.get(object) ?? 0} ${length}`);
    texts.push(text);
    length += text.length + 1;
  }
  const head = `${places.join(' ')}\n`;
  const data = pack(latin1(head + texts.join('\n')));
  const dictionary = `<</Type/ObjStm/N ${texts.length}/First ${head.length}/Length ${data.length}/Filter/FlateDecode>>`;
  return writeStream(number, dictionary, data);
}

function trailerOf(context: PDFContext, { objects, size }: Numbering, id: string): string {
  const { Info: info } = context.trailerInfo;
  const told = info instanceof PDFRef ? `/Info ${objects.get(info.objectNumber) ?? 0} 0 R` : '';
  return `/Size ${size}/Root ${objects.get(rootOf(context)) ?? 0} 0 R${told}/ID[<${id}><${id}>]`;
}

const lengthOf = (items: readonly Placed[]): number =>
  items.reduce((sum, { bytes }) => sum + bytes.length, 0);

function groupOf(items: readonly Placed[]): Hints['outlines'] {
  const [first] = items;
  return {
    number: first?.number ?? 0,
    offset: first?.offset ?? 0,
    items: items.length,
    length: lengthOf(items),
  };
}

function pageHints(
  { sharedBy }: LinearParts,
  written: {
    readonly firstPage: readonly Placed[];
    readonly otherPages: readonly (readonly Placed[])[];
    readonly shared: readonly Placed[];
  },
): Omit<Hints, 'outlines'> {
  const { firstPage, otherPages, shared } = written;
  const table = [...firstPage, ...shared];
  const places = new Map(table.map(({ item }, index) => [item, index]));
  const [firstShared] = shared;
  return {
    pages: [firstPage, ...otherPages].map((items, page) => ({
      items: items.length,
      length: lengthOf(items),
      shared: (sharedBy[page] ?? []).map((item) => places.get(item) ?? 0),
    })),
    firstPageOffset: firstPage[0]?.offset ?? 0,
    sharedLengths: table.map(({ bytes }) => bytes.length),
    firstPageItems: firstPage.length,
    shared: { number: firstShared?.number ?? 0, offset: firstShared?.offset ?? 0 },
  };
}

type Written = {
  readonly before: readonly Placed[];
  readonly firstPage: readonly Placed[];
  readonly second: readonly Placed[];
  readonly numbering: Numbering;
  readonly trailer: string;
  readonly pack: Pack;
  readonly hintsOf: () => Hints;
};

function assemble(written: Written): Uint8Array {
  for (let room = MORE_ROOM; ; room += MORE_ROOM) {
    const file = assembleWithin(written, room);
    if (file !== null) return file;
  }
}

/** The whole file, with so much room for the table of the first half; null where that needs more. */
function assembleWithin(written: Written, room: number): Uint8Array | null {
  const { before, firstPage, second, numbering, trailer, pack } = written;
  const tableAt = HEADER.length + MEASURES_ROOM;
  const openingAt = tableAt + room;
  const hintsAt = openingAt + lengthOf(before);
  // As if there were no hint stream.
  const secondAt = place([...before, ...firstPage], openingAt);
  const mainAt = place(second, secondAt);
  const hints = hintStream(numbering.hints, written.hintsOf(), pack);
  const shift = hints.length;
  const places = placesOf(written, { shift, tableAt, hintsAt, mainAt: mainAt + shift });
  const first = crossReferenceRows(places.slice(numbering.measures), pack);
  const firstIndex = `/Index[${numbering.measures} ${numbering.size - numbering.measures}]`;
  const firstDictionary = `<</Type/XRef${first.entries}${firstIndex}${trailer}/Prev ${mainAt + shift}>>`;
  const firstTable = Buffer.concat([
    writeStream(numbering.firstTable, firstDictionary, first.data),
    latin1('startxref\n0\n%%EOF\n'),
  ]);
  if (firstTable.length > room) return null;
  const main = crossReferenceRows(places.slice(0, numbering.measures), pack);
  const mainDictionary = `<</Type/XRef${main.entries}/Index[0 ${numbering.measures}]${trailer}>>`;
  const tail = Buffer.concat([
    writeStream(numbering.mainTable, mainDictionary, main.data),
    latin1(`startxref\n${tableAt}\n%%EOF\n`),
  ]);
  const measures = [
    `/Linearized 1/L ${mainAt + shift + tail.length}/H[${hintsAt} ${shift}]/O ${firstPage[0]?.number ?? 0}`,
    `/E ${secondAt + shift}/N ${written.hintsOf().pages.length}/T ${mainAt + shift - 1}`,
  ];
  return Buffer.concat([
    latin1(HEADER),
    padded(latin1(`${numbering.measures} 0 obj\n<<${measures.join('')}>>\nendobj\n`), MEASURES_ROOM),
    padded(firstTable, room),
    ...before.map(({ bytes }) => bytes),
    hints,
    ...[...firstPage, ...second].map(({ bytes }) => bytes),
    tail,
  ]);
}

/** Gives items their offsets one after the other; the offset behind the last. */
function place(items: readonly Placed[], from: number): number {
  let at = from;
  for (const item of items) {
    item.offset = at;
    at += item.bytes.length;
  }
  return at;
}

function hintStream(number: number, hints: Hints, pack: Pack): Uint8Array {
  const { bytes, shared, outlines } = writeHints(hints);
  const data = pack(bytes);
  const outline = hints.outlines.items === 0 ? '' : `/O ${outlines}`;
  return writeStream(number, `<</S ${shared}${outline}/Length ${data.length}/Filter/FlateDecode>>`, data);
}

/** The place of every object, by number. */
function placesOf(
  { before, firstPage, second, numbering }: Written,
  at: { readonly shift: number; readonly tableAt: number; readonly hintsAt: number; readonly mainAt: number },
): readonly Place[] {
  const places = Array.from({ length: numbering.size }, (): Place => ({ kind: 'free' }));
  const put = (number: number, offset: number): void => void (places[number] = { kind: 'at', offset });
  put(numbering.measures, HEADER.length);
  put(numbering.firstTable, at.tableAt);
  put(numbering.hints, at.hintsAt);
  put(numbering.mainTable, at.mainAt);
  const putItem = ({ item, number, offset }: Placed, shift: number): void => {
    put(number, offset + shift);
    if (item.kind === 'object') return;
    objectsIn(item).forEach((object, index) => {
      places[numbering.objects.get(object) ?? 0] = { kind: 'in', stream: number, index };
    });
  };
  for (const item of before) putItem(item, 0);
  for (const item of [...firstPage, ...second]) putItem(item, at.shift);
  return places;
}

/** Bytes filled up with blanks, the last a line's end. */
function padded(bytes: Uint8Array, length: number): Uint8Array {
  const filled = new Uint8Array(length).fill(0x20);
  filled.set(bytes);
  filled[length - 1] = 0x0a;
  return filled;
}
