/** Characters that are enough to tell base64 from a text: no writer goes on so long without a space. */
const LEAST = 32;

/**
 * The bytes that a text of base64 begins with; null where it is any other text. Line ends may stand in it, and the head
 * of a `data:` address before it.
 *
 * @param text the whole text or its beginning.
 * @example
 * decodeBase64('data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAA')?.length // 26
 */
export function decodeBase64(text: string): Uint8Array | null {
  const digits = text
    .replace(/^\s*data:[^,\s]*;base64,/i, '')
    .replace(/[\r\n]/g, '')
    .trimEnd()
    .replace(/={1,2}$/, '');
  if (digits.length < LEAST || !/^[A-Za-z0-9+/]+$/.test(digits)) return null;
  const whole = digits.slice(0, digits.length - (digits.length % 4));
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
}
