/** What an ICC profile says of itself. */
export type IccFacts = {
  /** `prtr` is a press, `mntr` a screen. */
  readonly deviceClass: string;
  /** `CMYK`, `RGB`, `GRAY`. */
  readonly colourSpace: string;
  readonly description: string;
};

/** Bytes of the header (ICC.1:2010, 7.2), and of one entry of the table of tags behind it. */
const HEADER = 128;
const ENTRY = 12;

/** More tags than any profile has: a broken file may name any number. */
const MOST_TAGS = 200;

/** Reads an ICC profile's header and its description; null for what is no ICC profile. */
export function readIccFacts(file: Uint8Array): IccFacts | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < HEADER + 4 || signature(view, 36) !== 'acsp') return null;
  if (view.getUint32(0) > file.length) return null;
  return {
    deviceClass: signature(view, 12).trim(),
    colourSpace: signature(view, 16).trim(),
    description: readDescription(view) ?? 'ICC profile without a name',
  };
}

function signature(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}

/** The `desc` tag: ASCII in profiles of version 2, UTF-16 in several languages in those of version 4. */
function readDescription(view: DataView): string | null {
  const count = Math.min(view.getUint32(HEADER), MOST_TAGS);
  for (let index = 0; index < count; index += 1) {
    const entry = HEADER + 4 + index * ENTRY;
    if (entry + ENTRY > view.byteLength) return null;
    if (signature(view, entry) !== 'desc') continue;
    const at = view.getUint32(entry + 4);
    return at + 28 > view.byteLength ? null : readText(view, at);
  }
  return null;
}

function readText(view: DataView, at: number): string | null {
  const isAscii = signature(view, at) === 'desc';
  const length = isAscii ? view.getUint32(at + 8) : view.getUint32(at + 20);
  const start = isAscii ? at + 12 : at + view.getUint32(at + 24);
  if (start + length > view.byteLength || length > 1000) return null;
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, length);
  const text = isAscii ? String.fromCharCode(...bytes) : new TextDecoder('utf-16be').decode(bytes);
  const clean = text.replace(/[\0-\x1f\x7f]/g, '').trim();
  return clean === '' ? null : clean;
}
