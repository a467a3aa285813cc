import { readTableDirectory, type FontTables } from './read-true-type.ts';

/*
 * A program for a PDF has six tables (ISO 32000-1, 9.9): outlines, metrics and what measures them. Names, letters and
 * layout are told by the PDF itself, and hints mean nothing at the sizes of today's screens and presses. Glyphs stand
 * at the places that the PDF's codes call, so that no map from codes to glyphs is needed; a glyph that two codes call
 * stands there twice. Parts of composite glyphs that no code calls follow behind.
 */

/** An outline, its advance and left bearing; font units. */
type Glyph = { readonly outline: Uint8Array; readonly advance: number; readonly bearing: number };

const NOTHING: Glyph = { outline: new Uint8Array(0), advance: 0, bearing: 0 };

/**
 * Cuts a TrueType font down to some glyphs.
 *
 * @param glyphs which glyph of the font stands at each place, from place 1 on; null leaves a place empty. Place 0 is an
 * empty `.notdef`: nothing shows it.
 * @throws RangeError when an outline ends past the end of its table.
 */
export function cutTrueType(bytes: Uint8Array, glyphs: readonly (number | null)[]): Uint8Array {
  const font = openOutlines(bytes);
  const places: (number | null)[] = [null, ...glyphs];
  const placeOf = new Map<number, number>();
  places.forEach((glyph, place) => {
    if (glyph !== null && !placeOf.has(glyph)) placeOf.set(glyph, place);
  });
  const placePart = (glyph: number): number => {
    const place = placeOf.get(glyph) ?? places.push(glyph) - 1;
    placeOf.set(glyph, place);
    return place;
  };
  const cut: Glyph[] = [];
  // Parts are added to the places while they are gone through.
  for (let place = 0; place < places.length; place += 1) {
    const glyph = places[place] ?? null;
    cut.push(
      glyph === null
        ? NOTHING
        : { ...font.metricsOf(glyph), outline: stripOutline(font.outlineOf(glyph), placePart) },
    );
  }
  return writeFile(writeTables(font.tables, cut));
}

type Outlines = {
  readonly tables: FontTables;
  readonly outlineOf: (glyph: number) => Uint8Array;
  readonly metricsOf: (glyph: number) => Omit<Glyph, 'outline'>;
};

function openOutlines(bytes: Uint8Array): Outlines {
  const tables = readTableDirectory(bytes);
  if (tables === null) throw new Error('a font to be cut is no TrueType font');
  const [glyf, loca, hmtx] = [tableOf(tables, 'glyf'), tableOf(tables, 'loca'), tableOf(tables, 'hmtx')];
  const isLong = tableOf(tables, 'head').getInt16(LOCA_FORMAT) === 1;
  const offsetOf = (glyph: number): number =>
    isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
  const records = tableOf(tables, 'hhea').getUint16(METRICS_COUNT);
  const glyphs = Math.max(0, Math.floor(loca.byteLength / (isLong ? 4 : 2)) - 1);
  const bearingAt = (at: number): number => (at + 2 <= hmtx.byteLength ? hmtx.getInt16(at) : 0);
  return {
    tables,
    // A part may name a glyph that the font does not have: nothing is drawn for it.
    outlineOf: (glyph) =>
      glyph < glyphs ? bytesOf(glyf).subarray(offsetOf(glyph), offsetOf(glyph + 1)) : new Uint8Array(),
    // Beyond the full records the last advance holds, and only bearings follow, which some fonts leave out.
    metricsOf: (glyph) =>
      glyph < records
        ? { advance: hmtx.getUint16(4 * glyph), bearing: hmtx.getInt16(4 * glyph + 2) }
        : {
            advance: hmtx.getUint16(4 * (records - 1)),
            bearing: bearingAt(4 * records + 2 * (glyph - records)),
          },
  };
}

function tableOf(tables: FontTables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`a font to be cut has no table ${tag}`);
  return table;
}

const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Bytes of an outline before its contours: their number and the box. */
const OUTLINE_HEAD = 10;

/** An outline without its hints; the parts of a composite one at their new places. */
function stripOutline(outline: Uint8Array, placePart: (glyph: number) => number): Uint8Array {
  if (outline.length === 0) return outline;
  const view = viewOf(outline);
  const contours = view.getInt16(0);
  if (contours === 0) return outline.subarray(0, 0);
  if (contours < 0) return stripComposite(outline, placePart);
  const hints = OUTLINE_HEAD + 2 * contours;
  const points = view.getUint16(hints - 2) + 1;
  const from = hints + 2 + view.getUint16(hints);
  const stripped = new Uint8Array(hints + 2 + lengthOfPoints(view, from, points));
  stripped.set(outline.subarray(0, hints));
  stripped.set(outline.subarray(from, from + stripped.length - hints - 2), hints + 2);
  return stripped;
}

/** Flags of points (OpenType 1.9.1, glyf): short coordinates, a count of repeats, a coordinate left out. */
const POINT = { shortX: 0x02, shortY: 0x04, repeat: 0x08, sameX: 0x10, sameY: 0x20 } as const;

/** Bytes of the flags and coordinates of points; what follows them fills up only. */
function lengthOfPoints(view: DataView, from: number, points: number): number {
  let at = from;
  let coordinates = 0;
  for (let point = 0; point < points;) {
    const flag = view.getUint8(at++);
    const times = (flag & POINT.repeat) === 0 ? 1 : view.getUint8(at++) + 1;
    const x = (flag & POINT.shortX) !== 0 ? 1 : (flag & POINT.sameX) !== 0 ? 0 : 2;
    const y = (flag & POINT.shortY) !== 0 ? 1 : (flag & POINT.sameY) !== 0 ? 0 : 2;
    coordinates += times * (x + y);
    point += times;
  }
  return at - from + coordinates;
}

/** Flags of parts (OpenType 1.9.1, glyf). */
const PART = { words: 0x1, scale: 0x8, more: 0x20, scales: 0x40, matrix: 0x80, hints: 0x100 } as const;

function stripComposite(outline: Uint8Array, placePart: (glyph: number) => number): Uint8Array {
  const stripped = Uint8Array.from(outline);
  const view = viewOf(stripped);
  let at = OUTLINE_HEAD;
  for (let flags: number = PART.more; (flags & PART.more) !== 0;) {
    flags = view.getUint16(at);
    view.setUint16(at, flags & ~PART.hints);
    view.setUint16(at + 2, placePart(view.getUint16(at + 2)));
    const turn =
      (flags & PART.scale) !== 0 ? 2 : (flags & PART.scales) !== 0 ? 4 : (flags & PART.matrix) !== 0 ? 8 : 0;
    at += 4 + ((flags & PART.words) === 0 ? 2 : 4) + turn;
  }
  return stripped.subarray(0, at);
}

/** Offsets of fields in `head`, `hhea` and `maxp`. */
const CHECKSUM_ADJUSTMENT = 8;
const LOCA_FORMAT = 50;
const METRICS_COUNT = 34;
const GLYPH_COUNT = 4;
/** From here to the end of these `maxp` counts what hints need; the first of them is a count of zones, at least 1. */
const HINT_LIMITS = { from: 14, to: 28 } as const;

/** Short offsets reach so far: they count pairs of bytes. */
const SHORT_REACH = 0x1fffe;

/** The tables of a program by tag, in the order of their tags. */
function writeTables(
  source: FontTables,
  glyphs: readonly Glyph[],
): readonly (readonly [string, Uint8Array])[] {
  const lengths = glyphs.map(({ outline }) => outline.length + (outline.length % 2));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const isLong = total > SHORT_REACH;
  const glyf = new Uint8Array(total);
  const hmtx = viewOf(new Uint8Array(4 * glyphs.length));
  const loca = viewOf(new Uint8Array((isLong ? 4 : 2) * (glyphs.length + 1)));
  const setOffset = (place: number, offset: number): void =>
    isLong ? loca.setUint32(4 * place, offset) : loca.setUint16(2 * place, offset / 2);
  let offset = 0;
  glyphs.forEach(({ outline, advance, bearing }, place) => {
    glyf.set(outline, offset);
    hmtx.setUint16(4 * place, advance);
    hmtx.setInt16(4 * place + 2, bearing);
    offset += lengths[place] ?? 0;
    setOffset(place + 1, offset);
  });
  const head = copyOf(source, 'head', 54);
  head.setUint32(CHECKSUM_ADJUSTMENT, 0);
  head.setInt16(LOCA_FORMAT, isLong ? 1 : 0);
  const hhea = copyOf(source, 'hhea', 36);
  hhea.setUint16(METRICS_COUNT, glyphs.length);
  const maxp = copyOf(source, 'maxp', 32);
  maxp.setUint16(GLYPH_COUNT, glyphs.length);
  for (let at: number = HINT_LIMITS.from; at < HINT_LIMITS.to; at += 2)
    maxp.setUint16(at, at === HINT_LIMITS.from ? 1 : 0);
  return [
    ['glyf', glyf],
    ['head', bytesOf(head)],
    ['hhea', bytesOf(hhea)],
    ['hmtx', bytesOf(hmtx)],
    ['loca', bytesOf(loca)],
    ['maxp', bytesOf(maxp)],
  ];
}

const copyOf = (source: FontTables, tag: string, length: number): DataView =>
  viewOf(Uint8Array.from(bytesOf(tableOf(source, tag)).subarray(0, length)));

/** What the sum of all words of a font file comes to, less the field that says so (OpenType 1.9.1, head). */
const MAGIC = 0xb1b0afba;

function writeFile(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const directory = 12 + 16 * tables.length;
  const size = tables.reduce((sum, [, table]) => sum + padded(table.length), directory);
  const file = new Uint8Array(size);
  const view = viewOf(file);
  const steps = 31 - Math.clz32(tables.length);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << steps);
  view.setUint16(8, steps);
  view.setUint16(10, 16 * tables.length - (16 << steps));
  let at = directory;
  let head = 0;
  tables.forEach(([tag, table], index) => {
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(entry + letter, tag.charCodeAt(letter));
    file.set(table, at);
    view.setUint32(entry + 4, sumOfWords(view, at, padded(table.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    if (tag === 'head') head = at;
    at += padded(table.length);
  });
  view.setUint32(head + CHECKSUM_ADJUSTMENT, (MAGIC - sumOfWords(view, 0, size)) >>> 0);
  return file;
}

const padded = (length: number): number => (length + 3) & ~3;

function sumOfWords(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
