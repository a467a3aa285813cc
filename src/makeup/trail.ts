import type { PageRoom, SectionStart } from './allot-pages.ts';
import type { MakeupInput } from './makeup-input.ts';
import type { MadeUpPage, Matter, PlacedAd } from './matter.ts';
import type { MakeupMemory } from './search.ts';

/** A number under way: what stands where in any case, and what is known so far. */
export type Numbered = {
  readonly input: MakeupInput;
  readonly count: number;
  readonly running: readonly Matter[];
  readonly fixedOn: (pageIndex: number) => readonly Matter[];
  readonly adsOn: (pageIndex: number) => readonly PlacedAd[];
  readonly starts: readonly SectionStart[];
  /** Column rows that all matter from each index on wants. */
  readonly areaFrom: readonly number[];
  /** Page by page, where its matter must end and where it stops: see {@link PageRoom}. */
  readonly rooms: readonly Pick<PageRoom, 'isClosed' | 'stop' | 'endsAt' | 'room'>[];
  /** Is the last page to be as full as the pages before it allow? */
  readonly isEven: boolean;
  readonly memory: MakeupMemory;
};

/** Pages made up so far, and where they leave off. */
export type Trail = {
  readonly end: number;
  /** Matter before `end` that waits for the next page. */
  readonly held: readonly Matter[];
  readonly rests: readonly Matter[];
  readonly cost: number;
  /** How many pages there are. */
  readonly count: number;
  /** The last of them; null before the first. */
  readonly last: MadeUpPage | null;
  /** As it was before its last page; null before the first. */
  readonly before: Trail | null;
};

/** The pages of a trail, from the first. */
export function pagesOf(trail: Trail): readonly MadeUpPage[] {
  const pages: MadeUpPage[] = [];
  for (let at: Trail | null = trail; at !== null; at = at.before) if (at.last !== null) pages.push(at.last);
  return pages.reverse();
}

/** Before the first page. */
export const BEGUN: Trail = { end: 0, held: [], rests: [], cost: 0, count: 0, last: null, before: null };

/** Rows of matter in one leg, without its head. */
export const bodyRows = (matter: Matter): number => matter.settingFor(1, 'brief')?.bodyRows ?? 0;
