import { codeLengths } from './code-lengths.ts';
import { BACKWARD, END_OF_BLOCK, LENGTHS } from './deflate-codes.ts';
import type { Counts, Prices } from './parse-block.ts';

/** A symbol of the head, and its extra bits: how often a length is repeated. */
type Told = readonly [symbol: number, extra: number, extraBits: number];

/** The head of a block with codes of its own (RFC 1951, 3.2.7), and what the block takes with it. */
export type BlockHead = {
  readonly lengths: Prices;
  /** Lengths of the codes that tell the lengths. */
  readonly tellers: Uint8Array;
  readonly told: readonly Told[];
  /** How many lengths of literals, distances and tellers are told. */
  readonly sizes: readonly [literals: number, distances: number, tellers: number];
  /** Bits of head and content. */
  readonly bits: number;
};

const MOST_BITS = 15;
const MOST_TELLER_BITS = 7;
const FEWEST_LITERALS = 257;
const TELLER_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;
const FEWEST_TELLERS = 4;

/** The head that suits the content best. */
export function planHead(counts: Counts): BlockHead {
  const lengths = {
    literals: codeLengths(counts.literals, MOST_BITS),
    distances: atLeastTwo(codeLengths(counts.distances, MOST_BITS)),
  };
  const literals = usedSize(lengths.literals, FEWEST_LITERALS);
  const distances = usedSize(lengths.distances, 1);
  const told = tellLengths([
    ...lengths.literals.subarray(0, literals),
    ...lengths.distances.subarray(0, distances),
  ]);
  const tellerCounts = new Uint32Array(TELLER_ORDER.length);
  for (const [symbol] of told) tellerCounts[symbol] = (tellerCounts[symbol] ?? 0) + 1;
  const tellers = codeLengths(tellerCounts, MOST_TELLER_BITS);
  const inOrder = Uint8Array.from(TELLER_ORDER, (symbol) => tellers[symbol] ?? 0);
  const sizes = [literals, distances, usedSize(inOrder, FEWEST_TELLERS)] as const;
  const headBits = told.reduce(
    (sum, [symbol, , extraBits]) => sum + (tellers[symbol] ?? 0) + extraBits,
    3 + 14 + 3 * sizes[2],
  );
  return { lengths, tellers, told, sizes, bits: headBits + contentBits(counts, lengths) };
}

/** In the order in which a head tells them. */
export const tellersInOrder = ({ tellers, sizes }: BlockHead): readonly number[] =>
  TELLER_ORDER.slice(0, sizes[2]).map((symbol) => tellers[symbol] ?? 0);

function contentBits(counts: Counts, lengths: Prices): number {
  let bits = 0;
  counts.literals.forEach((count, symbol) => {
    const extra = symbol > END_OF_BLOCK ? (LENGTHS.extra[symbol - END_OF_BLOCK - 1] ?? 0) : 0;
    bits += count * ((lengths.literals[symbol] ?? 0) + extra);
  });
  counts.distances.forEach((count, symbol) => {
    bits += count * ((lengths.distances[symbol] ?? 0) + (BACKWARD.extra[symbol] ?? 0));
  });
  return bits;
}

/** Some readers refuse a code of fewer than two distances. */
function atLeastTwo(lengths: Uint8Array): Uint8Array {
  for (const symbol of [0, 1]) {
    const used = lengths.reduce((sum, length) => sum + (length > 0 ? 1 : 0), 0);
    if (used < 2 && lengths[symbol] === 0) lengths[symbol] = 1;
  }
  return lengths;
}

function usedSize(lengths: Uint8Array, fewest: number): number {
  let size = lengths.length;
  while (size > fewest && lengths[size - 1] === 0) size -= 1;
  return size;
}

/** Lengths one after the other, runs of the same told as such. */
function tellLengths(lengths: readonly number[]): readonly Told[] {
  const told: Told[] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] ?? 0;
    let run = 1;
    while (at + run < lengths.length && lengths[at + run] === length) run += 1;
    at += run;
    if (length > 0) {
      told.push([length, 0, 0]);
      run -= 1;
    }
    tellRun(told, length, run);
  }
  return told;
}

function tellRun(told: Told[], length: number, run: number): void {
  let left = run;
  while (left >= 3) {
    const [symbol, most, extraBits] =
      length > 0 ? ([16, 6, 2] as const) : left > 10 ? ([18, 138, 7] as const) : ([17, 10, 3] as const);
    // The rest of a long run should be long enough to be told as a run itself.
    const taken = left - most > 0 && left - most < 3 && most < 11 ? left - 3 : Math.min(left, most);
    const count = taken < 3 ? Math.min(left, most) : taken;
    told.push([symbol, count - (symbol === 18 ? 11 : 3), extraBits]);
    left -= count;
  }
  for (; left > 0; left -= 1) told.push([length, 0, 0]);
}
