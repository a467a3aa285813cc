import type { Blueprint, Flow, PagePlan } from '../layout/page-plan.ts';

/**
 * Plans an edition without a page plan of its own: the first blueprint for page 1, the second for all others, and
 * the stories in rank through one thread, the imprint after the last of them.
 */
export function planPages(
  stories: readonly Flow[],
  imprint: Flow | null,
  blueprints: { readonly front: Blueprint; readonly inside: Blueprint },
): PagePlan {
  const flows = imprint === null ? stories : [...stories, imprint];
  return { blueprints: [blueprints.front, blueprints.inside], threads: new Map([['main', flows]]) };
}
