/*
 * Modules of a page plan, each in its own rectangle. A story is set so that it fills its module: the picture is cropped
 * within its range, paragraphs get a line more or fewer, then space above subheads grows by whole lines, then the head is let down by a line where no other
 * stands at its height. What does not go in goes on where the plan has the rest of it, else at the head of the thread `main`.
 * Invariants that the tests attack: nothing of a module stands outside its rectangle; no word is lost.
 */
import { pt } from '../core/units.ts';
import type { Composer, DraftPage, Pending } from './composer.ts';
import { cutForJump, JUMP_LINE_ROWS } from './cut-for-jump.ts';
import { fillFrame, measureFrame } from './fill-frame.ts';
import { growPicture } from './grow-picture.ts';
import { columnX, columnsWidth, legGrid, type LegGrid } from './leg-grid.ts';
import { pictureRowsOf, preparedAs, type FittedStory } from './measure-story.ts';
import { drawModuleRules } from './module-rules.ts';
import { MOST_BETWEEN_BRIEFS, ROWS_BETWEEN_MODULES } from './page-plan.ts';
import type { Flow, FlowShape, GridRect, ModuleMatter, PlannedModule } from './page-plan.ts';
import { FLOW_START, placeFlow, type FlowPiece } from './place-flow.ts';
import { sideOf } from './part-spreads.ts';
import { placeAd } from './place-ad.ts';
import { placeJumpHead, placePiece } from './place-piece.ts';
import { queueFirst, queueRest } from './queue-first.ts';

/** Most rows that a head is let down to fill its module. */
const MOST_ABOVE_HEAD = 1;

/** Places the modules of one page, and the rules between them. */
export function composeModules(composer: Composer, page: DraftPage, modules: readonly PlannedModule[]): void {
  for (const module of modules) {
    if (!isComposed(composer, module)) continue;
    const isAbreast = modules.some((other) => other !== module && beginsBeside(other, module));
    placeMatter(composer, page, module, isAbreast);
  }
  drawModuleRules(composer, page, modules);
}

/** In a rehearsal, only what is rehearsed. */
const isComposed = ({ only }: Composer, { matter }: PlannedModule): boolean =>
  only === null || ((matter.kind === 'story' || matter.kind === 'rest') && only.has(matter.flow));

/** Do heads of stories stand side by side? */
function beginsBeside({ matter, rect }: PlannedModule, module: PlannedModule): boolean {
  return matter.kind === 'story' && rect.row === module.rect.row;
}

function placeMatter(
  composer: Composer,
  page: DraftPage,
  { rect, matter }: PlannedModule,
  isAbreast: boolean,
): void {
  switch (matter.kind) {
    case 'story':
      return placeStory(composer, page, rect, { ...matter, isAbreast });
    case 'imprint':
      return placeStory(composer, page, rect, {
        ...matter,
        legs: null,
        pictureRows: null,
        pictureColumns: null,
        quotes: 0,
        isAbreast,
      });
    case 'advertisement':
      return placeAd(composer, page, rect, matter.flow);
    case 'rest':
      return placeRest(composer, page, rect, matter);
    case 'briefs':
      return placeBriefs(composer, page, rect, matter);
    case 'panel':
      return placePanel(composer, page, rect, matter);
  }
}

type StoryMatter = Omit<Extract<ModuleMatter, { kind: 'story' }>, 'kind'> & {
  /** Stands another head at the height of its own? */
  readonly isAbreast: boolean;
};

function placeStory(composer: Composer, page: DraftPage, rect: GridRect, matter: StoryMatter): void {
  const legs = legGrid(composer.grid, rect.columns, matter.legs, rect.column);
  const { prepared, piece } = fitStory(composer, { ...matter, legs, rows: rect.rows });
  const missing = rect.rows - rowsOf(piece);
  const mayLower = stands(piece) && matter.flow.kind === 'story' && !matter.isAbreast;
  const above = mayLower ? Math.max(0, Math.min(missing, MOST_ABOVE_HEAD)) : 0;
  const origin = placePiece(composer, page, {
    prepared,
    piece,
    cursor: FLOW_START,
    legs,
    column: rect.column,
    row: rect.row + above,
  });
  if (piece.next !== null)
    goOn(composer, page, {
      pending: { flow: matter.flow, started: { prepared, cursor: piece.next, origin } },
      isCutAsPlanned: piece.isCutAsPlanned,
    });
}

type Fit = {
  readonly flow: Flow;
  readonly shape: FlowShape;
  readonly legs: LegGrid;
  readonly rows: number;
  readonly pictureRows: number | null;
  readonly pictureColumns: number | null;
  readonly quotes: number;
};

/** A story in its place; the same as before where nothing about it has changed. */
function fitStory(composer: Composer, fit: Fit): FittedStory {
  const { flow, shape, legs, rows, pictureRows, pictureColumns, quotes } = fit;
  const key = JSON.stringify([shape, legs, rows, pictureRows, pictureColumns, quotes]);
  const known = composer.fitted.get(flow);
  if (known?.key === key) return known.fitted;
  const fitted = fillRows(composer, fit);
  composer.fitted.set(flow, { key, fitted });
  return fitted;
}

/** Sets a story into its rows: the depth of its picture that comes nearest to filling them, the natural one first. */
function fillRows(composer: Composer, fit: Fit): FittedStory {
  const { flow, shape, legs } = fit;
  const range =
    fit.pictureRows === null
      ? pictureRowsOf(composer, flow, { shape, legs, pictureColumns: fit.pictureColumns })
      : null;
  const first = setStory(composer, fit, fit.pictureRows ?? range?.natural ?? null);
  if (range === null || range.least === range.most) return first;
  let best = first;
  let depth = range.natural;
  for (const rows of outward(range.natural, range.least, range.most)) {
    if (isFull(best, fit.rows)) break;
    const other = setStory(composer, fit, rows);
    if (!isBetter(other, best, fit.rows)) continue;
    best = other;
    depth = rows;
  }
  const grown = { best, legs, rows: fit.rows, depth, most: range.most };
  return growPicture(grown, (rows) => setStory(composer, fit, rows));
}

/** Does all of a story stand in its place that is to stand there? */
const stands = ({ next, isCutAsPlanned }: FlowPiece): boolean => next === null || isCutAsPlanned;

/** Rows of a piece, with its jump line. */
const rowsOf = ({ rows, next }: FlowPiece): number => rows + (next === null ? 0 : JUMP_LINE_ROWS);

const isFull = ({ piece }: FittedStory, rows: number): boolean =>
  stands(piece) && piece.overflowing === null && missing(piece, rows) === 0;

/** A rule of breaking that had to give way is worse than so many rows that stay empty. */
const FORCED_ROWS = 1.5;

const missing = (piece: FlowPiece, rows: number): number =>
  rows - rowsOf(piece) + (piece.isForced ? FORCED_ROWS : 0);

/** A whole story is better than one that goes on; among whole ones the fuller module, and one without a single line. */
function isBetter(a: FittedStory, b: FittedStory, rows: number): boolean {
  if (a.piece.overflowing !== null) return false;
  if (b.piece.overflowing !== null) return true;
  if (stands(a.piece) !== stands(b.piece)) return stands(a.piece);
  return stands(a.piece) && missing(a.piece, rows) < missing(b.piece, rows);
}

/** Whole numbers from one on, the nearest first. */
function outward(from: number, least: number, most: number): readonly number[] {
  const all = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  return all.filter((rows) => rows !== from).sort((a, b) => Math.abs(a - from) - Math.abs(b - from) || a - b);
}

function setStory(composer: Composer, fit: Fit, pictureRows: number | null): FittedStory {
  const { flow, shape, legs, rows, pictureColumns, quotes } = fit;
  const prepared = preparedAs(composer, flow, { shape, legs, pictureRows, pictureColumns, quotes });
  const region = { legs, rows, isFresh: true, isFilled: true };
  const whole = placeFlow(prepared, FLOW_START, region);
  const piece =
    whole === null || whole.next === null
      ? whole
      : cutForJump(composer, { prepared, cursor: FLOW_START, region });
  // A fresh region always takes something.
  if (piece === null) throw new Error(`"${flow.name}" was not placed in a module of its own`);
  return { prepared, piece };
}

/** Notes where a flow is to go on: in a later module of the plan, else in the main thread. */
function goOn(composer: Composer, page: DraftPage, left: Parameters<typeof queueRest>[2]): void {
  const { pending } = left;
  if ((composer.restsPlanned.get(pending.flow) ?? 0) > 0) composer.rests.set(pending.flow, pending);
  else queueRest(composer, page, left);
}

function placeRest(
  composer: Composer,
  page: DraftPage,
  rect: GridRect,
  { flow, legs: count }: { readonly flow: Flow; readonly legs: number | null },
): void {
  const started = composer.rests.get(flow)?.started ?? null;
  composer.rests.delete(flow);
  composer.restsPlanned.set(flow, (composer.restsPlanned.get(flow) ?? 0) - 1);
  if (started === null) return;
  const legs = legGrid(composer.grid, rect.columns, count, rect.column);
  const head = placeJumpHead(composer, page, { frame: rect, row: rect.row, legs, started, flow });
  const { prepared, cursor } = started;
  const region = { legs, rows: rect.rows - head.rows, isFresh: true, isFilled: true };
  const whole = placeFlow(prepared, cursor, region);
  const piece =
    whole === null || whole.next === null ? whole : cutForJump(composer, { prepared, cursor, region });
  if (piece === null) return queueFirst(composer, { flow, started });
  head.commit();
  const origin = placePiece(composer, page, {
    prepared,
    piece,
    cursor,
    legs,
    column: rect.column,
    row: rect.row + head.rows,
  });
  if (piece.next !== null)
    goOn(composer, page, {
      pending: { flow, started: { prepared, cursor: piece.next, origin } },
      isCutAsPlanned: false,
    });
}

/** Briefs one under the other; what is left of their column goes in whole rows between them. */
function placeBriefs(
  composer: Composer,
  page: DraftPage,
  rect: GridRect,
  { flows, legs }: { readonly flows: readonly Flow[]; readonly legs: number | null },
): void {
  const waiting = flows.map((flow): Pending => ({ flow, started: null }));
  const frame = { ...rect, legs, slot: 'briefs', thread: null, runsOn: false, at: null };
  const place = { frame, flows: waiting, rows: rect.rows };
  const spread = spreadRows(rect.rows - measureFrame(composer, page, place), flows.length - 1);
  let taken = 0;
  for (const rows of [...spread, 0]) {
    const own = waiting.splice(0, 1);
    const at = { frame, flows: own, row: rect.row + taken, rows: rect.rows - taken };
    taken += fillFrame(composer, page, at) + ROWS_BETWEEN_MODULES + rows;
    waiting.unshift(...own);
    if (own.length > 0) break;
  }
  waiting.forEach((pending) => queueFirst(composer, pending));
}

/** Rows to be dealt to some gaps, as evenly as may be. */
const spreadRows = (rows: number, gaps: number): readonly number[] =>
  Array.from({ length: gaps }, (_, at) => {
    const upTo = (gap: number): number => Math.floor((rows * gap) / gaps);
    return Math.min(MOST_BETWEEN_BRIEFS, upTo(at + 1) - upTo(at));
  });

function placePanel(
  { grid, furniture }: Composer,
  page: DraftPage,
  rect: GridRect,
  { template, align, at }: Extract<ModuleMatter, { kind: 'panel' }>,
): void {
  const width = columnsWidth(grid, rect.columns);
  const x = columnX(grid, rect.column, width);
  const side = sideOf(page, x);
  furniture.push({
    pageIndex: side.index,
    role: 'panel',
    template,
    align,
    at,
    x: pt(x - side.from),
    y: pt(grid.live.y + rect.row * grid.baseline),
    width,
    height: pt(rect.rows * grid.baseline),
    hole: { columns: rect.columns, rows: rect.rows },
  });
}
