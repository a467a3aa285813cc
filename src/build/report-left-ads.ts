import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { AdMatter } from '../makeup/place-ads.ts';

/** Advertisements that no page has room for, and where spreads stand. */
type LeftAds = {
  readonly left: readonly AdMatter[];
  /** Left pages of spreads, by index. */
  readonly spreads: readonly number[];
  /** Pages that there are. */
  readonly pages: number;
};

/** Reports advertisements that found no room: GA711. */
export function reportLeftAds(edition: Edition, { left, spreads, pages }: LeftAds, context: Context): void {
  for (const ad of left) {
    const index = Number(ad.id.slice('@ad.'.length)) - 1;
    const { page } = ad;
    const isOnSpread = page !== null && (spreads.includes(page - 1) || spreads.includes(page - 2));
    const isMissing = (page ?? 0) > pages;
    reportFault(context, 'GA711', {
      message: isMissing
        ? `there is no page ${page} for this advertisement: ${pagesOf(edition, page ?? 0, pages)}`
        : `${roomFor(ad)}${isOnSpread ? ': it is one of a spread' : ''}`,
      ...(isOnSpread ? { hint: ON_SPREAD_HINT } : isMissing ? { hint: MISSING_HINT } : {}),
      span: edition.spans[`ads.${index}.picture`] ?? null,
      trail: [edition.issueId, edition.language],
    });
  }
}

const countPages = (count: number): string => `${count} ${count === 1 ? 'page' : 'pages'}`;

/** What there is: fewer pages than the manifest asks for may be made up. */
function pagesOf({ pageCount }: Edition, page: number, pages: number): string {
  if (pageCount !== null && page > pageCount) return `the manifest asks for ${countPages(pageCount)}`;
  const is = pages === 1 ? 'is' : 'are';
  return pageCount === null
    ? `there ${is} ${countPages(pages)}`
    : `of the ${countPages(pageCount)} that the manifest asks for ${pages} ${is} made up`;
}

function roomFor({ columns, rows, page }: AdMatter): string {
  const where = page === null ? 'no page has' : `page ${page} does not have`;
  return `${where} room for an advertisement ${columns} ${columns === 1 ? 'column' : 'columns'} wide and ${rows} lines deep`;
}

const ON_SPREAD_HINT =
  'No advertisement stands on a spread, whatever its size: name another `page`, leave `page` out, or take the layout of the spread away.';
const MISSING_HINT = 'Name a `page` that there is, or leave `page` out.';
