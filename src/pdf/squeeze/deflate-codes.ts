/*
 * What RFC 1951 says of lengths and distances. Lengths 3 to 258 have the symbols 257 to 285, distances 1 to 32768 the
 * symbols 0 to 29; each symbol stands for a range, and extra bits say which of it.
 */

/** Symbols of literals, the end of a block and lengths. */
export const LITERALS = 286;
export const DISTANCES = 30;
export const END_OF_BLOCK = 256;
export const SHORTEST = 3;
export const LONGEST = 258;
/** How far a match may lie back. */
export const WINDOW = 32_768;

/** The first value of each symbol's range, and how many extra bits tell the values apart. */
type Ranges = { readonly first: readonly number[]; readonly extra: readonly number[] };

function rangesOf(from: number, extra: readonly number[]): Ranges {
  let next = from;
  return { first: extra.map((bits) => ((next += 1 << bits), next - (1 << bits))), extra };
}

const fourEach = (most: number): readonly number[] =>
  Array.from({ length: most }, (_, bits) => Array<number>(4).fill(bits + 1)).flat();
const twoEach = (most: number): readonly number[] =>
  Array.from({ length: most }, (_, bits) => Array<number>(2).fill(bits + 1)).flat();

const shortLengths = rangesOf(SHORTEST, [...Array<number>(8).fill(0), ...fourEach(5)]);

/** Of lengths; 258, the longest, has a symbol of its own. */
export const LENGTHS: Ranges = {
  first: [...shortLengths.first, LONGEST],
  extra: [...shortLengths.extra, 0],
};

/** Of distances. */
export const BACKWARD: Ranges = rangesOf(1, [0, 0, 0, 0, ...twoEach(13)]);

function symbolsOf({ first, extra }: Ranges, values: number): Uint8Array {
  const symbols = new Uint8Array(values + 1);
  first.forEach((from, symbol) => symbols.fill(symbol, from, from + (1 << (extra[symbol] ?? 0))));
  return symbols;
}

/** The symbol of each length, counted from 0. */
export const lengthSymbols: Uint8Array = symbolsOf(LENGTHS, LONGEST);
/** The symbol of each distance. */
export const distanceSymbols: Uint8Array = symbolsOf(BACKWARD, WINDOW);
