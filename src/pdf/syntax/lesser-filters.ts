import { isSpace } from './character-class.ts';
import type { DecodedStream } from './decode-stream.ts';

const good = (bytes: Uint8Array): DecodedStream => ({ bytes, fault: null });

/** Bytes that grow, up to a limit. */
function createOutput(most: number): {
  readonly push: (bytes: Uint8Array) => boolean;
  readonly bytes: () => Uint8Array;
} {
  let room = new Uint8Array(4096);
  let length = 0;
  return {
    push: (bytes) => {
      if (length + bytes.length > most) return false;
      if (length + bytes.length > room.length) {
        const larger = new Uint8Array(Math.max(room.length * 2, length + bytes.length));
        larger.set(room.subarray(0, length));
        room = larger;
      }
      room.set(bytes, length);
      length += bytes.length;
      return true;
    },
    bytes: () => room.subarray(0, length),
  };
}

/** Undoes LZWDecode (ISO 32000-1, 7.4.4). `early`: codes grow one entry before they have to. */
export function decodeLzw(
  bytes: Uint8Array,
  options: { readonly most: number; readonly early: boolean },
): DecodedStream {
  const output = createOutput(options.most);
  const ahead = options.early ? 1 : 0;
  let table: Uint8Array[] = [];
  let width = 9;
  let last: Uint8Array | null = null;
  let [held, bits] = [0, 0];
  const entry = (code: number): Uint8Array | undefined =>
    code < 256 ? Uint8Array.of(code) : table[code - 258];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) return good(output.bytes());
    if (code === 256) {
      [table, width, last] = [[], 9, null];
      continue;
    }
    let found = entry(code);
    if (last !== null && table.length < 3838) {
      const next = new Uint8Array(last.length + 1);
      next.set(last);
      next[last.length] = (found ?? last)[0] ?? 0;
      table.push(next);
      found ??= entry(code);
    }
    if (found === undefined) return { bytes: output.bytes(), fault: 'LZWDecode: a code has no entry' };
    if (!output.push(found)) return { bytes: output.bytes(), fault: 'LZWDecode: the data are too long' };
    last = found;
    const size = 258 + table.length + ahead;
    width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
  }
  return good(output.bytes());
}

/** Undoes ASCII85Decode (7.4.3). */
export function decodeAscii85(bytes: Uint8Array): DecodedStream {
  const plain: number[] = [];
  let group: number[] = [];
  const flush = (): void => {
    const given = group.length;
    while (group.length < 5) group.push(84);
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < given - 1; index += 1)
      plain.push(Math.floor(value / 256 ** (3 - index)) & 0xff);
    group = [];
  };
  for (const code of bytes) {
    if (code === 0x7e) break;
    if (isSpace(code)) continue;
    if (code === 0x7a && group.length === 0) plain.push(0, 0, 0, 0);
    else if (code < 0x21 || code > 0x75)
      return { bytes: Uint8Array.from(plain), fault: 'ASCII85Decode: a character is none of its digits' };
    else group.push(code - 0x21);
    if (group.length === 5) flush();
  }
  if (group.length > 1) flush();
  return good(Uint8Array.from(plain));
}

/** Undoes ASCIIHexDecode (7.4.2). */
export function decodeAsciiHex(bytes: Uint8Array): DecodedStream {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const digits = (text.split('>')[0] ?? '').replace(/[\0\t\n\f\r ]/g, '');
  if (!/^[0-9A-Fa-f]*$/.test(digits))
    return { bytes: new Uint8Array(0), fault: 'ASCIIHexDecode: a character is no digit' };
  return good(new Uint8Array(Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex')));
}

/** Undoes RunLengthDecode (7.4.5). */
export function decodeRunLength(bytes: Uint8Array, most: number): DecodedStream {
  const output = createOutput(most);
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    const run =
      length < 128
        ? bytes.subarray(at + 1, at + 2 + length)
        : new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0);
    if (!output.push(run)) return { bytes: output.bytes(), fault: 'RunLengthDecode: the data are too long' };
    at += length < 128 ? length + 2 : 2;
  }
  return good(output.bytes());
}
