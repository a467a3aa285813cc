/** First code points of stretches, and the script (ISO 15924) of letters from there on; `''` takes its neighbours' script. */
const STRETCHES: readonly (readonly [number, string])[] = [
  [0x0000, ''],
  [0x0041, 'Latn'],
  [0x005b, ''],
  [0x0061, 'Latn'],
  [0x007b, ''],
  [0x00aa, 'Latn'],
  [0x00ab, ''],
  [0x00ba, 'Latn'],
  [0x00bb, ''],
  [0x00c0, 'Latn'],
  [0x02b9, ''],
  [0x0370, 'Grek'],
  [0x0400, 'Cyrl'],
  [0x0530, 'Armn'],
  [0x0590, 'Hebr'],
  [0x0600, 'Arab'],
  [0x0700, 'Syrc'],
  [0x0750, 'Arab'],
  [0x0780, 'Thaa'],
  [0x07c0, 'Nkoo'],
  [0x0800, ''],
  [0x0860, 'Syrc'],
  [0x0870, 'Arab'],
  [0x0900, 'Deva'],
  [0x0980, 'Beng'],
  [0x0a00, 'Guru'],
  [0x0a80, 'Gujr'],
  [0x0b00, 'Orya'],
  [0x0b80, 'Taml'],
  [0x0c00, 'Telu'],
  [0x0c80, 'Knda'],
  [0x0d00, 'Mlym'],
  [0x0d80, 'Sinh'],
  [0x0e00, 'Thai'],
  [0x0e80, 'Laoo'],
  [0x0f00, 'Tibt'],
  [0x1000, 'Mymr'],
  [0x10a0, 'Geor'],
  [0x1100, 'Hang'],
  [0x1200, 'Ethi'],
  [0x13a0, 'Cher'],
  [0x1400, ''],
  [0x1780, 'Khmr'],
  [0x1800, 'Mong'],
  [0x18b0, ''],
  [0x1c80, 'Cyrl'],
  [0x1c90, 'Geor'],
  [0x1cc0, ''],
  [0x1d00, 'Latn'],
  [0x1dc0, ''],
  [0x1e00, 'Latn'],
  [0x1f00, 'Grek'],
  [0x2000, ''],
  [0x2c60, 'Latn'],
  [0x2c80, ''],
  [0x2de0, 'Cyrl'],
  [0x2e00, ''],
  [0x2e80, 'Hani'],
  [0x3000, ''],
  [0x3041, 'Hira'],
  [0x30a0, 'Kana'],
  [0x3100, 'Bopo'],
  [0x3130, 'Hang'],
  [0x3190, ''],
  [0x3400, 'Hani'],
  [0xa000, ''],
  [0xa640, 'Cyrl'],
  [0xa6a0, ''],
  [0xa720, 'Latn'],
  [0xa800, ''],
  [0xac00, 'Hang'],
  [0xd800, ''],
  [0xf900, 'Hani'],
  [0xfb00, 'Latn'],
  [0xfb1d, 'Hebr'],
  [0xfb50, 'Arab'],
  [0xfe00, ''],
  [0xfe70, 'Arab'],
  [0xff00, ''],
  [0x20000, 'Hani'],
  [0x32000, ''],
];

/**
 * Script of a character by its block: what HarfBuzz needs to choose a shaper and a font's lookups.
 * Digits, punctuation and marks give the empty string: they go with their neighbours.
 *
 * @example
 * scriptOf(0x3b1) // 'Grek'
 */
export function scriptOf(codePoint: number): string {
  let low = 0;
  let high = STRETCHES.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (STRETCHES[middle]![0] <= codePoint) low = middle;
    else high = middle - 1;
  }
  return STRETCHES[low]![1];
}
