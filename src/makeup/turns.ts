import type { PlannedSlot } from '../edition/edition.ts';
import type { Flow } from '../layout/page-plan.ts';

/**
 * For each section, the index of the first page on which its turn has come: after the last page, but the front, on which
 * the page plan has stories of earlier sections alone. 0 where it may begin on any.
 *
 * @param stories all stories, in rank.
 * @param spreads both pages of each spread, by index.
 */
export function turnsOf(
  stories: readonly Flow[],
  slots: readonly PlannedSlot[],
  spreads: ReadonlySet<number>,
): (section: string | null) => number {
  const ranks = new Map<string | null, number>();
  for (const { section } of stories) if (!ranks.has(section)) ranks.set(section, ranks.size);
  const sectionOf = new Map(stories.map(({ name, section }) => [name, section]));
  const last = new Map<number, number>();
  for (const { page, stories: ids } of slots) {
    // A spread is planned on its left page.
    const index = spreads.has(page - 1) ? page : page - 1;
    if (index === 0) continue;
    for (const id of ids) {
      const rank = ranks.get(sectionOf.get(id) ?? null) ?? 0;
      last.set(index, Math.max(last.get(index) ?? 0, rank));
    }
  }
  const turns = new Map(
    [...ranks].map(([section, own]) => [
      section,
      Math.max(0, ...[...last].map(([index, rank]) => (rank < own ? index + 1 : 0))),
    ]),
  );
  return (section) => turns.get(section) ?? 0;
}
