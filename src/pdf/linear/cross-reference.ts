import type { Pack } from '../deflate-stream.ts';

/** Where an object is: at an offset of the file, in a stream of objects, or nowhere (object 0). */
export type Place =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number };

/** Bytes of a row: kind, offset or number of the stream, index in it (ISO 32000-1, 7.5.8.3). */
const WIDTHS = [1, 4, 2] as const;
const ROW = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

/** Each row as its difference from the one above (PNG's filter Up): offsets rise slowly. */
const UP = 2;

/** The rows of a cross-reference stream, deflated, and what its dictionary says of them. */
export function crossReferenceRows(
  places: readonly Place[],
  pack: Pack,
): {
  readonly data: Uint8Array;
  readonly entries: string;
} {
  const rows = new Uint8Array(places.length * (ROW + 1));
  let above = new Uint8Array(ROW);
  places.forEach((place, index) => {
    const row = rowOf(place);
    const at = index * (ROW + 1);
    rows[at] = UP;
    row.forEach((value, column) => (rows[at + 1 + column] = value - (above[column] ?? 0)));
    above = row;
  });
  const data = pack(rows);
  const entries = `/W[${WIDTHS.join(' ')}]/Length ${data.length}/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${ROW}>>`;
  return { data, entries };
}

function rowOf(place: Place): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(ROW);
  const view = new DataView(row.buffer);
  if (place.kind === 'at') {
    row[0] = 1;
    view.setUint32(1, place.offset);
  } else if (place.kind === 'in') {
    row[0] = 2;
    view.setUint32(1, place.stream);
    view.setUint16(5, place.index);
  } else view.setUint16(5, 0xffff);
  return row;
}
