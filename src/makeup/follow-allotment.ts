import { wantsPage, type Allotment, type PageRoom, type SectionStart } from './allot-pages.ts';
import { joinBriefs } from './join-briefs.ts';
import type { Search } from './search.ts';
import { makeUpPage } from './make-up-page.ts';
import type { MakeupInput } from './makeup-input.ts';
import type { MadeUpPage, Matter, PageArea, PageMakeup, PageRole, PlacedAd } from './matter.ts';

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
  readonly search: Search;
  readonly known: Map<string, PageMakeup | null>;
  /** Briefs that share a column, by their ids. */
  readonly joined: Map<string, Matter>;
  /** What matter is called in the keys of `known`, by its id. */
  readonly codes: Map<string, string>;
};

/** Steps that the search takes on one page once it has a way: half a second of a slow machine. */
const STEPS_ON_PAGE = 6e5;
/** Pages that the search goes on with, by where their matter ends. */
const ENDS_KEPT = 24;
/** About so many pieces are looked for when a page is added. */
const PIECES_ON_PAGE = 5;
/** A page that costs no more is not looked at with two pieces held from it. */
const GOOD_PAGE = 25;
/** A piece that stands a page later than its rank says. */
const HELD_COST = 6;
/** A column row of matter that is still to be placed. */
const OPEN_ROW_COST = 0.3;
/** What goes on later than on the next page; rows that go on together beyond half a page. */
const WAIT_COST = 60;
const TAILS_MOST = 240;
const TAIL_ROW_COST = 0.4;

/** Pages made up so far, and where they leave off. */
export type Trail = {
  readonly end: number;
  /** Matter before `end` that waits for the next page. */
  readonly held: readonly Matter[];
  readonly rests: readonly Matter[];
  readonly cost: number;
  readonly pages: readonly MadeUpPage[];
  /** As it was before its last page; null before the first. */
  readonly before: Trail | null;
};

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
    number.search.runs.clear();
    number.search.numbers.clear();
    const done = trails.filter((trail) => isBetween(number, trail));
    const [first] = done.length > 0 ? done : trails;
    if (first !== undefined && done.length > 0) next.set('', skipPage(number, first));
    const steps = number.search.steps + STEPS_ON_PAGE;
    for (const effort of EFFORTS) {
      if (next.size > 0) break;
      for (const trail of trails.slice(0, effort.trails))
        tryEnds({ number, allotment, page, trail, steps, ...effort }, next);
    }
    if (next.size === 0 && first !== undefined && isCramped(number, page))
      next.set('', skipPage(number, first));
    if (next.size === 0) break;
    trails = [...next.values()]
      .map((trail) => ({ trail, cost: trail.cost + openCost(number, trail) }))
      .sort((a, b) => a.cost - b.cost || a.trail.end - b.trail.end)
      .slice(0, ENDS_KEPT)
      .map(({ trail }) => trail);
  }
  return trails.find((trail) => waits(number, trail) === 0) ?? trails[0] ?? null;
}

/** A page of which its layout leaves less than this share for stories may have none. */
const SHARE_FOR_STORIES = 0.6;

/** May a page be without stories, since advertisements or its layout leave too little room for any? */
function isCramped({ input, count, adsOn }: Numbered, page: number): boolean {
  const rowsOn = (pageIndex: number): number =>
    input.rowsOf({ pageIndex, count, role: pageIndex === 0 ? 'front' : 'inside', section: null });
  return adsOn(page).length > 0 || rowsOn(page) < rowsOn(1) * SHARE_FOR_STORIES;
}

/** What is still to be placed, at what a page of it costs: a page that holds more is cheaper in the end. */
function openCost({ areaFrom }: Numbered, { end, held, rests }: Trail): number {
  const waiting = [...held, ...rests].reduce((sum, matter) => sum + bodyRows(matter), 0);
  return ((areaFrom[end] ?? 0) + waiting) * OPEN_ROW_COST;
}

const bodyRows = (matter: Matter): number => matter.settingFor(1, 'brief')?.bodyRows ?? 0;

/** Before the first page. */
export const BEGUN: Trail = { end: 0, held: [], rests: [], cost: 0, pages: [], before: null };

/** How many pieces have no page yet. */
export function waits(number: Numbered, { end, held, rests, pages }: Trail): number {
  return number.running.length - end + held.length + rests.length + fixedAfter(number, pages.length);
}

/** How many pieces the page plan wants on pages from this one on. */
function fixedAfter({ fixedOn, count }: Numbered, from: number): number {
  let pieces = 0;
  for (let page = from; page < count; page += 1) pieces += fixedOn(page).length;
  return pieces;
}

/** Of what goes on from earlier pages, what may stand on this one. */
function dueOn(page: number, { rests }: Trail): readonly Matter[] {
  return rests.filter(({ notBefore = 0 }) => notBefore <= page);
}

/** Is nothing left for the next page, while the page plan wants something on a page after it? */
function isBetween(number: Numbered, trail: Trail): boolean {
  const { end, held, pages } = trail;
  const rests = dueOn(pages.length, trail);
  const room = number.rooms[pages.length];
  if (room === undefined || number.fixedOn(pages.length).length + held.length > 0) return false;
  return room.isClosed || (rests.length === 0 && end === room.stop);
}

/** How far a page may leave the allotment, until one way is found. */
type Effort = {
  /** Pieces more or fewer than allotted. */
  readonly slack: number;
  /** Of the cheapest ways so far, how many are gone on with. */
  readonly trails: number;
  /** May one piece or two be held for the next page while one after them stands here? */
  readonly mayHold: boolean;
  /** May matter of the next section stand on the page before its own? */
  readonly isOpen: boolean;
  /** May matter jump from pages that the allotment lets hand nothing on? */
  readonly mayJump: boolean;
  /** May the page end short? */
  readonly mayEndShort: boolean;
};

const EFFORTS: readonly Effort[] = [
  { slack: 2, trails: ENDS_KEPT, mayHold: true, isOpen: false, mayJump: false, mayEndShort: false },
  { slack: 4, trails: ENDS_KEPT, mayHold: true, isOpen: false, mayJump: false, mayEndShort: false },
  { slack: 2, trails: 4, mayHold: false, isOpen: false, mayJump: true, mayEndShort: false },
  { slack: 9, trails: 4, mayHold: false, isOpen: true, mayJump: true, mayEndShort: false },
  { slack: 9, trails: 4, mayHold: false, isOpen: true, mayJump: true, mayEndShort: true },
];

type Stretch = Effort & {
  readonly number: Numbered;
  readonly allotment: Allotment;
  readonly page: number;
  readonly trail: Trail;
  /** Steps of the search after which the page makes do with the ways that were found. */
  readonly steps: number;
};

/** Where the matter of a page may end: as allotted, or near it; never beyond where a section has its own page. */
function endsOf(stretch: Stretch): readonly number[] {
  const { number, allotment, page, trail, slack, isOpen } = stretch;
  const { running, starts } = number;
  const room = number.rooms[page];
  if (room?.isClosed === true) return [trail.end];
  if (room?.endsAt != null) return room.endsAt >= trail.end ? [room.endsAt] : [];
  const planned = allotment.ends[page] ?? running.length;
  const isHeld = number.fixedOn(page).length + dueOn(page, trail).length + trail.held.length > 0;
  const first = Math.max(isHeld ? trail.end : trail.end + 1, planned - slack);
  const ends: number[] = [];
  const fixed = starts.indexOf('fixed', trail.end + 1);
  const most = Math.min(room?.stop ?? running.length, fixed === -1 ? running.length : fixed);
  const [near, far] = loadedEnds(stretch);
  const last = Math.min(most, Math.max(planned + slack, far));
  for (let end = Math.min(first, most, near); end <= last; end += 1) {
    const isOver = starts.slice(trail.end + 1, end).some(wantsPage) && end > planned;
    if (isOpen || !isOver) ends.push(end);
  }
  return ends;
}

/** Of a page's room, how much the matter that is tried for it may want, whatever the allotment says. */
const LOADS = { least: 0.6, most: 1.3 } as const;

/** The first and the last place at which the matter of a page may end by its size. */
function loadedEnds({ number, page, trail }: Stretch): readonly [number, number] {
  const { areaFrom, rooms, running } = number;
  const room = rooms[page]?.room ?? 0;
  const waiting = [...trail.held, ...trail.rests].reduce((sum, matter) => sum + bodyRows(matter), 0);
  const loadAt = (end: number): number => waiting + (areaFrom[trail.end] ?? 0) - (areaFrom[end] ?? 0);
  let near = trail.end + 1;
  while (near < running.length && loadAt(near) < room * LOADS.least) near += 1;
  let far = near;
  while (far < running.length && loadAt(far + 1) <= room * LOADS.most) far += 1;
  return [near, far];
}

/** Has the page had its share of the search, with a way found? */
function isSpent({ number, steps }: Stretch, next: ReadonlyMap<string, Trail>): boolean {
  return next.size > 0 && number.search.steps > steps;
}

function tryEnds(stretch: Stretch, next: Map<string, Trail>): void {
  const { number, page, trail, mayHold, isOpen } = stretch;
  const rests = dueOn(page, trail);
  for (const end of endsOf(stretch)) {
    if (isSpent(stretch, next)) return;
    const own = [...trail.held, ...number.running.slice(trail.end, end)];
    let best = tryStretch(stretch, { own, end, held: [], rests }, next);
    // Of more than a page can hold that goes on, some waits for the page after it.
    const isClosed = number.rooms[page]?.isClosed === true;
    const fewest = isOpen || isClosed ? Math.max(0, 1 - own.length) : rests.length;
    for (let count = rests.length - 1; count >= fewest; count -= 1)
      tryStretch(stretch, { own, end, held: [], rests: rests.slice(0, count) }, next);
    const isBound = number.rooms[page]?.endsAt != null || number.rooms[page + 1]?.isClosed === true;
    const goesOn = page + 1 < number.count && !wantsPage(number.starts[end]) && !isBound;
    if (!mayHold || !goesOn) continue;
    for (const places of heldPlaces(own.length, Math.max(1, trail.held.length))) {
      if (isSpent(stretch, next) || (places.length > 1 && best <= GOOD_PAGE)) break;
      const stays = own.filter((_, index) => !places.includes(index));
      const held = own.filter((_, index) => places.includes(index));
      best = Math.min(best, tryStretch(stretch, { own: stays, end, held, rests }, next));
    }
  }
}

/** Places, from the first that may wait on, of one piece or of two that wait for the next page. */
function heldPlaces(count: number, first: number): readonly (readonly number[])[] {
  const places = Array.from({ length: Math.max(0, count - first) }, (_, at) => first + at);
  const pairs = places.flatMap((at) => places.filter((other) => other > at).map((other) => [at, other]));
  return [...places.map((at) => [at]), ...pairs];
}

/** Matter for a page, where it ends, and what of it is held for the next page. */
type Choice = {
  readonly own: readonly Matter[];
  readonly end: number;
  readonly held: readonly Matter[];
  /** Of what goes on from earlier pages, what stands here. */
  readonly rests: readonly Matter[];
};

/** What the page costs with such a choice; Infinity where it cannot be. */
function tryStretch(stretch: Stretch, choice: Choice, next: Map<string, Trail>): number {
  const { number, page, trail } = stretch;
  const made = makeUpStretch(stretch, choice);
  if (made === null) return Infinity;
  const waiting = trail.rests.filter((rest) => !choice.rests.includes(rest));
  const jumping = made.makeup.placed.filter(({ fit }) => fit.tailRows > 0);
  const rests = [...waiting, ...jumping.map(number.input.restOf)];
  if (page === number.count - 1 && rests.length > 0) return Infinity;
  const { end, held } = choice;
  const tails = jumping.reduce((sum, { fit }) => sum + fit.tailRows, 0);
  const isLate = waiting.filter(({ notBefore = 0 }) => notBefore <= page).length;
  const late = isLate * WAIT_COST + Math.max(0, tails - TAILS_MOST) * TAIL_ROW_COST;
  const cost = trail.cost + made.makeup.cost + held.length * HELD_COST + late;
  const key = [end, ...held.map(({ id }) => id), waiting.length].join(' ');
  if (cost < (next.get(key)?.cost ?? Infinity))
    next.set(key, { end, held, rests, cost, pages: [...trail.pages, made], before: trail });
  return made.makeup.cost;
}

function makeUpStretch(stretch: Stretch, choice: Choice): MadeUpPage | null {
  const { number, allotment, page, trail } = stretch;
  const { known } = number;
  const isLast = page === number.count - 1;
  const mayJump = !isLast && (stretch.mayJump || (allotment.handedOn[page] ?? 0) > 0);
  const area = areaOf(number, page, trail.end);
  const matters = mattersOn(number, page, choice);
  const rests = choice.rests.map((rest) => rest.settingFor(1, 'brief')?.bodyRows ?? 0);
  const goesOn = trail.rests.length > choice.rests.length || choice.held.length > 0;
  const room = number.rooms[page];
  const isEnd = room !== undefined && !goesOn && (room.isClosed || choice.end === room.stop);
  const mayEndShort = isLast || isEnd || stretch.mayEndShort;
  const about = [
    area.role,
    area.rows,
    mayJump,
    mayEndShort,
    ...area.ads.map(({ id, cell }) => `${id}@${cell.column}+${cell.columns},${cell.row}`),
  ];
  const key = `${about.join(' ')} ${matters.map((matter) => codeOf(number, matter)).join('')} ${rests.join(' ')}`;
  const { hasHouse } = number.input;
  const inRank = choice.held.length > 0;
  const options = { mayJump, mayEndShort, inRank, hasHouse, search: number.search };
  const makeup = known.get(key) ?? (known.has(key) ? null : makeUpPage(area, matters, options));
  known.set(key, makeup);
  return makeup === null ? null : { area, makeup };
}

/** A sign for a piece of matter: pages are known by hundreds of thousands of keys, which are to be short. */
function codeOf({ codes }: Numbered, { id }: Matter): string {
  const known = codes.get(id);
  if (known !== undefined) return known;
  const code = `${codes.size.toString(36)} `;
  codes.set(id, code);
  return code;
}

function areaOf(number: Numbered, pageIndex: number, from: number): PageArea {
  const { input, count, starts, running, adsOn } = number;
  const role: PageRole = pageIndex === 0 ? 'front' : wantsPage(starts[from]) ? 'section' : 'inside';
  const section = role === 'section' ? (running[from]?.section ?? null) : null;
  const kind = { pageIndex, count, role, section };
  const ads = [...adsOn(pageIndex), ...input.standingOn(kind, adsOn(pageIndex))];
  return { columns: input.columns, rows: input.rowsOf(kind), role, section, count, ads };
}

/** Stories first, what goes on after them, briefs last: each in rank. Among themselves briefs are stories like others. */
function mattersOn(number: Numbered, page: number, choice: Choice): readonly Matter[] {
  const own = [...number.fixedOn(page), ...choice.own];
  const briefs = own.filter(({ kind }) => kind === 'brief');
  const others = [...own.filter(({ kind }) => kind !== 'brief'), ...choice.rests];
  return [
    ...others,
    ...(briefs.length > 1 && others.length > 0 ? [joinBriefs(number.joined, briefs)] : briefs),
  ];
}

/** Pages after the last one, while there is matter; what was to be the last one is made up anew. */
export function addPages(number: Numbered, trail: Trail): readonly MadeUpPage[] | null {
  const most = Math.max(trail.pages.length, number.count) + waits(number, trail);
  const isWhole = trail.pages.length < number.count;
  let grown = isWhole ? trail : (trail.before ?? trail);
  while (waits(number, grown) > 0) {
    const page = grown.pages.length;
    // A last page is tried first: it leaves room for the imprint.
    const last = furtherPages(number, grown, page + 1).filter((each) => waits(number, each) === 0);
    const found = last.length > 0 ? last : furtherPages(number, grown, page + 2);
    const [best] = found.toSorted((a, b) => b.end - a.end || a.cost - b.cost);
    const skipped = isBetween(number, grown) ? skipPage(number, grown) : null;
    const next = best ?? skipped;
    if (next === null || page > most) return null;
    grown = next;
  }
  return grown.pages;
}

/** The trail with a page without matter after its last. */
function skipPage(number: Numbered, trail: Trail): Trail {
  const page = emptyPage(number, trail.pages.length, trail.end);
  return { ...trail, pages: [...trail.pages, page], before: trail };
}

/** The ways to make up the page after those of a trail, in a number of so many pages. */
function furtherPages(number: Numbered, trail: Trail, count: number): readonly Trail[] {
  const page = trail.pages.length;
  const isLast = page === count - 1;
  const end = isLast ? number.running.length : trail.end + PIECES_ON_PAGE;
  const ends = Array.from({ length: page + 1 }, () => end);
  const allotment = { ends, handedOn: [], cost: 0 };
  const longer = { ...number, count, adsOn: adsIn(number, count) };
  const next = new Map<string, Trail>();
  for (const effort of EFFORTS.slice(3)) {
    if (next.size > 0) break;
    const steps = number.search.steps + STEPS_ON_PAGE;
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

/** A page without matter. */
export function emptyPage(number: Numbered, page: number, from: number): MadeUpPage {
  const makeup = { placed: [], fillers: [], cost: 0, isFull: false };
  return { area: areaOf(number, page, from), makeup };
}
