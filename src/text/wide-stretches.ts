import type { BreakTable } from './break-table.ts';

/** UTF-16 range of text between two neighbouring breaks. */
export type Stretch = { readonly start: number; readonly end: number };

/** What stands between two breaks of the table and is wider than a measure in points, in the order of the text. */
export function wideStretches(table: BreakTable, width: number): readonly Stretch[] {
  const wide: Stretch[] = [];
  for (let at = 0; at + 1 < table.count; at += 1) {
    const hang = table.startHang[at]! + table.endHang[at + 1]!;
    if (table.endX[at + 1]! - table.startX[at]! - hang <= width) continue;
    wide.push({ start: table.offset[at]!, end: table.textEnd[at + 1]! });
  }
  return wide;
}
