import type { StoryStore } from '../layout/measure-story.ts';
import type { Flow } from '../layout/page-plan.ts';
import type { PlannedSlot } from '../edition/edition.ts';
import type { Makeup, UnmadeSpread } from './make-up-pages.ts';
import type { MadeUpPage } from './matter.ts';
import { spreadStarts, type PageLayouts } from './page-layouts.ts';
import { leastLeadRows, planSpread } from './plan-spread.ts';
import type { MakeupMemory } from './search.ts';

/** What spreads are made up from. */
export type SpreadsInput = {
  readonly store: StoryStore;
  readonly stories: readonly Flow[];
  readonly slots: readonly PlannedSlot[];
  readonly layouts: PageLayouts;
  readonly hasHouse: boolean;
  readonly memory: MakeupMemory;
  /** Rows for stories on the spread whose left page this is. */
  readonly rowsOn: (pageIndex: number) => number;
};

/** The spreads of a number, which take no part in its make-up. */
export type Spreads = {
  /** Both pages of each, by index. */
  readonly pages: ReadonlySet<number>;
  /** The stories that stand on them. */
  readonly stories: ReadonlySet<string>;
  /** The number with its spreads made up: each on its left page, the right one empty. */
  readonly joinTo: (makeup: Makeup) => Makeup;
};

/** Takes the spreads that the page plan names out of the make-up of a number. */
export function openSpreads(input: SpreadsInput): Spreads {
  const starts = spreadStarts(input.layouts);
  const storiesOn = (pageIndex: number): readonly Flow[] =>
    input.slots
      .filter(({ page }) => page - 1 === pageIndex)
      .flatMap(({ stories: ids }) =>
        ids.flatMap((id) => input.stories.find(({ name }) => name === id) ?? []),
      );
  return {
    pages: new Set(starts.flatMap((index) => [index, index + 1])),
    stories: new Set(starts.flatMap(storiesOn).map(({ name }) => name)),
    joinTo: (makeup) => {
      if (starts.length === 0) return makeup;
      const last = Math.max(...starts) + 1;
      const count = Math.max(makeup.pages.length, last + 1);
      const pages = Array.from({ length: count }, (_, index): MadeUpPage => {
        if (!starts.includes(index)) return makeup.pages[index] ?? emptyOf(input, count);
        const { memory } = input;
        const stories = storiesOn(index);
        const rows = input.rowsOn(index);
        const made =
          memory.spreads.get(index) ??
          planSpread({ ...input, stories, rows, count }) ??
          emptyOf(input, count);
        memory.spreads.set(index, made);
        return made;
      });
      const unmade = starts.flatMap((index): readonly UnmadeSpread[] => {
        const stories = storiesOn(index);
        const [lead] = stories;
        if (lead === undefined || (pages[index]?.makeup.placed.length ?? 0) > 0) return [];
        const rows = input.rowsOn(index);
        const leadRows = leastLeadRows({ ...input, stories, rows, count });
        return [{ pageIndex: index, lead: lead.name, leadRows, rows }];
      });
      return { ...makeup, pages, unmade };
    },
  };
}

function emptyOf({ store }: SpreadsInput, count: number): MadeUpPage {
  const { columns } = store.grid;
  return {
    area: { columns, rows: 0, role: 'inside', section: null, count, ads: [] },
    makeup: { placed: [], fillers: [], cost: 0, isFull: true },
  };
}
