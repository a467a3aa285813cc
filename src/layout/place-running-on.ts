import type { Composer, DraftPage } from './composer.ts';
import type { FramePlace, Used } from './frame-place.ts';
import { findHeadPicture, PICTURE_SHARES } from './head-picture.ts';
import { frameLegs, type LegGrid } from './leg-grid.ts';
import { preparedAs } from './measure-story.ts';
import type { Flow, FlowShape } from './page-plan.ts';
import { FLOW_START, placeFlow, type FlowPiece, type PreparedFlow } from './place-flow.ts';
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
  const isFresh = page.beads.length === 0;
  const set =
    pending.started === null
      ? beginFlow(composer, pending.flow, { legs, rows: place.rows, isFresh })
      : goOn(pending.started, { legs, rows: place.rows, isFresh });
  if (set === null) return null;
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
  { prepared, cursor }: Pick<NonNullable<FramePlace['flows'][number]['started']>, 'prepared' | 'cursor'>,
  room: Room,
): SetPiece | null {
  const piece = placeFlow(prepared, cursor, room);
  return piece === null ? null : { prepared, piece };
}

function beginFlow(composer: Composer, flow: Flow, room: Room): SetPiece | null {
  const setting = { shape: shapeOf(composer, flow), legs: room.legs, pictureRows: null };
  const plain = preparedAs(composer, flow, setting);
  if (!room.isFresh && plain.style.breakBefore === 'page') return null;
  const shares = findHeadPicture(plain.tree) === null ? [1] : PICTURE_SHARES;
  let forced: SetPiece | null = null;
  for (const share of shares) {
    const prepared = share === 1 ? plain : preparedAs(composer, flow, { ...setting, pictureShare: share });
    const piece = placeFlow(prepared, FLOW_START, { ...room, runsOn: true });
    if (piece !== null && !piece.isForced && piece.overflowing === null) return { prepared, piece };
    if (piece !== null && (forced === null || forced.piece.overflowing !== null))
      forced = { prepared, piece };
  }
  return forced;
}

/** The first story of each section leads it; the others follow in one size. */
function shapeOf({ tops }: Composer, flow: Flow): FlowShape {
  if (flow.kind === 'contents') return 'lead';
  if (flow.kind !== 'story') return 'brief';
  const above = tops.findLast((top) => top.flow.kind === 'story');
  return above === undefined || above.flow.section !== flow.section ? 'lead' : 'second';
}
