/**
 * A JPEG without its metadata: EXIF (places and cameras), XMP, comments, thumbnails, and whatever cameras append
 * behind the picture. The picture itself is copied byte for byte; JFIF and Adobe headers stay, since they say how
 * its colours are meant.
 *
 * @returns null when the file's segments cannot be followed to its end.
 */
export function stripJpeg(file: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [file.subarray(0, 2)];
  for (let at = 2; at + 2 <= file.length;) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (marker === END) {
      parts.push(file.subarray(at, at + 2));
      return new Uint8Array(Buffer.concat(parts));
    }
    const end = marker === FILL ? at + 1 : segmentEnd(file, at, marker);
    if (end === null) return null;
    if (marker !== FILL && !isMetadata(marker)) parts.push(file.subarray(at, end));
    at = end;
  }
  return null;
}

/** Markers of ISO/IEC 10918-1, table B.1. */
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
const FILL = 0xff;

/** Where a segment ends; a scan's coded data belongs to it. */
function segmentEnd(file: Uint8Array, at: number, marker: number): number | null {
  const end = at + 2 + (((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0));
  if (end > file.length) return null;
  return marker === SCAN ? scanEnd(file, end) : end;
}

/** The next marker behind coded data, where a stuffed zero or a restart marker is none. */
function scanEnd(file: Uint8Array, start: number): number | null {
  for (let at = file.indexOf(0xff, start); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    const isCoded = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isCoded && next !== FILL) return at;
  }
  return null;
}

/** APP1 to APP13, APP15 and comments; APP0 is JFIF, APP14 is Adobe's. */
function isMetadata(marker: number): boolean {
  return marker === COMMENT || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
}
