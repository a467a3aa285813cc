/** Why a line may end at a place. */
export const BREAK_START = 0;
export const BREAK_SPACE = 1;
/** Inside a word, where nothing is added: after a dash, a slash, between ideographs. */
export const BREAK_INNER = 2;
/** After a hyphen that stands in the text. */
export const BREAK_COMPOUND = 3;
/** With a hyphen that is added. */
export const BREAK_HYPHEN = 4;
/** Must break: U+2028. */
export const BREAK_FORCED = 5;
export const BREAK_END = 6;
/** Between letters, because the word is wider than the line. */
export const BREAK_EMERGENCY = 7;

/**
 * Every place where a line of the paragraph may end, in the order of the text. Entry 0 is its start, the last its end.
 *
 * A line from break `a` to break `b` is `endX[b] - startX[a]` wide, in points, as drawn by the font: spaces at its end are
 * not in it, an added hyphen is. `endSpace[b] - startSpace[a]` of that are spaces that can be stretched, and
 * `endType[b] - startType[a]` is the sum of the font sizes of its letters, which tracking is measured by.
 */
export type BreakTable = {
  readonly count: number;
  readonly kind: Uint8Array;
  /** UTF-16 offset where the next line begins, after the space. */
  readonly offset: Int32Array;
  /** UTF-16 offset where the line's own text ends, before the space. */
  readonly textEnd: Int32Array;
  readonly endX: Float64Array;
  readonly startX: Float64Array;
  readonly endSpace: Float64Array;
  readonly startSpace: Float64Array;
  readonly endType: Float64Array;
  readonly startType: Float64Array;
  /** What hangs out at the end of the line before, and at the start of the line after; points. */
  readonly endHang: Float64Array;
  readonly startHang: Float64Array;
  /** 1 where the line before ends in a word that leans on what follows: short words in small letters. For heads. */
  readonly isWeak: Uint8Array;
  /** 1 where a hyphen would stand in a word that has hyphens of its own: taken only where nothing else helps. */
  readonly isPoor: Uint8Array;
};

/** A table with room for some breaks, all columns 0, for the inner loop of line breaking; its maker fills them in. */
export function createBreakTable(count: number): BreakTable {
  // One piece of memory for all columns.
  const memory = new ArrayBuffer(75 * count);
  const column = (index: number): Float64Array => new Float64Array(memory, 8 * index * count, count);
  const offsets = (index: number): Int32Array => new Int32Array(memory, (64 + 4 * index) * count, count);
  const bytes = (index: number): Uint8Array => new Uint8Array(memory, (72 + index) * count, count);
  return {
    count,
    kind: bytes(0),
    offset: offsets(0),
    textEnd: offsets(1),
    endX: column(0),
    startX: column(1),
    endSpace: column(2),
    startSpace: column(3),
    endType: column(4),
    startType: column(5),
    endHang: column(6),
    startHang: column(7),
    isWeak: bytes(1),
    isPoor: bytes(2),
  };
}

/** Index of the break whose next line begins at an offset; -1 when there is none. */
export function breakAt(table: BreakTable, offset: number): number {
  let low = 0;
  let high = table.count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.offset[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return table.offset[low] === offset ? low : -1;
}
