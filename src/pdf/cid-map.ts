/**
 * The codes of one face in one file: one CID per (glyph, text) pair, in order of first use, from 1.
 *
 * In most faces hyphen and soft hyphen, or a small capital and its letter, are one glyph with two texts;
 * a code per glyph could say only one of them.
 */
export type CidMap = {
  /** The CID of a glyph that says `text`. */
  readonly codeOf: (glyph: number, text: string) => number;
  /** What each CID shows and says; index 0 is CID 1. */
  readonly entries: readonly CidEntry[];
};

/** One CID. */
export type CidEntry = { readonly glyph: number; readonly text: string };

/** Codes have two bytes, and 0 is .notdef. */
const MOST_CODES = 0xffff;

/** Opens an empty map. `faceName` is for the messages of our bugs. */
export function createCidMap(faceName: string): CidMap {
  const entries: CidEntry[] = [];
  const codes = new Map<number, Map<string, number>>();
  return {
    entries,
    codeOf: (glyph, text) => {
      const byText = codes.get(glyph);
      const known = byText?.get(text);
      if (known !== undefined) return known;
      if (glyph === 0) throw new Error(`.notdef of ${faceName} is to be drawn for "${text}"`);
      if (text === '') throw new Error(`glyph ${glyph} of ${faceName} is to be drawn without a text`);
      if (entries.length === MOST_CODES) throw new Error(`${faceName} needs more than ${MOST_CODES} codes`);
      entries.push({ glyph, text });
      if (byText === undefined) codes.set(glyph, new Map([[text, entries.length]]));
      else byText.set(text, entries.length);
      return entries.length;
    },
  };
}

/** The CIDToGIDMap stream: two bytes a CID, from CID 0. */
export function cidToGlyphBytes(entries: readonly CidEntry[]): Uint8Array {
  const bytes = new Uint8Array(2 * (entries.length + 1));
  entries.forEach((entry, index) => {
    bytes[2 * index + 2] = entry.glyph >> 8;
    bytes[2 * index + 3] = entry.glyph & 0xff;
  });
  return bytes;
}
