/** How pages are laid on sheets: folded into each other and stapled, or two side by side in reading order. */
export type Imposition = 'booklet' | '2up';

/** One side of a sheet: the pages on it from left to right, from 1; null is an empty half. */
export type SheetSide = {
  readonly pages: readonly [number | null, number | null];
  /** Sheets that lie outside this one in the folded booklet; 0 for the cover, and for every sheet of 2up. */
  readonly depth: number;
};

/** Sheets of a booklet have four pages. */
const PAGES_OF_SHEET = 4;

/**
 * The sides of all sheets, front and back of the first, then of the next. A booklet of n pages (n padded to 4) has on
 * sheet s, from 0, the pages n − 2s and 2s + 1 in front, and 2s + 2 and n − 2s − 1 on the back; bound on the right,
 * left and right change places.
 *
 * @example
 * sheetSides(4, 'booklet', 'ltr').map((side) => side.pages) // [[4, 1], [2, 3]]
 */
export function sheetSides(
  count: number,
  imposition: Imposition,
  direction: 'ltr' | 'rtl',
): readonly SheetSide[] {
  const sides = imposition === 'booklet' ? bookletSides(count) : pairSides(count);
  if (direction === 'ltr') return sides;
  return sides.map(({ pages: [left, right], depth }) => ({ pages: [right, left], depth }));
}

function bookletSides(count: number): readonly SheetSide[] {
  const padded = Math.ceil(count / PAGES_OF_SHEET) * PAGES_OF_SHEET;
  const page = (number: number): number | null => (number <= count ? number : null);
  return Array.from({ length: padded / PAGES_OF_SHEET }, (_, sheet): SheetSide[] => [
    { pages: [page(padded - 2 * sheet), page(2 * sheet + 1)], depth: sheet },
    { pages: [page(2 * sheet + 2), page(padded - 2 * sheet - 1)], depth: sheet },
  ]).flat();
}

function pairSides(count: number): readonly SheetSide[] {
  return Array.from({ length: Math.ceil(count / 2) }, (_, pair): SheetSide => {
    const first = 2 * pair + 1;
    return { pages: [first, first < count ? first + 1 : null], depth: 0 };
  });
}
