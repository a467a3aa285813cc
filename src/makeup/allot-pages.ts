import type { Search } from './search.ts';
import type { Matter } from './matter.ts';
import { backPageCost, ROWS_AFTER_JUMP, ROWS_BEFORE_JUMP, ROWS_BETWEEN } from './weights.ts';

/*
 * Matter is allotted to pages in rank by dynamic programming over pages: a state says how much matter the pages so far
 * hold and how many column rows of it go on on the next page. A page costs the square of the rows by which its matter
 * misses its room, beyond what its pictures can give. Sizes are rounded, so that a few lines more or less in one
 * story leave the allotment of all pages as it was.
 * Invariants that the tests attack: every piece of matter is on one page, in rank; the last page hands nothing on.
 */

/** What a page offers: its room in column rows, and how matter may leave it. */
export type PageRoom = {
  /** Columns × rows, less advertisements and what stands there in any case. */
  readonly room: number;
  readonly columns: number;
  readonly mayEndShort: boolean;
  /** May matter stand on it that the pages before could hold, so that it is fuller? Of the last page alone. */
  readonly isEven: boolean;
  /** Does something stand here in any case? */
  readonly isTaken: boolean;
  /** Does nothing stand here but what is fixed? */
  readonly isClosed: boolean;
  /** The index at which matter stops before what the page plan has on a later page: where it has stopped, pages up to
   * there stay empty. Null for none. */
  readonly stop: number | null;
  /** The index at which the matter of the next page begins whatever stands here; null where that is open. */
  readonly endsAt: number | null;
};

/** An allotment: for each page the index after its last matter, and the column rows that it hands on. */
export type Allotment = {
  readonly ends: readonly number[];
  readonly handedOn: readonly number[];
  readonly cost: number;
};

/**
 * How a section begins with a piece of matter: on a page of its own in any case, on one where that can be, or on a page
 * with others; null where none begins.
 */
export type SectionStart = 'fixed' | 'own' | 'inside' | null;

/** Does a section that begins so want a page of its own? */
export function wantsPage(start: SectionStart | undefined): boolean {
  return start === 'own' || start === 'fixed';
}

/** A section of at least this share of a page begins on a page of its own. */
const OWN_PAGE_SHARE = 0.75;
/** Sizes are rounded to so many column rows. */
const ROUNDED_TO = 8;
/** Rows of the head over what goes on, and of the white round it. */
const REST_HEAD = 5;
const REST_STEP = 20;
const REST_MOST = 260;
/** What rectangles that fill a page together take over what each would like: wider heads, larger pictures. */
const PACKING = 1.05;
const STATES_KEPT = 80;
/** More column rows than any story has. */
const REST_KEYS = 2 ** 20;
const MATTER_MOST = 40;

const COST = {
  missedRow: 0.2,
  anyMiss: 0.012,
  shortRow: 0.12,
  jump: 26,
  ownPage: 30,
  sectionInside: 3,
  fewOnFront: 9,
  manyOnPage: 2,
  emptyPage: 4000,
  emptyBetween: 2000,
  outOfTurn: 40,
} as const;

/** Area of matter in column rows, set in one to three columns by its length, and what its picture can give or take. */
export type Demand = {
  readonly area: number;
  readonly less: number;
  readonly more: number;
  readonly rows: number;
  readonly mayJump: boolean;
};

/** How much room matter wants. */
export function demandOf(matter: Matter, columns: number): Demand {
  const rows = matter.settingFor(1, 'brief')?.bodyRows ?? 0;
  const wanted = Math.min(columns, Math.max(matter.leastColumns ?? 1, rows > 120 ? 3 : rows > 45 ? 2 : 1));
  const shape = matter.kind === 'story' ? 'third' : 'brief';
  const setting = matter.settingFor(wanted, shape) ?? matter.settingFor(1, 'brief');
  const { mayJump } = matter;
  if (setting === null) return { area: 0, less: 0, more: 0, rows, mayJump };
  const { headRows, legRows, picture } = setting;
  const depth = headRows + legRows + (picture?.wanted ?? 0) + ROWS_BETWEEN;
  const area = Math.round((setting.columns * depth * PACKING) / ROUNDED_TO) * ROUNDED_TO;
  const less = picture === null ? 0 : setting.columns * (picture.wanted - picture.least);
  const more = setting.columns * (picture === null ? 1 : picture.most - picture.wanted + 1);
  return { area, less, more, rows, mayJump };
}

/** For each matter, does a section begin with it that wants a page of its own; or one that does not; or neither? */
export function sectionStarts(
  matters: readonly Matter[],
  demands: readonly Demand[],
  { room, ownPages }: { readonly room: number; readonly ownPages: ReadonlySet<string> },
): readonly SectionStart[] {
  return matters.map((matter, at) => {
    const before = matters[at - 1];
    if (before !== undefined && before.section === matter.section) return null;
    const area = demands.reduce(
      (sum, demand, index) => (matters[index]?.section === matter.section ? sum + demand.area : sum),
      0,
    );
    if (ownPages.has(matter.section ?? '')) return 'fixed';
    return area >= room * OWN_PAGE_SHARE ? 'own' : 'inside';
  });
}

type State = {
  readonly end: number;
  readonly rest: number;
  readonly cost: number;
  readonly before: State | null;
};

type Allotting = {
  readonly pages: readonly PageRoom[];
  readonly demands: readonly Demand[];
  readonly starts: readonly SectionStart[];
  /** For each matter, the index of the first page on which its turn has come. */
  readonly turns: readonly number[];
  readonly search: Search;
};

/** Allots matter to the pages; null where they cannot hold it. */
export function allotPages(input: Allotting): Allotment | null {
  let states: readonly State[] = [{ end: 0, rest: 0, cost: 0, before: null }];
  input.pages.forEach((_, page) => {
    const next = new Map<number, State>();
    for (const state of states) extend(input, page, state, next);
    states = [...next.values()]
      .sort((a, b) => a.cost - b.cost || a.end - b.end || a.rest - b.rest)
      .slice(0, STATES_KEPT);
  });
  const all = states.filter(({ end, rest }) => end === input.demands.length && rest === 0);
  const [best] = all;
  return best === undefined ? null : readStates(best);
}

function readStates(last: State): Allotment {
  const ends: number[] = [];
  const handedOn: number[] = [];
  for (let state: State | null = last; state?.before != null; state = state.before) {
    ends.unshift(state.end);
    handedOn.unshift(state.rest);
  }
  return { ends, handedOn, cost: last.cost };
}

type Load = { area: number; less: number; more: number };

/** Every amount of matter that a page may hold after the pages before it. */
function extend(input: Allotting, page: number, state: State, next: Map<number, State>): void {
  const { pages, demands } = input;
  const room = pages[page];
  if (room === undefined) return;
  const isStopped = state.rest === 0 && (room.isClosed || state.end === room.stop);
  if (isStopped && (room.endsAt === null || room.endsAt === state.end)) {
    const cost = state.cost + (room.isClosed ? 0 : COST.emptyBetween);
    return keepCheaper(next, { ...state, cost, before: state });
  }
  if (room.isClosed) return;
  const load: Load = { area: state.rest > 0 ? state.rest + REST_HEAD * 2 : 0, less: 0, more: 0 };
  const most = room.room + REST_MOST;
  if (load.area > room.room + REST_STEP) return goOnFurther(input, page, state, { next, load: load.area });
  for (let end = state.end; end <= Math.min(demands.length, state.end + MATTER_MOST); end += 1) {
    const demand = end > state.end ? demands[end - 1] : undefined;
    if (demand !== undefined) addTo(load, demand);
    if (load.area > most) {
      if (demand !== undefined && isLong(demand, room))
        goOnFurther(input, page, state, { next, load: load.area, end });
      return;
    }
    if (room.endsAt !== null && end !== room.endsAt) continue;
    if ((room.stop !== null && end > room.stop) || isPast(input, state.end, end)) return;
    handOn(input, page, state, { next, load, end });
  }
}

function addTo(load: Load, { area, less, more }: Demand): void {
  load.area += area;
  load.less += less;
  load.more += more;
}

/** A page with matter up to an end, with nothing and with each amount that may go on from it. */
function handOn(
  input: Allotting,
  page: number,
  state: State,
  { next, load, end }: { readonly next: Map<number, State>; readonly load: Load; readonly end: number },
): void {
  const room = input.pages[page];
  if (room === undefined) return;
  const inside =
    sectionCost(input, state.end, end) +
    countCost(room, page, end - state.end) +
    turnCost(input.turns.slice(state.end, end), page);
  for (const rest of restsOf(input, page, state.end, end)) {
    input.search.steps += 1;
    const missed = missCost(room, load, rest);
    const cost = state.cost + inside + missed + (rest > 0 ? COST.jump : 0);
    keepCheaper(next, { end, rest, cost, before: state });
  }
}

/** Is it a story that no page holds, which may go on elsewhere? */
const isLong = ({ area, mayJump }: Demand, { room }: PageRoom): boolean => mayJump && area > room;

type Further = {
  readonly next: Map<number, State>;
  /** Column rows of what the page has to hold. */
  readonly load: number;
  /** Where the matter of the page ends; left out for where it begins. */
  readonly end?: number;
};

/** A page full to the foot of which the last story goes on on the next one, with more than that one may hold. */
function goOnFurther(
  { pages, starts, search }: Allotting,
  page: number,
  state: State,
  { next, load, end = state.end }: Further,
): void {
  const room = pages[page];
  const isBound = (room?.endsAt ?? end) !== end || end > (room?.stop ?? end);
  if (room === undefined || page + 1 >= pages.length || isBound) return;
  // Where the page plan lets a section begin, something of it stands.
  if (end === state.end && pages[page - 1]?.endsAt != null) return;
  if (end > state.end && starts.slice(state.end + 1, end).some(wantsPage)) return;
  const rest = Math.max(ROWS_AFTER_JUMP, Math.ceil((load - room.room) / REST_STEP) * REST_STEP);
  search.steps += 1;
  keepCheaper(next, { end, rest, cost: state.cost + COST.jump, before: state });
}

/** Does a section that begins on a page of its own begin between the two? */
function isPast({ starts }: Allotting, from: number, end: number): boolean {
  return end > from + 1 && starts.slice(from + 1, end).includes('fixed');
}

function keepCheaper(next: Map<number, State>, state: State): void {
  const key = state.end * REST_KEYS + state.rest;
  if (state.cost < (next.get(key)?.cost ?? Infinity)) next.set(key, state);
}

/** Column rows that may go on on the next page: none, or enough for a jump from the longest stories of the page. */
function restsOf(
  { pages, demands, starts }: Allotting,
  page: number,
  from: number,
  end: number,
): readonly number[] {
  const isSectionFront = page === 0 || wantsPage(starts[from]);
  const room = pages[page];
  const own = demands.slice(from, end);
  const mayHandOn = isSectionFront || (room !== undefined && own.some((demand) => isLong(demand, room)));
  if (page + 1 >= pages.length || !mayHandOn || wantsPage(starts[end])) return [0];
  const lengths = own
    .map(({ rows }) => rows - ROWS_BEFORE_JUMP)
    .filter((rows) => rows >= ROWS_AFTER_JUMP)
    .sort((a, b) => b - a);
  const most = Math.min(REST_MOST, (lengths[0] ?? 0) + (lengths[1] ?? 0));
  const rests = [0];
  for (let rest = ROWS_AFTER_JUMP; rest <= most; rest += REST_STEP) rests.push(rest);
  return rests;
}

function missCost(room: PageRoom, load: Pick<Demand, 'area' | 'less' | 'more'>, rest: number): number {
  const missed = (room.room - load.area + rest) / room.columns;
  const given = missed > 0 ? load.more / room.columns : load.less / room.columns;
  const beyond = Math.max(0, Math.abs(missed) - given * 0.6);
  if (missed > 0 && room.mayEndShort)
    return missed * COST.shortRow + (room.isEven ? backPageCost(missed / (room.room / room.columns)) : 0);
  const empty = load.area === 0 && !room.isTaken ? COST.emptyPage : 0;
  return beyond * beyond * COST.missedRow + missed * missed * COST.anyMiss + empty;
}

function sectionCost({ starts }: Allotting, from: number, end: number): number {
  let cost = 0;
  for (let at = from + 1; at < end; at += 1) {
    if (starts[at] === 'own') cost += COST.ownPage;
    else if (starts[at] === 'inside') cost += COST.sectionInside;
  }
  return cost;
}

/** What it costs that matter stands on a page before its turn. */
export function turnCost(turns: readonly number[], page: number): number {
  return turns.reduce((cost, turn) => cost + (turn > page ? COST.outOfTurn : 0), 0);
}

function countCost({ isTaken }: PageRoom, page: number, count: number): number {
  const wanted = page === 0 && !isTaken ? 3 : 1;
  return Math.max(0, wanted - count) * COST.fewOnFront + Math.max(0, count - 7) * COST.manyOnPage;
}
