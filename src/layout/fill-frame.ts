import { beginStory } from './begin-story.ts';
import type { Composer, DraftPage, Pending } from './composer.ts';
import { cutForJump, JUMP_LINE_ROWS } from './cut-for-jump.ts';
import type { FramePlace, Used } from './frame-place.ts';
import { frameLegs } from './leg-grid.ts';
import { preparedAs, setWhole } from './measure-story.ts';
import { ROWS_BETWEEN_MODULES, type FlowShape } from './page-plan.ts';
import { FLOW_START, placeFlow } from './place-flow.ts';
import { placePair } from './place-pair.ts';
import { placeJumpHead, placePiece, type PiecePlace } from './place-piece.ts';
import { queueRest } from './queue-first.ts';
import { placeShort, shortIn } from './place-short.ts';
import { placeRunningOn } from './place-running-on.ts';

/** Stories looked through for one that fills what is left of a page. */
const LOOK_AHEAD = 8;

/** Runs flows through one frame, one under the other, until it is full or they are all placed; returns the rows it took. */
export function fillFrame(composer: Composer, page: DraftPage, place: FramePlace): number {
  const { flows } = place;
  let row = 0;
  while (flows.length > 0) {
    const gap = row === 0 ? 0 : ROWS_BETWEEN_MODULES;
    const rows = place.rows - row - gap;
    if (rows < 1) break;
    const at = { ...place, row: place.row + row + gap, rows };
    const used = place.frame.runsOn
      ? placeRunningOn(composer, page, at)
      : (placePair(composer, page, at) ??
        placeShort(composer, page, at) ??
        placeNext(composer, page, at, row === 0) ??
        placeFitting(composer, page, at));
    if (used === null) break;
    row += gap + used.rows;
    if (used.isFull) break;
  }
  return row;
}

/** The rows that the flows of a frame need to stand in it whole; `rows` where they need more. */
export function measureFrame(composer: Composer, page: DraftPage, place: Omit<FramePlace, 'row'>): number {
  const legs = frameLegs(composer.grid, place.frame);
  let row = 0;
  for (const { flow } of place.flows) {
    const gap = row === 0 ? 0 : ROWS_BETWEEN_MODULES;
    const short = shortIn(composer, flow, { ...place, rows: place.rows - row - gap });
    if (short !== null) {
      row += gap + short.piece.rows;
      continue;
    }
    const shape = shapeFor(page, { ...place, row: 0 });
    const prepared = preparedAs(composer, flow, { shape, legs, pictureRows: null });
    const piece = placeFlow(prepared, FLOW_START, {
      legs,
      rows: place.rows - row - gap,
      isFresh: row === 0,
    });
    if (piece === null || (piece.next !== null && !piece.isCutAsPlanned)) return place.rows;
    row += gap + piece.rows + (piece.isCutAsPlanned ? JUMP_LINE_ROWS : 0);
  }
  return row;
}

function placeNext(composer: Composer, page: DraftPage, place: FramePlace, isFresh: boolean): Used | null {
  const [pending] = place.flows;
  if (pending === undefined) return null;
  if (pending.started !== null) return placeRest(composer, page, place, { pending, isFresh });
  const { rows } = place;
  const legs = frameLegs(composer.grid, place.frame);
  const begin = (most: number): ReturnType<typeof beginStory> =>
    beginStory(composer, pending.flow, { shape: shapeFor(page, place), legs, rows: most, isFresh });
  const natural = begin(rows);
  if (natural === null) return null;
  const begun = (hasToGive(page, place) ? lessDeep(natural, page, begin) : null) ?? natural;
  const set = { ...begun, cursor: FLOW_START, legs, column: place.frame.column, row: place.row };
  return placeSet(composer, page, place, set);
}

/** Does the first story of a page stand over others, with the imprint at its foot? */
const hasToGive = ({ imprintRows, beads }: DraftPage, { flows }: FramePlace): boolean =>
  imprintRows !== undefined && beads.length === 0 && flows.length > 1;

/** A story that is as many rows less deep as the imprint takes, by its picture; null where it does not stand whole so. */
function lessDeep(
  { piece: { rows, next } }: NonNullable<ReturnType<typeof beginStory>>,
  { imprintRows = 0 }: DraftPage,
  begin: (most: number) => ReturnType<typeof beginStory>,
): ReturnType<typeof beginStory> {
  const found = next === null ? begin(rows - imprintRows) : null;
  return found?.piece.next === null ? found : null;
}

type Resumed = { readonly pending: Pending; readonly isFresh: boolean };

/** Goes on with a story under its jump head. */
function placeRest(
  composer: Composer,
  page: DraftPage,
  place: FramePlace,
  { pending: { flow, started }, isFresh }: Resumed,
): Used | null {
  if (started === null) return null;
  const legs = frameLegs(composer.grid, place.frame);
  const { prepared, cursor } = started;
  const head = placeJumpHead(composer, page, { ...place, legs, started, flow });
  const region = { legs, rows: place.rows - head.rows, isFresh };
  const whole = region.rows < 1 ? null : placeFlow(prepared, cursor, region);
  if (whole === null) return null;
  const piece = whole.next === null ? whole : cutForJump(composer, { prepared, cursor, region });
  if (piece === null) return null;
  head.commit();
  const set = { prepared, piece, cursor, legs, column: place.frame.column, row: place.row + head.rows };
  const used = placeSet(composer, page, place, set);
  return { ...used, rows: used.isFull ? used.rows : head.rows + used.rows };
}

/** Puts a piece onto the page, and what is left of its flow before the others that wait. */
function placeSet(composer: Composer, page: DraftPage, place: FramePlace, set: PiecePlace): Used {
  const { prepared, piece } = set;
  place.flows.shift();
  const origin = placePiece(composer, page, set);
  if (piece.next === null) return { rows: piece.rows, isFull: false };
  const { isCutAsPlanned } = piece;
  const pending = { flow: prepared.flow, started: { prepared, cursor: piece.next, origin } };
  queueRest(composer, page, { pending, isCutAsPlanned });
  // What is cut shorter than its frame leaves room for others under its jump line.
  return isCutAsPlanned
    ? { rows: piece.rows + JUMP_LINE_ROWS, isFull: false }
    : { rows: place.rows, isFull: true };
}

/** Where the next story cannot begin, one of those after it in its section that goes in whole closes the page. */
function placeFitting(composer: Composer, page: DraftPage, place: FramePlace): Used | null {
  const { flows, frame, rows } = place;
  const section = flows[0]?.flow.section;
  const index = flows.slice(0, LOOK_AHEAD).findIndex(({ flow, started }, at) => {
    return (
      at > 0 &&
      started === null &&
      flow.kind === 'story' &&
      flow.section === section &&
      setWhole(composer, flow, frameLegs(composer.grid, frame), rows) !== null
    );
  });
  const [fitting] = index < 1 ? [] : flows.splice(index, 1);
  if (fitting === undefined) return null;
  flows.unshift(fitting);
  return placeNext(composer, page, place, false);
}

/** The styles a story is set in, by where it stands. */
function shapeFor(page: DraftPage, { frame, flows }: FramePlace): FlowShape {
  if (page.fold !== undefined && frame.slot === 'lead') return 'spread';
  if (frame.slot === 'second' || frame.slot === 'third') return frame.slot;
  if (frame.slot === 'briefs') return 'brief';
  const isFirst = page.index === 0 && page.beads.length === 0;
  const isWideImprint = flows[0]?.flow.kind === 'imprint' && frame.columns > 2;
  return isFirst || isWideImprint
    ? 'lead'
    : frame.columns > 2
      ? 'second'
      : frame.columns === 2
        ? 'third'
        : 'brief';
}
