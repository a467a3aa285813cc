import type { Edition } from '../edition/edition.ts';
import type { DraftEdition } from './composer.ts';

/** Where advertisements and house fillers are read: names of their flows. */
export type ReadAdvertisements = {
  /** After a story, by its name. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
  /** After all stories: those of pages without one. */
  readonly others: readonly string[];
};

/**
 * Places advertisements in the order of reading: after the last story, in the order of the paper, that begins on their
 * page; where none begins, after the last that goes on there.
 */
export function placeAdvertisements(draft: Pick<DraftEdition, 'tops'>, edition: Edition): ReadAdvertisements {
  const rank = new Map(edition.stories.map(({ id }, index) => [id, index]));
  const behind = new Map<string, string[]>();
  const others: string[] = [];
  for (const { flow, pageIndex } of draft.tops) {
    if (flow.kind !== 'advertisement' && flow.kind !== 'house') continue;
    const stories = draft.tops.filter((top) => top.pageIndex === pageIndex && top.flow.kind === 'story');
    const begun = stories.filter(({ isFirst }) => isFirst);
    const [last] = [...(begun.length > 0 ? begun : stories)].sort(
      (a, b) => (rank.get(b.flow.name) ?? 0) - (rank.get(a.flow.name) ?? 0),
    );
    if (last === undefined) others.push(flow.name);
    else behind.set(last.flow.name, [...(behind.get(last.flow.name) ?? []), flow.name]);
  }
  return { behind, others };
}
