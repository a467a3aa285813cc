/** A block of a CMap takes no more (Adobe Technical Note 5014). */
const BLOCK = 100;

/**
 * The ToUnicode CMap of a file's fonts: what each code says, from code 1, in UTF-16 (ISO 32000-1, 9.10.3).
 *
 * @example
 * toUnicodeCMap(['fi']) // … 1 beginbfchar\n<0001> <00660069>\nendbfchar …
 */
export function toUnicodeCMap(texts: readonly string[]): string {
  const lines = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
  ];
  for (let start = 0; start < texts.length; start += BLOCK) {
    const block = texts.slice(start, start + BLOCK);
    lines.push(`${block.length} beginbfchar`);
    block.forEach((text, index) => lines.push(`<${codeHex(start + index + 1)}> <${utf16Hex(text)}>`));
    lines.push('endbfchar');
  }
  lines.push('endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end');
  return lines.join('\n');
}

const written: string[] = [];

/** Four hexadecimal digits, kept: the same few recur. */
const codeHex = (code: number): string =>
  (written[code] ??= code.toString(16).toUpperCase().padStart(4, '0'));

/** UTF-16 big-endian code units as hexadecimal digits, without a byte order mark. */
export function utf16Hex(text: string): string {
  let hex = '';
  for (let index = 0; index < text.length; index += 1) hex += codeHex(text.charCodeAt(index));
  return hex;
}
