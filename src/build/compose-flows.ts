import type { Span } from '../core/origin.ts';
import { createCollector, reportFault, type Collector, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { DraftEdition } from '../layout/composer.ts';
import { composePages, restsIn } from '../layout/compose-pages.ts';
import type { LayoutSession } from '../layout/layout-session.ts';
import type { StoryStore } from '../layout/measure-story.ts';
import type { Flow, JumpMatter } from '../layout/page-plan.ts';
import { dummyPages } from '../makeup/page-dummy.ts';
import { lesserLeads } from '../makeup/lesser-leads.ts';
import type { Makeup } from '../makeup/make-up-pages.ts';
import type { UnmadeSpread } from '../makeup/spreads.ts';
import { emptyMemory, type MakeupMemory } from '../makeup/search.ts';
import { rowsBehind, spareAfter, type Spare } from '../makeup/spare-rows.ts';
import { isForModules, planModules, storiesNotMadeUp, type ModulesPlan } from '../makeup/plan-modules.ts';
import { imprintBehind } from '../makeup/with-imprint.ts';
import { spreadStarts } from '../makeup/page-layouts.ts';
import type { planPages } from '../makeup/plan-pages.ts';
import { composeBands } from './compose-bands.ts';
import type { ComposeInput, ComposeResult } from './compose-edition.ts';
import { reportLeftAds } from './report-left-ads.ts';
import { reportForward, reportLesserLead, reportMoved, reportNotMadeUp } from './report-not-made-up.ts';

/** What pages are composed from. */
export type FlowMatter = Pick<
  Parameters<typeof planModules>[0],
  'stories' | 'imprint' | 'layouts' | 'ads' | 'house' | 'measuredOf' | 'jumpHeadRows'
> &
  Pick<Parameters<typeof planPages>[0], 'contents'> & {
    readonly session: LayoutSession;
    readonly jumps: JumpMatter;
    readonly kept: KeptMakeup;
  };

/** What rounds of composing have in common: they differ in the pages that references say, and in nothing else. */
export type KeptMakeup = {
  readonly store: StoryStore;
  readonly memory: MakeupMemory;
  /** By the attempt. */
  readonly makeups: Map<number, Makeup>;
};

/** Keeps nothing yet. */
export function keepMakeup(store: StoryStore): KeptMakeup {
  return { store, memory: emptyMemory(), makeups: new Map() };
}

/** Composed pages, with their dummies where they were made up. */
export type PlannedDraft = DraftEdition & {
  readonly dummies: ComposeResult['dummies'];
  /** Was it to be made up, and no way was found? It stands in the bands of its page layouts. */
  readonly isGivenUp: boolean;
};

/** Attempts at pages that hold all that jumps: each keeps more rows for what did not go into its modules. */
const ATTEMPTS = 4;
/** The same while something stands behind the pages that were made up. */
const ATTEMPTS_OVER = 7;

/**
 * Composes by modules; where the theme lists the contents, where stories are too few for that or no way is found, by the bands of the page layouts.
 * Reports GA711 for an advertisement that no page has room for.
 */
export function composeFlows(input: ComposeInput, matter: FlowMatter, context: Context): PlannedDraft {
  const { edition, clock } = input;
  const { jumps } = matter;
  const { store, memory, makeups } = matter.kept;
  const { plan: slots, pageRules: rules, pageCount, leastPages } = edition;
  let spare: ReadonlyMap<string, Spare> = new Map();
  const number = { ...matter, store, slots, rules, pageCount, leastPages, memory };
  let best: Attempted | null = null;
  const rehearsed: Rehearsed[] = [];
  const compose = (planned: ModulesPlan, only: ReadonlySet<Flow> | null): Composed => {
    const kept = createCollector();
    const reporting = { ...store, session: { ...matter.session, context: kept } };
    const draft = composePages(planned.plan, { store: reporting, language: edition.language, jumps, only });
    const behind = rowsBehind(draft, planned.plan.pages.length, edition.grid);
    const over = [...behind.values()].reduce((sum, rows) => sum + rows, 0);
    const forced = forcedRests(draft, restsIn(planned.plan));
    return { planned, draft, kept, behind, over, forcedRests: forced, forced: forced.size };
  };
  // A plan that leaves a story out is none.
  const isWhole = ({ draft }: Composed): boolean => {
    const standing = new Set(draft.contents.flatMap(({ flows }) => flows));
    return matter.stories.every((story) => standing.has(story));
  };
  const isOver = (): boolean => Math.min(best?.over ?? Infinity, ...rehearsed.map(({ over }) => over)) > 0;
  const mayTry = (attempt: number): boolean =>
    matter.contents === null && (attempt <= ATTEMPTS || (attempt <= ATTEMPTS_OVER && isOver()));
  for (let attempt = 1; mayTry(attempt); attempt += 1) {
    const earlier = makeups.get(attempt) ?? null;
    const planned = clock.run('plan', () => planModules({ ...number, spare, earlier }));
    if (planned === null) break;
    makeups.set(attempt, planned.makeup);
    const rests = restsIn(planned.plan);
    const keepMore = ({ over, behind, forcedRests: forced }: Composed): void => {
      spare = spareAfter(spare, over === 0 ? forced : behind, rests);
    };
    if (rests.size > 0) {
      // Whether all that jumps goes in shows by that alone; the other pages wait until it does.
      const own = compose(planned, new Set(rests.keys()));
      if (!isClean(own)) {
        rehearsed.push({ planned, over: own.over, forced: own.forced });
        keepMore(own);
        continue;
      }
    }
    const composed = compose(planned, null);
    if (isWhole(composed) && isBetter(composed, best)) best = composed;
    if (isWhole(composed) && isClean(composed)) break;
    keepMore(composed);
  }
  for (const { planned } of rehearsed.filter((own) => isBetter(own, best)).sort(byWorth)) {
    const composed = compose(planned, null);
    if (!isWhole(composed) || !isBetter(composed, best)) continue;
    best = composed;
    break;
  }
  if (best === null) {
    const isGivenUp = matter.contents === null && isForModules(number);
    if (isGivenUp) {
      const stories = storiesNotMadeUp({ ...number, spare: new Map(), earlier: null });
      reportNotMadeUp(stories, input, context);
    }
    return { ...composeBands(edition, matter, store, context), dummies: null, isGivenUp };
  }
  if (best.over > 0) {
    const { plan, makeup } = best.planned;
    best = compose({ plan: imprintBehind(plan, matter.imprint), makeup }, null);
  }
  const { planned, draft, kept } = best;
  kept.diagnostics.forEach(context.report);
  const lost = planned.makeup.unmade.filter(({ none }) => none !== null).map(({ pageIndex }) => pageIndex);
  const spreads = spreadStarts(matter.layouts).filter((index) => !lost.includes(index));
  reportLeftAds(edition, { left: planned.makeup.adsLeft, spreads, pages: draft.pages.length }, context);
  for (const spread of planned.makeup.unmade) reportUnmade(spread, edition, context);
  for (const moved of planned.makeup.moved) reportMoved(moved, edition, context);
  for (const section of planned.makeup.forward) reportForward(section, edition, context);
  for (const lead of lesserLeads(planned.makeup)) reportLesserLead(lead, edition, context);
  if (planned.makeup.isOffPlan)
    reportFault(context, 'GA716', { message: OFF_PLAN_MESSAGE, ...placeOf(edition) });
  return { ...draft, dummies: dummyPages(planned, pageRows(edition.grid)), isGivenUp: false };
}

/** A plan of which only what jumps was composed, and the column rows that did not go into it. */
type Rehearsed = {
  readonly planned: ModulesPlan;
  readonly over: number;
  /** Stories that go on in legs which end or begin with a single line. */
  readonly forced: number;
};

/** Pages as made up in one attempt, and what was told of them. */
type Attempted = Rehearsed & { readonly draft: DraftEdition; readonly kept: Collector };

type Composed = Attempted & {
  /** Column rows, by story, of what did not go in. */
  readonly behind: ReadonlyMap<string, number>;
  /** A row for each story that goes on in legs which end or begin with a single line. */
  readonly forcedRests: ReadonlyMap<string, number>;
};

const isClean = ({ over, forced }: Rehearsed): boolean => over === 0 && forced === 0;

const byWorth = (one: Rehearsed, other: Rehearsed): number =>
  one.over - other.over || one.forced - other.forced;

const isBetter = (own: Rehearsed, best: Rehearsed | null): boolean => best === null || byWorth(own, best) < 0;

/** Stories that go on in places a row too small to be set by the rules, as if so many rows of each were over. */
function forcedRests(
  { tops }: Pick<DraftEdition, 'tops'>,
  rests: ReadonlyMap<Flow, number>,
): ReadonlyMap<string, number> {
  const forced = tops.filter(({ flow, isFirst, isForced }) => isForced && !isFirst && rests.has(flow));
  return new Map(forced.map(({ flow }) => [flow.name, 1]));
}

function reportUnmade({ pageIndex, left, none }: UnmadeSpread, edition: Edition, context: Context): void {
  const pages = `pages ${pageIndex + 1} and ${pageIndex + 2}`;
  const names = left.map((name) => `"${name}"`).join(', ');
  const message =
    none === null
      ? `the spread on ${pages} has no room for ${names}: ${left.length === 1 ? 'it stands' : 'they stand'} on other pages`
      : none.leadRows === null
        ? `the spread on ${pages} is made up as two pages: the head of "${none.lead}" does not go over it`
        : `the spread on ${pages} is made up as two pages: ${tooDeep(none.lead, none.leadRows - none.rows)}`;
  reportFault(context, 'GA724', { message, ...placeOf(edition) });
}

const tooDeep = (lead: string, lines: number): string =>
  lines > 0
    ? `"${lead}" is ${lines} ${lines === 1 ? 'line' : 'lines'} too deep for it`
    : `"${lead}" cannot be set to its depth`;

const OFF_PLAN_MESSAGE = 'the stories do not go into the pages that `pages` gives their sections';

const placeOf = ({ spans, issueId, language }: Edition): { span: Span | null; trail: readonly string[] } => ({
  span: spans['pages'] ?? null,
  trail: [issueId, language],
});

const pageRows = ({ columns, live, baseline }: Edition['grid']): { columns: number; rows: number } => ({
  columns,
  rows: Math.round(live.height / baseline),
});
