import type { StoryStore } from '../layout/measure-story.ts';
import type { Flow } from '../layout/page-plan.ts';
import type { PlannedSlot } from '../edition/edition.ts';
import type { Makeup } from './make-up-pages.ts';
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

/** A spread that does not hold what the page plan names for it. */
export type UnmadeSpread = {
  readonly pageIndex: number;
  /** The stories that stand on other pages. */
  readonly left: readonly string[];
  /** Where its lead does not stand on it, so that it is none: how deep that is at least, and the spread; rows. */
  readonly none: {
    readonly lead: string;
    /** Null where its head does not go over the spread. */
    readonly leadRows: number | null;
    readonly rows: number;
  } | null;
};

/** A spread as made up, and what of its stories it has no room for; null for one that has no room for its lead. */
export type MadeSpread = { readonly page: MadeUpPage; readonly left: readonly string[] } | null;

/** The spreads of a number, which take no part in its make-up. */
export type Spreads = {
  /** Both pages of each, by index. */
  readonly pages: ReadonlySet<number>;
  /** The stories that stand on them. */
  readonly stories: ReadonlySet<string>;
  readonly unmade: readonly UnmadeSpread[];
  /** The number with its spreads made up: each on its left page, the right one empty. */
  readonly joinTo: (makeup: Makeup) => Makeup;
};

/** Makes up the spreads that the page plan names, and takes them out of the make-up of a number. */
export function openSpreads(input: SpreadsInput): Spreads {
  const { slots, memory } = input;
  const starts = spreadStarts(input.layouts);
  const storiesOn = (pageIndex: number): readonly Flow[] =>
    slots
      .filter(({ page }) => page - 1 === pageIndex)
      .flatMap(({ stories: ids }) =>
        ids.flatMap((id) => input.stories.find(({ name }) => name === id) ?? []),
      );
  const spreads = starts.map((index) => {
    const stories = storiesOn(index);
    const known = memory.spreads.get(index);
    const made = known === undefined ? makeSpread(input, index, stories) : known;
    memory.spreads.set(index, made);
    return { index, stories, made };
  });
  const unmade = spreads.flatMap(({ index, stories, made }) => {
    const fault = faultOf(input, { index, stories, made });
    return fault === null ? [] : [fault];
  });
  const standing = spreads.filter(({ made }) => made !== null);
  return {
    pages: new Set(standing.flatMap(({ index }) => [index, index + 1])),
    stories: new Set(
      standing.flatMap(({ stories, made }) =>
        stories.flatMap(({ name }) => (made?.left.includes(name) === true ? [] : [name])),
      ),
    ),
    unmade,
    joinTo: (makeup) => {
      const count = Math.max(makeup.pages.length, ...standing.map(({ index }) => index + 2));
      const pages = Array.from({ length: count }, (_, index): MadeUpPage => {
        const own = standing.find((spread) => spread.index === index)?.made?.page;
        const page = own ?? makeup.pages[index] ?? emptyOf(input);
        return own === undefined ? page : { ...page, area: { ...page.area, count } };
      });
      return { ...makeup, pages, unmade };
    },
  };
}

/** The spread with all its stories, else without the fewest of them. */
function makeSpread(input: SpreadsInput, index: number, stories: readonly Flow[]): MadeSpread {
  const rows = input.rowsOn(index);
  for (const standing of choicesOf(stories)) {
    const page = planSpread({ ...input, stories: standing, rows, count: index + 2 });
    if (page === null) continue;
    const left = stories.filter((story) => !standing.includes(story)).map(({ name }) => name);
    return { page, left };
  }
  return null;
}

/** Of so many stories beside the lead, each is left out by itself before two of them are. */
const MOST_LEFT_OUT_SINGLY = 8;

/** The stories, then without one of them, the last in rank first; then without the last and one more, down to the lead. */
function* choicesOf(stories: readonly Flow[]): Generator<readonly Flow[]> {
  yield stories;
  for (let own = stories; own.length > 1; own = own.slice(0, -1)) {
    yield own.slice(0, -1);
    if (own.length - 1 > MOST_LEFT_OUT_SINGLY) continue;
    for (let at = own.length - 2; at > 0; at -= 1) yield own.toSpliced(at, 1);
  }
}

type Attempted = { readonly index: number; readonly stories: readonly Flow[]; readonly made: MadeSpread };

function faultOf(input: SpreadsInput, { index, stories, made }: Attempted): UnmadeSpread | null {
  const [lead] = stories;
  if (lead === undefined || made?.left.length === 0) return null;
  if (made !== null) return { pageIndex: index, left: made.left, none: null };
  const rows = input.rowsOn(index);
  const leadRows = leastLeadRows({ ...input, stories, rows, count: index + 2 });
  const none = { lead: lead.name, leadRows, rows };
  return { pageIndex: index, left: stories.map(({ name }) => name), none };
}

function emptyOf({ store }: SpreadsInput): MadeUpPage {
  const { columns } = store.grid;
  return {
    area: { columns, rows: 0, role: 'inside', section: null, count: 0, ads: [] },
    makeup: { placed: [], fillers: [], cost: 0, isFull: true },
  };
}
