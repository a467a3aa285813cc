import { wantsPage } from './allot-pages.ts';
import type { Matter, PageArea, PageRole, PlacedAd } from './matter.ts';
import type { Numbered } from './trail.ts';

/** What of a page stories may take, where the matter of it begins at an index of all that runs. */
export function areaOf(number: Numbered, pageIndex: number, from: number): PageArea {
  const { input, count, starts, running, adsOn } = number;
  const role: PageRole = pageIndex === 0 ? 'front' : wantsPage(starts[from]) ? 'section' : 'inside';
  const section = role === 'section' ? (running[from]?.section ?? null) : null;
  const kind = { pageIndex, count, role, section };
  const rows = input.rowsOf(kind);
  // Advertisements have their places before it is known on which pages sections begin.
  const plain = { ...kind, role: role === 'front' ? role : 'inside', section: null } as const;
  const own = onFoot(adsOn(pageIndex), rows - input.rowsOf(plain));
  return {
    columns: input.columns,
    rows,
    role,
    section,
    count,
    ads: [...own, ...input.standingOn(kind, own)],
  };
}

/** Advertisements on a page of so many rows more than they were placed by: they stand on its foot. */
const onFoot = (ads: readonly PlacedAd[], more: number): readonly PlacedAd[] =>
  more === 0 ? ads : ads.map((ad) => ({ ...ad, cell: { ...ad.cell, row: Math.max(0, ad.cell.row + more) } }));

/**
 * Where the matter of a page begins for what heads it: the head of a section stands over no page on which nothing of it begins,
 * nor, unless it has a layout of its own, over what goes on of another one.
 */
export function headedFrom(
  { starts, running }: Numbered,
  { from, end }: { readonly from: number; readonly end: number },
  rests: readonly Matter[],
): number {
  const isShared = starts[from] === 'own' && rests.some(({ section }) => section !== running[from]?.section);
  return end === from || isShared ? running.length : from;
}
