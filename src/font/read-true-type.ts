/**
 * What a TrueType file says of itself, read without HarfBuzz: opening a face costs no crossing into wasm.
 * Table layouts: OpenType 1.9.1. Offsets are checked by `DataView`, which throws a RangeError past the end.
 */

/** Facts of one font file. Font units, y up. */
export type TrueType = {
  readonly postScriptName: string;
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly boundingBox: readonly [number, number, number, number];
  /** Embedding rights of OS/2. */
  readonly fsType: number;
  readonly hasGlyphOutlines: boolean;
  readonly isVariable: boolean;
  /** Tags of the features of GSUB. */
  readonly substitutions: ReadonlySet<string>;
  /** Glyph of a code point; 0 is none. */
  readonly glyphOf: (codePoint: number) => number;
  readonly advanceOf: (glyph: number) => number;
  /** Left and right edge of a glyph's ink; null for a glyph without ink. */
  readonly inkOf: (glyph: number) => readonly [number, number] | null;
};

/** Tables of a font file by tag. */
export type FontTables = ReadonlyMap<string, DataView>;

const TRUETYPE_VERSION = 0x00010000;
const TRUETYPE_APPLE = 0x74727565;

/**
 * Reads a file.
 *
 * @returns null when the bytes are no TrueType font or a table that every font has is missing.
 * @throws RangeError when a table ends before its contents do.
 */
export function readTrueType(bytes: Uint8Array): TrueType | null {
  const tables = readTableDirectory(bytes);
  if (tables === null) return null;
  const head = tables.get('head');
  const hhea = tables.get('hhea');
  const hmtx = tables.get('hmtx');
  const maxp = tables.get('maxp');
  const os2 = tables.get('OS/2');
  const cmap = tables.get('cmap');
  const name = tables.get('name');
  if (!head || !hhea || !hmtx || !maxp || !os2 || !cmap || !name) return null;
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) return null;
  const hasHeights = os2.getUint16(0) >= 2;
  return {
    postScriptName: readPostScriptName(name),
    unitsPerEm,
    ascender: hhea.getInt16(4),
    descender: hhea.getInt16(6),
    // Fonts older than OS/2 version 2 do not say: 0.7 and 0.5 em are usual.
    capHeight: hasHeights ? os2.getInt16(88) : Math.round(0.7 * unitsPerEm),
    xHeight: hasHeights ? os2.getInt16(86) : Math.round(0.5 * unitsPerEm),
    italicAngle: (tables.get('post')?.getInt32(4) ?? 0) / 65536,
    boundingBox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    fsType: os2.getUint16(8),
    hasGlyphOutlines: tables.has('glyf') && tables.has('loca'),
    isVariable: tables.has('fvar'),
    substitutions: readFeatureTags(tables.get('GSUB')),
    glyphOf: createCharacterMap(cmap),
    advanceOf: createAdvances(hmtx, hhea.getUint16(34)),
    inkOf: createInk(tables, head.getInt16(50) === 1, maxp.getUint16(4)),
  };
}

/** The tables of a file; null when the bytes are no TrueType font. */
export function readTableDirectory(bytes: Uint8Array): FontTables | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return null;
  const version = view.getUint32(0);
  if (version !== TRUETYPE_VERSION && version !== TRUETYPE_APPLE) return null;
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    tables.set(readTag(view, at), new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

const readTag = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/** Name 6, Windows (UTF-16) or Macintosh (one byte); both are ASCII by rule. */
function readPostScriptName(name: DataView): string {
  const storage = name.getUint16(4);
  for (let i = 0; i < name.getUint16(2); i++) {
    const at = 6 + 12 * i;
    if (name.getUint16(at + 6) !== 6) continue;
    const step = name.getUint16(at) === 1 ? 1 : 2;
    const start = storage + name.getUint16(at + 10);
    let text = '';
    for (let k = step - 1; k < name.getUint16(at + 8); k += step)
      text += String.fromCharCode(name.getUint8(start + k));
    if (/^[!-~]+$/.test(text)) return text;
  }
  return '';
}

function readFeatureTags(gsub: DataView | undefined): ReadonlySet<string> {
  const tags = new Set<string>();
  if (gsub === undefined) return tags;
  const list = gsub.getUint16(6);
  for (let i = 0; i < gsub.getUint16(list); i++) tags.add(readTag(gsub, list + 2 + 6 * i));
  return tags;
}

/** Subtable format 12 (all of Unicode) if there is one, else format 4 (the first plane). */
function createCharacterMap(cmap: DataView): (codePoint: number) => number {
  let best: DataView | null = null;
  let bestFormat = 0;
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = 4 + 8 * i;
    const platform = cmap.getUint16(at);
    if (platform !== 0 && platform !== 3) continue;
    const offset = cmap.getUint32(at + 4);
    const format = cmap.getUint16(offset);
    if ((format !== 4 && format !== 12) || format <= bestFormat) continue;
    best = new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset);
    bestFormat = format;
  }
  if (best === null) return () => 0;
  return remember(bestFormat === 12 ? createFormat12(best) : createFormat4(best));
}

/** Every letter of every text is looked up: answers for the first plane are kept. */
function remember(find: (codePoint: number) => number): (codePoint: number) => number {
  const known = new Int32Array(0x10000).fill(-1);
  return (codePoint) => {
    if (codePoint > 0xffff) return find(codePoint);
    const glyph = known[codePoint]!;
    return glyph >= 0 ? glyph : (known[codePoint] = find(codePoint));
  };
}

function createFormat12(table: DataView): (codePoint: number) => number {
  const groups = table.getUint32(12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = 16 + 12 * middle;
      if (codePoint < table.getUint32(at)) high = middle - 1;
      else if (codePoint > table.getUint32(at + 4)) low = middle + 1;
      else return table.getUint32(at + 8) + codePoint - table.getUint32(at);
    }
    return 0;
  };
}

function createFormat4(table: DataView): (codePoint: number) => number {
  const doubled = table.getUint16(6);
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled];
  return (codePoint) => {
    if (codePoint > 0xfffe) return 0;
    for (let i = 0; i < doubled; i += 2) {
      if (table.getUint16(ends + i) < codePoint) continue;
      const start = table.getUint16(starts + i);
      if (start > codePoint) return 0;
      const delta = table.getUint16(deltas + i);
      const range = table.getUint16(ranges + i);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = table.getUint16(ranges + i + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/** The last full record's advance holds for all glyphs after it. */
function createAdvances(hmtx: DataView, count: number): (glyph: number) => number {
  return (glyph) => hmtx.getUint16(4 * Math.min(glyph, count - 1));
}

function createInk(tables: FontTables, isLong: boolean, glyphs: number): TrueType['inkOf'] {
  const loca = tables.get('loca');
  const glyf = tables.get('glyf');
  if (loca === undefined || glyf === undefined) return () => null;
  const offsetOf = (glyph: number): number =>
    isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
  return (glyph) => {
    if (glyph >= glyphs) return null;
    const start = offsetOf(glyph);
    return offsetOf(glyph + 1) === start ? null : [glyf.getInt16(start + 2), glyf.getInt16(start + 6)];
  };
}
