import { createBitWriter, type BitWriter } from './bit-writer.ts';
import { planHead, tellersInOrder, type BlockHead } from './block-head.ts';
import { codesOf } from './code-lengths.ts';
import {
  BACKWARD,
  DISTANCES,
  END_OF_BLOCK,
  LENGTHS,
  LITERALS,
  distanceSymbols,
  lengthSymbols,
} from './deflate-codes.ts';
import { findMatches, type Matches } from './find-matches.ts';
import { countSymbols, parseBlock, type Prices, type Steps, type Stretch } from './parse-block.ts';
import { splitSteps } from './split-steps.ts';

/** How often a block is parsed anew at the prices of the time before. */
const ROUNDS = 8;

/** What a symbol is taken to cost that a block had no use for: dearer than most, or it would never be tried. */
const UNUSED = 13;

/** Prices before anything is known: those of the fixed codes (RFC 1951, 3.2.6), about. */
const FIRST_PRICES: Prices = {
  literals: new Uint8Array(LITERALS).fill(8),
  distances: new Uint8Array(DISTANCES).fill(5),
};

/** What stands before the data in zlib's format: Deflate, 32 kB back, most effort (RFC 1950). */
const HEADER = [0x78, 0xda] as const;

/**
 * Deflates as small as can be: the cheapest of all ways to write each block, found again and again at the prices of the
 * codes that the last way led to. It takes some ten times as long as zlib and leaves 3 to 9 % less. Counts whole bits
 * only, so that it gives the same bytes everywhere.
 */
export function squeeze(data: Uint8Array): Uint8Array {
  const matches = findMatches(data);
  const whole = { from: 0, to: data.length };
  const first = refine(data, matches, whole).steps;
  const blocks = splitSteps(data, first).map((stretch) => ({
    stretch,
    ...refine(data, matches, stretch),
  }));
  const out = createBitWriter();
  for (const byte of HEADER) out.write(byte, 8);
  blocks.forEach(({ stretch, steps, head }, index) => {
    out.write(index === blocks.length - 1 ? 1 : 0, 1);
    writeBlock(out, { data, stretch, steps, head });
  });
  out.fill();
  const sum = adler(data);
  for (let shift = 24; shift >= 0; shift -= 8) out.write((sum >>> shift) & 0xff, 8);
  return out.bytes();
}

type Refined = { readonly steps: Steps; readonly head: BlockHead };

/** The best of some ways to write a stretch. */
function refine(data: Uint8Array, matches: Matches, stretch: Stretch): Refined {
  let prices = FIRST_PRICES;
  let best: Refined | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const steps = parseBlock(data, matches, stretch, prices);
    const head = planHead(countSymbols(data, steps, { first: 0, last: steps.count, at: stretch.from }));
    if (best === null || head.bits < best.head.bits) best = { steps, head };
    prices = {
      literals: head.lengths.literals.map((length) => (length === 0 ? UNUSED : length)),
      distances: head.lengths.distances.map((length) => (length === 0 ? UNUSED : length)),
    };
  }
  if (best === null) throw new Error('a stretch was not parsed');
  return best;
}

function writeBlock(
  out: BitWriter,
  block: Refined & { readonly data: Uint8Array; readonly stretch: Stretch },
): void {
  const { data, stretch, steps, head } = block;
  const [literals, distances, tellers] = head.sizes;
  // A block with codes of its own.
  out.write(2, 2);
  out.write(literals - 257, 5);
  out.write(distances - 1, 5);
  out.write(tellers - 4, 4);
  for (const length of tellersInOrder(head)) out.write(length, 3);
  const tellerCodes = codesOf(head.tellers);
  for (const [symbol, extra, extraBits] of head.told) {
    out.write(tellerCodes[symbol] ?? 0, head.tellers[symbol] ?? 0);
    out.write(extra, extraBits);
  }
  const literalCodes = codesOf(head.lengths.literals);
  const distanceCodes = codesOf(head.lengths.distances);
  const writeLiteral = (symbol: number): void =>
    out.write(literalCodes[symbol] ?? 0, head.lengths.literals[symbol] ?? 0);
  let place = stretch.from;
  for (let step = 0; step < steps.count; step += 1) {
    const length = steps.lengths[step] ?? 0;
    const back = steps.distances[step] ?? 0;
    if (back === 0) writeLiteral(data[place] ?? 0);
    else {
      const symbol = lengthSymbols[length] ?? 0;
      writeLiteral(END_OF_BLOCK + 1 + symbol);
      out.write(length - (LENGTHS.first[symbol] ?? 0), LENGTHS.extra[symbol] ?? 0);
      const far = distanceSymbols[back] ?? 0;
      out.write(distanceCodes[far] ?? 0, head.lengths.distances[far] ?? 0);
      out.write(back - (BACKWARD.first[far] ?? 0), BACKWARD.extra[far] ?? 0);
    }
    place += length;
  }
  writeLiteral(END_OF_BLOCK);
}

/** Adler-32 (RFC 1950). */
function adler(data: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
