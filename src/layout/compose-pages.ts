import { ptToInch, pt, type Pt } from '../core/units.ts';
import type { Rect } from '../core/geometry.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { PageGrid } from '../edition/edition.ts';
import type { Fragment } from '../page/page.ts';
import type { PageStart } from '../page/page-map.ts';
import type { StructureElement } from '../page/structure-tree.ts';
import { checkThreads } from './check-threads.ts';
import { emitFragments, type EmitTarget } from './emit-fragments.ts';
import type { LayoutSession } from './layout-session.ts';
import { firstSourceOf } from './page-starts.ts';
import type {
  Band,
  Blueprint,
  Flow,
  Frame,
  FurnitureArea,
  FurnitureSlot,
  PageContents,
  PagePlan,
} from './page-plan.ts';
import {
  FLOW_START,
  placeFlow,
  prepareFlow,
  type FlowCursor,
  type FlowPiece,
  type PreparedFlow,
} from './place-flow.ts';
import type { LegGrid } from './place-legs.ts';
import type { Placed } from './placed.ts';
import { layoutStack } from './stack-layout.ts';
import {
  createStructureNumbers,
  indexStructure,
  type StructureIndex,
  type StructureNumbers,
} from './structure-index.ts';

/** A page with its matter, before its furniture. */
export type DraftPage = {
  readonly index: number;
  readonly label: string;
  readonly fragments: Fragment[];
  readonly beads: { readonly story: string; readonly rect: Rect }[];
};

/** Matter of one blueprint band or flow, with its structure. */
export type IndexedMatter = { readonly flow: Flow | null; readonly index: StructureIndex };

/** Composed pages that wait for furniture, and all that the last steps need. */
export type DraftEdition = {
  readonly pages: readonly DraftPage[];
  readonly matter: readonly IndexedMatter[];
  readonly figureBoxes: ReadonlyMap<number, { readonly page: number; readonly rect: Rect }>;
  readonly starts: readonly PageStart[];
  readonly tops: readonly { readonly flow: Flow; readonly pageIndex: number; readonly y: Pt }[];
  readonly furniture: readonly FurnitureArea[];
  readonly contents: readonly PageContents[];
  /** Depth of each flow's legs in column inches. */
  readonly columnInches: ReadonlyMap<string, number>;
  readonly numbers: StructureNumbers;
};

/** A build of more pages than this is stopped: something does not end. */
const MOST_PAGES = 2000;
/** Rows between two flows that share a page. */
const ROWS_BETWEEN_FLOWS = 1;

type Composer = {
  readonly session: LayoutSession;
  readonly grid: PageGrid;
  readonly language: string;
  readonly numbers: StructureNumbers;
  readonly pages: DraftPage[];
  readonly matter: IndexedMatter[];
  readonly indexes: Map<Flow, StructureIndex>;
  readonly figureBoxes: Map<number, { page: number; rect: Rect }>;
  readonly starts: PageStart[];
  readonly tops: { flow: Flow; pageIndex: number; y: Pt }[];
  readonly furniture: FurnitureArea[];
  readonly contents: { pageIndex: number; label: string; flows: Flow[] }[];
  readonly columnInches: Map<string, number>;
};

type Thread = { readonly waiting: PreparedFlow[]; cursor: FlowCursor };

/**
 * Composes pages until every thread has run out: the bands of each page's blueprint from the top down, each frame
 * filled from its thread. Reports GA705 for matter deeper than a page, GA706 where a rule of breaking
 * gave way, GA707 for a thread that nothing serves, and GA708 for pages without end.
 */
export function composePages(
  plan: PagePlan,
  options: { readonly session: LayoutSession; readonly grid: PageGrid; readonly language: string },
): DraftEdition {
  const composer: Composer = {
    ...options,
    numbers: createStructureNumbers(),
    pages: [],
    matter: [],
    indexes: new Map(),
    figureBoxes: new Map(),
    starts: [],
    tops: [],
    furniture: [],
    contents: [],
    columnInches: new Map(),
  };
  if (!checkThreads(plan, options.session.context)) return composer;
  const threads = new Map<string, Thread>();
  for (const [name, flows] of plan.threads) {
    threads.set(name, {
      waiting: flows.map((flow) => prepareFlow(options.session, flow)),
      cursor: FLOW_START,
    });
  }
  const isWaiting = (): boolean => [...threads.values()].some((thread) => thread.waiting.length > 0);
  do {
    const index = composer.pages.length;
    const blueprint = plan.blueprints[Math.min(index, plan.blueprints.length - 1)];
    if (blueprint === undefined) break;
    if (index >= MOST_PAGES) {
      reportFault(options.session.context, 'GA708', {
        message: `there is matter left after ${MOST_PAGES} pages`,
      });
      break;
    }
    composePage(composer, blueprint, threads);
  } while (isWaiting());
  return composer;
}

function composePage(composer: Composer, blueprint: Blueprint, threads: ReadonlyMap<string, Thread>): void {
  const { grid } = composer;
  const index = composer.pages.length;
  const page: DraftPage = { index, label: String(index + 1), fragments: [], beads: [] };
  composer.pages.push(page);
  composer.contents.push({ pageIndex: index, label: page.label, flows: [] });
  const total = Math.round(grid.live.height / grid.baseline);
  const headerRows = blueprint.header?.rows ?? 0;
  const footerRows = blueprint.footer?.rows ?? 0;
  addFurniture(composer, page, blueprint.header, { role: 'header', row: 0 });
  addFurniture(composer, page, blueprint.footer, { role: 'footer', row: total - footerRows });
  let row = headerRows;
  for (const band of blueprint.bands) {
    row += placeBand(composer, page, band, { row, end: total - footerRows, threads });
  }
}

function addFurniture(
  composer: Composer,
  page: DraftPage,
  slot: FurnitureSlot | null,
  place: { readonly role: 'header' | 'footer'; readonly row: number },
): void {
  if (slot === null) return;
  const { live, baseline } = composer.grid;
  composer.furniture.push({
    pageIndex: page.index,
    role: place.role,
    template: slot.template,
    at: slot.at,
    x: live.x,
    y: pt(live.y + place.row * baseline),
    width: live.width,
    height: pt(slot.rows * baseline),
  });
}

type BandPlace = {
  readonly row: number;
  readonly end: number;
  readonly threads: ReadonlyMap<string, Thread>;
};

/** Places one band and returns the rows it took. */
function placeBand(composer: Composer, page: DraftPage, band: Band, place: BandPlace): number {
  const { grid, session } = composer;
  const y = pt(grid.live.y + place.row * grid.baseline);
  if (band.kind === 'matter') {
    const stack = layoutStack(session, [band.box], grid.live.width);
    const index = indexStructure([band.box], {
      numbers: composer.numbers,
      rankShift: 0,
      language: composer.language,
    });
    composer.matter.push({ flow: null, index });
    emit(composer, page, stack.placed, { x: grid.live.x, y, target: { kind: 'structure', index } });
    const after = band.box.style.margin.bottom;
    return Math.ceil((stack.height + after) / grid.baseline - 1e-6);
  }
  const used = band.frames.map((frame) => fillFrame(composer, page, frame, place));
  return Math.max(0, ...used);
}

/** Runs a thread through one frame, flow under flow, until the frame is full or the thread is empty. */
function fillFrame(composer: Composer, page: DraftPage, frame: Frame, place: BandPlace): number {
  const { grid } = composer;
  const thread = place.threads.get(frame.thread);
  if (thread === undefined) return 0;
  const depth = Math.min(place.end - place.row, frame.rows === 'rest' ? Infinity : frame.rows);
  const legs = legGrid(grid, frame);
  let row = 0;
  while (thread.waiting.length > 0) {
    const prepared = thread.waiting[0];
    const gap = row === 0 ? 0 : ROWS_BETWEEN_FLOWS;
    const rows = depth - row - gap;
    if (prepared === undefined || rows < 1) break;
    const piece = placeFlow(composer.session, prepared, thread.cursor, { legs, rows, isFresh: row === 0 });
    if (piece === null) break;
    placePiece(composer, page, {
      prepared,
      piece,
      cursor: thread.cursor,
      legs,
      frame,
      row: place.row + row + gap,
    });
    row += gap + piece.rows;
    if (piece.next !== null) {
      thread.cursor = piece.next;
      break;
    }
    thread.waiting.shift();
    thread.cursor = FLOW_START;
  }
  return frame.rows === 'rest' ? row : frame.rows;
}

function legGrid(grid: PageGrid, frame: Frame): LegGrid {
  const width = pt((grid.live.width - (grid.columns - 1) * grid.gutter) / grid.columns);
  return { count: frame.columns, width, gutter: grid.gutter, baseline: grid.baseline };
}

type PiecePlace = {
  readonly prepared: PreparedFlow;
  readonly piece: FlowPiece;
  readonly cursor: FlowCursor;
  readonly legs: LegGrid;
  readonly frame: Frame;
  readonly row: number;
};

function placePiece(composer: Composer, page: DraftPage, place: PiecePlace): void {
  const { flow } = place.prepared;
  const { grid } = composer;
  const index = indexOfFlow(composer, flow);
  const x = pt(grid.live.x + place.frame.column * (place.legs.width + place.legs.gutter));
  const y = pt(grid.live.y + place.row * grid.baseline);
  const fragments = emit(composer, page, place.piece.placed, { x, y, target: { kind: 'structure', index } });
  const isFirst = place.cursor === FLOW_START;
  if (isFirst) composer.tops.push({ flow, pageIndex: page.index, y });
  composer.contents[page.index]?.flows.push(flow);
  let inches = composer.columnInches.get(flow.name) ?? 0;
  for (const area of place.piece.areas) {
    const rect = { ...area, x: pt(area.x + x), y: pt(area.y + y) };
    page.beads.push({ story: flow.name, rect });
    if (area.width <= place.legs.width + 0.01) inches += ptToInch(area.height);
  }
  composer.columnInches.set(flow.name, inches);
  if (flow.kind === 'story') {
    const source = firstSourceOf(fragments, flow.name, index);
    if (source !== null)
      composer.starts.push({ story: flow.name, ...source, pageIndex: page.index, isFirst });
  }
  const trail = [`page ${page.label}`, flow.name];
  const { overflowing } = place.piece;
  if (overflowing !== null) {
    const element = overflowing === 'anonymous' ? null : overflowing;
    const what = element === null ? 'something' : `<${element.name}>`;
    const rows = composer.grid.live.height / composer.grid.baseline;
    reportFault(composer.session.context, 'GA705', {
      message: `${what} in "${flow.name}" is deeper than its place on the page; a whole page has ${Math.round(rows)} lines`,
      span: element?.at ?? null,
      trail,
    });
  } else if (place.piece.isForced) {
    reportFault(composer.session.context, 'GA706', {
      message: `"${flow.name}" has a single line at the head or foot of a column`,
      trail,
    });
  }
}

function indexOfFlow(composer: Composer, flow: Flow): StructureIndex {
  const known = composer.indexes.get(flow);
  if (known !== undefined) return known;
  const index = indexStructure(flow.tree.root.children, {
    numbers: composer.numbers,
    rankShift: 1,
    language: flow.language,
  });
  composer.indexes.set(flow, index);
  composer.matter.push({ flow, index });
  return index;
}

function emit(
  composer: Composer,
  page: DraftPage,
  placed: readonly Placed[],
  at: { readonly x: Pt; readonly y: Pt; readonly target: EmitTarget & { readonly kind: 'structure' } },
): readonly Fragment[] {
  const fragments = emitFragments(placed, at.x, at.y, at.target);
  page.fragments.push(...fragments);
  for (const item of placed) {
    const element = item.kind === 'image' ? at.target.index.figureOf.get(item.box) : undefined;
    if (item.kind !== 'image' || element === undefined) continue;
    const rect = { ...item.rect, x: pt(item.rect.x + at.x), y: pt(item.rect.y + at.y) };
    composer.figureBoxes.set(element, { page: page.index, rect });
  }
  return fragments;
}

/** The element that a flow's matter hangs on. */
export function flowElement(
  matter: IndexedMatter,
  numbers: StructureNumbers,
  documentLanguage: string,
): StructureElement {
  const { flow, index } = matter;
  return {
    kind: 'element',
    id: numbers.nextElement(),
    role: flow === null ? 'Div' : flow.kind === 'story' ? 'Art' : 'Sect',
    language: flow === null || flow.language === documentLanguage ? null : flow.language,
    alt: null,
    title: flow === null ? null : flow.title,
    name: flow?.name ?? null,
    box: null,
    children: index.children,
  };
}
