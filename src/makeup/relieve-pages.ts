import { mattersInOrder } from './page-stretch.ts';
import type { MakeupInput, PageKind } from './makeup-input.ts';
import { makeUpPage } from './make-up-page.ts';
import type { Matter, PageArea } from './matter.ts';
import { placeAds } from './place-ads.ts';
import type { MakeupMemory } from './search.ts';

/** Stories that the page plan names for a page, and that stand on other pages since they do not go into it together. */
export type MovedMatter = { readonly pageIndex: number; readonly ids: readonly string[] };

/** A number of which each page holds what is fixed there. */
export type Relieved = { readonly input: MakeupInput; readonly moved: readonly MovedMatter[] };

/** Takes off each page what does not go into it with the others that the page plan names for it, the last in rank first. */
export function relievePages(input: MakeupInput, memory: MakeupMemory): Relieved {
  const byId = new Map(input.matters.map((matter) => [matter.id, matter]));
  const pages = [...new Set(input.fixed.map(({ pageIndex }) => pageIndex))].sort((a, b) => a - b);
  const moved = pages.flatMap((pageIndex): readonly MovedMatter[] => {
    const ids = input.fixed.flatMap((fixed) => (fixed.pageIndex === pageIndex ? fixed.ids : []));
    let count = ids.length;
    const own = (): readonly Matter[] => ids.slice(0, count).flatMap((id) => byId.get(id) ?? []);
    while (count > 0 && !goesIn(input, memory, pageIndex, own())) count -= 1;
    return count === ids.length ? [] : [{ pageIndex, ids: ids.slice(count) }];
  });
  const fixed = input.fixed.map((each) => {
    const gone = moved.find(({ pageIndex }) => pageIndex === each.pageIndex)?.ids ?? [];
    return { ...each, ids: each.ids.filter((id) => !gone.includes(id)) };
  });
  return { input: { ...input, fixed }, moved };
}

/** Stories that do not go into a page that they have to themselves, whole or in part. */
export function tooDeepForPage(input: MakeupInput, memory: MakeupMemory): readonly string[] {
  const bare = { ...input, ads: [] };
  return input.matters.filter((matter) => !goesIn(bare, memory, 1, [matter])).map(({ id }) => id);
}

function goesIn(
  input: MakeupInput,
  memory: MakeupMemory,
  pageIndex: number,
  own: readonly Matter[],
): boolean {
  const { columns, hasHouse } = input;
  const count = pageIndex + 2;
  const kindOf = (index: number): PageKind => ({
    pageIndex: index,
    count,
    role: index === 0 ? 'front' : 'inside',
    section: null,
  });
  const kind = kindOf(pageIndex);
  const sold = placeAds(
    input.ads.filter(({ page }) => page === pageIndex + 1),
    { count, columns, rowsOf: (index) => input.rowsOf(kindOf(index)) },
  );
  const standing = sold.byPage.get(pageIndex) ?? [];
  const ads = [...standing, ...input.standingOn(kind, standing)];
  const area: PageArea = { columns, rows: input.rowsOf(kind), role: kind.role, section: null, count, ads };
  const options = { mayJump: true, mayEndShort: true, inRank: false, hasHouse, search: memory.search };
  return makeUpPage(area, mattersInOrder(memory, own, []), options) !== null;
}
