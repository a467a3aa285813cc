/** Parts of a row that may stay white under a pack. */
const MOST_WHITE = 0.15;
/** Strips that are looked at for a pack, and its rows where it has several: more would leave few places to break. */
const MOST_STRIPS = 8;
const MOST_ROWS = 14;

/**
 * Packs strips that are not as deep as rows of the grid (agate: three lines of 7 points go into two rows of 11) so that
 * each pack nearly fills whole rows. A pack ends at the first strip that does; else at the one of the next few that leaves
 * least white, the longer pack where two are alike.
 *
 * @param mostRows rows of the grid that a pack of several strips takes at most.
 * @example
 * packStrips([7, 7, 7, 7].map((height) => ({ height })), 11).map((pack) => pack.length) // [3, 1]
 */
export function packStrips<T extends { readonly height: number }>(
  strips: readonly T[],
  baseline: number,
  mostRows: number = MOST_ROWS,
): readonly (readonly T[])[] {
  const packs: (readonly T[])[] = [];
  let from = 0;
  while (from < strips.length) {
    const to = packEnd(strips, from, { baseline, mostRows });
    packs.push(strips.slice(from, to));
    from = to;
  }
  return packs;
}

function packEnd(
  strips: readonly { readonly height: number }[],
  from: number,
  { baseline, mostRows }: { readonly baseline: number; readonly mostRows: number },
): number {
  let height = 0;
  let best = from + 1;
  let least = Infinity;
  const end = Math.min(strips.length, from + MOST_STRIPS);
  for (let at = from; at < end; at += 1) {
    height += strips[at]?.height ?? 0;
    const rows = height / baseline;
    if (rows > mostRows && at > from) return best;
    const white = Math.ceil(rows - 1e-3) - rows;
    if (white <= MOST_WHITE) return at + 1;
    if (white <= least) {
      least = white;
      best = at + 1;
    }
  }
  return strips.length <= end ? end : best;
}
