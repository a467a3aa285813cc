import type { Box, BoxTree } from '../box/box.ts';

/** Is a box a pull quote that is shown where the page has room for it? */
const isOptional = (box: Box): boolean => box.element?.attributes['data-optional'] !== undefined;

/** How many pull quotes of a story may be left out. */
export const optionalQuotes = ({ root }: BoxTree): number => countIn(root);

function countIn(box: Box): number {
  if (isOptional(box)) return 1;
  return box.kind === 'block' ? box.children.reduce((sum, child) => sum + countIn(child), 0) : 0;
}

/** The same boxes with the first so many of the pull quotes that may be left out. What does not change is shared. */
export function withQuotes(tree: BoxTree, quotes: number): BoxTree {
  if (optionalQuotes(tree) <= quotes) return tree;
  let left = quotes;
  const keep = (box: Box): readonly Box[] => {
    if (isOptional(box)) return left-- > 0 ? [box] : [];
    if (box.kind !== 'block' || countIn(box) === 0) return [box];
    return [{ ...box, children: box.children.flatMap(keep) }];
  };
  return { ...tree, root: { ...tree.root, children: tree.root.children.flatMap(keep) } };
}
