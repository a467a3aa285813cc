import type { Pt } from '../core/units.ts';
import { pt, PT_PER_INCH, PT_PER_MM, PT_PER_PICA } from '../core/units.ts';

const POINTS: Readonly<Record<string, number>> = {
  mm: PT_PER_MM,
  cm: PT_PER_MM * 10,
  in: PT_PER_INCH,
  inch: PT_PER_INCH,
  inches: PT_PER_INCH,
  pt: 1,
  point: 1,
  points: 1,
  pica: PT_PER_PICA,
  picas: PT_PER_PICA,
  pc: PT_PER_PICA,
};

/** A length with its unit, as sources write it. */
export const LENGTH: RegExp = /^\s*(\d{1,5}(?:\.\d{1,4})?)\s*(mm|cm|in|inch|inches|pt|points?|picas?|pc)\s*$/;

/** How messages name a length. */
export const LENGTH_WANTED = 'a length with its unit, such as 90 mm, 3.5 in, 12 picas or 36 pt';

/**
 * A length as typed, in points; null when it has no unit or none that is known.
 *
 * @example
 * parseLength('12 picas') // 144
 */
export function parseLength(text: string): Pt | null {
  const found = LENGTH.exec(text);
  const points = POINTS[found?.[2] ?? ''];
  return found === null || points === undefined ? null : pt(Number(found[1]) * points);
}
