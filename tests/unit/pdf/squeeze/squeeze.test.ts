import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { inflate } from 'pako';
import { expect, test } from 'vitest';
import { deflateStream } from '../../../../src/pdf/deflate-stream.ts';
import { codeLengths, codesOf } from '../../../../src/pdf/squeeze/code-lengths.ts';
import { squeeze } from '../../../../src/pdf/squeeze/squeeze.ts';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** Data of few letters with repeats near and far, as well as noise. */
const data = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .array(fc.constantFrom('a', 'ab', 'abcabd', '\0', 'x'.repeat(300)), { maxLength: 400 })
    .map((parts) => bytesOf(parts.join(''))),
);

test('whatever is squeezed is unpacked as it was', () => {
  fc.assert(
    fc.property(data, (bytes) => {
      expect(Buffer.from(inflate(squeeze(bytes)))).toEqual(Buffer.from(bytes));
    }),
    { seed: 4, numRuns: 150 },
  );
});

test('matches of the greatest length and from farthest back are written', () => {
  const noise = Uint8Array.from(
    { length: 32_768 },
    (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 13) & 0xff,
  );
  const repeated = new Uint8Array(noise.length + 600);
  repeated.set(noise);
  repeated.set(noise.subarray(0, 600), noise.length);
  const squeezed = squeeze(repeated);
  expect(Buffer.from(inflate(squeezed))).toEqual(Buffer.from(repeated));
  expect(squeezed.length).toBeLessThan(deflateStream(noise).length + 100);
});

test('text takes less than zlib leaves', () => {
  const text = new Uint8Array(readFileSync('docs/themes.md'));
  expect(squeeze(text).length).toBeLessThan(deflateStream(text).length * 0.98);
});

test('codes are as short as can be within their limit, and whole', () => {
  // Fibonacci's numbers make the longest codes.
  const counts = Uint32Array.from({ length: 24 }, () => 0);
  counts.forEach((_, at) => (counts[at] = at < 2 ? 1 : (counts[at - 1] ?? 0) + (counts[at - 2] ?? 0)));
  for (const limit of [7, 15]) {
    const lengths = codeLengths(counts, limit);
    expect(Math.max(...lengths)).toBe(limit);
    expect([...lengths].reduce((sum, length) => sum + 2 ** (limit - length), 0)).toBe(2 ** limit);
  }
  expect([...codeLengths(Uint32Array.of(5, 0, 2, 1, 1), 15)]).toEqual([1, 0, 2, 3, 3]);
  expect([...codesOf(Uint8Array.of(1, 0, 2, 3, 3))]).toEqual([0b0, 0, 0b01, 0b011, 0b111]);
  expect([...codeLengths(Uint32Array.of(0, 9), 15)]).toEqual([0, 1]);
});
