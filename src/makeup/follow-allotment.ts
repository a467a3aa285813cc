import type { Allotment } from './allot-pages.ts';
import type { MadeUpPage } from './matter.ts';
import { areaOf } from './page-area.ts';
import { dueOn, tryEnds, type Effort } from './page-stretch.ts';
import { BEGUN, bodyRows, pagesOf, type Numbered, type Trail } from './trail.ts';

/** Steps that the search takes on one page once it has a way: half a second of a slow machine. */
const STEPS_ON_PAGE = 4e5;
/** Pages that the search goes on with, by where their matter ends. */
const ENDS_KEPT = 24;
/** The same for pages that are added. */
const FURTHER_KEPT = 4;
/** About so many pieces are looked for when a page is added. */
const PIECES_ON_PAGE = 5;
/** A page without matter where it may have some. */
const EMPTY_BETWEEN = 600;
/** A column row of matter that is still to be placed. */
const OPEN_ROW_COST = 0.3;
/** The same of matter that is for later pages. */
const OPEN_LATER_COST = 0.03;
/*
 * The pages are made up one after the other along the allotment. At each page the search holds the cheapest way for
 * each place where its matter may end, near where the allotment says or where its size does, and for each piece or two
 * that wait for the next page. So a page that comes out badly gives or takes a piece, and the pages after it meet the
 * allotment again. Ways are ranked by what they cost and by what is still to be placed.
 */
export function followAllotment(number: Numbered, allotment: Allotment): Trail | null {
  let trails: readonly Trail[] = [BEGUN];
  for (let page = 0; page < number.count; page += 1) {
    const next = new Map<string, Trail>();
    number.memory.search.runs.clear();
    number.memory.search.numbers.clear();
    const open = trails.filter((trail) => !isBetween(number, trail));
    const steps = number.memory.search.steps + STEPS_ON_PAGE;
    for (const effort of EFFORTS) {
      if (next.size > 0 && (effort.isOpen || isFair(next))) break;
      for (const trail of open.slice(0, effort.trails))
        tryEnds({ number, allotment, page, trail, steps, ...effort }, next);
    }
    trails.forEach((trail, at) => {
      if (!open.includes(trail)) next.set(`past ${at}`, skipPage(number, trail));
    });
    const [first] = trails;
    if (next.size === 0 && first !== undefined && isCramped(number, page))
      next.set('', skipPage(number, first));
    if (next.size === 0) break;
    trails = cheapest(number, [...next.values()], plannedOpen(number, allotment, page)).slice(0, ENDS_KEPT);
  }
  return trails.find((trail) => waits(number, trail) === 0) ?? trails[0] ?? null;
}

/** A page that costs more is tried with jumps too, though it does without. */
const FAIR_PAGE = 28;

const isFair = (next: ReadonlyMap<string, Trail>): boolean =>
  [...next.values()].some(({ cost, before }) => cost - (before?.cost ?? 0) <= FAIR_PAGE);

/** A page of which its layout leaves less than this share for stories may have none. */
const SHARE_FOR_STORIES = 0.6;

/** May a page be without stories, since advertisements or its layout leave too little room for any? */
function isCramped({ input, count, adsOn }: Numbered, page: number): boolean {
  const rowsOn = (pageIndex: number): number =>
    input.rowsOf({ pageIndex, count, role: pageIndex === 0 ? 'front' : 'inside', section: null });
  return adsOn(page).length > 0 || rowsOn(page) < rowsOn(1) * SHARE_FOR_STORIES;
}

/** Column rows that the allotment leaves for the pages after this one where the last of them is to be full; else none. */
function plannedOpen({ areaFrom, isEven }: Numbered, { ends, handedOn }: Allotment, page: number): number {
  return isEven ? (areaFrom[ends[page] ?? 0] ?? 0) + (handedOn[page] ?? 0) : 0;
}

/**
 * What is still to be placed, at what a page of it costs: a page that holds more is cheaper in the end, but by little
 * where it holds more than its share.
 */
function openCost({ areaFrom }: Numbered, { end, held, rests }: Trail, planned: number): number {
  const waiting = [...held, ...rests].reduce((sum, matter) => sum + bodyRows(matter), 0);
  const open = (areaFrom[end] ?? 0) + waiting;
  return Math.max(0, open - planned) * OPEN_ROW_COST + Math.min(open, planned) * OPEN_LATER_COST;
}

/** How many pieces have no page yet. */
export function waits(number: Numbered, { end, held, rests, count }: Trail): number {
  return number.running.length - end + held.length + rests.length + fixedAfter(number, count);
}

/** How many pieces the page plan wants on pages from this one on. */
function fixedAfter({ fixedOn, count }: Numbered, from: number): number {
  let pieces = 0;
  for (let page = from; page < count; page += 1) pieces += fixedOn(page).length;
  return pieces;
}

/** Is nothing left for the next page, while the page plan wants something on a page after it? */
function isBetween(number: Numbered, trail: Trail): boolean {
  const { end, held, count } = trail;
  const rests = dueOn(count, trail);
  const room = number.rooms[count];
  if (room === undefined || number.fixedOn(count).length + held.length > 0) return false;
  return room.isClosed || (rests.length === 0 && end === room.stop);
}

const EFFORTS: readonly Effort[] = [
  { slack: 2, trails: ENDS_KEPT, mayHold: true, isOpen: false, mayJump: false, mayEndShort: false },
  { slack: 4, trails: ENDS_KEPT, mayHold: true, isOpen: false, mayJump: false, mayEndShort: false },
  { slack: 2, trails: 4, mayHold: false, isOpen: false, mayJump: true, mayEndShort: false },
  { slack: 9, trails: 4, mayHold: false, isOpen: true, mayJump: true, mayEndShort: false },
  { slack: 9, trails: 4, mayHold: false, isOpen: true, mayJump: true, mayEndShort: true },
];

/** Pages after the last one, while there is matter; what was to be the last one is made up anew. */
export function addPages(number: Numbered, trail: Trail): readonly MadeUpPage[] | null {
  const most = Math.max(trail.count, number.count) + waits(number, trail);
  const isWhole = trail.count < number.count;
  let trails: readonly Trail[] = [isWhole ? trail : (trail.before ?? trail)];
  for (let page = trails[0]?.count ?? 0; page <= most && trails.length > 0; page += 1) {
    // A last page is tried first: it leaves room for the imprint.
    const ended = trails.flatMap((each) => furtherPages(number, each, page + 1));
    const [best] = cheapest(
      number,
      ended.filter((each) => waits(number, each) === 0),
    );
    if (best !== undefined) return pagesOf(best);
    const next = trails.flatMap((each) => {
      const found = furtherPages(number, each, page + 2);
      return found.length === 0 && isBetween(number, each) ? [skipPage(number, each)] : found;
    });
    trails = cheapest(number, next).slice(0, FURTHER_KEPT);
  }
  return null;
}

/** Ways by what they cost and by what is still to be placed. */
function cheapest(number: Numbered, trails: readonly Trail[], planned = 0): readonly Trail[] {
  return trails
    .map((trail) => ({ trail, cost: trail.cost + openCost(number, trail, planned) }))
    .sort((a, b) => a.cost - b.cost || a.trail.end - b.trail.end)
    .map(({ trail }) => trail);
}

/** The trail with a page without matter after its last. */
function skipPage(number: Numbered, trail: Trail): Trail {
  const last = emptyPage(number, trail.count);
  const cost = trail.cost + (number.rooms[trail.count]?.isClosed === true ? 0 : EMPTY_BETWEEN);
  return { ...trail, cost, count: trail.count + 1, last, before: trail };
}

/** The ways to make up the page after those of a trail, in a number of so many pages. */
function furtherPages(number: Numbered, trail: Trail, count: number): readonly Trail[] {
  const page = trail.count;
  const isLast = page === count - 1;
  const end = isLast ? number.running.length : trail.end + PIECES_ON_PAGE;
  const ends = Array.from({ length: page + 1 }, () => end);
  const allotment = { ends, handedOn: [], cost: 0 };
  const longer = { ...number, count, adsOn: adsIn(number, count) };
  const next = new Map<string, Trail>();
  for (const effort of EFFORTS.slice(3)) {
    if (next.size > 0) break;
    const steps = number.memory.search.steps + STEPS_ON_PAGE;
    tryEnds({ number: longer, allotment, page, trail, steps, ...effort }, next);
  }
  return [...next.values()];
}

/** Advertisements in a number of more pages: what was the last page has no imprint, and its foot is lower. */
function adsIn({ input, adsOn, count: before }: Numbered, count: number): Numbered['adsOn'] {
  if (count <= before) return adsOn;
  return (pageIndex) => {
    if (pageIndex !== before - 1) return adsOn(pageIndex);
    const kind = { pageIndex, role: pageIndex === 0 ? 'front' : 'inside', section: null } as const;
    const lower = input.rowsOf({ ...kind, count }) - input.rowsOf({ ...kind, count: before });
    return adsOn(pageIndex).map((ad) => ({ ...ad, cell: { ...ad.cell, row: ad.cell.row + lower } }));
  };
}

/** A page without matter: no section begins on it. */
export function emptyPage(number: Numbered, page: number): MadeUpPage {
  const makeup = { placed: [], fillers: [], cost: 0, isFull: false };
  return { area: areaOf(number, page, number.running.length), makeup };
}
