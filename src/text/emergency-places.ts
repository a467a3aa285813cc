import type { BreakTable } from './break-table.ts';
import { clusterEnd } from './cluster-end.ts';

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
  for (let at = clusterEnd(text, start); at < end; at = clusterEnd(text, at)) places.push(at);
}
