import { wantsPage } from './allot-pages.ts';
import type { Matter, PageArea, PageRole } from './matter.ts';
import type { Numbered } from './trail.ts';

/** What of a page stories may take, where the matter of it begins at an index of all that runs. */
export function areaOf(number: Numbered, pageIndex: number, from: number): PageArea {
  const { input, count, starts, running, adsOn } = number;
  const role: PageRole = pageIndex === 0 ? 'front' : wantsPage(starts[from]) ? 'section' : 'inside';
  const section = role === 'section' ? (running[from]?.section ?? null) : null;
  const kind = { pageIndex, count, role, section };
  const ads = [...adsOn(pageIndex), ...input.standingOn(kind, adsOn(pageIndex))];
  return { columns: input.columns, rows: input.rowsOf(kind), role, section, count, ads };
}

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
