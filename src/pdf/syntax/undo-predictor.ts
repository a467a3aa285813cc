import type { DecodedStream } from './decode-stream.ts';

/** How rows were predicted (ISO 32000-1, table 8). */
export type Prediction = {
  readonly predictor: number;
  readonly colours: number;
  readonly bits: number;
  readonly columns: number;
};

/** Undoes a PNG predictor (10–15) or TIFF's with 8 bits (2). */
export function undoPredictor(bytes: Uint8Array, prediction: Prediction): DecodedStream {
  const { predictor, colours, bits, columns } = prediction;
  const step = Math.max(1, Math.ceil((colours * bits) / 8));
  const width = Math.ceil((colours * bits * columns) / 8);
  const isSane = [colours, bits, columns].every((value) => Number.isInteger(value) && value > 0);
  if (!isSane || width > 1_000_000)
    return { bytes: new Uint8Array(0), fault: 'a predictor has no sensible parameters' };
  if (predictor >= 10) return { bytes: undoPng(bytes, width, step), fault: null };
  return bits === 8
    ? { bytes: undoTiff(bytes, width, step), fault: null }
    : { bytes, fault: `TIFF's predictor with ${bits} bits is not undone` };
}

function undoPng(bytes: Uint8Array, width: number, step: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (width + 1));
  const plain = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (width + 1);
    const to = row * width;
    const filter = bytes[from] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const left = column >= step ? (plain[to + column - step] ?? 0) : 0;
      const up = row > 0 ? (plain[to + column - width] ?? 0) : 0;
      const corner = row > 0 && column >= step ? (plain[to + column - width - step] ?? 0) : 0;
      plain[to + column] = (bytes[from + 1 + column] ?? 0) + guess(filter, left, up, corner);
    }
  }
  return plain;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const near = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(near - left), Math.abs(near - up), Math.abs(near - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function undoTiff(bytes: Uint8Array, width: number, step: number): Uint8Array {
  const plain = bytes.slice();
  for (let at = 0; at < plain.length; at += 1) {
    if (at % width >= step) plain[at] = (plain[at] ?? 0) + (plain[at - step] ?? 0);
  }
  return plain;
}
