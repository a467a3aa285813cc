import type { Box } from './box.ts';

/** The boxes that stand directly in a box, in reading order: of a table its caption and what its cells hold. */
export function boxesIn(box: Box): readonly Box[] {
  if (box.kind !== 'table') return 'children' in box ? box.children : [];
  const cells = box.sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return [...(box.caption === null ? [] : [box.caption]), ...cells.flatMap(({ children }) => children)];
}
