import type { Composer, DraftPage, Pending } from './composer.ts';
import { rowsAfter } from './cut-for-jump.ts';
import type { FramePlace, Used } from './frame-place.ts';
import { isBare } from './is-bare.ts';
import { findHeadPicture, PICTURE_SHARES } from './head-picture.ts';
import { frameLegs, type LegGrid } from './leg-grid.ts';
import { preparedAs } from './measure-story.ts';
import type { Flow, FlowShape } from './page-plan.ts';
import { FLOW_START, outerStyle, placeFlow, type FlowPiece, type PreparedFlow } from './place-flow.ts';
import { placePiece } from './place-piece.ts';
import { queueFirst } from './queue-first.ts';

/**
 * Sets the next flow of a frame as in a book: it begins under the one before, or on a new page where its style says
 * `break-before: page`, and goes on in the next frame without a word. Null where it begins on the next page.
 */
export function placeRunningOn(composer: Composer, page: DraftPage, place: FramePlace): Used | null {
  const [pending] = place.flows;
  if (pending === undefined) return null;
  const legs = frameLegs(composer.grid, place.frame);
  const room = { legs, rows: place.rows, isFresh: page.beads.length === 0 };
  const natural =
    pending.started === null ? beginFlow(composer, pending.flow, room) : goOn(pending.started, room);
  if (natural === null) return null;
  const set = endsAlone(place, natural, legs) ? lengthenRest(composer, pending, natural, room) : natural;
  const { prepared, piece } = set;
  const cursor = pending.started?.cursor ?? FLOW_START;
  place.flows.shift();
  const { column } = place.frame;
  const origin = placePiece(composer, page, { prepared, piece, cursor, legs, column, row: place.row });
  if (piece.next === null) return { rows: piece.rows, isFull: false };
  queueFirst(composer, { flow: pending.flow, started: { prepared, cursor: piece.next, origin } });
  return { rows: place.rows, isFull: true };
}

type Room = { readonly legs: LegGrid; readonly rows: number; readonly isFresh: boolean };
type SetPiece = { readonly prepared: PreparedFlow; readonly piece: FlowPiece };

function goOn(
  { prepared, cursor }: Pick<NonNullable<Pending['started']>, 'prepared' | 'cursor'>,
  room: Room,
): SetPiece | null {
  const piece = placeFlow(prepared, cursor, { ...room, runsOn: true });
  return piece === null ? null : { prepared, piece };
}

/** A page that holds the end of a story and nothing else holds at least so many rows of it. */
const LEAST_ALONE = 5;

/** Does a flow leave a few rows, for a page on which nothing else will stand? */
function endsAlone({ flows }: FramePlace, { prepared, piece }: SetPiece, legs: LegGrid): boolean {
  if (piece.next === null || rowsAfter(prepared, piece, { legs }) >= LEAST_ALONE) return false;
  const next = flows[1]?.flow;
  if (next === undefined) return true;
  const above = prepared.flow.kind === 'story' ? prepared.flow : undefined;
  return outerStyle(next.treeOf(shapeUnder(above, next))).breakBefore === 'page';
}

/** The flow whole, with a smaller picture; else with rows given to the next page, so that it holds some more. */
function lengthenRest(
  composer: Composer,
  { flow, started }: Pending,
  natural: SetPiece,
  { legs, rows, isFresh }: Room,
): SetPiece {
  const { prepared } = natural;
  const region = { legs, rows, isFresh, runsOn: true };
  if (started === null && findHeadPicture(prepared.tree) !== null)
    for (const pictureShare of SHARES_FOR_LINES) {
      const setting = { shape: shapeOf(composer, flow), legs, pictureRows: null, pictureShare };
      const smaller = preparedAs(composer, flow, setting);
      const piece = placeFlow(smaller, FLOW_START, region);
      if (piece?.next === null && standsWell(smaller, piece)) return { prepared: smaller, piece };
    }
  const missing = LEAST_ALONE - rowsAfter(prepared, natural.piece, { legs });
  for (let given = missing; given <= missing + MOST_FORCED; given += 1) {
    const shorter = { ...region, rows: natural.piece.rows - given };
    const piece = shorter.rows < 1 ? null : placeFlow(prepared, started?.cursor ?? FLOW_START, shorter);
    if (piece !== null && standsWell(prepared, piece) && rowsAfter(prepared, piece, { legs }) >= LEAST_ALONE)
      return { prepared, piece };
  }
  return natural;
}

/** Shares of its depth that a picture may give way to, so that the last lines of its story stand under it. */
const SHARES_FOR_LINES: readonly number[] = [0.9, 0.8];

/** Further rows that may go over to the next page because what they stand in is not parted. */
const MOST_FORCED = 3;

function beginFlow(composer: Composer, flow: Flow, room: Room): SetPiece | null {
  if (flow.kind === 'contents') return beginContents(composer, flow, room);
  const setting = { shape: shapeOf(composer, flow), legs: room.legs, pictureRows: null };
  const plain = preparedAs(composer, flow, setting);
  if (!room.isFresh && plain.style.breakBefore === 'page') return null;
  const shares = findHeadPicture(plain.tree) === null ? [1] : PICTURE_SHARES;
  let forced: SetPiece | null = null;
  for (const share of shares) {
    const prepared = share === 1 ? plain : preparedAs(composer, flow, { ...setting, pictureShare: share });
    const piece = placeFlow(prepared, FLOW_START, { ...room, runsOn: true });
    if (piece !== null && standsWell(prepared, piece)) return { prepared, piece };
    if (piece !== null && (forced === null || forced.piece.overflowing !== null))
      forced = { prepared, piece };
  }
  // Under other matter it may begin on the next page: there it has all of the room that there is.
  return room.isFresh ? forced : null;
}

/** The contents; where they go on for a few lines, in tighter lines on one page. */
function beginContents(composer: Composer, flow: Flow, room: Room): SetPiece | null {
  const set = (shape: FlowShape): SetPiece | null => {
    const prepared = preparedAs(composer, flow, { shape, legs: room.legs, pictureRows: null });
    const piece = placeFlow(prepared, FLOW_START, { ...room, runsOn: true });
    return piece === null ? null : { prepared, piece };
  };
  const natural = set('lead');
  if (natural === null || natural.piece.next === null) return natural;
  const tight = set('brief');
  return tight?.piece.next === null && standsWell(tight.prepared, tight.piece) ? tight : natural;
}

/** A head has matter of its story under it; the imprint is not parted. */
function standsWell(prepared: PreparedFlow, piece: FlowPiece): boolean {
  const { isForced, overflowing, next } = piece;
  if (isForced || overflowing !== null) return false;
  return prepared.flow.kind === 'imprint' ? next === null : !isBare(prepared, piece);
}

const shapeOf = ({ tops }: Composer, flow: Flow): FlowShape =>
  shapeUnder(tops.findLast((top) => top.flow.kind === 'story')?.flow, flow);

/** The first story of each section leads it; the others follow in one size. `above` is the story before. */
function shapeUnder(above: Flow | undefined, flow: Flow): FlowShape {
  if (flow.kind !== 'story') return 'brief';
  return above === undefined || above.section !== flow.section ? 'lead' : 'second';
}
