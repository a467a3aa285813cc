/** A TrueType program, as far as rules look at it. */
export type TrueTypeProgram = {
  readonly glyphCount: number;
  /** Advance in thousandths of the em. */
  readonly widthOf: (glyph: number) => number;
  /** Its code tables by platform and encoding: `3,1`. Each finds the glyph of a code, 0 for none. */
  readonly maps: ReadonlyMap<string, (code: number) => number>;
};

/** Reads an embedded TrueType program, or the tables of an OpenType one; null when a table is missing or cut. */
export function readTrueType(bytes: Uint8Array): TrueTypeProgram | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readTables(view);
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((tag) => tables.get(tag));
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return null;
  if (head.byteLength < 54 || hhea.byteLength < 36 || maxp.byteLength < 6) return null;
  const unitsPerEm = head.getUint16(18);
  const metrics = hhea.getUint16(34);
  const glyphCount = maxp.getUint16(4);
  if (unitsPerEm === 0 || metrics === 0 || hmtx.byteLength < 4 * metrics) return null;
  const cmap = tables.get('cmap');
  return {
    glyphCount,
    widthOf: (glyph) => (hmtx.getUint16(4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm,
    maps: cmap === undefined ? new Map() : readMaps(cmap),
  };
}

/** The tables of a font program by tag; those that reach out of it are left out. */
export function readTables(view: DataView): ReadonlyMap<string, DataView> {
  const tables = new Map<string, DataView>();
  if (view.byteLength < 12) return tables;
  const count = view.getUint16(4);
  for (let at = 12; at < 12 + 16 * count && at + 16 <= view.byteLength; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));
    const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (start + length <= view.byteLength)
      tables.set(tag, new DataView(view.buffer, view.byteOffset + start, length));
  }
  return tables;
}

function readMaps(cmap: DataView): ReadonlyMap<string, (code: number) => number> {
  const maps = new Map<string, (code: number) => number>();
  const count = cmap.byteLength < 4 ? 0 : cmap.getUint16(2);
  for (let at = 4; at < 4 + 8 * count && at + 8 <= cmap.byteLength; at += 8) {
    const offset = cmap.getUint32(at + 4);
    if (offset + 8 > cmap.byteLength) continue;
    const table = new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset);
    maps.set(`${cmap.getUint16(at)},${cmap.getUint16(at + 2)}`, readMap(table));
  }
  return maps;
}

function readMap(table: DataView): (code: number) => number {
  const within = (at: number): number => (at >= 0 && at + 2 <= table.byteLength ? table.getUint16(at) : 0);
  switch (table.getUint16(0)) {
    case 0:
      return (code) => (code < 256 && 6 + code < table.byteLength ? table.getUint8(6 + code) : 0);
    case 4:
      return (code) => findInSegments(within, code);
    case 6:
      return (code) => {
        const index = code - within(6);
        return index >= 0 && index < within(8) ? within(10 + 2 * index) : 0;
      };
    case 12:
      return (code) => findInGroups(table, code);
    default:
      return () => 0;
  }
}

/** Format 4: segments that end at ever higher codes. */
function findInSegments(within: (at: number) => number, code: number): number {
  const size = within(6);
  for (let step = 0; step < size; step += 2) {
    if (code > within(14 + step)) continue;
    const start = within(16 + size + step);
    if (code < start) return 0;
    const delta = within(16 + 2 * size + step);
    const place = 16 + 3 * size + step;
    const range = within(place);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = within(place + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Format 12: groups of codes with glyphs that follow each other. */
function findInGroups(table: DataView, code: number): number {
  const count = table.byteLength < 16 ? 0 : table.getUint32(12);
  for (let index = 0, at = 16; index < count && at + 12 <= table.byteLength; index += 1, at += 12) {
    const start = table.getUint32(at);
    if (code >= start && code <= table.getUint32(at + 4)) return table.getUint32(at + 8) + code - start;
  }
  return 0;
}
