import { breakAt, type BreakTable } from './break-table.ts';
import { clusterEnd } from './cluster-end.ts';
import { wideStretches } from './wide-stretches.ts';

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
  const wide = wideStretches(table, width);
  for (const { start, end } of wide) addClusterEnds(places, text, start, end);
  if (breakAt(table, from) >= 0 || places.includes(from)) return places;
  return [...places, from].sort((a, b) => a - b);
}

function addClusterEnds(places: number[], text: string, start: number, end: number): void {
  for (let at = clusterEnd(text, start); at < end; at = clusterEnd(text, at))
    if (!isMark(text, at)) places.push(at);
}

/** UAX #29 parts a mark from a word joiner or soft hyphen before it; no line begins with one all the same (UAX #14 LB9). */
function isMark(text: string, at: number): boolean {
  return text.charCodeAt(at) >= FIRST_MARK && MARK.test(String.fromCodePoint(text.codePointAt(at)!));
}
