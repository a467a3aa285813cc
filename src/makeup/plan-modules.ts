import type { PageRule, PlannedSlot } from '../edition/edition.ts';
import { footRows, topRows } from '../layout/band-rows.ts';
import { columnsWidth } from '../layout/leg-grid.ts';
import { measureStory, type StoryStore } from '../layout/measure-story.ts';
import type {
  Blueprint,
  Flow,
  FlowShape,
  GridRect,
  ModuleMatter,
  PagePlan,
  PlannedModule,
  PlannedPage,
} from '../layout/page-plan.ts';
import { closeUpLast } from './close-up.ts';
import { closedPages } from './closed-pages.ts';
import { houseChooser, type HousePicture } from './choose-house.ts';
import { dealBriefs } from './join-briefs.ts';
import type { JumpHeadRows } from './jump-heads.ts';
import { makeUpPages, type Makeup } from './make-up-pages.ts';
import type { MakeupInput, PageKind } from './makeup-input.ts';
import type { MadeUpPage, Matter, PlacedAd, PlacedMatter } from './matter.ts';
import type { SoldAd } from './place-ads.ts';
import { matterOf, restOf } from './measure-matter.ts';
import type { MeasuredMatter } from './measured-matter.ts';
import { imprintFrame, layoutOf, spreadStarts, withoutSpreads, type PageLayouts } from './page-layouts.ts';
import { tooDeepForPage } from './relieve-pages.ts';
import { openSpreads, type Spreads, type UnmadeSpread } from './spreads.ts';
import { NO_SPARE, type Spare } from './spare-rows.ts';
import { IMPRINT_ID, standImprint } from './stand-imprint.ts';
import type { MakeupMemory } from './search.ts';
import { turnsOf } from './turns.ts';
import { ROWS_BETWEEN } from './weights.ts';
import { withImprint } from './with-imprint.ts';

/** What an edition is made up from. */
export type ModulesInput = {
  readonly store: StoryStore;
  /** In rank. */
  readonly stories: readonly Flow[];
  readonly imprint: Flow;
  readonly slots: readonly PlannedSlot[];
  readonly rules: readonly PageRule[];
  readonly ads: readonly SoldAd[];
  readonly house: readonly HousePicture[];
  readonly pageCount: number | null;
  readonly leastPages: number;
  readonly layouts: PageLayouts;
  /** What is known of a story's settings; what is measured is added. */
  readonly measuredOf: (flow: Flow) => MeasuredMatter;
  readonly jumpHeadRows: JumpHeadRows;
  /** Rows that are kept for what goes on from another page, by story; none of a story that is not in it. */
  readonly spare: ReadonlyMap<string, Spare>;
  /** What earlier attempts found out. */
  readonly memory: MakeupMemory;
  /** The same stories as made up before, where only the pages that they refer to have changed since. */
  readonly earlier: Makeup | null;
};

/** An edition made up: its plan, and the pages as the search left them. */
export type ModulesPlan = { readonly plan: PagePlan; readonly makeup: Makeup };

/** Pages of a screen edition come in pairs. */
const PAGES_TOGETHER = 2;

/** Stories are not made up into modules on pages of fewer columns, or where there are fewer of them. */
const LEAST_COLUMNS = 3;
const LEAST_STORIES = 3;

/**
 * Makes up an edition: each story in a rectangle of its own, each page filled. Null for a page too narrow, for a number
 * of one or two stories, and where no way was found: such an edition runs through the bands of its page layouts.
 */
export function planModules(input: ModulesInput): ModulesPlan | null {
  if (!isForModules(input)) return null;
  const room = measureRoom(input);
  const makeup = input.earlier ?? makeUp(input, room);
  if (makeup === null) return null;
  const own = withoutLost({ input, room }, makeup.unmade);
  return { plan: planOf(own.input, makeup, own.room), makeup };
}

/** Are there columns and stories enough to make pages up of modules? */
export function isForModules({ store, stories }: Pick<ModulesInput, 'store' | 'stories'>): boolean {
  return store.grid.columns >= LEAST_COLUMNS && stories.length >= LEAST_STORIES;
}

/** The stories on which make-up founders: those that no page holds, nor any part of them. */
export function storiesNotMadeUp(input: ModulesInput): readonly string[] {
  return tooDeepForPage(openNumber(input, measureRoom(input)).number, input.memory);
}

type Planned = { readonly input: ModulesInput; readonly room: Room };

/** Spreads that are none are two pages like others. */
function withoutLost(planned: Planned, unmade: readonly UnmadeSpread[]): Planned {
  const lost = unmade.filter(({ none }) => none !== null).map(({ pageIndex }) => pageIndex);
  if (lost.length === 0) return planned;
  const input = { ...planned.input, layouts: withoutSpreads(planned.input.layouts, lost) };
  return { input, room: measureRoom(input) };
}

function makeUp(input: ModulesInput, first: Room): Makeup | null {
  const { number, spreads } = openNumber(input, first);
  const makeup = makeUpPages(number, input.memory);
  return makeup === null ? null : spreads.joinTo(makeup);
}

type OpenNumber = { readonly number: MakeupInput; readonly spreads: Spreads };

function openNumber(input: ModulesInput, first: Room): OpenNumber {
  const { store, stories, rules } = input;
  const { columns } = store.grid;
  const spreads = openSpreads({
    ...input,
    hasHouse: input.house.length > 0,
    rowsOn: (pageIndex) => first.rowsOf({ pageIndex, count: Infinity, role: 'inside', section: null }),
  });
  const starts = spreadStarts(input.layouts);
  const own = withoutLost({ input, room: first }, spreads.unmade);
  const { room } = own;
  const pageRows = room.rowsOf({ pageIndex: 1, count: Infinity, role: 'inside', section: null });
  const fixed: MakeupInput['fixed'] = [
    ...input.slots
      .filter(({ page }) => !starts.includes(page - 1))
      .map(({ page, slot, stories: ids }) => ({ pageIndex: page - 1, slot, ids })),
    // Where a spread is none, its lead begins on the left page all the same.
    ...spreads.unmade.flatMap(({ pageIndex, none }) =>
      none === null ? [] : [{ pageIndex, slot: 'lead' as const, ids: [none.lead] }],
    ),
  ];
  const leads = new Set(fixed.flatMap(({ slot, ids }) => (slot === 'lead' ? ids : [])));
  const number: MakeupInput = {
    matters: stories.flatMap((flow, at) => {
      if (spreads.stories.has(flow.name)) return [];
      const plain = matterOf(store, flow, input.measuredOf(flow));
      const matter = leads.has(flow.name) ? { ...plain, isLead: true as const } : plain;
      return stories[at - 1]?.section === flow.section
        ? [matter]
        : [{ ...matter, opensSection: true as const }];
    }),
    fixed,
    sections: rules.flatMap(({ section, first, last }) =>
      section === null
        ? []
        : [{ section, firstIndex: first - 1, lastIndex: last === first ? null : last - 1 }],
    ),
    ownPages: new Set(own.input.layouts.bySection.keys()),
    turnOf: turnsOf(stories, input.slots, spreads.pages),
    closed: new Set([...closedPages(rules), ...spreads.pages]),
    ads: input.ads,
    hasHouse: input.house.length > 0,
    pageCount: input.pageCount,
    leastPages: input.leastPages,
    multiple: PAGES_TOGETHER,
    columns,
    rowsOf: (page) => (spreads.pages.has(page.pageIndex) ? 0 : room.rowsOf(page)),
    standingOn: room.standingOn,
    restOf: (placed) => {
      const { id } = placed.matter;
      const notBefore = stories.find(({ name }) => name === id)?.jump?.toPage ?? 0;
      return restOf(placed, columns, {
        spare: input.spare.get(id) ?? NO_SPARE,
        notBefore,
        pageRows,
        headRows: input.jumpHeadRows,
      });
    },
  };
  return { number, spreads };
}

/** What pages have room for, by their layouts. */
type Room = Pick<MakeupInput, 'rowsOf' | 'standingOn'> & {
  readonly topOf: (layout: Blueprint) => number;
  /** Rows of the live area, and of the imprint across it. */
  readonly total: number;
  readonly imprintRows: number;
};

function measureRoom({ store, imprint, layouts, stories }: ModulesInput): Room {
  const { columns, live, baseline } = store.grid;
  const total = Math.round(live.height / baseline);
  const tops = new Map<Blueprint, number>();
  const topOf = (layout: Blueprint): number => {
    const known = tops.get(layout) ?? topRows(store, layout);
    tops.set(layout, known);
    return known;
  };
  const depthOf = (shape: FlowShape, width: number): number =>
    measureStory(store, imprint, { shape, columns: width, legs: null, pictureRows: null }).rows;
  const imprintRows = depthOf('lead', columns);
  // The first section begins on the front page, by the layout of that.
  const [first] = stories;
  const sections = new Set(stories.map(({ section }) => section).filter((each) => each !== first?.section));
  const wanted = [
    ...layouts.byPage.values(),
    ...[...layouts.bySection].flatMap(([section, layout]) => (sections.has(section) ? [layout] : [])),
  ];
  const hasOwnPlace = wanted.some((layout) => imprintFrame(layout) !== null);
  const rowsOf = (page: PageKind): number => {
    const layout = layoutOf(layouts, page);
    const isUnder = page.pageIndex === page.count - 1 && !hasOwnPlace;
    return total - topOf(layout) - footRows(store, layout) - (isUnder ? imprintRows + ROWS_BETWEEN : 0);
  };
  const standingOn: MakeupInput['standingOn'] = (page, ads) => {
    const frame = imprintFrame(layoutOf(layouts, page));
    if (frame === null) return [];
    const area = { columns, rows: rowsOf(page) };
    const rows = depthOf(IMPRINT_SHAPE, frame.columns);
    const placed = standImprint({ column: frame.column, columns: frame.columns, rows, area }, ads);
    return placed === null ? [] : [placed];
  };
  return { rowsOf, standingOn, topOf, total, imprintRows };
}

/** How the imprint is set beside stories: its parts one under the other. */
const IMPRINT_SHAPE: FlowShape = 'third';

function planOf(input: ModulesInput, made: Makeup, room: Room): PagePlan {
  const { store, stories, layouts } = input;
  const flows = new Map(stories.map((flow) => [flow.name, flow]));
  const standing = new Map(input.ads.map(({ id, flow }) => [id, flow]));
  const choose = houseChooser(input.house);
  const houseIn = (rect: GridRect, pageIndex: number): PlannedModule => ({
    rect,
    matter: choose(columnsWidth(store.grid, rect.columns) / (rect.rows * store.grid.baseline), pageIndex),
  });
  let hasImprint = false;
  const pages = made.pages.map((page, pageIndex): PlannedPage => {
    const { area } = page;
    const { count, role, section } = area;
    const blueprint = layoutOf(layouts, { pageIndex, count, role, section });
    const top = room.topOf(blueprint);
    const inPlace = (rect: GridRect): PlannedModule => houseIn(rect, pageIndex);
    const modules = modulesOf(page, { flows, houseIn: inPlace, top });
    const imprints = area.ads.flatMap(({ id, cell }): readonly PlannedModule[] => {
      if (id !== IMPRINT_ID) return [];
      const rect = { ...cell, row: cell.row + top };
      if (hasImprint) return [inPlace(rect)];
      hasImprint = true;
      return [{ rect, matter: { kind: 'imprint', flow: input.imprint, shape: IMPRINT_SHAPE } }];
    });
    const ads = adModules(area.ads, standing, top);
    return { blueprint, slots: new Map(), modules: [...modules, ...imprints, ...ads], foot: [] };
  });
  const own = { store, flow: input.imprint, layouts };
  const imprint = { ...own, rows: room.imprintRows, end: room.total, top: room.topOf(layouts.inside) };
  const threads = new Map([['main', []]]);
  const closed = closeUpLast(pages, room.topOf);
  return { pages: hasImprint ? closed : withImprint(closed, imprint), threads };
}

type PageMatter = {
  readonly flows: ReadonlyMap<string, Flow>;
  readonly houseIn: (rect: GridRect) => PlannedModule;
  readonly top: number;
};

function modulesOf({ makeup }: MadeUpPage, { flows, houseIn, top }: PageMatter): readonly PlannedModule[] {
  const moved = (rect: GridRect): GridRect => ({ ...rect, row: rect.row + top });
  const stories = makeup.placed.flatMap((placed): readonly PlannedModule[] => {
    const { cell, fit } = placed;
    const filler = fit.fillerRows > 0 ? fit.fillerRows + ROWS_BETWEEN : 0;
    const rect = moved({ ...cell, rows: cell.rows - filler });
    const own = placed.matter.parts === undefined ? [{ rect, matter: matterIn(placed, flows) }] : [];
    const briefs = briefModules(placed, rect, flows);
    if (filler === 0) return [...own, ...briefs];
    const row = cell.row + cell.rows - fit.fillerRows;
    return [...own, ...briefs, houseIn(moved({ ...cell, row, rows: fit.fillerRows }))];
  });
  const fillers = makeup.fillers.map((cell) => houseIn(moved(cell)));
  return [...stories, ...fillers];
}

/** Advertisements in their places; `top` is where their page's modules begin. */
export function adModules(
  placed: readonly PlacedAd[],
  flows: ReadonlyMap<string, Flow>,
  top: number,
): readonly PlannedModule[] {
  return placed.flatMap(({ id, cell }): readonly PlannedModule[] => {
    const flow = flows.get(id);
    if (flow === undefined) return [];
    return [{ rect: { ...cell, row: cell.row + top }, matter: { kind: 'advertisement', flow } }];
  });
}

/** A block of briefs: a module for each of its columns. */
function briefModules(
  { matter, setting }: PlacedMatter,
  rect: GridRect,
  flows: ReadonlyMap<string, Flow>,
): readonly PlannedModule[] {
  if (matter.parts === undefined) return [];
  return dealBriefs(matter.parts, setting.columns).map((briefs, at) => ({
    rect: { ...rect, column: rect.column + at, columns: 1 },
    matter: { kind: 'briefs', flows: briefs.map((brief) => flowOf(brief, flows)), legs: null },
  }));
}

function flowOf({ id }: Matter, flows: ReadonlyMap<string, Flow>): Flow {
  const flow = flows.get(id);
  if (flow === undefined) throw new Error(`"${id}" was made up and is no story of the edition`);
  return flow;
}

function matterIn({ matter, setting }: PlacedMatter, flows: ReadonlyMap<string, Flow>): ModuleMatter {
  const flow = flowOf(matter, flows);
  if (matter.kind === 'rest') return { kind: 'rest', flow, legs: null };
  const { shape, pictureColumns = null, quotes = 0 } = setting;
  return { kind: 'story', flow, shape, legs: null, pictureRows: null, pictureColumns, quotes };
}
