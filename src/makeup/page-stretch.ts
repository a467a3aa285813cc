import { turnCost, wantsPage, type Allotment } from './allot-pages.ts';
import { naturalRows } from './fit-cell.ts';
import { joinBriefs } from './join-briefs.ts';
import { makeUpPage } from './make-up-page.ts';
import { areaOf, headedFrom } from './page-area.ts';
import { leastRows, roomOf, stripsOf } from './page-room.ts';
import type { MadeUpPage, Matter, PageArea, PageMakeup } from './matter.ts';
import type { MakeupMemory } from './search.ts';
import { isAllottedShort, shortCost, whiteUnder } from './short-pages.ts';
import { bodyRows, type Numbered, type Trail } from './trail.ts';

/** A page that costs no more is not looked at with two pieces held from it. */
const GOOD_PAGE = 25;
/** A piece that stands a page later than its rank says. */
const HELD_COST = 6;
/** A piece that stands behind a later section; what goes on on the page on which another section begins. */
const PASSED_COST = 60;
const STRANGER_COST = 30;
/** A story that stands before the one that opens its section. */
const UNLED_COST = 60;
/** What goes on later than on the next page; rows that go on together beyond half a page. */
const WAIT_COST = 60;
const TAILS_MOST = 240;
const TAIL_ROW_COST = 0.4;

/** How far a page may leave the allotment, until one way is found. */
export type Effort = {
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

/** A page that is to be made up, after the pages of a trail. */
export type Work = Effort & {
  readonly number: Numbered;
  readonly allotment: Allotment;
  readonly page: number;
  readonly trail: Trail;
  /** Steps of the search after which the page makes do with the ways that were found. */
  readonly steps: number;
};

/** A page that is to be made up, with what is the same for all choices of matter for it. */
type Stretch = Work & {
  readonly area: PageArea;
  /** The index of its first matter; beyond all where none begins. */
  readonly from: number;
  readonly mayJump: boolean;
  /** Of what goes on from earlier pages, what may stand here. */
  readonly due: readonly Matter[];
  readonly loads: Loads;
};

/** Column rows: what the page has, what stands there in any case, what goes on there, and the least that matter takes. */
type Loads = {
  readonly room: number;
  readonly standing: number;
  readonly rests: number;
  readonly of: (matter: Matter) => number;
};

/** The least column rows that matter takes on a page; looked up once, and wanted of every choice it is in. */
function leastOf({ least }: MakeupMemory, matter: Matter, area: PageArea, mayJump: boolean): number {
  const known = mayJump ? least.jumping : least.whole;
  let rows = known.get(matter);
  if (rows === undefined) {
    rows = Math.min(leastRows(matter, area, mayJump), joinedRows(matter));
    known.set(matter, rows);
  }
  return rows;
}

/** Briefs that share a column take what they would like to. */
function joinedRows(matter: Matter): number {
  const setting = matter.kind === 'brief' ? matter.settingFor(1, 'brief') : null;
  return setting === null ? Infinity : naturalRows(setting);
}

function stretchOf(work: Work): Stretch {
  const { number, allotment, page, trail } = work;
  // On a page that holds nothing but what is fixed there no section of the others begins.
  const from = number.rooms[page]?.isClosed === true ? number.running.length : trail.end;
  const area = areaOf(number, page, from);
  const mayJump = page < number.count - 1 && (work.mayJump || (allotment.handedOn[page] ?? 0) > 0);
  const of = (matter: Matter): number => leastOf(number.memory, matter, area, mayJump);
  const due = dueOn(page, trail);
  const standing = sumOf(number.fixedOn(page).map(of));
  const loads = { room: roomOf(stripsOf(area)), standing, rests: sumOf(due.map(of)), of };
  return { ...work, area, from, mayJump, due, loads };
}

/** The page for a choice of matter. */
function areaFor({ number, page, trail, from, area }: Stretch, { end, rests }: Choice): PageArea {
  if (from !== trail.end) return area;
  const headed = headedFrom(number, { from, end }, rests);
  return headed === from || area.role !== 'section' ? area : areaOf(number, page, headed);
}

/** A page, in the keys of `known`. */
function aboutOf({ role, rows, ads }: PageArea, mayJump: boolean): string {
  const sold = ads.map(({ id, cell }) => `${id}@${cell.column}+${cell.columns},${cell.row}`);
  return [role, rows, mayJump, ...sold].join(' ');
}

/** Of what goes on from earlier pages, what may stand on this one. */
export function dueOn(page: number, { rests }: Trail): readonly Matter[] {
  return rests.filter(({ notBefore = 0 }) => notBefore <= page);
}

/** Where the matter of a page may end: as allotted, or near it; never beyond where a section has its own page. */
function endsOf(stretch: Stretch): readonly number[] {
  const { number, allotment, page, trail, due, slack, isOpen } = stretch;
  const { running, starts } = number;
  const room = number.rooms[page];
  if (room?.isClosed === true) return [trail.end];
  if (room?.endsAt != null) return room.endsAt >= trail.end ? [room.endsAt] : [];
  const planned = allotment.ends[page] ?? running.length;
  // Where the page plan lets a section begin, something of it stands.
  const isBegin = number.rooms[page - 1]?.endsAt != null && trail.held.length === 0;
  const isHeld = !isBegin && number.fixedOn(page).length + due.length + trail.held.length > 0;
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
  // The search may be spent before all of them: what was allotted comes first.
  return ends.sort((a, b) => Math.abs(a - planned) - Math.abs(b - planned) || a - b);
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
  return next.size > 0 && number.memory.search.steps > steps;
}

/** Makes up a page in every way that may do; what it leads to goes into `next`. */
export function tryEnds(work: Work, next: Map<string, Trail>): void {
  const stretch = stretchOf(work);
  const { number, page, trail, mayHold, isOpen, due: rests, loads } = stretch;
  for (const end of endsOf(stretch)) {
    if (isSpent(stretch, next)) return;
    const own = [...trail.held, ...number.running.slice(trail.end, end)];
    const isClosed = number.rooms[page]?.isClosed === true;
    if (isClosed) {
      tryStretch(stretch, { own, end, held: [], rests: [] }, next);
      continue;
    }
    const load = loads.standing + sumOf(own.map(loads.of));
    let best = Infinity;
    if (load + loads.rests <= loads.room) best = tryStretch(stretch, { own, end, held: [], rests }, next);
    // Of more than a page can hold that goes on, some waits for the page after it.
    const fewest = isOpen ? Math.max(0, 1 - own.length) : rests.length;
    for (let count = rests.length - 1; count >= fewest; count -= 1)
      tryStretch(stretch, { own, end, held: [], rests: rests.slice(0, count) }, next);
    const isBound = number.rooms[page]?.endsAt != null || number.rooms[page + 1]?.isClosed === true;
    const goesOn = page + 1 < number.count && !wantsPage(number.starts[end]) && !isBound;
    if (mayHold && goesOn) tryHeld(stretch, { own, end, load: load + loads.rests, best }, next);
  }
}

type Held = {
  readonly own: readonly Matter[];
  readonly end: number;
  /** Column rows that all of it takes at least. */
  readonly load: number;
  /** What the page costs with nothing held. */
  readonly best: number;
};

/** The page with each piece, and with each two, held for the next page, where what is left may go into its room. */
function tryHeld(stretch: Stretch, { own, end, load, best }: Held, next: Map<string, Trail>): void {
  const { number, trail, due: rests, loads } = stretch;
  let cheapest = best;
  // What leads a page stays, but under what goes on there once more.
  const isBegin = number.starts[trail.end] === 'fixed';
  const isUnder = !isBegin && own.length > 1 && rests.some(({ goesOnAgain }) => goesOnAgain === true);
  const first = Math.max(isUnder ? 0 : 1, trail.held.length);
  for (const places of heldPlaces(own.map(loads.of), first, load - loads.room)) {
    if (isSpent(stretch, next) || (places.length > 1 && cheapest <= GOOD_PAGE)) return;
    const stays = own.filter((_, index) => !places.includes(index));
    const held = own.filter((_, index) => places.includes(index));
    const last = own.findLast((_, index) => !places.includes(index));
    const passed = held.filter(({ section }) => last !== undefined && section !== last.section).length;
    const led = held.filter(({ opensSection }) => opensSection === true).map(({ section }) => section);
    const unled = stays.filter(({ section }) => led.includes(section)).length;
    cheapest = Math.min(cheapest, tryStretch(stretch, { own: stays, end, held, passed, unled, rests }, next));
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/**
 * Places, from the first that may wait on, of one piece or of two that wait for the next page.
 * @param least column rows that each piece takes at least.
 * @param over column rows that what waits must take off the page at least.
 */
function* heldPlaces(least: readonly number[], first: number, over: number): Generator<readonly number[]> {
  const rowsAt = (at: number): number => least[at] ?? 0;
  for (let at = first; at < least.length; at += 1) if (rowsAt(at) >= over) yield [at];
  const mostAfter = least.map(() => 0);
  for (let at = least.length - 2; at >= first; at -= 1)
    mostAfter[at] = Math.max(mostAfter[at + 1] ?? 0, rowsAt(at + 1));
  for (let at = first; at < least.length - 1; at += 1) {
    if (rowsAt(at) + (mostAfter[at] ?? 0) < over) continue;
    for (let other = at + 1; other < least.length; other += 1)
      if (rowsAt(at) + rowsAt(other) >= over) yield [at, other];
  }
}

/** Matter for a page, where it ends, and what of it is held for the next page. */
type Choice = {
  readonly own: readonly Matter[];
  readonly end: number;
  readonly held: readonly Matter[];
  /** How many of these stand behind a later section so; absent for none. */
  readonly passed?: number;
  /** How many of those that stand here are of a section whose first story is held; absent for none. */
  readonly unled?: number;
  /** Of what goes on from earlier pages, what stands here. */
  readonly rests: readonly Matter[];
};

/** Has a page of so many rows room for matter over all its columns? */
function fitsRows(matter: Matter, columns: number, rows: number): boolean {
  const setting = matter.settingFor(columns, 'brief');
  return setting === null || naturalRows(setting) <= rows;
}

/** What the page costs with such a choice; Infinity where it cannot be. */
function tryStretch(stretch: Stretch, choice: Choice, next: Map<string, Trail>): number {
  const { number, page, trail } = stretch;
  const made = makeUpStretch(stretch, choice);
  if (made === null) return Infinity;
  const waiting = trail.rests.filter((rest) => !choice.rests.includes(rest));
  const jumping = made.makeup.placed.filter(({ fit }) => fit.tailRows > 0);
  const goingOn = jumping.map(number.input.restOf);
  const rests = [...waiting, ...goingOn];
  if (page === number.count - 1 && rests.length > 0) return Infinity;
  const after = { pageIndex: page + 1, count: number.count, role: 'inside', section: null } as const;
  const room = Math.max(stretch.area.rows, number.input.rowsOf(after));
  if (!goingOn.every((rest) => rest.mayJump || fitsRows(rest, stretch.area.columns, room))) return Infinity;
  const { end, held } = choice;
  const tails = jumping.reduce((sum, { fit }) => sum + fit.tailRows, 0);
  const isLate = waiting.filter(({ notBefore = 0 }) => notBefore <= page).length;
  const late = isLate * WAIT_COST + Math.max(0, tails - TAILS_MOST) * TAIL_ROW_COST;
  const early = turnCost(
    choice.own.map(({ section }) => number.input.turnOf(section)),
    page,
  );
  const short = shortCost(number, page, made);
  const { passed = 0, unled = 0 } = choice;
  const order = passed * PASSED_COST + unled * UNLED_COST + strangers(stretch, choice) * STRANGER_COST;
  const cost = trail.cost + made.makeup.cost + held.length * HELD_COST + late + early + short + order;
  const key = [end, ...held.map(({ id }) => id), waiting.length].join(' ');
  if (cost < (next.get(key)?.cost ?? Infinity))
    next.set(key, { end, held, rests, cost, count: trail.count + 1, last: made, before: trail });
  return made.makeup.cost;
}

/** What goes on of other sections on the page on which one begins. */
function strangers({ area: { role, section }, trail }: Stretch, { end, rests }: Choice): number {
  if (role !== 'section' || end === trail.end) return 0;
  return rests.filter((rest) => rest.section !== section).length;
}

/** A page that ends short where a story of many pages ends, for the square of the rows that stay white. */
const SHORT_LONG_END = 0.5;

/** Does a story of many pages end here? */
const isLongEnd = ({ rests }: Choice): boolean => rests.some(({ goesOnAgain }) => goesOnAgain === true);

function makeUpStretch(stretch: Stretch, choice: Choice): MadeUpPage | null {
  const { number, page, trail } = stretch;
  const goesOn = trail.rests.length > choice.rests.length || choice.held.length > 0;
  const room = number.rooms[page];
  const isEnd = room !== undefined && !goesOn && (room.isClosed || choice.end === room.stop);
  const mayEndShort = page === number.count - 1 || isEnd || isAllottedShort(stretch) || stretch.mayEndShort;
  const made = makeUpChoice(stretch, choice, mayEndShort);
  if (made !== null || mayEndShort || !isLongEnd(choice)) return made;
  const ended = makeUpChoice(stretch, choice, true);
  if (ended === null) return null;
  const cost = ended.makeup.cost + whiteUnder(ended) ** 2 * SHORT_LONG_END;
  return { ...ended, makeup: { ...ended.makeup, cost } };
}

function makeUpChoice(stretch: Stretch, choice: Choice, mayEndShort: boolean): MadeUpPage | null {
  const { number, page, mayJump } = stretch;
  const { known } = number.memory;
  const area = areaFor(stretch, choice);
  const matters = mattersOn(number, page, choice);
  const inRank = choice.held.length > 0;
  const codes = matters.map((matter) => codeOf(number, matter)).join('');
  const key = `${aboutOf(area, mayJump)} ${mayEndShort} ${codes}`;
  const { hasHouse } = number.input;
  const options = { mayJump, mayEndShort, inRank, hasHouse, search: number.memory.search };
  const make = (): PageMakeup | null => {
    const own = makeUpPage(area, matters, options);
    // Where nothing stands below, briefs may end as they do, each in a column of its own.
    const apart = mayEndShort ? briefsApart(matters) : null;
    const other = apart === null ? null : makeUpPage(area, apart, options);
    return other !== null && other.cost < (own?.cost ?? Infinity) ? other : own;
  };
  const makeup = known.get(key) ?? (known.has(key) ? null : make());
  known.set(key, makeup);
  return makeup === null ? null : { area, makeup };
}

/** The same with briefs that share a column by themselves; null where none do. */
function briefsApart(matters: readonly Matter[]): readonly Matter[] | null {
  if (matters.every(({ parts }) => parts === undefined)) return null;
  return matters.flatMap((matter) => matter.parts ?? [matter]);
}

/** A sign for a piece of matter, so that the keys that pages are known by are short. */
function codeOf({ memory }: Numbered, matter: Matter): string {
  const own = memory.signs.get(matter);
  if (own !== undefined) return own;
  const rest = matter.kind === 'rest' ? matter.settingFor(1, 'brief') : null;
  const id = rest === null ? matter.id : `${matter.id} ${rest.bodyRows} ${rest.legRows}`;
  const code = memory.codes.get(id) ?? `${memory.codes.size.toString(36)} `;
  memory.codes.set(id, code);
  memory.signs.set(matter, code);
  return code;
}

const mattersOn = (number: Numbered, page: number, choice: Choice): readonly Matter[] =>
  mattersInOrder(number.memory, [...number.fixedOn(page), ...choice.own], choice.rests);

/** More briefs under the first of a page of briefs alone stand in a block; fewer are stories like others. */
const MANY_BRIEFS = 6;

/** Stories and a planned lead first, what goes on after them, briefs last: each in rank. A few among themselves are stories like others. */
export function mattersInOrder(
  { joined }: MakeupMemory,
  own: readonly Matter[],
  rests: readonly Matter[],
): readonly Matter[] {
  const isBrief = ({ kind, isLead }: Matter): boolean => kind === 'brief' && isLead !== true;
  const briefs = own.filter(isBrief);
  const others = [...own.filter((matter) => !isBrief(matter)), ...rests];
  if (others.length > 0) return [...others, ...(briefs.length > 1 ? [joinBriefs(joined, briefs)] : briefs)];
  const [first, ...more] = briefs;
  return first === undefined || more.length < MANY_BRIEFS ? briefs : [first, joinBriefs(joined, more)];
}
