import type { Composer, DraftPage, Pending } from './composer.ts';
import type { FramePlace, Used } from './frame-place.ts';
import { frameLegs, legGrid } from './leg-grid.ts';
import { setWhole, type Module } from './measure-story.ts';
import { drawModuleRule } from './module-rules.ts';
import { FLOW_START } from './place-flow.ts';
import { placePiece } from './place-piece.ts';
import { setShort } from './place-short.ts';

/** Legs less deep than this look better when two stories stand side by side: 2 inches of an 11 point grid. */
const SHALLOW_ROWS = 13;
/** Modules side by side may end this many rows apart. */
const UNEVEN_ROWS = 3;

/** Sets the next two stories side by side where one alone would have shallow legs; null where that is no better. */
export function placePair(composer: Composer, page: DraftPage, place: FramePlace): Used | null {
  const pair = choosePair(composer, page, place);
  if (pair === null) return null;
  const [left, right] = pair;
  place.flows.splice(0, 2);
  const rows = Math.max(left.piece.rows, right.piece.rows);
  let column = place.frame.column;
  for (const { prepared, piece, legs } of pair) {
    placePiece(composer, page, { prepared, piece, cursor: FLOW_START, legs, column, row: place.row });
    column += legs.count;
  }
  drawModuleRule(composer, page, {
    column: place.frame.column + left.legs.count,
    row: place.row,
    rows,
    rule: right.prepared.style.columnRule,
  });
  return { rows, isFull: false };
}

function choosePair(
  composer: Composer,
  page: DraftPage,
  place: FramePlace,
): readonly [Module, Module] | null {
  const [first, second] = place.flows;
  const { columns } = place.frame;
  const isFree = (pending: Pending | undefined): pending is Pending =>
    pending?.started === null && pending.flow.kind === 'story';
  const hasOwnLegs = (place.frame.legs ?? columns) !== columns;
  const isFolded = composer.grid.columnsToFold !== undefined;
  if (columns < 2 || hasOwnLegs || isFolded || !isFree(first) || !isFree(second)) return null;
  // What begins the paper has its page's first head to itself, unless it is a brief.
  const isFirst = page.index === 0 && page.beads.length === 0;
  if (isFirst && setShort(composer, first.flow, { columns, rows: place.rows }) === null) return null;
  const alone = setWhole(composer, first.flow, frameLegs(composer.grid, place.frame), place.rows);
  const isShallow =
    alone !== null && (alone.piece.areas.at(-1)?.height ?? 0) < SHALLOW_ROWS * composer.grid.baseline;
  if (!isShallow) return null;
  let best: readonly [Module, Module] | null = null;
  let least = UNEVEN_ROWS + 1;
  for (let split = columns - 1; split >= 1; split -= 1) {
    const left = setWhole(composer, first.flow, legGrid(composer.grid, split), place.rows);
    const right = setWhole(composer, second.flow, legGrid(composer.grid, columns - split), place.rows);
    if (left === null || right === null) continue;
    const uneven = Math.abs(left.piece.rows - right.piece.rows);
    if (uneven < least) {
      best = [left, right];
      least = uneven;
    }
  }
  return best;
}
