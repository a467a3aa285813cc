/** Edits that a slip of the fingers makes; three turn most short words into most others. */
const MAX_EDITS = 2;

/**
 * The candidate nearest to a mistyped word, or null when none is near: within two edits, where a letter added, dropped,
 * changed, or two neighbours swapped is one, and no more edits than half of its letters. Case is not counted.
 *
 * @param share letters that one edit takes: four where whatever else the word may be is left alone.
 * @example
 * suggest('nubmer', ['name', 'number']) // 'number'
 */
export function suggest(word: string, candidates: readonly string[], share: 2 | 4 = 2): string | null {
  let best: string | null = null;
  let fewest = MAX_EDITS + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > MAX_EDITS) continue;
    const edits = countEdits(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest && edits * share <= Math.min(word.length, candidate.length)) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** Optimal string alignment distance: Damerau–Levenshtein without a second edit of a swapped pair. */
function countEdits(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from.charAt(row - 1) === to.charAt(column - 1);
      const changed = at(above, column - 1) + (isSame ? 0 : 1);
      let edits = Math.min(changed, at(above, column) + 1, at(current, column - 1) + 1);
      const isSwap =
        from.charAt(row - 1) === to.charAt(column - 2) && from.charAt(row - 2) === to.charAt(column - 1);
      if (row > 1 && column > 1 && isSwap) edits = Math.min(edits, at(before, column - 2) + 1);
      current.push(edits);
    }
    before = above;
    above = current;
  }
  return at(above, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
