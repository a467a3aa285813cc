import type { Flow } from '../layout/page-plan.ts';
import type { PlacedAd } from './matter.ts';
import { standAtFoot, type StandingAds } from './stand-ads.ts';
import { ROWS_BETWEEN } from './weights.ts';

/** An advertisement as it was sold: its size on the grid, and its page where that is fixed. */
export type AdMatter = {
  readonly id: string;
  readonly columns: number;
  readonly rows: number;
  /** From 1; null leaves it to the make-up. */
  readonly page: number | null;
};

/** An advertisement with its matter. */
export type SoldAd = AdMatter & { readonly flow: Flow };

/** The pages that advertisements go to. */
export type AdPages = {
  readonly count: number;
  /** The first so many of them may have advertisements that asked for no page; absent for all. */
  readonly open?: number;
  /** The share of a page that those may take together which asked for no page; absent for half. */
  readonly share?: number;
  /** Pages, by index, that none stands on which asked for no page; absent for none. */
  readonly closed?: ReadonlySet<number>;
  readonly columns: number;
  /** Rows of a page that matter may take, by index. */
  readonly rowsOf: (pageIndex: number) => number;
};

/** No page gives more than this share of its area to advertisements that asked for no page, where another one can. */
export const AD_SHARE = 0.5;
/** The same where none can. */
export const AD_SHARE_MOST = 0.85;

/**
 * Puts advertisements on pages: those with a page there, the others, the larger first, where the least share of the
 * page is sold so far or where they make the line over its advertisements more level, right-hand pages before left-hand ones and later pages before earlier ones, and never on page
 * 1. On a page they stand at the foot from the outer side inwards, see {@link standAtFoot}. An advertisement for which no page has room is left over.
 *
 * @returns advertisements by page index, and those left over, in the order given.
 */
export function placeAds(
  ads: readonly AdMatter[],
  pages: AdPages,
): { readonly byPage: ReadonlyMap<number, readonly PlacedAd[]>; readonly left: readonly AdMatter[] } {
  const chosen = new Map<number, AdMatter[]>();
  const left: AdMatter[] = [];
  const fits = (ad: AdMatter, index: number, share: number): boolean => {
    const all = [...(chosen.get(index) ?? []), ad];
    const area = all.reduce((sum, { columns, rows }) => sum + columns * (rows + ROWS_BETWEEN), 0);
    const room = pages.columns * pages.rowsOf(index);
    return index < pages.count && area <= room * share && standOn(all, pages, index) !== null;
  };
  const add = (ad: AdMatter, index: number): void => {
    chosen.set(index, [...(chosen.get(index) ?? []), ad]);
  };
  /** The share of a page that is sold with an advertisement on it, and what it does to the line over them. */
  const costOn = (index: number, ad: AdMatter): number => {
    const own = chosen.get(index) ?? [];
    const sold = [...own, ad].reduce((sum, { columns, rows }) => sum + columns * rows, 0);
    const room = pages.columns * pages.rowsOf(index);
    const before = standOn(own, pages, index) ?? NONE;
    const { white, steps } = standOn([...own, ad], pages, index) ?? NONE;
    return (sold + (white - before.white) * WHITE_UNDER) / room + (steps - before.steps) * STEP;
  };
  for (const ad of ads.filter(({ page }) => page !== null)) {
    const index = (ad.page ?? 1) - 1;
    if (fits(ad, index, 1)) add(ad, index);
    else left.push(ad);
  }
  const bySize = ads
    .filter(({ page }) => page === null)
    .sort((a, b) => b.columns * b.rows - a.columns * a.rows || (a.id < b.id ? -1 : 1));
  for (const ad of bySize) {
    const open = pagesFor(pages, chosen).filter((page) =>
      fits(ad, page, Math.max(pages.share ?? AD_SHARE, aloneShare(ad, pages, page))),
    );
    const costs = open.map((page) => costOn(page, ad));
    const index = open[costs.indexOf(Math.min(...costs))];
    if (index === undefined) left.push(ad);
    else add(ad, index);
  }
  const byPage = new Map(
    [...chosen].map(([index, own]) => [index, standOn(own, pages, index)?.placed ?? []]),
  );
  return { byPage, left: ads.filter((ad) => left.includes(ad)) };
}

/** An advertisement larger than the share may have a page that no other is on. */
function aloneShare({ columns, rows }: AdMatter, pages: AdPages, index: number): number {
  return (columns * (rows + ROWS_BETWEEN)) / (pages.columns * pages.rowsOf(index));
}

const NONE: StandingAds = { placed: [], white: 0, steps: 0 };

/** A step of the line over the advertisements of a page, as a share of it. */
const STEP = 0.15;

/** White under the advertisements of a page, as many times its share of the page. */
const WHITE_UNDER = 4;

/** The advertisements of a page on its foot; null where they do not go in. A page index is even on the right-hand side. */
const standOn = (ads: readonly AdMatter[], { columns, rowsOf }: AdPages, index: number): StandingAds | null =>
  standAtFoot(ads, { columns, rows: rowsOf(index), isRight: index % 2 === 0 });

function pagesFor(pages: AdPages, chosen: ReadonlyMap<number, readonly AdMatter[]>): readonly number[] {
  const sold = (index: number): number =>
    (chosen.get(index) ?? []).reduce((sum, { columns, rows }) => sum + columns * rows, 0);
  // A page index is even on the right-hand side.
  const open = Math.min(pages.count, pages.open ?? pages.count);
  return Array.from({ length: Math.max(0, open - 1) }, (_, at) => at + 1)
    .filter((index) => pages.closed?.has(index) !== true)
    .sort((a, b) => sold(a) - sold(b) || (a % 2) - (b % 2) || b - a);
}
