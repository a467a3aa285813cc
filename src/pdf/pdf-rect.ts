import type { Rect } from '../core/geometry.ts';

/** A rectangle as PDF has it: left, bottom, right, top, points, y **up** from the bottom of the page. */
export function toPdfRect(rect: Rect, pageHeight: number): [number, number, number, number] {
  return [rect.x, pageHeight - rect.y - rect.height, rect.x + rect.width, pageHeight - rect.y];
}
