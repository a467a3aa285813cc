import { allotPages, demandOf, sectionStarts, type Demand, type PageRoom } from './allot-pages.ts';
import { emptyMemory, type MakeupMemory } from './search.ts';
import { addPages, emptyPage, followAllotment, waits } from './follow-allotment.ts';
import type { MakeupInput } from './makeup-input.ts';
import type { MadeUpPage, Matter, PlacedAd } from './matter.ts';
import { AD_SHARE, AD_SHARE_MOST, placeAds, type AdMatter } from './place-ads.ts';
import { relievePages, type MovedMatter } from './relieve-pages.ts';
import type { UnmadeSpread } from './spreads.ts';
import { BEGUN, pagesOf, type Numbered } from './trail.ts';
import { sectionForward, openBeforeLast } from './section-forward.ts';
import { whiteUnder } from './short-pages.ts';
import { backPageCost, ROWS_BETWEEN } from './weights.ts';

/** A number as made up. */
export type Makeup = {
  readonly pages: readonly MadeUpPage[];
  /** Could the sections not stand on the pages that the plan has for them? They are made up as they come then. */
  readonly isOffPlan: boolean;
  /** Sections brought forward, before others that come before them in rank. */
  readonly forward: readonly string[];
  /** What stands on other pages than those that the page plan names for it. */
  readonly moved: readonly MovedMatter[];
  /** Spreads that do not hold what the page plan names for them. */
  readonly unmade: readonly UnmadeSpread[];
  /** Advertisements for which no page has room. */
  readonly adsLeft: readonly AdMatter[];
  /** Combinations looked at: the measure of the work. */
  readonly steps: number;
};

/** Page counts that are tried, fewer for many pages; what does not go into one of them stands on further pages. */
const TRIES = { few: 4, many: 2 } as const;
const MANY_PAGES = 40;

/**
 * Makes up a number: few pages, each filled to the last row, in rank; a page more where that spares bad ones. Deterministic and a
 * function of the input alone; the order of `matters` is the rank, whatever the order of files was.
 */
export function makeUpPages(input: MakeupInput, memory: MakeupMemory = emptyMemory()): Makeup | null {
  const made = makeUpPlanned(input, memory);
  if (made !== null || input.fixed.length === 0) return made;
  const { input: relieved, moved } = relievePages(input, memory);
  const freed = moved.length === 0 ? null : makeUpPlanned(relieved, memory);
  return freed === null ? null : { ...freed, moved };
}

function makeUpPlanned(input: MakeupInput, memory: MakeupMemory): Makeup | null {
  const made = makeUpCounts(input, memory);
  if (made !== null) return fillBeforeSections(input, made, memory);
  if (input.sections.length === 0) return null;
  const loose = makeUpCounts({ ...input, sections: [] }, memory);
  return loose === null ? null : { ...loose, isOffPlan: true };
}

/** What it costs that a section stands before others that come before it in rank. */
const SECTION_MOVED = 40;

/** The number with short sections on pages of which much would be white or filler before one that has its own page. */
function fillBeforeSections(input: MakeupInput, made: Makeup, memory: MakeupMemory): Makeup {
  const other = sectionForward(input, made);
  const filled = other === null ? null : makeUpCounts(other.input, memory);
  if (other === null || filled === null) return made;
  const isBetter =
    costOf(filled) + openBeforeLast(filled) + SECTION_MOVED < costOf(made) + openBeforeLast(made);
  if (!isBetter) return made;
  const forward = [...made.forward, other.section];
  return fillBeforeSections(other.input, { ...filled, forward }, memory);
}

/** Pages and advertisements of an attempt. */
type Made = Pick<Makeup, 'pages' | 'adsLeft'>;

/**
 * Tries counts of pages from the least that might do. What does not go into a count runs on over further pages, so a
 * first attempt that is a page short is as good as the next one. Pages come in multiples where all of them can be filled.
 */
function makeUpCounts(input: MakeupInput, memory: MakeupMemory): Makeup | null {
  const { pageCount, multiple } = input;
  const first = pageCount ?? leastPages(input);
  const tries = first > MANY_PAGES ? TRIES.many : TRIES.few;
  let best: Made | null = null;
  let count = memory.counts.get(first) ?? first;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const made = makeUpCount(input, count, { memory, isLast: attempt === tries });
    if (made !== null && costOf(made) < (best === null ? Infinity : costOf(best))) {
      best = made;
      memory.counts.set(first, count);
    }
    if (best !== null && best.pages.length <= count + 1 && isFairMade(best)) break;
    if (best !== null && best.pages.length < count) break;
    // Where the matter ran on over several pages, the count was reckoned too low by as many.
    count = Math.max(count + 1, made?.pages.length ?? 0);
  }
  if (best === null) return null;
  const counts = new Set([memory.counts.get(first) ?? first, best.pages.length]);
  best = fullerBack(input, best, { memory, counts: [...counts] });
  const free = makeUpFewer(input, best, memory);
  if (free !== null) return free;
  const rounded = Math.ceil(best.pages.length / multiple) * multiple;
  const even =
    pageCount !== null || rounded === best.pages.length
      ? null
      : makeUpCount(input, rounded, { memory, isLast: false });
  const isFull = even?.pages.length === rounded && even.pages.every(({ makeup }) => makeup.isFull);
  const { steps } = memory.search;
  return { ...(isFull ? even : best), isOffPlan: false, forward: [], unmade: [], moved: [], steps };
}

/** Numbers made up once more, where the last page is far from full: with less on the pages before it. */
function fullerBack(
  input: MakeupInput,
  made: Made,
  { memory, counts }: { readonly memory: MakeupMemory; readonly counts: readonly number[] },
): Made {
  let best = made;
  if (backCost(made) < EMPTY_BACK) return made;
  for (const count of counts) {
    const even = makeUpCount(input, count, { memory, isLast: false, isEven: true });
    if (even !== null && wholeCost(even) < wholeCost(best)) best = even;
  }
  return best;
}

/** What the white at the foot of its last page costs from which a number is made up once more. */
const EMPTY_BACK = backPageCost(0.25);
/** What a filler costs over its price where it stands for the sake of a fuller last page. */
const FILLER_FOR_BACK = 15;

const wholeCost = (made: Made): number => costOf(made) + backCost(made) + fillersOf(made) * FILLER_FOR_BACK;

/** What the white at the foot of the last page costs. */
function backCost({ pages }: Made): number {
  const last = pages.at(-1);
  return last === undefined ? 0 : backPageCost(whiteUnder(last) / last.area.rows);
}

const fillersOf = ({ pages }: Made): number =>
  pages.reduce(
    (sum, { makeup }) =>
      sum + makeup.fillers.length + makeup.placed.filter(({ fit }) => fit.fillerRows > 0).length,
    0,
  );

/** Matter that does not make the pages asked for, or makes them badly, stands on as many as it makes best. */
function makeUpFewer(input: MakeupInput, best: Made, memory: MakeupMemory): Makeup | null {
  const { pageCount } = input;
  const { length } = best.pages;
  if (pageCount === null || length > pageCount || (length === pageCount && isFairMade(best))) return null;
  const free = makeUpCounts({ ...input, pageCount: null, leastPages: 0, multiple: 1 }, memory);
  if (free === null || free.adsLeft.length > best.adsLeft.length) return null;
  const fewer = length - free.pages.length;
  const isAsked = length === pageCount && fewer > 0;
  return costOf(free) + (isAsked ? fewer * ASKED_PAGE : 0) < costOf(best) ? free : null;
}

/** What a page that was asked for may cost more than one that the matter makes by itself. */
const ASKED_PAGE = 90;

/** A page more, and a page that nobody would print while another count might do. */
const PAGE_COST = 60;
const FAIR_PAGE = 80;
/** An advertisement that stands nowhere: no edition is made without it. */
const AD_LEFT = 1e4;

/** Of so many pages one may be other than fair: another count of pages would hardly spare it. */
const FAIR_PAGES = 24;

const isFairMade = ({ pages }: Made): boolean =>
  pages.filter((page) => page.makeup.cost + soldCost(page) > FAIR_PAGE).length * FAIR_PAGES <= pages.length;

/** A last page that was to be another one has no room for the imprint, which may want a page more. */
const costOf = ({ pages, adsLeft }: Made): number =>
  adsLeft.length * AD_LEFT +
  pages.reduce((sum, page) => sum + page.makeup.cost + soldCost(page) + PAGE_COST, 0) +
  ((pages.at(-1)?.area.count ?? 0) > pages.length ? PAGE_COST : 0);

/** White round advertisements that have a page to themselves; more of them than half a page over which stories stand. */
const BARE_PAGE = 150;
const CROWDED_PAGE = 90;

function soldCost({ area: { columns, rows, ads }, makeup: { placed } }: MadeUpPage): number {
  const sold = ads.reduce((sum, { cell }) => sum + cell.columns * (cell.rows + ROWS_BETWEEN), 0);
  const share = sold / (columns * rows);
  if (placed.length === 0) return ads.length === 0 ? 0 : Math.max(0, 1 - share) * BARE_PAGE;
  return ads.length > 1 && share > AD_SHARE ? CROWDED_PAGE : 0;
}

/** Share of what pictures could give that the first count of pages reckons with. */
const CROP_RECKONED = 0.1;

/** The fewest pages that hold the matter; a multiple where what is over can be closed. */
function leastPages(input: MakeupInput): number {
  const demands = input.matters.map((matter) => demandOf(matter, input.columns));
  const sum = (pick: (demand: Demand) => number): number =>
    demands.reduce((all, demand) => all + pick(demand), 0);
  const sold = input.ads.reduce((all, { columns, rows }) => all + columns * (rows + ROWS_BETWEEN), 0);
  const area = sum((demand) => demand.area) + sold;
  const roomOf = (count: number): number =>
    Array.from({ length: count }, (_, index) => input.columns * rowsOn(input, index, count)).reduce(
      (a, b) => a + b,
      0,
    );
  const wanted = [
    ...input.fixed.map(({ pageIndex }) => pageIndex),
    ...input.sections.map(({ firstIndex, lastIndex }) => lastIndex ?? firstIndex),
  ];
  let count = Math.max(input.leastPages, 1 + Math.max(0, ...wanted));
  while (roomOf(count) < area - sum((demand) => demand.less) * CROP_RECKONED) count += 1;
  // What was sold wants its place, if on a page more.
  const most = count + input.ads.length;
  while (count < most && leavesAds(input, count)) count += 1;
  const rounded = Math.ceil(count / input.multiple) * input.multiple;
  const given = sum((demand) => demand.more) + (roomOf(rounded) / rounded) * 0.5;
  return roomOf(rounded) - area <= given ? rounded : count;
}

/** Do so many pages leave an advertisement over that asked for none of them? */
function leavesAds(input: MakeupInput, count: number): boolean {
  const { ads, columns } = input;
  const rowsOf = (index: number): number => rowsOn(input, index, count);
  const { left } = placeAds(ads, { count, columns, rowsOf, share: AD_SHARE_MOST });
  return left.some(({ page }) => page === null);
}

/** Rows of a page whose matter is not known yet. */
function rowsOn(input: MakeupInput, pageIndex: number, count: number): number {
  const role = pageIndex === 0 ? 'front' : 'inside';
  return input.rowsOf({ pageIndex, count, role, section: null });
}

/**
 * Where matter must end by the page plan: an index of `running` by page index. A section begins after the page before
 * its first; what follows it begins after its last one.
 */
function boundsOf(
  input: MakeupInput,
  running: readonly Matter[],
  count: number,
): ReadonlyMap<number, number> {
  const bounds = new Map<number, number>();
  for (const { section, firstIndex, lastIndex } of input.sections) {
    const first = running.findIndex((matter) => matter.section === section);
    if (first === -1) continue;
    const last = running.findLastIndex((matter) => matter.section === section);
    if (firstIndex > 0) bounds.set(firstIndex - 1, first);
    if (lastIndex !== null && lastIndex < count - 1) bounds.set(lastIndex, last + 1);
  }
  return bounds;
}

type Attempt = {
  readonly memory: MakeupMemory;
  readonly isLast: boolean;
  /** Pages that advertisements may stand on which asked for none, and their share of each; absent for all, and for half. */
  readonly open?: number;
  readonly share?: number;
  /** Is the last page to be as full as the pages before it allow? Absent for no. */
  readonly isEven?: true;
};

/**
 * Makes up so many pages. Where the matter ends before them, advertisements that asked for no page stand among it: they are
 * put on pages once more, on as few as also hold the matter.
 */
function makeUpCount(input: MakeupInput, count: number, attempt: Attempt): Made | null {
  const made = makeUpOpen(input, count, attempt);
  if (made === null || input.ads.every(({ page }) => page !== null)) return made;
  const filled = 1 + made.pages.findLastIndex(({ makeup }) => makeup.placed.length > 0);
  for (let open = Math.max(2, filled); open < made.pages.length; open += 1) {
    const nearer = makeUpOpen(input, count, { ...attempt, open });
    if (nearer !== null && nearer.adsLeft.length <= made.adsLeft.length) return nearer;
  }
  if (made.adsLeft.length === 0) return made;
  const crowded = makeUpOpen(input, count, { ...attempt, share: AD_SHARE_MOST });
  return crowded !== null && costOf(crowded) < costOf(made) ? crowded : made;
}

function makeUpOpen(input: MakeupInput, count: number, attempt: Attempt): Made | null {
  const { columns } = input;
  const { isEven = false } = attempt;
  const byId = new Map(input.matters.map((matter) => [matter.id, matter]));
  const fixedIds = new Set(input.fixed.flatMap(({ ids }) => ids));
  const running = input.matters.filter(({ id }) => !fixedIds.has(id));
  const demands = running.map((matter) => demandOf(matter, columns));
  const rowsOf = (index: number): number => rowsOn(input, index, count);
  const bounds = boundsOf(input, running, count);
  const ads = placeAds(input.ads, {
    count,
    columns,
    rowsOf,
    ...(attempt.open === undefined ? {} : { open: attempt.open }),
    ...(attempt.share === undefined ? {} : { share: attempt.share }),
  });
  const fixedOn = (pageIndex: number): readonly Matter[] =>
    input.fixed
      .filter((fixed) => fixed.pageIndex === pageIndex)
      .flatMap(({ ids }) => ids.flatMap((id) => byId.get(id) ?? []));
  const adsOn = (pageIndex: number): readonly PlacedAd[] => ads.byPage.get(pageIndex) ?? [];
  const lastFixed = Math.max(-1, ...input.fixed.map(({ pageIndex }) => pageIndex));
  const rooms = Array.from({ length: count }, (_, index): PageRoom => {
    const taken = fixedOn(index).reduce((sum, matter) => sum + demandOf(matter, columns).area, 0);
    const sold = adsOn(index).reduce((sum, { cell }) => sum + cell.columns * (cell.rows + ROWS_BETWEEN), 0);
    const room = columns * rowsOf(index) - taken - sold;
    const isTaken = taken + sold > 0;
    const endsAt = bounds.get(index) ?? null;
    const nextBound = [...bounds.keys()].filter((page) => page >= index).sort((a, b) => a - b)[0];
    const end = index < lastFixed ? running.length : null;
    const stop = nextBound === undefined ? end : (bounds.get(nextBound) ?? null);
    const isClosed = input.closed.has(index);
    return { room, columns, mayEndShort: index === count - 1, isEven, isTaken, isClosed, stop, endsAt };
  });
  const ownPages = new Set([...input.ownPages, ...input.sections.map(({ section }) => section)]);
  const starts = sectionStarts(running, demands, {
    room: columns * Math.max(rowsOf(1), ...Array.from({ length: count }, (_, index) => rowsOf(index))),
    ownPages,
  });
  const turns = running.map(({ section }) => input.turnOf(section));
  const allotment = allotPages({ pages: rooms, demands, starts, turns, search: attempt.memory.search });
  const { memory, isLast } = attempt;
  const areaFrom = [...demands.map(({ area }) => area), 0];
  for (let at = demands.length - 1; at >= 0; at -= 1)
    areaFrom[at] = (areaFrom[at] ?? 0) + (areaFrom[at + 1] ?? 0);
  const number = { areaFrom, input, count, running, fixedOn, adsOn, starts, rooms, isEven, memory };
  if (allotment === null && !isLast) return null;
  const begun = allotment === null ? BEGUN : followAllotment(number, allotment);
  const isDone = begun !== null && waits(number, begun) === 0;
  const mayAdd = begun !== null && begun.count > Math.max(-1, ...bounds.keys());
  const pages = isDone ? pagesOf(begun) : mayAdd ? addPages(number, begun) : null;
  return pages === null ? null : { pages: closePages(number, pages), adsLeft: ads.left };
}

/** Pages of advertisements alone where the matter ends before them; pages without either are left out. */
function closePages(number: Numbered, pages: readonly MadeUpPage[]): readonly MadeUpPage[] {
  const isSold = (index: number): boolean => number.adsOn(index).length > 0;
  const last = Array.from({ length: number.count }, (_, index) => index).findLast(isSold) ?? -1;
  const more = Array.from({ length: Math.max(0, last + 1 - pages.length) }, (_, at) =>
    emptyPage(number, pages.length + at),
  );
  return [...pages, ...more];
}
