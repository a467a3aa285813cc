import { pt, type Pt } from '../core/units.ts';
import type { ShapedParagraph } from './shaped-paragraph.ts';

/** Width of a paragraph on one line, spaces as the font has them. */
export function naturalWidth({ breaks }: ShapedParagraph): Pt {
  return pt((breaks.endX[breaks.count - 1] ?? 0) - (breaks.startX[0] ?? 0));
}
