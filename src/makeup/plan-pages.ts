import type { PageRule, PlannedSlot } from '../edition/edition.ts';
import type { Blueprint, Flow, PagePlan, PlannedModule, PlannedPage } from '../layout/page-plan.ts';
import { closedPages } from './closed-pages.ts';
import { layoutOf, spreadStarts, type PageLayouts } from './page-layouts.ts';

/** What a plan is made from. */
export type PlanInput = {
  /** In rank. */
  readonly stories: readonly Flow[];
  /** The list of what is in the number, before its stories; null where the theme has none. */
  readonly contents: Flow | null;
  readonly imprint: Flow | null;
  readonly slots: readonly PlannedSlot[];
  readonly rules: readonly PageRule[];
  /** After the last story; where a last page of its own would hold nothing else, as one of `feet`, or on page 2. */
  readonly imprintOn: 'last' | 'foot' | 'second';
  readonly layouts: PageLayouts;
  /** Advertisements, and the imprint, at the foot of pages, by page index. */
  readonly feet: ReadonlyMap<number, readonly PlannedModule[]>;
};

/**
 * Plans an edition: what the manifest puts into slots stands there; the other stories run in rank through the main
 * thread, over the frames that no slot takes, and the imprint follows the last of them. Advertisements stand at the foot
 * of their pages. The thread passes over pages of `rest: none`.
 */
export function planPages({
  stories,
  contents,
  imprint,
  slots,
  rules,
  imprintOn,
  layouts,
  feet,
}: PlanInput): PagePlan {
  const byName = new Map(stories.map((story) => [story.name, story]));
  const planned = new Map<number, Map<string, readonly Flow[]>>();
  const place = (pageIndex: number, slot: string, flows: readonly Flow[]): void => {
    planned.set(pageIndex, (planned.get(pageIndex) ?? new Map<string, readonly Flow[]>()).set(slot, flows));
  };
  for (const { page, slot, stories: names } of slots)
    place(
      page - 1,
      slot,
      names.flatMap((name) => byName.get(name) ?? []),
    );
  const placed = new Set([...planned.values()].flatMap((own) => [...own.values()].flat()));
  const waiting = stories.filter((story) => !placed.has(story));
  const isLast = imprint !== null && imprintOn === 'last';
  const main = [contents, ...waiting, isLast ? imprint : null].filter((flow) => flow !== null);
  if (imprint !== null && imprintOn === 'second') place(1, 'imprint', [imprint]);
  const closed = closedPages(rules);
  // The last of these pages serves all further ones: it is open.
  const open = [...closed].map((index) => index + 1);
  const behindSpreads = spreadStarts(layouts).map((index) => index + 1);
  const named = [...planned.keys(), ...feet.keys(), ...layouts.byPage.keys(), ...behindSpreads, ...open];
  const count = Math.max(1, ...named) + 1;
  const pages = Array.from({ length: count }, (_, index): PlannedPage => ({
    blueprint: ownOf(bandLayout(layouts, index), closed.has(index)),
    slots: planned.get(index) ?? new Map<string, readonly Flow[]>(),
    modules: null,
    foot: feet.get(index) ?? [],
  }));
  return { pages, threads: new Map([['main', main]]) };
}

/** A spread holds what stands in its slots alone, as a closed page does. */
const ownOf = (layout: Blueprint, isClosed: boolean): Blueprint =>
  isClosed || layout.isSpread ? withoutThreads(layout) : layout;

/** The layout of a page that is filled by its bands: which sections begin where is not known before. */
export function bandLayout(layouts: PageLayouts, pageIndex: number): Blueprint {
  return layoutOf(layouts, { pageIndex, count: Infinity, role: 'inside', section: null });
}

/** A layout whose frames take their slots alone. Where stories run on as in a book there is none to take. */
function withoutThreads(layout: Blueprint): Blueprint {
  const bands = layout.bands.map((band): Blueprint['bands'][number] =>
    band.kind === 'frames'
      ? { ...band, frames: band.frames.map((frame) => (frame.runsOn ? frame : { ...frame, thread: null })) }
      : band,
  );
  return { ...layout, bands };
}
