import { pt } from '../core/units.ts';
import type { PageGrid } from '../edition/edition.ts';
import type { Composer, DraftPage, Pending } from './composer.ts';
import type { Flow, FlowShape, Frame } from './page-plan.ts';
import { FLOW_START, placeFlow, prepareFlow, type FlowPiece, type PreparedFlow } from './place-flow.ts';
import type { LegGrid } from './place-legs.ts';
import { placeJumpHead, placePiece } from './place-piece.ts';
import { drawBorder } from './draw-decorations.ts';

/** Rows between two flows that share a frame. */
const ROWS_BETWEEN_FLOWS = 1;
/** Legs less deep than this look better when two stories stand side by side: 2 inches of an 11 point grid. */
const SHALLOW_ROWS = 13;
/** Modules side by side may end this many rows apart. */
const UNEVEN_ROWS = 3;
/** A row is kept free at the foot of a piece that goes on elsewhere. */
const JUMP_LINE_ROWS = 1;

/** A frame on a page, and the room it has. */
export type FramePlace = {
  readonly frame: Frame;
  /** Flows it takes, the next one first; those that are placed are taken out. */
  readonly flows: Pending[];
  readonly row: number;
  readonly rows: number;
};

/** Runs flows through one frame, one under the other, until it is full or they are all placed; returns the rows it took. */
export function fillFrame(composer: Composer, page: DraftPage, place: FramePlace): number {
  const { frame, flows } = place;
  let row = 0;
  while (flows.length > 0) {
    const gap = row === 0 ? 0 : ROWS_BETWEEN_FLOWS;
    const rows = place.rows - row - gap;
    if (rows < 1) break;
    const at = { ...place, row: place.row + row + gap, rows };
    const used = placePair(composer, page, at) ?? placeNext(composer, page, at, row === 0);
    if (used === null) break;
    row += gap + used.rows;
    if (used.isFull) break;
  }
  return typeof frame.rows === 'number' ? frame.rows : row;
}

type Used = { readonly rows: number; readonly isFull: boolean };

function placeNext(composer: Composer, page: DraftPage, place: FramePlace, isFresh: boolean): Used | null {
  const [pending] = place.flows;
  if (pending === undefined) return null;
  const legs = legGrid(composer.grid, place.frame.columns);
  const prepared = pending.started?.prepared ?? preparedAs(composer, pending.flow, shapeFor(page, place));
  const head = pending.started === null ? null : placeJumpHead(composer, page, { ...place, legs, started: pending.started, flow: pending.flow });
  const rows = place.rows - (head?.rows ?? 0);
  const region = { legs, rows, isFresh };
  const cursor = pending.started?.cursor ?? FLOW_START;
  const whole = rows < 1 ? null : placeFlow(composer.session, prepared, cursor, region);
  if (whole === null) return null;
  const piece = whole.next === null ? whole : (placeFlow(composer.session, prepared, cursor, { ...region, rows: rows - JUMP_LINE_ROWS }) ?? whole);
  head?.commit();
  const row = place.row + (head?.rows ?? 0);
  place.flows.shift();
  const origin = placePiece(composer, page, { prepared, piece, cursor, legs, column: place.frame.column, row });
  if (piece.next === null) return { rows: (head?.rows ?? 0) + piece.rows, isFull: false };
  goOnLater(composer, { flow: pending.flow, started: { prepared, cursor: piece.next, origin } });
  return { rows: place.rows, isFull: true };
}

/** What goes on stands before all that has not begun, in the order in which it was left. */
function goOnLater(composer: Composer, pending: Pending): void {
  const thread = composer.threads.get('main') ?? [];
  composer.threads.set('main', thread);
  const at = thread.findIndex(({ started }) => started === null);
  thread.splice(at < 0 ? thread.length : at, 0, pending);
}

/** The styles a story is set in, by where it stands. */
function shapeFor(page: DraftPage, { frame, flows }: FramePlace): FlowShape {
  if (frame.slot === 'second' || frame.slot === 'third') return frame.slot;
  if (frame.slot === 'briefs') return 'brief';
  const isFirst = page.index === 0 && page.beads.length === 0;
  return isFirst || flows[0]?.flow.kind === 'imprint' ? 'lead' : frame.columns > 2 ? 'second' : frame.columns === 2 ? 'third' : 'brief';
}

function preparedAs(composer: Composer, flow: Flow, shape: FlowShape): PreparedFlow {
  const known = composer.prepared.get(flow) ?? new Map<FlowShape, PreparedFlow>();
  composer.prepared.set(flow, known);
  const prepared = known.get(shape) ?? prepareFlow(composer.session, flow, shape);
  known.set(shape, prepared);
  return prepared;
}

function legGrid(grid: PageGrid, columns: number): LegGrid {
  const width = pt((grid.live.width - (grid.columns - 1) * grid.gutter) / grid.columns);
  return { count: columns, width, gutter: grid.gutter, baseline: grid.baseline };
}

type Module = { readonly prepared: PreparedFlow; readonly piece: FlowPiece; readonly columns: number };

/** Sets the next two stories side by side where one alone would have shallow legs; null where that is no better. */
function placePair(composer: Composer, page: DraftPage, place: FramePlace): Used | null {
  const pair = choosePair(composer, page, place);
  if (pair === null) return null;
  const [left, right] = pair;
  place.flows.splice(0, 2);
  const rows = Math.max(left.piece.rows, right.piece.rows);
  let column = place.frame.column;
  for (const { prepared, piece, columns } of pair) {
    const legs = legGrid(composer.grid, columns);
    placePiece(composer, page, { prepared, piece, cursor: FLOW_START, legs, column, row: place.row });
    column += columns;
  }
  drawModuleRule(composer, page, { column: place.frame.column + left.columns, row: place.row, rows, style: right.prepared.style });
  return { rows, isFull: false };
}

function choosePair(composer: Composer, page: DraftPage, place: FramePlace): readonly [Module, Module] | null {
  const [first, second] = place.flows;
  const { columns } = place.frame;
  const isFree = (pending: Pending | undefined): pending is Pending => pending?.started === null && pending.flow.kind === 'story';
  if (columns < 2 || !isFree(first) || !isFree(second) || (page.index === 0 && page.beads.length === 0)) return null;
  const alone = measure(composer, first.flow, columns, place.rows);
  const isShallow = alone !== null && (alone.piece.areas.at(-1)?.height ?? 0) < SHALLOW_ROWS * composer.grid.baseline;
  if (!isShallow) return null;
  let best: readonly [Module, Module] | null = null;
  let least = UNEVEN_ROWS + 1;
  for (let split = columns - 1; split >= 1; split -= 1) {
    const left = measure(composer, first.flow, split, place.rows);
    const right = measure(composer, second.flow, columns - split, place.rows);
    if (left === null || right === null) continue;
    const uneven = Math.abs(left.piece.rows - right.piece.rows);
    if (uneven < least) {
      best = [left, right];
      least = uneven;
    }
  }
  return best;
}

/** A story set whole in some columns; null when it does not fit. */
function measure(composer: Composer, flow: Flow, columns: number, rows: number): Module | null {
  const shape = columns > 2 ? 'second' : columns === 2 ? 'third' : 'brief';
  const prepared = preparedAs(composer, flow, shape);
  const region = { legs: legGrid(composer.grid, columns), rows, isFresh: false };
  const piece = placeFlow(composer.session, prepared, FLOW_START, region);
  return piece === null || piece.next !== null || piece.isOverflowing ? null : { prepared, piece, columns };
}

type ModuleRule = {
  readonly column: number;
  readonly row: number;
  readonly rows: number;
  readonly style: PreparedFlow['style'];
};

/** A vertical rule in the gutter between two modules. */
function drawModuleRule({ grid }: Composer, page: DraftPage, { column, row, rows, style }: ModuleRule): void {
  const { width } = legGrid(grid, 1);
  const x = pt(grid.live.x + column * (width + grid.gutter) - grid.gutter / 2 - style.columnRule.width / 2);
  const rect = { x, y: pt(grid.live.y + row * grid.baseline), width: style.columnRule.width, height: pt(rows * grid.baseline) };
  for (const item of drawBorder(style.columnRule, rect, false)) {
    if (item.kind !== 'fill') continue;
    page.fragments.push({ kind: 'rule', rect: item.rect, colour: item.colour, structure: { kind: 'artifact', artifact: 'layout' } });
  }
}
