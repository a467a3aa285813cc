import type { BreakTable } from './break-table.ts';
import { clusterEnd } from './cluster-end.ts';

const MARK = /\p{M}|\u200c|\u200d/u;
/** As for clusters: no mark stands below it. */
const FIRST_MARK = 0x300;

/**
 * Where text may be broken when there is no other way: between the grapheme clusters of whatever stands between two
 * breaks of the table and is wider than the measure, and at the place where an earlier line of this kind ended.
 *
 * @param width points
 * @param from UTF-16 offset that the first line begins at
 * @returns UTF-16 offsets, rising, none of them a break of the table
 */
export function emergencyPlaces(
  text: string,
  table: BreakTable,
  width: number,
  from: number,
): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at + 1 < table.count; at += 1) {
    const start = table.offset[at]!;
    const end = table.textEnd[at + 1]!;
    const hang = table.startHang[at]! + table.endHang[at + 1]!;
    const isWide = table.endX[at + 1]! - table.startX[at]! - hang > width;
    if (isWide) addClusterEnds(places, text, start, end);
    else if (from > start && from < end) places.push(from);
  }
  return places;
}

function addClusterEnds(places: number[], text: string, start: number, end: number): void {
  for (let at = clusterEnd(text, start); at < end; at = clusterEnd(text, at))
    if (!isMark(text, at)) places.push(at);
}

/** UAX #29 parts a mark from a word joiner or soft hyphen before it; no line begins with one all the same (UAX #14 LB9). */
function isMark(text: string, at: number): boolean {
  return text.charCodeAt(at) >= FIRST_MARK && MARK.test(String.fromCodePoint(text.codePointAt(at)!));
}
