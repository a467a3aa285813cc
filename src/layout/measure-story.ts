import type { Rect } from '../core/geometry.ts';
import type { PageGrid } from '../edition/edition.ts';
import { findHeadPicture, pictureRows, type PictureRows } from './head-picture.ts';
import type { LayoutSession } from './layout-session.ts';
import { legGrid, legsWidth, type LegGrid } from './leg-grid.ts';
import type { Flow, FlowShape } from './page-plan.ts';
import {
  FLOW_START,
  placeFlow,
  prepareFlow,
  type FlowPiece,
  type FlowStore,
  type PreparedFlow,
} from './place-flow.ts';
import { letGoOfSegments, openSegmentStore } from './segment-matter.ts';
import { pictureLegs, type FlowSetting } from './set-picture.ts';

/** A story as it is set, once per shape, legs and depth of its picture: what is shaped, broken and laid out of it. */
export type SetStory = FlowStore & { readonly prepared: Map<string, PreparedFlow> };

/** Stories set for measuring and for placing. */
export type StoryStore = {
  readonly session: LayoutSession;
  readonly grid: PageGrid;
  /** Those that were used last, the last one at the end. */
  readonly set: Map<Flow, SetStory>;
  readonly depths: Map<Flow, Map<string, StoryDepth>>;
  /** Stories as they were last set into their places: pages are composed more than once, and most of them come out alike. */
  readonly fitted: WeakMap<Flow, { readonly key: string; readonly fitted: FittedStory }>;
};

/** A story, or its beginning, set into its place. */
export type FittedStory = { readonly prepared: PreparedFlow; readonly piece: FlowPiece };

/** Opens an empty store. */
export function openStoryStore(session: LayoutSession, grid: PageGrid): StoryStore {
  return {
    session,
    grid,
    set: new Map(),
    depths: new Map(),
    fitted: new WeakMap(),
  };
}

/** Paragraphs that stay shaped, broken and set at a time: those of some seventy pages. */
const MOST_PARAGRAPHS = 4000;

/**
 * A story as it is set. Those that were not used for longest are let go of where there are many: memory is bounded by the
 * paper's largest stories and not by its pages. What is wanted again is set anew and comes out the same; depths stay
 * known.
 */
export function setStoryOf(store: StoryStore, flow: Flow): SetStory {
  const { set, session } = store;
  const known = set.get(flow);
  if (known === undefined) boundMemory(set);
  const story = known ?? openStory(session);
  set.delete(flow);
  set.set(flow, story);
  return story;
}

function openStory({ apart, context }: LayoutSession): SetStory {
  return { session: { ...apart(), context }, segments: openSegmentStore(), prepared: new Map() };
}

function boundMemory(set: StoryStore['set']): void {
  let kept = [...set.values()].reduce((sum, { session }) => sum + session.keptParagraphs(), 0);
  for (const [flow, { session, segments }] of set) {
    if (kept <= MOST_PARAGRAPHS) return;
    kept -= session.keptParagraphs();
    set.delete(flow);
    // What was placed of it may still know it.
    session.letGo();
    letGoOfSegments(segments);
  }
}

/** How a story is to be set: over some columns of the page, in one leg a column where `legs` is null. */
export type StorySetting = {
  readonly shape: FlowShape;
  readonly columns: number;
  readonly legs: number | null;
  /** Depth of its head picture; null for the one it has by itself. */
  readonly pictureRows: number | null;
  /** Legs that its head picture stands over; left out or null, those of its layout. */
  readonly pictureColumns?: number | null;
  /** Pull quotes shown of those that may be left out; left out for none. */
  readonly quotes?: number;
};

/** Depth of a story set whole, in rows of the grid. */
export type StoryDepth = {
  /** From the head to the foot of the deepest leg. */
  readonly rows: number;
  /** Of its head and what else stands over all legs before the first line in a leg. */
  readonly headRows: number;
  /** Of the deepest leg, without what stands over all legs. */
  readonly legRows: number;
  /** From the head of the legs to the foot of a picture over some of them; 0 without one. */
  readonly cornerRows: number;
  /** Column rows that stay white in empty legs, and under legs because a picture beside them is deeper; a row in each leg not counted. */
  readonly whiteRows: number;
  /** Of these, what is more than three rows under a leg: a hole that is told. */
  readonly holeRows: number;
  /** What its head picture may be deep at this width; null without one. */
  readonly pictureRows: PictureRows | null;
  /** A rule of breaking had to give way. */
  readonly isForced: boolean;
};

/** Deeper than any story: a page of 200 inches has fewer rows than this. */
const ENDLESS = 100_000;

/** The depth of a story in a setting; measured once. */
export function measureStory(store: StoryStore, flow: Flow, setting: StorySetting): StoryDepth {
  const known = store.depths.get(flow) ?? new Map<string, StoryDepth>();
  store.depths.set(flow, known);
  const key = `${setting.shape}:${setting.columns}:${setting.legs ?? ''}:${setting.pictureRows ?? ''}:${setting.pictureColumns ?? ''}:${setting.quotes ?? 0}`;
  const depth = known.get(key) ?? measure(store, flow, setting);
  known.set(key, depth);
  return depth;
}

function measure(store: StoryStore, flow: Flow, setting: StorySetting): StoryDepth {
  const legs = legGrid(store.grid, setting.columns, setting.legs);
  const prepared = preparedAs(store, flow, { ...setting, legs });
  const region = { legs, rows: ENDLESS, isFresh: true, isMeasured: true };
  const piece = placeFlow(prepared, FLOW_START, region);
  const single = legs.width + 0.01;
  const legAreas = piece?.areas.filter((area) => area.width <= single) ?? [];
  const heads = prepared.segments.findIndex(({ kind }) => kind !== 'span' && kind !== 'corner');
  const body = heads === -1 ? undefined : piece?.areas[heads];
  const legRows = Math.max(0, ...legAreas.map((area) => Math.round(area.height / legs.baseline)));
  const range = pictureRowsOf(store, flow, { ...setting, legs });
  const headRows = body === undefined ? (piece?.rows ?? 0) : Math.round(body.y / legs.baseline);
  const corner = piece?.areas[prepared.segments.findIndex(({ kind }) => kind === 'corner')];
  const foot = (piece?.rows ?? 0) * legs.baseline;
  const under = [
    ...whiteUnder(legAreas, foot, legs.baseline),
    ...whiteOver(legAreas, piece?.areas ?? [], legs.baseline),
  ];
  // Over legs without text stands a picture, where there is one.
  const empty =
    range === null && legAreas.length > 0 ? legs.count - new Set(legAreas.map(({ x }) => x)).size : 0;
  return {
    rows: piece?.rows ?? 0,
    headRows,
    legRows,
    cornerRows:
      corner === undefined ? 0 : Math.ceil((corner.y + corner.height) / legs.baseline - 1e-6) - headRows,
    whiteRows: sumOver(1, under) + empty * legRows,
    holeRows: sumOver(NO_HOLE, under) + empty * Math.max(0, legRows - NO_HOLE),
    pictureRows: range,
    isForced: piece?.isForced ?? false,
  };
}

/** Rows of white under a leg that are no hole. */
const NO_HOLE = 3;

/** Rows of white under each leg. Legs are even within a row; what is more than that is white that a picture makes. */
function whiteUnder(legs: readonly Rect[], foot: number, baseline: number): readonly number[] {
  const bottoms = new Map<number, number>();
  for (const { x, y, height } of legs) bottoms.set(x, Math.max(bottoms.get(x) ?? 0, y + height));
  return [...bottoms.values()].map((bottom) => Math.round((foot - bottom) / baseline));
}

/** White that a segment has above it as a rule. */
const ROWS_OVER = 1;

/** Rows of white between each leg and what spans the legs under it, beyond the usual: beside a picture that is deeper. */
function whiteOver(legs: readonly Rect[], areas: readonly Rect[], baseline: number): readonly number[] {
  return legs.flatMap(({ x, y, width, height }) => {
    const isUnder = (area: Rect): boolean =>
      area.y >= y + height - 1 && area.x < x + width && area.x + area.width > x;
    const tops = areas.filter(isUnder).map((area) => area.y);
    if (tops.length === 0) return [];
    return [Math.round((Math.min(...tops) - y - height) / baseline) - ROWS_OVER];
  });
}

const sumOver = (least: number, rows: readonly number[]): number =>
  rows.reduce((sum, own) => sum + Math.max(0, own - least), 0);

/** What the head picture of a story may be deep in some legs; null without one. */
export function pictureRowsOf(
  store: StoryStore,
  flow: Flow,
  { shape, legs, pictureColumns = null }: Omit<FlowSetting, 'pictureRows'>,
): PictureRows | null {
  const picture = findHeadPicture(flow.treeOf(shape));
  if (picture === null) return null;
  const { session } = setStoryOf(store, flow);
  const columns = pictureLegs(session, picture, legs, pictureColumns);
  return pictureRows(session, picture, legsWidth(legs, columns));
}

/** A story set whole in some legs, not yet on a page. */
export type Module = { readonly prepared: PreparedFlow; readonly piece: FlowPiece; readonly legs: LegGrid };

/** A flow's matter in one setting; prepared once. */
export function preparedAs(store: StoryStore, flow: Flow, setting: FlowSetting): PreparedFlow {
  const story = setStoryOf(store, flow);
  const { shape, legs, pictureRows: rows, pictureColumns, pictureShare, quotes = 0 } = setting;
  const size = `${legs.count}:${legs.width.toFixed(3)}`;
  const key = `${shape}:${size}:${rows ?? ''}:${pictureColumns ?? ''}:${pictureShare ?? ''}:${quotes}`;
  const prepared = story.prepared.get(key) ?? prepareFlow(story, flow, setting);
  story.prepared.set(key, prepared);
  return prepared;
}

/** A story set whole in some legs, in the shape that their number asks for; null when it does not fit. */
export function setWhole(store: StoryStore, flow: Flow, legs: LegGrid, rows: number): Module | null {
  const shape = legs.count > 2 ? 'second' : legs.count === 2 ? 'third' : 'brief';
  const prepared = preparedAs(store, flow, { shape, legs, pictureRows: null });
  const region = { legs, rows, isFresh: false };
  const piece = placeFlow(prepared, FLOW_START, region);
  return piece === null || piece.next !== null || piece.overflowing !== null
    ? null
    : { prepared, piece, legs };
}
