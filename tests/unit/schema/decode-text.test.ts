import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { decodeText } from '../../../src/schema/decode-text.ts';

function decode(bytes: readonly number[]): { text: string | null; message: string | null } {
  const context = createCollector();
  const text = decodeText(new Uint8Array(bytes), 'a.md', context);
  return { text, message: context.diagnostics[0]?.message ?? null };
}

test('the mark and CRLF are accepted and gone', () => {
  expect(decode([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0x62])).toEqual({ text: 'a\nb', message: null });
});

test.each([
  [[0xff, 0xfe, 0x61, 0x00], 'byte 0 begins the mark of UTF-16'],
  [[0x61, 0xe9, 0x62], 'byte 1 (E9 in hexadecimal)'],
  [[0x61, 0x00], 'byte 1 is NUL'],
  [[0x61, 0x62, 0x0d, 0x63], 'byte 2 is a carriage return'],
  [[0xc3, 0xa9, 0xed, 0xa0, 0x80], 'byte 2 (ED in hexadecimal)'],
  [[0xc0, 0x80], 'byte 0 (C0 in hexadecimal)'],
  [[0xf4, 0x90, 0x80, 0x80], 'byte 0 (F4 in hexadecimal)'],
])('%j is refused', (bytes, part) => {
  const { text, message } = decode(bytes);
  expect(text).toBeNull();
  expect(message).toContain(part);
});

test('it accepts exactly what the platform calls UTF-8', () => {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const byte = fc.oneof(
    fc.integer({ min: 0x80, max: 0xff }),
    fc.constantFrom(0x61, 0xe0, 0xed, 0xf0, 0xf4, 0x9f, 0xa0, 0x8f, 0x90),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 8 }), (bytes) => {
      if (bytes[0] === 0xff || bytes[0] === 0xfe) return;
      let isValid = true;
      try {
        strict.decode(new Uint8Array(bytes));
      } catch {
        isValid = false;
      }
      expect(decode(bytes).text !== null).toBe(isValid);
    }),
    { seed: 898, numRuns: 3000 },
  );
});
