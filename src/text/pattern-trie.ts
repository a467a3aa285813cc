/** Children of a trie node by letter. A number is a row of levels, a pair is children and a row. */
export type PatternTrie = {
  readonly [letter: string]: number | PatternTrie | readonly [PatternTrie, number];
};

/**
 * The same in three lists. Nodes are numbered in the order of their depth, so that letter k of all letters leads to node
 * k + 1, and the letters that lead on from a node stand side by side.
 */
export type PackedTrie = {
  /** By node: the first letter that leads on from it. One entry more than there are nodes. */
  readonly starts: Uint32Array;
  /** UTF-16 units. */
  readonly letters: Uint16Array;
  /** By node: the row of levels of the pattern that ends here; -1 where none does. */
  readonly rows: Int16Array;
};

type Node = PatternTrie[string];

/** Packs a trie whose letters are single UTF-16 units. */
export function packTrie(trie: PatternTrie): PackedTrie {
  const nodes: Node[] = [trie];
  const starts: number[] = [];
  const letters: number[] = [];
  const rows: number[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!;
    starts.push(letters.length);
    rows.push(typeof node === 'number' ? node : isPair(node) ? node[1] : -1);
    if (typeof node === 'number') continue;
    for (const [letter, child] of Object.entries(isPair(node) ? node[0] : node)) {
      letters.push(letter.charCodeAt(0));
      nodes.push(child);
    }
  }
  starts.push(letters.length);
  return {
    starts: Uint32Array.from(starts),
    letters: Uint16Array.from(letters),
    rows: Int16Array.from(rows),
  };
}

const isPair = (node: PatternTrie | readonly [PatternTrie, number]): node is readonly [PatternTrie, number] =>
  Array.isArray(node);

/** The node that a letter leads to from another; 0, the root, where it leads to none. */
export function follow({ starts, letters }: PackedTrie, node: number, letter: number): number {
  const end = starts[node + 1]!;
  for (let at = starts[node]!; at < end; at += 1) if (letters[at] === letter) return at + 1;
  return 0;
}
