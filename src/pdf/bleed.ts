import type { Rect, Size } from '../core/geometry.ts';
import { pt } from '../core/units.ts';

/** Points: what ends this near to the trim was meant to end at it. */
const NEAR = 0.5;

/**
 * A rectangle run over the trim on the sides where it touches it. One that touches no side stays the same object.
 *
 * @param bleed points; 0 changes nothing.
 */
export function bleedRect(rect: Rect, page: Size, bleed: number): Rect {
  if (bleed === 0) return rect;
  const left = rect.x <= NEAR ? bleed + rect.x : 0;
  const top = rect.y <= NEAR ? bleed + rect.y : 0;
  const right = rect.x + rect.width >= page.width - NEAR ? bleed + page.width - rect.x - rect.width : 0;
  const bottom = rect.y + rect.height >= page.height - NEAR ? bleed + page.height - rect.y - rect.height : 0;
  if (left + top + right + bottom === 0) return rect;
  return {
    x: pt(rect.x - left),
    y: pt(rect.y - top),
    width: pt(rect.width + left + right),
    height: pt(rect.height + top + bottom),
  };
}

/** A picture's place made to cover a larger window: enlarged in its own shape, with the window's middle in its middle. */
export function coverRect(rect: Rect, window: Rect): Rect {
  const factor = Math.max(window.width / rect.width, window.height / rect.height);
  const width = rect.width * factor;
  const height = rect.height * factor;
  return {
    x: pt(window.x + (window.width - width) / 2),
    y: pt(window.y + (window.height - height) / 2),
    width: pt(width),
    height: pt(height),
  };
}
