/**
 * What the codes of one file say: a code says the same in every face, so that one ToUnicode serves them all. Codes
 * count from 1, in order of first use.
 */
export type TextCodes = {
  /** The codes that say a text, in order. */
  readonly codesOf: (text: string) => readonly number[];
  /** Gives a text one more code. */
  readonly add: (text: string) => number;
  /** What each code says; index 0 is code 1. */
  readonly texts: readonly string[];
};

/** The codes of one face in one file: one CID per (glyph, text) pair. */
export type CidMap = {
  /** The CID of a glyph that says `text`. */
  readonly codeOf: (glyph: number, text: string) => number;
  /** What each CID shows: index 0 is CID 1; null for codes of other faces. */
  readonly glyphs: readonly (number | null)[];
};

/** Codes have two bytes, and 0 is .notdef. */
const MOST_CODES = 0xffff;

/** Opens an empty list. */
export function createTextCodes(): TextCodes {
  const texts: string[] = [];
  const byText = new Map<string, number[]>();
  return {
    texts,
    codesOf: (text) => byText.get(text) ?? [],
    add: (text) => {
      if (texts.length === MOST_CODES) throw new Error(`the file needs more than ${MOST_CODES} codes`);
      const code = texts.push(text);
      const known = byText.get(text);
      if (known === undefined) byText.set(text, [code]);
      else known.push(code);
      return code;
    },
  };
}

/**
 * Opens an empty map. `faceName` is for the messages of our bugs.
 *
 * In most faces a space and a no-break space are one glyph with two texts, and a small capital and its letter are two glyphs
 * with one: the first take two codes of the file, the second take each another code that says the same.
 */
export function createCidMap(faceName: string, codes: TextCodes): CidMap {
  const glyphs: (number | null)[] = [];
  const known = new Map<number, Map<string, number>>();
  const assign = (glyph: number, text: string): number => {
    if (glyph === 0) throw new Error(`.notdef of ${faceName} is to be drawn for "${text}"`);
    if (text === '') throw new Error(`glyph ${glyph} of ${faceName} is to be drawn without a text`);
    const isFree = (code: number): boolean => (glyphs[code - 1] ?? null) === null;
    const code = codes.codesOf(text).find(isFree) ?? codes.add(text);
    while (glyphs.length < code) glyphs.push(null);
    glyphs[code - 1] = glyph;
    return code;
  };
  // Nearly every glyph says the same each time.
  const lastTexts: string[] = [];
  const lastCodes: number[] = [];
  return {
    glyphs,
    codeOf: (glyph, text) => {
      if (lastTexts[glyph] === text) return lastCodes[glyph]!;
      const byText = known.get(glyph) ?? new Map<string, number>();
      const code = byText.get(text) ?? assign(glyph, text);
      byText.set(text, code);
      known.set(glyph, byText);
      lastTexts[glyph] = text;
      lastCodes[glyph] = code;
      return code;
    },
  };
}
