/** Chunks that make the picture (PNG, 11.2 and 11.3.2); all others are metadata. */
const PICTURE_CHUNKS: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** Bytes before the first chunk, and round the body of each: length and name before it, a checksum after. */
const SIGNATURE = 8;
const FRAME = 12;

/** Colour types below this carry no alpha channel (PNG, table 11.1). */
const WITH_ALPHA = 4;

/**
 * A PNG without its metadata and without whatever stands behind its end. The picture itself is copied byte for byte.
 *
 * @param isForPdf takes only what the writer of PDF can take over: no transparency, rows in their order.
 * @returns null when the file's chunks cannot be followed to its end, or it is not to be taken.
 */
export function stripPng(file: Uint8Array, isForPdf: boolean): Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts: Uint8Array[] = [file.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE; at + FRAME <= file.length;) {
    const end = at + FRAME + view.getUint32(at);
    if (end > file.length) return null;
    const kind = Buffer.from(file.subarray(at + 4, at + 8)).toString('latin1');
    const isTransparent = kind === 'tRNS' || (kind === 'IHDR' && (file[at + 17] ?? 0) >= WITH_ALPHA);
    const isInterlaced = kind === 'IHDR' && file[at + 20] !== 0;
    if (isForPdf && (isTransparent || isInterlaced)) return null;
    if (PICTURE_CHUNKS.has(kind)) parts.push(file.subarray(at, end));
    if (kind === 'IEND') return new Uint8Array(Buffer.concat(parts));
    at = end;
  }
  return null;
}
