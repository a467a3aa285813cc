/** Characters of PDFDocEncoding that are not where Latin-1 has them, from code 0x80 (ISO 32000-1, annex D.2). */
const FROM_80 = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž';

const CODES: ReadonlyMap<string, string> = new Map([
  ...Array.from(FROM_80, (character, index): [string, string] => [
    character,
    String.fromCharCode(0x80 + index),
  ]),
  ['€', '\u00a0'],
]);

/** Beginnings by which readers know UTF-16 and UTF-8. */
const MARKED = /^(?:þÿ|ÿþ|ï»¿)/;

/**
 * Encodes a text in PDFDocEncoding, a byte in each character of the result; null when it has other characters.
 *
 * @example
 * encodePdfDoc('n–é') // 'n\x85\xe9'
 * encodePdfDoc('Ω') // null
 */
export function encodePdfDoc(text: string): string | null {
  let encoded = '';
  for (const character of text) {
    const code = /[ -~¡-¬®-ÿ]/.test(character) ? character : CODES.get(character);
    if (code === undefined) return null;
    encoded += code;
  }
  return MARKED.test(encoded) ? null : encoded;
}
