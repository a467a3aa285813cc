import type { Box, BoxTree } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import type { LayoutSession } from './layout-session.ts';
import type { FurnitureArea } from './page-plan.ts';
import type { Placed } from './placed.ts';
import { layoutStack } from './stack-layout.ts';

/** A filler as deep as its hole; null where it does not go into that, or not without dividing a word. */
export function fillHole(session: LayoutSession, tree: BoxTree, area: FurnitureArea): BoxTree | null {
  const { height, placed } = layoutStack(session, [tree.root], area.width);
  const white = area.height - height;
  return white >= 0 && placed.every(hasWholeWords) ? { ...tree, root: deepened(tree.root, pt(white)) } : null;
}

const hasWholeWords = (item: Placed): boolean =>
  item.kind !== 'line' || (item.line.brokenWord === null && !item.line.isHyphenated);

/** What is drawn round or behind the matter of a filler reaches to the edges of its hole. */
function deepened<Some extends Box>(box: Some, white: Pt): Some {
  const { border, padding, backgroundColour } = box.style;
  const isDrawn = backgroundColour !== null || border.top.width > 0 || border.bottom.width > 0;
  if (isDrawn) {
    const half = pt(white / 2);
    const deeper = { ...padding, top: pt(padding.top + half), bottom: pt(padding.bottom + half) };
    return { ...box, style: Object.freeze({ ...box.style, padding: deeper }) };
  }
  if (box.kind !== 'block' || box.children.length !== 1) return box;
  return { ...box, children: box.children.map((child) => deepened(child, white)) };
}
