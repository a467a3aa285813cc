import type { CutTree } from './cut-tree.ts';
import type { CellFit, Matter, PageMakeup, Setting } from './matter.ts';
import type { MadeSpread } from './spreads.ts';

/** The cheapest way to fill each depth with a run of matter, and those that are gone on with, from the least depth. */
export type Run = {
  readonly byRows: (CutTree | undefined)[];
  readonly kept: readonly CutTree[];
  /** What the cheapest of them costs by itself. */
  readonly least: number;
};

/** Work that is done once for all pages, and the count of combinations looked at: the measure of the whole search. */
export type Search = {
  steps: number;
  readonly whole: Map<Setting, readonly CellFit[]>;
  readonly jumping: Map<Setting, readonly CellFit[]>;
  /** Numbers of matter, for the keys of runs. */
  readonly numbers: Map<Matter, number>;
  /** Short runs as cut for other choices of matter of the same page, by the kind of page and by their matter. */
  readonly runs: Map<string, Map<number, Run>>;
};

/** A search that has not begun. */
function beginSearch(): Search {
  return { steps: 0, whole: new Map(), jumping: new Map(), numbers: new Map(), runs: new Map() };
}

/** What attempts to make up the same number have in common: they differ in their pages and in the rows spared. */
export type MakeupMemory = {
  readonly search: Search;
  /** Pages made up so far, by all that they are made from; null for what cannot stand on a page. */
  readonly known: Map<string, PageMakeup | null>;
  /** Briefs that share a column, by their ids. */
  readonly joined: Map<string, Matter>;
  /** What matter is called in the keys of `known`. */
  readonly codes: Map<string, string>;
  /** The count of pages that made the best ones in an earlier attempt, by the least that might do. */
  readonly counts: Map<number, number>;
  /** Spreads as made up, by the index of their left page. */
  readonly spreads: Map<number, MadeSpread>;
  /** The same by the matter itself. */
  readonly signs: WeakMap<Matter, string>;
  /** The least column rows that matter takes: whole, and where it may jump. */
  readonly least: { readonly whole: WeakMap<Matter, number>; readonly jumping: WeakMap<Matter, number> };
};

/** Remembers nothing yet. */
export function emptyMemory(): MakeupMemory {
  return {
    search: beginSearch(),
    known: new Map(),
    joined: new Map(),
    codes: new Map(),
    counts: new Map(),
    spreads: new Map(),
    signs: new WeakMap(),
    least: { whole: new WeakMap(), jumping: new WeakMap() },
  };
}
