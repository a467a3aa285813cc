import type { Context } from '../diagnostics/context.ts';
import type { FontBook } from '../font/font-book.ts';
import { isKnownFamily, reportUnknownFamily } from '../font/report-unknown-family.ts';
import { namedFamilies } from '../style/named-families.ts';
import type { StyleSheet } from '../style/style-sheet.ts';

/** Reports GA503 for each font family that style sheets name and no font file has, once, where it is named first. */
export function checkFamilies(
  sheets: readonly StyleSheet[],
  { families: known }: Pick<FontBook, 'families'>,
  context: Context,
): void {
  const told = new Set<string>();
  for (const { family, span } of namedFamilies(sheets)) {
    const name = family.toLowerCase();
    if (told.has(name) || isKnownFamily(family, known)) continue;
    told.add(name);
    reportUnknownFamily(family, { known, span }, context);
  }
}
