import type { Rect } from '../core/geometry.ts';
import { pt, type Pt } from '../core/units.ts';
import type { Box, BoxElement, BoxTree } from '../box/box.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import { breakSegment, type SegmentBreaks, type SegmentRoom } from './break-segment.ts';
import { fillBeside } from './fill-beside.ts';
import type { FlattenedFlow, FlowLeaf } from './flow-leaf.ts';
import type { FlowItem, FlowPosition } from './flow-items.ts';
import type { LayoutSession } from './layout-session.ts';
import type { Flow } from './page-plan.ts';
import { foldIn, legsWidth, legX, type Fold, type LegGrid } from './leg-grid.ts';
import { placeLegs } from './place-legs.ts';
import { findPlannedBreak, itemsBefore, type PlannedBreak } from './planned-break.ts';
import { moveAll, type Placed, type Stack } from './placed.ts';
import { itemsAnew, runUnder } from './run-under.ts';
import { matterOfSegment, type SegmentMatter, type SegmentStore } from './segment-matter.ts';
import { withQuotes } from './optional-quotes.ts';
import { setPicture, type FlowSetting } from './set-picture.ts';
import { segmentFlow, type Segment } from './story-segments.ts';
import { regionWidth, segmentGrid } from './segment-grid.ts';
import { spreadWhite } from './spread-white.ts';
import type { TooWide } from './table-columns.ts';
import { isWide, legsOfWide, natureOf } from './wide-boxes.ts';

/** How far a flow has been placed. */
export type FlowCursor = {
  readonly segment: number;
  /** What is left of a segment that is begun, as it was broken for the legs before; null for a whole one. */
  readonly rest: { readonly items: readonly FlowItem[]; readonly measure: Pt } | null;
};

/** The beginning of a flow. */
export const FLOW_START: FlowCursor = { segment: 0, rest: null };

/** Room for a flow in a frame. */
export type Region = {
  readonly legs: LegGrid;
  readonly rows: number;
  /** Nothing stands above in this frame: what does not fit here fits nowhere. */
  readonly isFresh: boolean;
  /** The rows are to be filled, not only not to be exceeded: legs of the last segment get white above subheads. */
  readonly isFilled?: boolean;
  /** The flow goes on in the next frame as in a book: the page plan breaks it nowhere. */
  readonly runsOn?: boolean;
  /** Only depths are wanted: what stands in the legs is not placed. */
  readonly isMeasured?: boolean;
};

/** An area of a piece; whether it is one of a leg, or of what stands in legs of its own. */
export type FlowArea = Rect & { readonly isInLegs?: true };

/** What was placed of a flow in a region; the origin is the region's corner. */
export type FlowPiece = {
  readonly placed: readonly Placed[];
  /** Areas in reading order: heads over the whole frame, then legs. */
  readonly areas: readonly FlowArea[];
  readonly rows: number;
  /** Where it goes on in the next frame; null when it ended here. */
  readonly next: FlowCursor | null;
  /** It goes on elsewhere from where the page plan breaks it: all that is to stand here does. */
  readonly isCutAsPlanned: boolean;
  /** A rule of breaking had to give way. */
  readonly isForced: boolean;
  /** What is deeper than a whole frame and was let run over its foot. */
  readonly overflowing: BoxElement | 'anonymous' | null;
  /** Tables that begin here and are wider than their measure. */
  readonly tooWide: readonly TooWide[];
};

/** Rows of legs that must stand under a head: fewer look like a mistake, and the head goes to the next page. */
const ROWS_UNDER_HEAD = 4;

/** Prepared matter of a flow: segments, with items per measure. */
export type PreparedFlow = {
  readonly flow: Flow;
  readonly tree: BoxTree;
  /** Of the outermost element. */
  readonly style: ComputedStyle;
  readonly segments: readonly Segment[];
  /** Legs under its picture, the last ones; 0 where it has none at a corner. */
  readonly cornerLegs: number;
  readonly flattened: readonly FlattenedFlow[];
  readonly itemsAt: (segment: number, measure: Pt) => readonly FlowItem[];
  /** Items from a place inside a segment on, broken anew from there. */
  readonly itemsFrom: (segment: number, measure: Pt, position: FlowPosition) => readonly FlowItem[];
  /** A segment in one piece, off the grid. */
  readonly stackAt: (segment: number, width: Pt, fold: Fold | null) => Stack;
  /** What is known of a segment in even legs; see {@link SegmentMatter}. */
  readonly evenLegsOf: (segment: number) => SegmentMatter['evenLegs'] | undefined;
  /** Into how many legs a wide segment is divided in a width. */
  readonly legsOfWide: (segment: number, width: Pt, gutter: Pt) => number;
};

/** What flows are set by, and what is known of their segments. */
export type FlowStore = { readonly session: LayoutSession; readonly segments: SegmentStore };

/** Cuts a flow into segments; items are collected on demand, once a measure. */
export function prepareFlow(
  { session, segments: store }: FlowStore,
  flow: Flow,
  set: FlowSetting,
): PreparedFlow {
  const { tree, picture } = setPicture(session, withQuotes(flow.treeOf(set.shape), set.quotes ?? 0), set);
  const nature = natureOf(tree.root, picture !== null && picture.columns < set.legs.count);
  const isTooWide = (box: Box): boolean => isWide(session, box, nature, set.legs);
  const cut = segmentFlow(tree.root, isTooWide, picture?.box ?? null);
  const beside = { session, store, legs: set.legs, cornerLegs: picture?.columns ?? 0 };
  const segments = flow.jump?.after == null ? fillBeside(cut, beside) : cut;
  const matters = segments.map((segment) => matterOfSegment(store, segment));
  const itemsFrom: PreparedFlow['itemsFrom'] = (segment, measure, position) =>
    matters[segment]?.itemsFrom(session, measure, position) ?? [];
  return {
    flow,
    tree,
    style: outerStyle(tree),
    segments,
    cornerLegs: beside.cornerLegs,
    flattened: matters.map(({ flattened }) => flattened),
    itemsAt: (segment, measure) => itemsFrom(segment, measure, { leaf: 0, from: 0 }),
    itemsFrom,
    stackAt: (segment, width, fold) =>
      matters[segment]?.stackAt(session, width, fold) ?? { width, height: pt(0), placed: [] },
    evenLegsOf: (segment) => matters[segment]?.evenLegs,
    legsOfWide: (segment, width, gutter) =>
      legsOfWide(session, { boxes: segments[segment]?.boxes ?? [], nature }, { width, gutter }),
  };
}

/** What a cursor has before it in its segment. Legs of another width break the paragraph anew from where it stands. */
export function itemsAfter(
  prepared: PreparedFlow,
  { segment, rest }: FlowCursor,
  measure: Pt,
): readonly FlowItem[] {
  if (rest === null) return prepared.itemsAt(segment, measure);
  const [first] = rest.items;
  if (first === undefined || Math.abs(rest.measure - measure) < SAME_MEASURE) return rest.items;
  return itemsAnew(rest.items, (position) => prepared.itemsFrom(segment, measure, position));
}

/** Points by which two measures may differ and break a paragraph alike. */
const SAME_MEASURE = 0.001;

type Draft = {
  placed: Placed[];
  tooWide: TooWide[];
  areas: FlowArea[];
  row: number;
  isForced: boolean;
  overflowing: FlowPiece['overflowing'];
  /** Rows at the head of each leg that a picture at the corner takes. */
  tops: readonly number[];
};

/** Places as much of a flow as a region takes. Null when it should begin in the next one. */
export function placeFlow(prepared: PreparedFlow, cursor: FlowCursor, region: Region): FlowPiece | null {
  const draft: Draft = {
    placed: [],
    tooWide: [],
    areas: [],
    row: 0,
    isForced: false,
    overflowing: null,
    tops: [],
  };
  const mayBreak = cursor === FLOW_START && region.runsOn !== true;
  const planned = mayBreak ? plannedBreakOf(prepared, region.legs) : null;
  let at = cursor;
  while (at.segment < prepared.segments.length) {
    if (planned?.segment === at.segment && planned.items === 0) return finish(draft, at, true);
    const isFresh = region.isFresh && draft.row === 0;
    const kind = prepared.segments[at.segment]?.kind;
    const most = planned?.segment === at.segment ? planned.items : null;
    const place = { region, draft, isFresh, most };
    const next =
      kind === 'span'
        ? placeSpan(prepared, at.segment, place)
        : kind === 'corner'
          ? placeCorner(prepared, at.segment, place)
          : placeSegmentLegs(prepared, at, place);
    if (next === null) return draft.row === 0 ? null : finish(draft, at);
    if (next.segment === at.segment) return finish(draft, next, isAt(prepared, planned, next, region.legs));
    at = next;
  }
  return finish(draft, null);
}

type Place = {
  readonly region: Region;
  readonly draft: Draft;
  readonly isFresh: boolean;
  /** Items of the segment that stand here at most, as the page plan says; null for all. */
  readonly most: number | null;
};

/** Where the page plan breaks a flow; null for nowhere. */
export function plannedBreakOf(prepared: PreparedFlow, legs: LegGrid): PlannedBreak | null {
  const after = prepared.flow.jump?.after ?? null;
  if (after === null) return null;
  const itemsOf = (segment: number): readonly FlowItem[] =>
    prepared.itemsAt(segment, segmentGrid(prepared, segment, legs).width);
  return findPlannedBreak(after, { ...prepared, itemsOf });
}

function isAt(
  prepared: PreparedFlow,
  planned: PlannedBreak | null,
  { segment, rest }: FlowCursor,
  legs: LegGrid,
): boolean {
  if (planned?.segment !== segment || rest === null) return false;
  const all = prepared.itemsAt(segment, segmentGrid(prepared, segment, legs).width).length;
  return rest.items.length === all - planned.items;
}

function finish(draft: Draft, next: FlowCursor | null, isCutAsPlanned = false): FlowPiece {
  return {
    placed: draft.placed,
    areas: draft.areas,
    rows: draft.row,
    next,
    isCutAsPlanned,
    isForced: draft.isForced,
    overflowing: draft.overflowing,
    tooWide: draft.tooWide,
  };
}

/** A head over all legs; it keeps some rows of the legs under it. Null when it belongs on the next page. */
function placeSpan(prepared: PreparedFlow, segment: number, place: Place): FlowCursor | null {
  const { region, draft } = place;
  const boxes = prepared.segments[segment]?.boxes ?? [];
  const flattened = prepared.flattened[segment];
  const { baseline } = region.legs;
  const width = regionWidth(region.legs);
  const stack = prepared.stackAt(segment, width, foldIn(region.legs));
  const before = draft.row === 0 ? 0 : Math.round((flattened?.leaves[0]?.marginBefore ?? 0) / baseline);
  const hasLegs = prepared.segments[segment + 1] !== undefined;
  const after = hasLegs ? (flattened?.leaves.at(-1)?.marginAfter ?? 0) : 0;
  const rows = Math.ceil((stack.height + after) / baseline - 1e-6);
  const needed = before + rows + (hasLegs ? rowsUnderHead(prepared, segment + 1, region.legs) : 0);
  if (draft.row + needed > region.rows && !place.isFresh) return null;
  if (draft.row + rows > region.rows) draft.overflowing = deepestOf(boxes)?.element ?? 'anonymous';
  const y = (draft.row + before) * baseline;
  const slack = hasLegs ? rows * baseline - stack.height - after : 0;
  draft.placed.push(...moveAll(spreadWhite(stack, flattened?.leaves ?? [], { slack, after }), 0, y));
  draft.areas.push({ x: pt(0), y: pt(y), width, height: pt(stack.height + slack) });
  draft.row = Math.min(region.rows, draft.row + before + rows);
  return { segment: segment + 1, rest: null };
}

/** What of a head is told of where it is too deep: its picture, where it has one. */
const deepestOf = (boxes: readonly Box[]): Box | undefined =>
  boxes.find(({ element }) => element?.name === 'ed-picture') ?? boxes[0];

/** Rows of the legs that a head keeps under it: fewer where the story has no more. */
function rowsUnderHead(prepared: PreparedFlow, segment: number, legs: LegGrid): number {
  const grid = segmentGrid(prepared, segment, legs);
  const items =
    prepared.segments[segment]?.kind === 'legs' && prepared.segments.length === segment + 1
      ? prepared.itemsAt(segment, grid.width)
      : null;
  const most = ROWS_UNDER_HEAD * grid.count;
  if (items === null || items.length > most) return ROWS_UNDER_HEAD;
  const rows = items.reduce((sum, item, at) => sum + item.rows + (at === 0 ? 0 : item.rowsBefore), 0);
  return Math.min(ROWS_UNDER_HEAD, Math.ceil(rows / grid.count));
}

/** A picture at the top corner of the legs that follow, over the last of them. */
function placeCorner(
  prepared: PreparedFlow,
  segment: number,
  { region, draft, isFresh }: Place,
): FlowCursor | null {
  const { legs } = region;
  const boxes = prepared.segments[segment]?.boxes ?? [];
  const first = legs.count - prepared.cornerLegs;
  const stack = prepared.stackAt(segment, legsWidth(legs, prepared.cornerLegs), foldIn(legs, first));
  const x = legX(legs, first, prepared.cornerLegs);
  // Level with the capitals of the line beside it.
  const y = draft.row * legs.baseline + legs.baseline * ABOVE_CAPITALS;
  const after = prepared.flattened[segment]?.leaves.at(-1)?.marginAfter ?? 0;
  const rows = Math.ceil((stack.height + after) / legs.baseline + ABOVE_CAPITALS - 1e-6);
  if (draft.row + rows > region.rows) {
    if (!isFresh && draft.row === 0) return null;
    if (draft.row + Math.ceil(stack.height / legs.baseline) > region.rows)
      draft.overflowing = boxes[0]?.element ?? 'anonymous';
  }
  draft.placed.push(...moveAll(stack.placed, x, y));
  draft.areas.push({ x, y: pt(y), width: stack.width, height: stack.height });
  draft.tops = Array.from({ length: legs.count }, (_, leg) => (leg < first ? 0 : rows));
  return { segment: segment + 1, rest: null };
}

/** Share of a row above the capitals of its line. */
const ABOVE_CAPITALS = 0.2;

/** Legs of one segment: balanced when the rest fits, else filled to the foot. Null when nothing fits. */
function placeSegmentLegs(prepared: PreparedFlow, cursor: FlowCursor, place: Place): FlowCursor | null {
  const { region, draft } = place;
  const grid = segmentGrid(prepared, cursor.segment, region.legs);
  if (grid.count !== region.legs.count) goUnderCorner(draft);
  const all = itemsAfter(prepared, cursor, grid.width);
  const items = place.most === null ? all : itemsBefore(all, place.most);
  const before = draft.row === 0 ? 0 : rowsBetween(prepared, cursor.segment, grid.baseline);
  const depth = region.rows - draft.row - before;
  const { tops } = draft;
  const isLast = cursor.segment === prepared.segments.length - 1 || items.length < all.length;
  const isFilled = region.isFilled === true && isLast;
  const room = { count: grid.count, depth, tops, isFilled };
  const broken = breakOn(prepared, cursor, { items, room, grid, place });
  const leaf = prepared.flattened[cursor.segment]?.leaves[items[0]?.leaf ?? 0];
  if (broken === null || (draft.row > 0 && isTorn(prepared, cursor.segment, broken, items))) return null;
  const { breaks, refined, left } = broken;
  if (refined === null && (breaks.legs[0]?.rows ?? 0) > depth) draft.overflowing = elementOf(leaf);
  const { columnRule } = prepared.style;
  const flow = prepared.flattened[cursor.segment] ?? { leaves: [], decorations: [], waiting: [] };
  const wanted = isFilled ? depth : 0;
  const isMeasured = region.isMeasured === true;
  const legs = placeLegs({ items, breaks, ...refined, flow, grid, columnRule, tops, wanted, isMeasured });
  const y = (draft.row + before) * grid.baseline;
  draft.placed.push(...moveAll(legs.placed, 0, y));
  draft.areas.push(...legs.areas.map((area) => ({ ...area, y: pt(area.y + y), isInLegs: true as const })));
  draft.row += before + Math.max(legs.rows, ...tops);
  draft.tops = [];
  draft.isForced ||= refined === null && breaks.isForced;
  const next = refined?.breaks.next ?? breaks.next;
  for (const item of items.slice(0, next)) if (item.tooWide !== undefined) draft.tooWide.push(item.tooWide);
  return cursorAt(cursor.segment, left ?? all.slice(next), grid.width);
}

/** What has legs of its own does not stand beside a picture at the corner of others. */
function goUnderCorner(draft: Draft): void {
  draft.row += Math.max(0, ...draft.tops);
  draft.tops = [];
}

const cursorAt = (segment: number, items: readonly FlowItem[], measure: Pt): FlowCursor =>
  items.length === 0 ? { segment: segment + 1, rest: null } : { segment, rest: { items, measure } };

/** A table over all legs, parted where its rules forbid it: under other matter it goes over the page whole instead. */
function isTorn(
  { segments }: PreparedFlow,
  segment: number,
  { breaks }: SegmentBreaks,
  items: readonly FlowItem[],
): boolean {
  return segments[segment]?.kind === 'wide' && breaks.isForced && breaks.next < items.length;
}

type Breaking = {
  readonly items: readonly FlowItem[];
  readonly room: SegmentRoom;
  readonly grid: LegGrid;
  readonly place: Place;
};

/** Where a flow runs on in the next frame, the text does not wait for a picture that does. */
function breakOn(prepared: PreparedFlow, cursor: FlowCursor, breaking: Breaking): SegmentBreaks | null {
  const own = breakOnce(prepared, cursor, breaking);
  if (own === null || breaking.place.region.runsOn !== true) return own;
  const { items, room } = breaking;
  return runUnder(items, own.breaks, room) ?? own;
}

/** A story is measured in several shapes, which have their body in common: it is broken once for them all. */
function breakOnce(
  prepared: PreparedFlow,
  { segment, rest }: FlowCursor,
  { items, room, grid, place }: Breaking,
): SegmentBreaks | null {
  const even = place.region.isMeasured === true && rest === null ? prepared.evenLegsOf(segment) : undefined;
  if (even === undefined) return breakSegment(items, room, place.isFresh);
  const key = `${grid.width}:${room.count}:${room.tops.join()}:${items.length}`;
  const known = even.get(key);
  if (known !== undefined) return known;
  const broken = breakSegment(items, room, place.isFresh);
  even.set(key, broken);
  return broken;
}

/** White between a segment and the one above it; a head over all legs has taken its own. */
function rowsBetween({ segments, flattened }: PreparedFlow, segment: number, baseline: Pt): number {
  const above = segments[segment - 1]?.kind;
  if (above !== 'legs' && above !== 'wide') return 0;
  const after = flattened[segment - 1]?.leaves.at(-1)?.marginAfter ?? 0;
  const before = flattened[segment]?.leaves[0]?.marginBefore ?? 0;
  return Math.round(Math.max(after, before) / baseline);
}

function elementOf(leaf: FlowLeaf | undefined): FlowPiece['overflowing'] {
  const box = leaf?.box.kind === 'unbroken' ? leaf.box.box : leaf?.box;
  return box?.element ?? 'anonymous';
}

/** The style of the outermost element: the tree's root is only what holds it. */
export function outerStyle({ root }: BoxTree): ComputedStyle {
  const [only] = root.children;
  return only !== undefined && root.children.length === 1 ? only.style : root.style;
}
