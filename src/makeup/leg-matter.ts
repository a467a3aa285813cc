/** What stands in the legs of a story, set in one leg: its rows, and what of it is not parted between two legs. */
export type LegMatter = { readonly rows: number; readonly blocks: readonly LegBlock[] };

/** Rows that stay together: how many, and the row at which they end. */
export type LegBlock = { readonly end: number; readonly rows: number };

/** Of fewer rows than this, a leg that ends before them is as good as even. */
export const BLOCK_ROWS = 4;

/** Fewest rows of each of so many legs that hold the last rows of a story, no block of it parted. */
export function depthOfEnd({ rows: total, blocks }: LegMatter, rows: number, legs: number): number {
  const first = Math.max(0, total - rows);
  let depth = Math.ceil(rows / legs);
  while (depth < rows && !holds(blocks, { first, total, legs, depth })) depth += 1;
  return depth;
}

type Legs = { readonly first: number; readonly total: number; readonly legs: number; readonly depth: number };

function holds(blocks: readonly LegBlock[], { first, total, legs, depth }: Legs): boolean {
  let from = first;
  for (let leg = 0; leg < legs; leg += 1) {
    const foot = from + depth;
    if (foot >= total) return true;
    const parted = blocks.find(({ end, rows }) => end > foot && end - rows < foot);
    from = parted === undefined ? foot : Math.max(from, parted.end - parted.rows);
  }
  return false;
}
