/** A PNG of 8 bits a channel, not interlaced: what `encodePng` and the image stage give. */
export type ParsedPng = {
  readonly width: number;
  readonly height: number;
  /** Grey, RGB, palette, grey with alpha, RGB with alpha. */
  readonly colourType: 0 | 2 | 3 | 4 | 6;
  readonly bitDepth: number;
  /** RGB triples; null without a palette. */
  readonly palette: Uint8Array | null;
  /** True when a palette or a key colour carries transparency. */
  readonly hasTransparencyChunk: boolean;
  /** The zlib stream of the filtered rows. */
  readonly data: Uint8Array;
};

/** Reads the chunks of a PNG. Throws for what the image stage never writes: that is our bug. */
export function parsePng(file: Uint8Array): ParsedPng {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts: Uint8Array[] = [];
  let palette: Uint8Array | null = null;
  let hasTransparencyChunk = false;
  for (let at = 8; at + 12 <= file.length;) {
    const length = view.getUint32(at);
    const kind = Buffer.from(file.subarray(at + 4, at + 8)).toString('latin1');
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IDAT') parts.push(body);
    if (kind === 'PLTE') palette = body;
    if (kind === 'tRNS') hasTransparencyChunk = true;
    at += 12 + length;
  }
  const header = { width: view.getUint32(16), height: view.getUint32(20), bitDepth: view.getUint8(24) };
  if (view.getUint8(28) !== 0) throw new Error('an interlaced PNG is to be embedded');
  const data = new Uint8Array(Buffer.concat(parts));
  return { ...header, colourType: colourTypeOf(view.getUint8(25)), palette, hasTransparencyChunk, data };
}

function colourTypeOf(value: number): ParsedPng['colourType'] {
  if (value === 0 || value === 2 || value === 3 || value === 4 || value === 6) return value;
  throw new Error(`a PNG of colour type ${value} is to be embedded`);
}

/** Undoes the row filters of 8-bit samples (PNG, 9): `channels` bytes a pixel, rows one after the other. */
export function unfilterRows(rows: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels;
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = rows[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column >= channels ? (out[at - channels] ?? 0) : 0;
      const above = row > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = row > 0 && column >= channels ? (out[at - stride - channels] ?? 0) : 0;
      out[at] = (rows[row * (stride + 1) + 1 + column] ?? 0) + predict(filter, left, above, corner);
    }
  }
  return out;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      throw new Error(`PNG row filter ${filter} does not exist`);
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const toLeft = Math.abs(guess - left);
  const toAbove = Math.abs(guess - above);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
