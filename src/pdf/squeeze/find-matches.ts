import { LONGEST, SHORTEST, WINDOW } from './deflate-codes.ts';

/**
 * Where the bytes at each place stood before: of each length the nearest place. Those of place `p` are
 * `lengths[i]`, `distances[i]` for `from[p] <= i < from[p + 1]`, longer and farther from one to the next.
 */
export type Matches = {
  readonly from: Uint32Array;
  readonly lengths: readonly number[];
  readonly distances: readonly number[];
};

/** Earlier places that are looked at for each; more find next to nothing in text and outlines. */
const MOST_TRIED = 1024;

/** Finds them by the last place of each three bytes, and of each place the one before with the same three. */
export function findMatches(data: Uint8Array): Matches {
  const last = new Map<number, number>();
  const before = new Int32Array(data.length).fill(-1);
  const from = new Uint32Array(data.length + 1);
  const lengths: number[] = [];
  const distances: number[] = [];
  for (let place = 0; place < data.length; place += 1) {
    from[place] = lengths.length;
    if (place + SHORTEST > data.length) continue;
    const key = ((data[place] ?? 0) << 16) | ((data[place + 1] ?? 0) << 8) | (data[place + 2] ?? 0);
    const most = Math.min(LONGEST, data.length - place);
    let best = SHORTEST - 1;
    let tried = 0;
    let earlier = last.get(key) ?? -1;
    before[place] = earlier;
    last.set(key, place);
    const isNear = (): boolean => earlier >= 0 && place - earlier <= WINDOW;
    for (; isNear() && best < most && tried < MOST_TRIED; tried += 1) {
      const length = sameBytes(data, { earlier, place, best, most });
      if (length > best) {
        best = length;
        lengths.push(length);
        distances.push(place - earlier);
      }
      earlier = before[earlier] ?? -1;
    }
  }
  from[data.length] = lengths.length;
  return { from, lengths, distances };
}

/** How many bytes are the same at two places; 0 when surely no more than the best so far. */
function sameBytes(
  data: Uint8Array,
  at: { readonly earlier: number; readonly place: number; readonly best: number; readonly most: number },
): number {
  const { earlier, place, best, most } = at;
  if (data[earlier + best] !== data[place + best]) return 0;
  let length = 0;
  while (length < most && data[earlier + length] === data[place + length]) length += 1;
  return length;
}
