import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Blueprint, Frame, PagePlan } from './page-plan.ts';

/**
 * Whether every frame takes from a thread that has matter, and the blueprint of the last pages serves every thread:
 * else pages would stay empty, or never end. Reports GA707.
 */
export function checkThreads(plan: PagePlan, context: Context): boolean {
  const known = [...plan.threads.keys()];
  const foreign = new Set(
    plan.pages
      .flatMap(({ blueprint }) => framesOf(blueprint))
      .filter(({ thread }) => thread !== null && !plan.threads.has(thread)),
  );
  for (const { thread, at } of foreign) {
    if (thread === null) continue;
    const meant = suggest(thread, known);
    reportFault(context, 'GA707', {
      message: `no matter runs through thread="${thread}"; there is ${known.join(', ')}`,
      ...(meant === null ? {} : { hint: `Did you mean thread="${meant}"?` }),
      span: at,
    });
  }
  if (foreign.size > 0) return false;
  const last = plan.pages.at(-1)?.blueprint;
  const served = new Set(last === undefined ? [] : framesOf(last).map(({ thread }) => thread));
  const unserved = known.filter((thread) => !served.has(thread));
  for (const thread of unserved) {
    reportFault(context, 'GA707', {
      message: `page layout "${last?.name ?? ''}" has no frame for thread="${thread}", and serves all further pages`,
      hint: 'Give it a frame for every thread.',
    });
  }
  return unserved.length === 0;
}

const framesOf = (blueprint: Blueprint): readonly Frame[] =>
  blueprint.bands.flatMap((band) => (band.kind === 'frames' ? band.frames : []));
