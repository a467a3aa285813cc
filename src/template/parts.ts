import type { MarkupNode } from '../markup/markup-tree.ts';

/** Marked-up matter by name; a part that has nothing is the empty list. */
export type Parts = ReadonlyMap<string, readonly MarkupNode[]>;
