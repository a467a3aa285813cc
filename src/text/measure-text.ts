import { pt, type Pt } from '../core/units.ts';
import { BREAK_HYPHEN } from './break-table.ts';
import type { ShapedParagraph } from './shaped-paragraph.ts';

/** Width of a paragraph on one line, spaces as the font has them. */
export function naturalWidth({ breaks }: ShapedParagraph): Pt {
  return pt((breaks.endX[breaks.count - 1] ?? 0) - (breaks.startX[0] ?? 0));
}

/**
 * Width of the widest stretch of a paragraph that no line break can divide; with `hyphenates` words may be divided where
 * the paragraph's style lets hyphens stand.
 */
export function leastWidth({ breaks }: ShapedParagraph, hyphenates: boolean): Pt {
  let widest = 0;
  let from = 0;
  for (let at = 1; at < breaks.count; at += 1) {
    if (!hyphenates && breaks.kind[at] === BREAK_HYPHEN) continue;
    widest = Math.max(widest, (breaks.endX[at] ?? 0) - (breaks.startX[from] ?? 0));
    from = at;
  }
  return pt(widest);
}
