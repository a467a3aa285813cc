/** What stands under the head of a story, set in one leg: its rows, what of it is not parted between two legs, what spans. */
export type LegMatter = {
  readonly rows: number;
  readonly blocks: readonly LegBlock[];
  /** In order; absent for none. */
  readonly spans?: readonly SpanBlock[];
};

/** Rows that stay together: how many, and the row at which they end. */
export type LegBlock = { readonly end: number; readonly rows: number };

/** What stands over all legs between the text above it and the text below it, such as a table too wide for a leg. */
export type SpanBlock = {
  /** The row at which it ends, and its rows, in one leg; 0 for what is not parted between two pages. */
  readonly end: number;
  readonly rows: number;
  /** It is not parted, though it has rows: pictures side by side. Absent for no. */
  readonly isWhole?: true;
  /** Its rows over one leg, over two and so on, with the white round it. */
  readonly over: readonly number[];
};

/** Of fewer rows than this, a leg that ends before them is as good as even. */
export const BLOCK_ROWS = 4;

/** Fewest rows of each of so many legs that hold the last rows of a story, no block of it parted. */
export function depthOfEnd(matter: LegMatter, rows: number, legs: number): number {
  const first = Math.max(0, matter.rows - rows);
  // What is reckoned to be lost on the way there is more than there is of the story.
  const more = Math.max(0, rows - matter.rows);
  return fill(matter, { first, legs, depth: Infinity }).depth + Math.ceil(more / legs);
}

/** The row that so many legs of such a depth end at, where they begin with the row `first`. */
export function endOfLegs(matter: LegMatter, legs: Legs): number {
  return fill(matter, legs).end;
}

type Legs = { readonly first: number; readonly legs: number; readonly depth: number };

/** Text in even legs and what spans them, one under the other, as far as the depth goes: where it ends, and what it takes. */
function fill(
  matter: LegMatter,
  { first, legs, depth }: Legs,
): { readonly end: number; readonly depth: number } {
  const { rows: total, blocks, spans = [] } = matter;
  let at = first;
  let used = 0;
  for (const span of [...spans, { end: total, rows: 0, over: [] }]) {
    const { end, rows, over } = span;
    if (end < at || (end === at && rows > 0)) continue;
    const text = { blocks, first: at, total: end - rows, legs };
    if (at < text.total) {
      const foot = lastRow({ ...text, depth: Math.min(depth - used, text.total - at) });
      if (foot < text.total) return { end: foot, depth };
      used += evenDepth(text);
      at = text.total;
    }
    const spanned = Math.ceil((over[legs - 1] ?? 0) * (rows === 0 ? 1 : (end - at) / rows));
    if (used + spanned > depth) {
      const share = 'isWhole' in span ? 0 : (depth - used) / spanned;
      return { end: at + Math.floor(share * (end - at)), depth };
    }
    used += spanned;
    at = end;
  }
  return { end: at, depth: used };
}

type Text = Pick<LegMatter, 'blocks'> & Omit<Legs, 'depth'> & { readonly total: number };

function evenDepth(text: Text): number {
  const rows = text.total - text.first;
  let depth = Math.ceil(rows / text.legs);
  while (depth < rows && lastRow({ ...text, depth }) < text.total) depth += 1;
  return depth;
}

/** The row that legs end at; a block that is not parted ends the leg before it, where it does not begin the leg. */
function lastRow({ blocks, first, total, legs, depth }: Text & Pick<Legs, 'depth'>): number {
  let from = first;
  for (let leg = 0; leg < legs; leg += 1) {
    const foot = from + depth;
    if (foot >= total) return total;
    const parted = blocks.find(({ end, rows }) => end > foot && end - rows < foot);
    from = parted === undefined ? foot : Math.max(from, parted.end - parted.rows);
  }
  return from;
}
