import type { Composer } from './composer.ts';
import { cutForJump, JUMP_LINE_ROWS } from './cut-for-jump.ts';
import { findHeadPicture, PICTURE_SHARES } from './head-picture.ts';
import type { LegGrid } from './leg-grid.ts';
import { pictureRowsOf, preparedAs, setStoryOf } from './measure-story.ts';
import type { Flow, FlowShape } from './page-plan.ts';
import { FLOW_START, placeFlow, type FlowPiece, type PreparedFlow } from './place-flow.ts';
import { pictureLegs, type FlowSetting } from './set-picture.ts';

/** Room in which a story is to begin; `isFresh`: nothing stands above it in its frame. */
export type BeginPlace = {
  readonly shape: FlowShape;
  readonly legs: LegGrid;
  readonly rows: number;
  readonly isFresh: boolean;
};

/** A flow and its first piece. */
type Begun = { readonly prepared: PreparedFlow; readonly piece: FlowPiece };

/** Empty frames that a story may pass by before it is set over the foot of one: page 1 and a short frame among them. */
const MOST_PASSED = 2;

/**
 * Sets the beginning of a story in a frame. A picture that leaves no room for its story is cropped within its range,
 * then set over fewer legs, as few as its layout allows and in an empty frame down to half of one. What does not go in so
 * begins with a smaller head of its own where the frame is empty, else in a later frame: null. After {@link MOST_PASSED} empty frames it is set over the foot of one, and reported
 * where it is placed.
 */
export function beginStory(composer: Composer, flow: Flow, place: BeginPlace): Begun | null {
  if (place.rows < 1) return null;
  const own = beginAs(composer, flow, place);
  if (own.found !== null || !place.isFresh) return own.found;
  // At the head of a frame nothing is gained by waiting for another one: there the story's own head gives way.
  for (const shape of SHAPES.slice(SHAPES.indexOf(place.shape) + 1)) {
    const { found } = beginAs(composer, flow, { ...place, shape });
    if (found !== null) return found;
  }
  const passed = composer.passed.get(flow) ?? 0;
  composer.passed.set(flow, passed + 1);
  return passed < MOST_PASSED ? null : own.natural;
}

/** Shapes by the size of their heads. */
const SHAPES: readonly FlowShape[] = ['spread', 'lead', 'second', 'third', 'brief'];

type Beginning = { readonly natural: Begun | null; readonly found: Begun | null };

function beginAs(composer: Composer, flow: Flow, place: BeginPlace): Beginning {
  const prepared = preparedAs(composer, flow, { ...settingOf(place), pictureRows: null });
  const piece = placeWhole(composer, prepared, place);
  const natural = piece === null ? null : { prepared, piece };
  const isGood = natural !== null && holdsAll(natural, place);
  return { natural, found: isGood ? natural : fitPicture(composer, flow, place) };
}

const settingOf = ({ shape, legs }: BeginPlace): Omit<FlowSetting, 'pictureRows'> => ({ shape, legs });

/** The piece up to the end of the story, or up to its jump. */
function placeWhole(composer: Composer, prepared: PreparedFlow, region: BeginPlace): FlowPiece | null {
  const whole = placeFlow(prepared, FLOW_START, region);
  if (whole === null || whole.next === null) return whole;
  return cutForJump(composer, { prepared, cursor: FLOW_START, region });
}

/** Whether all that a piece holds stands in its frame: the head picture of the story too, and a jump line where it goes on. */
function holdsAll({ prepared: { segments }, piece }: Begun, place: BeginPlace): boolean {
  const { next, overflowing, rows } = piece;
  if (next !== null && rows + JUMP_LINE_ROWS > place.rows) return false;
  const picture = segments.findIndex(({ boxes }) =>
    boxes.some(({ element }) => element?.name === 'ed-picture'),
  );
  return overflowing === null && (next === null || next.segment > picture);
}

/** The story with its picture cropped as little as it takes, over as many legs as may be; null where nothing helps. */
function fitPicture(composer: Composer, flow: Flow, place: BeginPlace): Begun | null {
  const picture = findHeadPicture(flow.treeOf(place.shape));
  if (picture === null) return null;
  const wanted = pictureLegs(setStoryOf(composer, flow).session, picture, place.legs);
  const least = place.isFresh ? 1 : Math.min(wanted, picture.leastColumns ?? wanted);
  for (let columns = wanted; columns >= least; columns -= 1) {
    const setting = { ...settingOf(place), pictureColumns: columns };
    const set = (pictureRows: number | null): Begun | null => {
      const prepared = preparedAs(composer, flow, { ...setting, pictureRows });
      const piece = placeWhole(composer, prepared, place);
      return piece !== null && holdsAll({ prepared, piece }, place) ? { prepared, piece } : null;
    };
    const range = pictureRowsOf(composer, flow, setting);
    const found = set(null) ?? (range === null ? null : deepest(range.least, range.natural - 1, set));
    if (found !== null) return found;
  }
  return place.isFresh ? shrinkPicture(composer, flow, place) : null;
}

/** The story with all of its picture shown, smaller than a leg. */
function shrinkPicture(composer: Composer, flow: Flow, place: BeginPlace): Begun | null {
  for (const pictureShare of PICTURE_SHARES) {
    const setting = { ...settingOf(place), pictureRows: null, pictureColumns: 1, pictureShare };
    const prepared = preparedAs(composer, flow, setting);
    const piece = placeWhole(composer, prepared, place);
    if (piece !== null && holdsAll({ prepared, piece }, place)) return { prepared, piece };
  }
  return null;
}

/** What the most rows give that fit, by halves: fewer rows leave more room. */
function deepest(least: number, most: number, set: (rows: number) => Begun | null): Begun | null {
  let best: Begun | null = null;
  let [low, high] = [least, most];
  while (low <= high) {
    const rows = Math.floor((low + high) / 2);
    const begun = set(rows);
    if (begun === null) high = rows - 1;
    else {
      best = begun;
      low = rows + 1;
    }
  }
  return best;
}
