/** SHA-256 of bytes: file identifiers and subset tags follow from content, never from a clock. */
export async function contentHash(bytes: Uint8Array): Promise<Uint8Array> {
  // A copy in an ArrayBuffer of its own: the digest takes no view of shared memory.
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}

/** Bytes as upper-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex.toUpperCase();
}
