import type { Box } from '../box/box.ts';
import type { LayoutSession } from '../layout/layout-session.ts';
import type { Flow, FlowShape } from '../layout/page-plan.ts';

/** Whether every word of the head that a story has in a shape goes into a width: heads have no hyphens. */
export function headFits(session: LayoutSession, flow: Flow, shape: FlowShape, width: number): boolean {
  return widestWord(session, flow.treeOf(shape).root, false) <= width;
}

/** Width of the widest word in what stands over all legs. */
function widestWord(session: LayoutSession, box: Box, isInHead: boolean): number {
  if (box.kind === 'paragraph') return isInHead ? session.leastWidthOf(box, false) : 0;
  if (box.kind !== 'block') return 0;
  const isHead = isInHead || box.style.columnSpan === 'all';
  return Math.max(0, ...box.children.map((child) => widestWord(session, child, isHead)));
}
