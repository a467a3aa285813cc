/** A level of the lists: which of its items are symbols, the others being pairs of the level below. */
type Level = { readonly isLeaf: Uint8Array; readonly size: number };

/**
 * Lengths of the best prefix code, none longer than `limit`, by package-merge (Larmore and Hirschberg 1990): lists of
 * symbols and of pairs from the list below, sorted by how often they occur. A symbol's length is how often it stands
 * among the first items of all lists that make the code whole. 0 for symbols that do not occur.
 */
export function codeLengths(counts: Uint32Array, limit: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const symbols = [...counts.keys()]
    .filter((symbol) => (counts[symbol] ?? 0) > 0)
    .sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0) || one - other);
  if (symbols.length < 2) {
    for (const symbol of symbols) lengths[symbol] = 1;
    return lengths;
  }
  const weights = symbols.map((symbol) => counts[symbol] ?? 0);
  const levels: Level[] = [];
  let below: readonly number[] = [];
  for (let level = 0; level < limit; level += 1) {
    const merged = mergeLevel(weights, below);
    levels.push(merged.level);
    below = merged.weights;
  }
  let taken = 2 * symbols.length - 2;
  for (const { isLeaf, size } of levels.reverse()) {
    let leaves = 0;
    for (let item = 0; item < Math.min(taken, size); item += 1) leaves += isLeaf[item] ?? 0;
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const symbol = symbols[leaf] ?? 0;
      lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    }
    taken = 2 * (taken - leaves);
  }
  return lengths;
}

/** Symbols and the pairs of the list below in one list; symbols first where they weigh the same. */
function mergeLevel(
  weights: readonly number[],
  below: readonly number[],
): { readonly level: Level; readonly weights: readonly number[] } {
  const pairs = below.length >> 1;
  const size = weights.length + pairs;
  const isLeaf = new Uint8Array(size);
  const merged: number[] = [];
  let leaf = 0;
  let pair = 0;
  for (let item = 0; item < size; item += 1) {
    const weight = pair < pairs ? (below[2 * pair] ?? 0) + (below[2 * pair + 1] ?? 0) : Infinity;
    const own = leaf < weights.length ? (weights[leaf] ?? 0) : Infinity;
    if (own <= weight) {
      isLeaf[item] = 1;
      leaf += 1;
    } else pair += 1;
    merged.push(Math.min(own, weight));
  }
  return { level: { isLeaf, size }, weights: merged };
}

/** The codes of such lengths (RFC 1951, 3.2.2), turned round as a stream holds them: the first bit lowest. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] ?? 0) + 1;
  for (let length = 1; length < 17; length += 1)
    next[length] = ((next[length] ?? 0) + (next[length - 1] ?? 0)) << (length === 16 ? 0 : 1);
  return Uint16Array.from(lengths, (length) => {
    if (length === 0) return 0;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    let turned = 0;
    for (let bit = 0; bit < length; bit += 1) turned |= ((code >> bit) & 1) << (length - 1 - bit);
    return turned;
  });
}
