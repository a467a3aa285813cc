import {
  BACKWARD,
  DISTANCES,
  END_OF_BLOCK,
  LENGTHS,
  LITERALS,
  LONGEST,
  SHORTEST,
  distanceSymbols,
  lengthSymbols,
} from './deflate-codes.ts';
import type { Matches } from './find-matches.ts';

/** A stretch of bytes as literals and matches, in order: of a literal the length is 1 and the distance 0. */
export type Steps = {
  readonly lengths: Uint16Array;
  readonly distances: Uint16Array;
  readonly count: number;
};

/** Bits that a literal or length, and a distance, take by symbol. */
export type Prices = { readonly literals: Uint8Array; readonly distances: Uint8Array };

/** How often each symbol occurs; the end of the block once. */
export type Counts = { readonly literals: Uint32Array; readonly distances: Uint32Array };

/** A stretch of the data. */
export type Stretch = { readonly from: number; readonly to: number };

/** The cheapest way to write a stretch at such prices: the shortest path over its bytes. */
export function parseBlock(data: Uint8Array, matches: Matches, { from, to }: Stretch, prices: Prices): Steps {
  const size = to - from;
  const cost = new Float64Array(size + 1).fill(Infinity);
  const length = new Uint16Array(size + 1);
  const distance = new Uint16Array(size + 1);
  cost[0] = 0;
  const reach = (at: number, price: number, bytes: number, back: number): void => {
    if (price >= (cost[at] ?? 0)) return;
    cost[at] = price;
    length[at] = bytes;
    distance[at] = back;
  };
  const lengthPrices = pricesOfLengths(prices);
  for (let at = 0; at < size; at += 1) {
    const here = cost[at] ?? 0;
    reach(at + 1, here + (prices.literals[data[from + at] ?? 0] ?? 0), 1, 0);
    const end = matches.from[from + at + 1] ?? 0;
    let next = SHORTEST;
    for (let match = matches.from[from + at] ?? 0; match < end; match += 1) {
      const back = matches.distances[match] ?? 0;
      const symbol = distanceSymbols[back] ?? 0;
      const start = here + (prices.distances[symbol] ?? 0) + (BACKWARD.extra[symbol] ?? 0);
      const most = Math.min(matches.lengths[match] ?? 0, size - at);
      for (; next <= most; next += 1) reach(at + next, start + (lengthPrices[next] ?? 0), next, back);
    }
  }
  return backwards(length, distance);
}

function pricesOfLengths(prices: Prices): Uint8Array {
  const all = new Uint8Array(LONGEST + 1);
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    const symbol = lengthSymbols[length] ?? 0;
    all[length] = (prices.literals[END_OF_BLOCK + 1 + symbol] ?? 0) + (LENGTHS.extra[symbol] ?? 0);
  }
  return all;
}

/** The path that ends at the last byte. A distance of 32768 is kept as 32768: it fits. */
function backwards(length: Uint16Array, distance: Uint16Array): Steps {
  let count = 0;
  for (let at = length.length - 1; at > 0; at -= length[at] ?? 1) count += 1;
  const steps = { lengths: new Uint16Array(count), distances: new Uint16Array(count), count };
  let step = count;
  for (let at = length.length - 1; at > 0; at -= length[at] ?? 1) {
    step -= 1;
    steps.lengths[step] = length[at] ?? 0;
    steps.distances[step] = distance[at] ?? 0;
  }
  return steps;
}

/** Counts the symbols of some of the steps; `at` is where the first of them stands in the data. */
export function countSymbols(
  data: Uint8Array,
  steps: Steps,
  { first, last, at }: { readonly first: number; readonly last: number; readonly at: number },
): Counts {
  const literals = new Uint32Array(LITERALS);
  const distances = new Uint32Array(DISTANCES);
  literals[END_OF_BLOCK] = 1;
  let place = at;
  for (let step = first; step < last; step += 1) {
    const length = steps.lengths[step] ?? 0;
    const back = steps.distances[step] ?? 0;
    const symbol = back === 0 ? (data[place] ?? 0) : END_OF_BLOCK + 1 + (lengthSymbols[length] ?? 0);
    literals[symbol] = (literals[symbol] ?? 0) + 1;
    if (back > 0) {
      const far = distanceSymbols[back] ?? 0;
      distances[far] = (distances[far] ?? 0) + 1;
    }
    place += length;
  }
  return { literals, distances };
}
