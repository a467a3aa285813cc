import { createCollector, type Collector, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import { topRows } from '../layout/band-rows.ts';
import { composePages } from '../layout/compose-pages.ts';
import type { DraftEdition } from '../layout/composer.ts';
import { measureStory, openStoryStore, type StoryStore } from '../layout/measure-story.ts';
import { ROWS_BETWEEN_MODULES, type PlannedModule } from '../layout/page-plan.ts';
import { spreadStarts } from '../makeup/page-layouts.ts';
import { AD_SHARE, AD_SHARE_MOST, placeAds, type AdMatter, type SoldAd } from '../makeup/place-ads.ts';
import { adModules } from '../makeup/plan-modules.ts';
import { bandLayout, planPages, type PlanInput } from '../makeup/plan-pages.ts';
import type { FlowMatter } from './compose-flows.ts';
import { reportLeftAds } from './report-left-ads.ts';

type Attempt = Pick<Feet, 'feet'> & { readonly imprintOn: PlanInput['imprintOn'] };

/** Attempts at pages of advertisements that leave room for the heads of stories which come to stand on them. */
const ATTEMPTS = 8;

/**
 * Composes by the bands of page layouts, with the imprint after the last story; anew with it at the foot of the last page
 * of stories, or on page 2, where it would have a page to itself and that spares the page, and anew with advertisements once it is known how many
 * pages they may go to. Where one leaves no room for the head that comes to stand over it, its page has none: after so
 * many attempts all that asked for no page stand behind the stories.
 */
export function composeBands(
  edition: Edition,
  matter: FlowMatter,
  store: StoryStore,
  context: Context,
): DraftEdition {
  // Each attempt sets its stories anew: what is kept of one has been reported to it.
  const compose = (attempt: Attempt, report: Context): DraftEdition =>
    composePages(planPages({ ...matter, ...attempt, slots: edition.plan, rules: edition.pageRules }), {
      store: openStoryStore({ ...matter.session, context: report }, edition.grid),
      language: edition.language,
      jumps: matter.jumps,
      only: null,
    });
  const isSold = matter.ads.length > 0;
  const count = isSold ? compose({ imprintOn: 'last', feet: new Map() }, createCollector()).pages.length : 0;
  const all = Array.from({ length: count }, (_, index) => index);
  const closed = new Set<number>();
  for (let attempt = 1; ; attempt += 1) {
    const kept = createCollector();
    const { feet, left } = isSold ? adFeet(edition, matter, { store, count, closed }) : NONE;
    const draft = compose({ imprintOn: 'last', feet }, kept);
    const cramped = [...draft.cramped].filter((index) => feet.has(index) && !closed.has(index));
    if (cramped.length > 0 && attempt <= ATTEMPTS) {
      for (const index of attempt === ATTEMPTS ? all : cramped) closed.add(index);
      continue;
    }
    reportLeftAds(
      edition,
      { left, spreads: spreadStarts(matter.layouts), pages: draft.pages.length },
      context,
    );
    const isMore = draft.pages.length > Math.max(edition.pageCount ?? 0, edition.leastPages);
    const own = { draft, kept };
    const stood = hasOwnPage(draft) ? withStories({ matter, store, draft, feet }, isMore, compose) : null;
    const { draft: best, kept: told } = stood ?? own;
    told.diagnostics.forEach(context.report);
    return best;
  }
}

type Feet = {
  readonly feet: ReadonlyMap<number, readonly PlannedModule[]>;
  /** Advertisements that no page has room for. */
  readonly left: readonly AdMatter[];
};

const NONE: Feet = { feet: new Map(), left: [] };

/** Does the imprint have the last page to itself? */
function hasOwnPage({ contents, pages }: DraftEdition): boolean {
  const flows = contents.at(-1)?.flows ?? [];
  return pages.length > 1 && flows.every(({ kind }) => kind === 'imprint');
}

/** Has page 2 a place for the imprint, and is it not that page? */
function mayGoToSecond({ pages }: DraftEdition, { layouts }: FlowMatter): boolean {
  const hasPlace = layouts.inside.bands.some(
    (band) => band.kind === 'frames' && band.frames.some(({ slot }) => slot === 'imprint'),
  );
  return hasPlace && pages.length > 2;
}

type Drafted = Pick<Feet, 'feet'> & {
  readonly matter: FlowMatter;
  readonly store: StoryStore;
  readonly draft: DraftEdition;
};

type Compose = (attempt: Attempt, report: Context) => DraftEdition;

/** The edition with the imprint beside stories; null where it keeps its page. `mayEnd`: the number may be a page shorter. */
function withStories(drafted: Drafted, mayEnd: boolean, compose: Compose): Stood | null {
  const { draft, feet, matter } = drafted;
  return spareItsPage(draft.pages.length, {
    atFoot: () => (mayEnd ? imprintAtFoot(drafted, compose) : null),
    onSecond: () => {
      const kept = createCollector();
      const second = mayGoToSecond(draft, matter) ? compose({ imprintOn: 'second', feet }, kept) : null;
      return second === null || kept.hasError() ? null : { draft: second, kept };
    },
  });
}

/** An edition with the imprint at the foot of its last page of stories. */
type AtFoot<T> = T & {
  /** False where it goes in against a rule of breaking. */
  readonly isClean: boolean;
};

/**
 * The way to spare a page of `pages` that has the imprint alone: at the foot of the last page of stories, if by the rules; on
 * page 2, where no story goes on onto the spared page for it; at that foot against a rule of breaking. Null where there is none.
 */
export function spareItsPage<T extends { readonly draft: Pick<DraftEdition, 'pages'> }>(
  pages: number,
  ways: { readonly atFoot: () => AtFoot<T> | null; readonly onSecond: () => T | null },
): T | null {
  const atFoot = ways.atFoot();
  if (atFoot?.isClean === true) return atFoot;
  const second = ways.onSecond();
  return second !== null && second.draft.pages.length < pages ? second : atFoot;
}

type Stood = { readonly draft: DraftEdition; readonly kept: Collector };

/**
 * The edition with the imprint at the foot of the last page that has stories, over its advertisements: its pictures make
 * way. Null where the page does not hold both; not clean where it does so against a rule of breaking.
 */
function imprintAtFoot({ matter, store, draft, feet }: Drafted, compose: Compose): AtFoot<Stood> | null {
  const { grid } = store;
  const index = draft.pages.length - 2;
  const layout = bandLayout(matter.layouts, index);
  if (layout.isSpread || spreadStarts(matter.layouts).includes(index - 1)) return null;
  const own = feet.get(index) ?? [];
  const shape = { shape: 'lead', columns: grid.columns, legs: null, pictureRows: null } as const;
  const { rows } = measureStory(store, matter.imprint, shape);
  const total = Math.round(grid.live.height / grid.baseline);
  const end = Math.min(
    total - (layout.footer?.rows ?? 0),
    ...own.map(({ rect }) => rect.row - ROWS_BETWEEN_MODULES),
  );
  const module: PlannedModule = {
    rect: { column: 0, columns: grid.columns, row: end - rows, rows },
    matter: { kind: 'imprint', flow: matter.imprint, shape: 'lead' },
  };
  const kept = createCollector();
  const stood = compose({ imprintOn: 'foot', feet: new Map([...feet, [index, [...own, module]]]) }, kept);
  const isClean = stood.cramped.size <= draft.cramped.size;
  const forced = new Set(stood.tops.flatMap(({ isForced, pageIndex }) => (isForced ? [pageIndex] : [])));
  const isFair = isClean || [...stood.cramped].every((at) => draft.cramped.has(at) || forced.has(at));
  const isHeld = stood.pages.length <= index + 1 && isFair && !kept.hasError();
  return isHeld ? { draft: stood, kept, isClean } : null;
}

type Pages = {
  readonly store: StoryStore;
  readonly count: number;
  /** Pages, by index, that have no advertisement but those that asked for them. */
  readonly closed: ReadonlySet<number>;
};

/**
 * Advertisements at the feet of pages that are filled by bands; an edition of one page gets a second for them, and one
 * whose pages do not hold them as many more as they need.
 */
function adFeet({ grid }: Edition, { ads, layouts }: FlowMatter, { store, count, closed }: Pages): Feet {
  const starts = spreadStarts(layouts);
  const rows = Math.round(grid.live.height / grid.baseline);
  const rowsOf = (index: number): number => {
    if (starts.includes(index) || starts.includes(index - 1)) return 0;
    const blueprint = bandLayout(layouts, index);
    return rows - topRows(store, blueprint) - (blueprint.footer?.rows ?? 0);
  };
  const least = Math.max(2, count);
  const asked = Math.max(least, ...ads.map(({ page }) => page ?? 1));
  const placeOn = (open: number, share: number): ReturnType<typeof placeAds> =>
    placeAds(ads, { count: Math.max(asked, open), open, share, columns: grid.columns, rowsOf, closed });
  let { byPage, left } = placeOn(least, AD_SHARE);
  for (let more = 0; more <= ads.length && left.some(({ page }) => page === null); more += 1)
    ({ byPage, left } = placeOn(least + more, AD_SHARE_MOST));
  const flows = new Map(ads.map(({ id, flow }): [string, SoldAd['flow']] => [id, flow]));
  const feet = [...byPage].map(([index, own]): [number, readonly PlannedModule[]] => [
    index,
    adModules(own, flows, topRows(store, bandLayout(layouts, index))),
  ]);
  return { feet: new Map(feet), left };
}
