import type { ImageAsset } from './image-asset.ts';

/** The format of a picture by its first bytes; the file's name says nothing that can be trusted. Null for any other. */
export function sniffFormat(bytes: Uint8Array): ImageAsset['format'] | null {
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, 0, ascii('RIFF')) && startsWith(bytes, 8, ascii('WEBP'))) return 'webp';
  return null;
}

/** Whether a PNG is animated: its animation chunk stands before the picture. */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (startsWith(bytes, at + 4, ascii('acTL'))) return true;
    if (startsWith(bytes, at + 4, ascii('IDAT'))) return false;
  }
  return false;
}

function startsWith(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
