/** Windows code page 1252 from 0x80 to 0x9f, as WinAnsiEncoding has it; 0 for codes that it leaves open. */
const WINDOWS_UPPER = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];

/** The Unicode value of a code in an encoding that letters have; null where this table does not say. */
export function unicodeOf(encoding: string, code: number): number | null {
  const isPlain = code >= 0x20 && code < 0x7f && code !== 0x27 && code !== 0x60 && code !== 0x2d;
  if (isPlain && (encoding === 'WinAnsiEncoding' || encoding === 'MacRomanEncoding')) return code;
  if (encoding !== 'WinAnsiEncoding') return null;
  if (code >= 0x80 && code < 0xa0) return WINDOWS_UPPER[code - 0x80] || null;
  // The no-break space and the soft hyphen show other glyphs (ISO 32000-1, D.2).
  return code >= 0xa1 && code <= 0xff && code !== 0xad ? code : code === 0x27 || code === 0x2d ? code : null;
}
