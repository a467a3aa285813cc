import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { AdMatter } from '../makeup/place-ads.ts';

/** Advertisements that no page has room for, and where spreads stand. */
type LeftAds = {
  readonly left: readonly AdMatter[];
  /** Left pages of spreads, by index. */
  readonly spreads: readonly number[];
};

/** Reports advertisements that found no room: GA711. */
export function reportLeftAds(edition: Edition, { left, spreads }: LeftAds, context: Context): void {
  for (const { id, columns, rows, page } of left) {
    const index = Number(id.slice('@ad.'.length)) - 1;
    const where = page === null ? 'no page has' : `page ${page} does not have`;
    const isOnSpread = page !== null && (spreads.includes(page - 1) || spreads.includes(page - 2));
    const { pageCount } = edition;
    const isBehind = pageCount !== null && (page ?? 0) > pageCount;
    const reason = isOnSpread
      ? ': it is one of a spread'
      : isBehind
        ? `: the manifest asks for ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}`
        : '';
    reportFault(context, 'GA711', {
      message: `${where} room for an advertisement ${columns} ${columns === 1 ? 'column' : 'columns'} wide and ${rows} lines deep${reason}`,
      ...(isOnSpread ? { hint: ON_SPREAD_HINT } : {}),
      span: edition.spans[`ads.${index}.picture`] ?? null,
      trail: [edition.issueId, edition.language],
    });
  }
}

const ON_SPREAD_HINT =
  'No advertisement stands on a spread, whatever its size: name another `page`, leave `page` out, or take the layout of the spread away.';
