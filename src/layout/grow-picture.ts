import { legX, type LegGrid } from './leg-grid.ts';
import type { FittedStory } from './measure-story.ts';
import type { FlowPiece } from './place-flow.ts';

/** A story as set into so many rows, with its picture at a depth that may be `most`. */
export type Grown = {
  readonly best: FittedStory;
  readonly legs: LegGrid;
  readonly rows: number;
  readonly depth: number;
  readonly most: number;
};

/**
 * The story with its picture as much deeper as takes up what stays white under all legs, or a row less; as it is where
 * that betters nothing.
 *
 * @param setAt sets it with a picture of some depth.
 */
export function growPicture(
  { best, legs, rows, depth, most }: Grown,
  setAt: (pictureRows: number) => FittedStory,
): FittedStory {
  const { piece, prepared } = best;
  if (!isWhole(piece)) return best;
  const white = whiteIn(piece, legs, rows);
  const taken = Math.floor(white / (prepared.cornerLegs === 0 ? legs.count : prepared.cornerLegs));
  for (const more of [taken, taken - 1]) {
    if (more < 1 || depth + more > most) continue;
    const other = setAt(depth + more);
    const isForced = other.piece.isForced && !piece.isForced;
    if (isWhole(other.piece) && !isForced && whiteIn(other.piece, legs, rows) < white) return other;
  }
  return best;
}

const isWhole = ({ next, overflowing }: FlowPiece): boolean => next === null && overflowing === null;

/** Column rows that stay white under what stands in the legs of a piece. */
function whiteIn({ areas }: FlowPiece, legs: LegGrid, rows: number): number {
  const under = Array.from({ length: legs.count }, (_, leg) => {
    const middle = legX(legs, leg) + legs.width / 2;
    const own = areas.filter(({ x, width }) => x < middle && middle < x + width);
    return rows - Math.max(0, ...own.map(({ y, height }) => Math.round((y + height) / legs.baseline)));
  });
  return under.reduce((sum, white) => sum + white, 0);
}
