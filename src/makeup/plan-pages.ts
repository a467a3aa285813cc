import type { PlannedSlot } from '../edition/edition.ts';
import type { Blueprint, Flow, PagePlan } from '../layout/page-plan.ts';

/** What a plan is made from. */
export type PlanInput = {
  /** In rank. */
  readonly stories: readonly Flow[];
  readonly imprint: Flow | null;
  readonly slots: readonly PlannedSlot[];
  /** After the last story, or at the foot of page 2, where a last page of its own would hold nothing else. */
  readonly imprintOn: 'last' | 'second';
  readonly blueprints: { readonly front: Blueprint; readonly inside: Blueprint };
};

/**
 * Plans an edition: what the manifest puts into slots stands there; the other stories run in rank through the main
 * thread, over the frames that no slot takes, and the imprint follows the last of them.
 */
export function planPages({ stories, imprint, slots, imprintOn, blueprints }: PlanInput): PagePlan {
  const byName = new Map(stories.map((story) => [story.name, story]));
  const planned: PagePlan['slots'][number][] = slots.map(({ page, slot, stories: names }) => ({
    pageIndex: page - 1,
    slot,
    flows: names.flatMap((name) => byName.get(name) ?? []),
  }));
  const placed = new Set(planned.flatMap(({ flows }) => flows));
  const waiting = stories.filter((story) => !placed.has(story));
  const isLast = imprint !== null && imprintOn === 'last';
  const main = isLast ? [...waiting, imprint] : waiting;
  if (imprint !== null && !isLast) planned.push({ pageIndex: 1, slot: 'imprint', flows: [imprint] });
  return {
    blueprints: [blueprints.front, blueprints.inside],
    slots: planned,
    threads: new Map([['main', main]]),
  };
}
