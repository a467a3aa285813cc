import type { Composer, DraftPage } from './composer.ts';
import { findHeadPicture } from './head-picture.ts';
import type { FramePlace, Used } from './frame-place.ts';
import { legGrid } from './leg-grid.ts';
import { setWhole, type Module, type StoryStore } from './measure-story.ts';
import type { Flow } from './page-plan.ts';
import { FLOW_START } from './place-flow.ts';
import { placePiece } from './place-piece.ts';
import { picturesAbreast } from './row-layout.ts';

/** Two columns are no strips, however shallow. */
const LEAST_COLUMNS = 3;
/** Legs less deep than this are strips: an inch of an 11 point grid. */
const LEAST_LEG_ROWS = 7;

/**
 * Sets a short story over as many columns of its frame as give it legs of some depth, in the head of a story of that
 * width; null for any other.
 */
export function placeShort(composer: Composer, page: DraftPage, place: FramePlace): Used | null {
  const [pending] = place.flows;
  const set = pending?.started === null ? shortIn(composer, pending.flow, place) : null;
  if (set === null) return null;
  place.flows.shift();
  const { column } = place.frame;
  placePiece(composer, page, { ...set, cursor: FLOW_START, column, row: place.row });
  return { rows: set.piece.rows, isFull: false };
}

/** A short story as it is set in a frame; null for any other, and where the frame has legs of its own. */
export function shortIn(
  store: StoryStore,
  flow: Flow,
  { frame, rows }: Pick<FramePlace, 'frame' | 'rows'>,
): Module | null {
  const hasOwnLegs = (frame.legs ?? frame.columns) !== frame.columns;
  const isFolded = store.grid.columnsToFold !== undefined;
  return hasOwnLegs || isFolded || frame.runsOn
    ? null
    : setShort(store, flow, { columns: frame.columns, rows });
}

type Room = { readonly columns: number; readonly rows: number };

/**
 * A story whose legs would be strips over all columns, over fewer; null for any other, for one with a picture or rows of
 * them, and where it does not fit.
 */
export function setShort(store: StoryStore, flow: Flow, { columns, rows }: Room): Module | null {
  if (columns < LEAST_COLUMNS || flow.kind !== 'story') return null;
  const tree = flow.treeOf('brief');
  if (findHeadPicture(tree) !== null || picturesAbreast(tree.root) > 0) return null;
  const over = (count: number): Module | null => setWhole(store, flow, legGrid(store.grid, count), rows);
  if (!isStrips(over(columns))) return null;
  const counts = Array.from({ length: columns - 1 }, (_, at) => columns - 1 - at);
  const set = counts.map(over).find((each) => each !== null && !isStrips(each)) ?? null;
  return set === null || isUneven(set) ? null : set;
}

/** Are there several legs, and all of them shallow? */
function isStrips(set: Module | null): boolean {
  return set !== null && set.legs.count > 1 && Math.max(...legRows(set)) < LEAST_LEG_ROWS;
}

/** Legs of a story are to be equal within a row; what cannot be broken may ask for one more. */
const MOST_UNEVEN_ROWS = 2;

function isUneven(set: Module): boolean {
  const rows = set.legs.count === 1 ? [] : legRows(set);
  return Math.max(...rows) - Math.min(...rows) > MOST_UNEVEN_ROWS;
}

/** Rows of each leg. */
function legRows({ piece, legs: { width, baseline } }: Module): readonly number[] {
  const legs = piece.areas.filter((area) => area.width <= width + 0.01);
  return legs.map((area) => Math.round(area.height / baseline));
}
