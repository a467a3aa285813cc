import { pt } from '../core/units.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { Composer, DraftEdition, DraftPage, Pending } from './composer.ts';
import { footBands, standingRows } from './band-rows.ts';
import { composeModules } from './compose-modules.ts';
import { checkThreads } from './check-threads.ts';
import { emitMatter } from './emit-matter.ts';
import { fillFrame, measureFrame } from './fill-frame.ts';
import { foldIn, legGrid } from './leg-grid.ts';
import type { StoryStore } from './measure-story.ts';
import {
  ROWS_BETWEEN_MODULES,
  type Band,
  type Flow,
  type Frame,
  type FurnitureArea,
  type FurnitureSlot,
  type JumpMatter,
  type PagePlan,
  type PlannedPage,
} from './page-plan.ts';
import { partSpreads } from './part-spreads.ts';
import { queueFirst, takeLater } from './queue-first.ts';
import { foldOf, spreadGrid } from './spread-grid.ts';
import { brokenStretches, reportBrokenWords } from './report-broken-words.ts';
import { layoutStack } from './stack-layout.ts';
import { createStructureNumbers, indexStructure } from './structure-index.ts';

/** A build of more pages than this is stopped: something does not end. */
const MOST_PAGES = 2000;

/** What composing works with beside the plan. */
export type ComposeOptions = {
  readonly store: StoryStore;
  readonly language: string;
  readonly jumps: JumpMatter;
  /** Stories whose modules alone are composed: a rehearsal that shows whether they go in. Null composes everything. */
  readonly only: ReadonlySet<Flow> | null;
};

/**
 * Composes pages until every slot and thread has run out: the bands of each page's blueprint from the top down. A
 * frame takes the flows that the plan puts into its slot, else those of its thread; what does not fit goes on at the
 * head of the thread `main`, with a jump line and a jump head. Bands of which no frame has matter are left out.
 *
 * Reports GA705 for matter deeper than a page, GA706 where a rule of breaking gave way, GA707 for a thread that
 * nothing serves, GA708 for pages without end.
 */
export function composePages(plan: PagePlan, options: ComposeOptions): DraftEdition {
  const { store, language, jumps, only } = options;
  const { context } = store.session;
  const composer: Composer = {
    ...store,
    language,
    jumps,
    numbers: createStructureNumbers(),
    pages: [],
    matter: [],
    broken: [],
    insertions: [],
    indexes: new Map(),
    figureBoxes: new Map(),
    starts: [],
    tops: [],
    furniture: [],
    contents: [],
    cramped: new Set(),
    columnInches: new Map(),
    restsPlanned: restsIn(plan),
    only,
    rests: new Map(),
    passed: new Map(),
    later: [],
    threads: new Map([...plan.threads].map(([name, flows]) => [name, flows.map(waiting)])),
    slots: new Map(
      plan.pages.flatMap(({ slots }, index) =>
        [...slots].map(([slot, flows]): [string, Pending[]] => [`${index}:${slot}`, flows.map(waiting)]),
      ),
    ),
  };
  if (!checkThreads(plan, context)) return composer;
  const lastPlanned = plan.pages.findLastIndex(
    ({ slots, modules, foot }) => slots.size > 0 || modules !== null || foot.length > 0,
  );
  const isWaiting = (): boolean =>
    composer.pages.length <= lastPlanned ||
    composer.later.length > 0 ||
    [...composer.threads.values()].some((thread) => thread.length > 0);
  do {
    const planned = plan.pages[Math.min(composer.pages.length, plan.pages.length - 1)];
    if (planned === undefined) break;
    if (composer.pages.length >= MOST_PAGES) {
      reportFault(context, 'GA708', {
        message: `there is matter left after ${MOST_PAGES} pages`,
      });
      break;
    }
    composePage(composer, planned, composer.pages.length < plan.pages.length);
  } while (isWaiting());
  reportBrokenWords(composer.broken, context);
  return partSpreads(composer);
}

const waiting = (flow: Flow): Pending => ({ flow, started: null });

/** How many modules of a plan take the rest of each story. */
export function restsIn(plan: PagePlan): Map<Flow, number> {
  const rests = new Map<Flow, number>();
  for (const { modules } of plan.pages)
    for (const { matter } of modules ?? [])
      if (matter.kind === 'rest') rests.set(matter.flow, (rests.get(matter.flow) ?? 0) + 1);
  return rests;
}

/** `isPlanned`: the page stands in the plan itself, so that its modules count; further pages are filled by bands. */
function composePage(edition: Composer, planned: PlannedPage, isPlanned: boolean): void {
  const { blueprint } = planned;
  const composer = blueprint.isSpread ? withSpreadGrid(edition) : edition;
  const { grid } = composer;
  const modules = isPlanned ? planned.modules : null;
  const foot = isPlanned ? planned.foot : [];
  const page = openPage(composer, foot);
  takeLater(composer, page.index);
  const total = Math.round(grid.live.height / grid.baseline);
  const footerRows = blueprint.footer?.rows ?? 0;
  const end = Math.min(total - footerRows, ...foot.map(({ rect }) => rect.row - ROWS_BETWEEN_MODULES));
  addFurniture(composer, page, blueprint.header, { role: 'header', row: 0 });
  addFurniture(composer, page, blueprint.footer, { role: 'footer', row: total - footerRows });
  const bands = blueprint.bands.filter(
    (band) =>
      band.kind !== 'frames' ||
      (modules === null && band.frames.some((frame) => hasMatter(composer, page, frame))),
  );
  const atFoot = new Set(footBands(blueprint));
  const fixed = bands.map((band) =>
    atFoot.has(band) ? standingRows(composer, band) : fixedRows(composer, page, band),
  );
  const below = bands.map((_, at) =>
    fixed.slice(at + 1).reduce((sum, rows) => sum + rows + (rows > 0 ? ROWS_BETWEEN_MODULES : 0), 0),
  );
  let row = blueprint.header?.rows ?? 0;
  bands.forEach((band, at) => {
    const own = fixed[at] ?? 0;
    const isFoot = atFoot.has(band);
    // Under modules the foot of the page is where it was planned; under frames, where they end.
    if (isFoot && modules !== null) row = Math.max(row, end - (below[at] ?? 0) - own - ROWS_BETWEEN_MODULES);
    const isUnder = at > 0 || (isFoot && modules !== null);
    const gap = isUnder && own > 0 ? ROWS_BETWEEN_MODULES : 0;
    const place = { row: row + gap, end: end - (below[at] ?? 0), fixed: own };
    const used = placeBand(composer, page, band, place);
    row += gap + (isFoot ? own : used);
  });
  composeModules(composer, page, [...(modules ?? []), ...foot]);
  releaseSlots(composer, page);
}

/** What the plan wants on a page that has no frame or no room for it goes into the main thread, before the others. */
function releaseSlots(composer: Composer, page: DraftPage): void {
  for (const [key, flows] of composer.slots) {
    if (!key.startsWith(`${page.index}:`) || flows.length === 0) continue;
    for (const pending of flows.splice(0)) queueFirst(composer, pending);
  }
}

/** The same state of composing, with the grid of two pages; what is measured on it is kept apart. */
function withSpreadGrid(composer: Composer): Composer {
  return { ...composer, grid: spreadGrid(composer.grid), depths: new Map() };
}

/** Rows of a page from the white over its advertisements down. */
function soldRows(composer: Composer, foot: PlannedPage['foot']): number {
  const sold = foot.filter(({ matter }) => matter.kind === 'advertisement');
  if (sold.length === 0) return 0;
  return totalRows(composer) - Math.min(...sold.map(({ rect }) => rect.row)) + ROWS_BETWEEN_MODULES;
}

/** Begins a page; of a spread both, the right one empty. */
function openPage(composer: Composer, foot: PlannedPage['foot']): DraftPage {
  const { grid, pages, contents } = composer;
  const sold = soldRows(composer, foot);
  const imprint = foot.find(({ matter }) => matter.kind === 'imprint');
  const fold = foldOf(grid);
  const opened = (own: Pick<DraftPage, 'fold'>): DraftPage => {
    const index = pages.length;
    const page: DraftPage = {
      index,
      label: String(index + 1),
      fragments: [],
      beads: [],
      ...(sold > 0 ? { soldRows: sold } : {}),
      ...(imprint === undefined ? {} : { imprintRows: imprint.rect.rows + ROWS_BETWEEN_MODULES }),
      ...own,
    };
    pages.push(page);
    contents.push({ pageIndex: index, label: page.label, flows: [] });
    return page;
  };
  const page = opened(fold === null ? {} : { fold });
  if (fold !== null) opened({});
  return page;
}

function hasMatter(composer: Composer, page: DraftPage, frame: Frame): boolean {
  return (flowsFor(composer, page, frame)?.length ?? 0) > 0;
}

/** The flows a frame takes from: its slot's where the plan fills it; a frame that is for a slot alone takes no thread. */
function flowsFor(composer: Composer, page: DraftPage, frame: Frame): Pending[] | undefined {
  const planned = frame.slot === null ? undefined : composer.slots.get(`${page.index}:${frame.slot}`);
  if (planned !== undefined) return planned;
  return frame.thread === null ? undefined : composer.threads.get(frame.thread);
}

/** Frames of `auto` depth take at most this share of the live area, so that the lead above keeps its weight. */
const MOST_AUTO_SHARE = 0.5;

/** Rows that a band takes in any case: bands above it leave them free. `auto` is the depth of its matter. */
function fixedRows(composer: Composer, page: DraftPage, band: Band): number {
  if (band.kind !== 'frames') return 0;
  const most = Math.floor(totalRows(composer) * MOST_AUTO_SHARE);
  const depths = spread(
    band.frames.filter((frame) => hasMatter(composer, page, frame)),
    composer.grid.columns,
  ).map((frame) => {
    if (frame.rows === 'rest') return 0;
    return frame.rows === 'auto'
      ? measureFrame(composer, page, { frame, flows: flowsFor(composer, page, frame) ?? [], rows: most })
      : frame.rows;
  });
  return Math.max(0, ...depths);
}

function addFurniture(
  composer: Composer,
  page: DraftPage,
  slot: FurnitureSlot | null,
  place: { readonly role: FurnitureArea['role']; readonly row: number },
): void {
  if (slot === null) return;
  const { live, baseline } = composer.grid;
  for (const strip of stripsOf(composer.grid, page.index))
    composer.furniture.push({
      ...strip,
      role: place.role,
      align: place.role === 'footer' ? 'foot' : 'top',
      template: slot.template,
      at: slot.at,
      y: pt(live.y + place.row * baseline),
      height: pt(slot.rows * baseline),
    });
}

/** Strips across the page; on a spread one on each page, clear of the fold. */
function stripsOf(
  grid: Composer['grid'],
  pageIndex: number,
): readonly Pick<FurnitureArea, 'pageIndex' | 'x' | 'width' | 'toFold'>[] {
  const { live } = grid;
  const fold = foldOf(grid);
  if (fold === null) return [{ pageIndex, x: live.x, width: live.width }];
  const clear = pt(grid.gutter / 2);
  const width = pt(fold - clear - live.x);
  return [
    { pageIndex, x: live.x, width, toFold: { side: 'right', width: clear } },
    { pageIndex: pageIndex + 1, x: clear, width, toFold: { side: 'left', width: clear } },
  ];
}

/** Rows from `row` up to `end`; `fixed` is the band's own depth where its frames set one, else 0. */
type BandPlace = { readonly row: number; readonly end: number; readonly fixed: number };

/** Places one band and returns the rows it took. */
function placeBand(composer: Composer, page: DraftPage, band: Band, place: BandPlace): number {
  const { grid, session } = composer;
  if (band.kind === 'panel') {
    addFurniture(composer, page, band.panel, { role: 'panel', row: place.row });
    return band.panel.rows + ROWS_BETWEEN_MODULES;
  }
  if (band.kind === 'matter') {
    const stack = layoutStack(session, [band.box], grid.live.width, foldIn(legGrid(grid, grid.columns)));
    const index = indexStructure([band.box], {
      numbers: composer.numbers,
      rankShift: 0,
      language: composer.language,
    });
    composer.matter.push({ flow: null, index });
    const y = pt(grid.live.y + place.row * grid.baseline);
    composer.broken.push(...brokenStretches(stack.placed, [`page ${page.label}`]));
    emitMatter(composer, page, stack.placed, { x: grid.live.x, y, index });
    return standingRows(composer, band);
  }
  const frames = spread(
    band.frames.filter((frame) => hasMatter(composer, page, frame)),
    grid.columns,
  );
  const used = frames.map((frame) => {
    const rows = frame.rows === 'rest' ? place.end - place.row : Math.min(place.fixed, place.end - place.row);
    const flows = flowsFor(composer, page, frame) ?? [];
    return fillFrame(composer, page, { frame, flows, row: place.row, rows });
  });
  return Math.max(place.fixed, ...used);
}

const totalRows = ({ grid }: Composer): number => Math.round(grid.live.height / grid.baseline);

/** Closes the gaps that frames without matter leave: the widest of the others grows. */
function spread(frames: readonly Frame[], columns: number): readonly Frame[] {
  const taken = frames.reduce((sum, frame) => sum + frame.columns, 0);
  const widest = frames.reduce<Frame | null>(
    (best, frame) => (best === null || frame.columns > best.columns ? frame : best),
    null,
  );
  let column = 0;
  return frames.map((frame) => {
    const width = frame === widest ? frame.columns + Math.max(0, columns - taken) : frame.columns;
    const moved = { ...frame, column, columns: width };
    column += width;
    return moved;
  });
}
