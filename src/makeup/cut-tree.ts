import type { CellFit, Matter, Setting } from './matter.ts';
import {
  DOMINANT,
  FILLER_AGAIN,
  HEAD_BESIDE_SMALLER,
  HEAD_ORDER,
  HEADS_ABREAST,
  ROWS_BETWEEN,
  SAME_LARGE_HEAD,
  TOMBSTONE,
} from './weights.ts';

/** What a rectangle holds: one piece of matter, or two rectangles one above the other or side by side. */
export type Cut =
  | { readonly kind: 'matter'; readonly matter: Matter; readonly setting: Setting; readonly fit: CellFit }
  | { readonly kind: 'stack' | 'abreast'; readonly first: CutTree; readonly second: CutTree };

/** A rectangle of some depth, cut up, with what its neighbours need to know of it. Sizes of heads are of `headSize`. */
export type CutTree = {
  readonly columns: number;
  readonly rows: number;
  /** Without what its pictures and fillers cost together. */
  readonly ownCost: number;
  readonly cost: number;
  readonly headLeft: number;
  readonly headRight: number;
  readonly smallest: number;
  readonly largest: number;
  /** Areas of the two largest pictures as one would like them, in columns × rows. */
  readonly picture: number;
  readonly nextPicture: number;
  readonly fillers: number;
  readonly cut: Cut;
};

/** A dominant picture is at least this much larger than the next. */
const DOMINANCE = 1.5;

/** One piece of matter as a rectangle. */
export function matterTree(matter: Matter, setting: Setting, fit: CellFit, size: number): CutTree {
  return {
    columns: setting.columns,
    rows: fit.rows,
    ownCost: fit.cost,
    cost: fit.cost,
    headLeft: size,
    headRight: size,
    smallest: size === 0 ? 9 : size,
    largest: size,
    picture: setting.pictureArea ?? 0,
    nextPicture: 0,
    fillers: fit.fit.fillerRows > 0 ? 1 : 0,
    cut: { kind: 'matter', matter, setting, fit },
  };
}

/** What two rectangles cost one above the other; the second stands below. */
export function stackCost(above: CutTree, below: CutTree): number {
  const order = below.largest > above.smallest ? (below.largest - above.smallest) * HEAD_ORDER : 0;
  // The head of a page has no second one of its size.
  const isTwice = below.largest >= LARGE && below.largest === above.largest;
  return above.ownCost + below.ownCost + order + (isTwice ? SAME_LARGE_HEAD : 0);
}

/** The size of a head that is one of its page: of `headSize`. */
const LARGE = 3;

/** What two rectangles cost side by side; the second stands to the right. */
export function abreastCost(left: CutTree, right: CutTree): number {
  const isTombstone = left.headRight === right.headLeft && left.headRight > 0;
  const heads = isTombstone ? TOMBSTONE : left.headRight > 0 && right.headLeft > 0 ? HEADS_ABREAST : 0;
  const order = left.headRight > 0 ? Math.max(0, right.headLeft - left.headRight) * HEAD_BESIDE_SMALLER : 0;
  return left.ownCost + right.ownCost + heads + order;
}

/** What two rectangles cost together by their pictures, and by fillers: the paper says its name once a page. */
export function togetherCost(a: CutTree, b: CutTree): number {
  const picture = Math.max(a.picture, b.picture);
  const next = Math.max(Math.min(a.picture, b.picture), a.nextPicture, b.nextPicture);
  const again = Math.max(0, a.fillers + b.fillers - 1) * FILLER_AGAIN;
  return (next * DOMINANCE > picture ? DOMINANT : 0) + again;
}

/** What of rectangles is seen together over the page: areas of the two largest pictures, and fillers. */
export type Together = Pick<CutTree, 'picture' | 'nextPicture' | 'fillers'>;

/** What rectangles cost by all that is seen of them together. */
export function seenCost({ picture, nextPicture, fillers }: Together): number {
  return (nextPicture * DOMINANCE > picture ? DOMINANT : 0) + Math.max(0, fillers - 1) * FILLER_AGAIN;
}

/** What is seen of two rectangles together. */
export function seenTogether(a: Together, b: Together): Together {
  const picture = Math.max(a.picture, b.picture);
  const nextPicture = Math.max(Math.min(a.picture, b.picture), a.nextPicture, b.nextPicture);
  return { picture, nextPicture, fillers: a.fillers + b.fillers };
}

/** Two rectangles joined; `ownCost` is from {@link stackCost} or {@link abreastCost}. */
export function joinTrees(
  kind: 'stack' | 'abreast',
  first: CutTree,
  second: CutTree,
  ownCost: number,
): CutTree {
  const isStack = kind === 'stack';
  const small = Math.min(first.picture, second.picture);
  return {
    columns: isStack ? first.columns : first.columns + second.columns,
    rows: isStack ? first.rows + ROWS_BETWEEN + second.rows : first.rows,
    ownCost,
    cost: ownCost + togetherCost(first, second),
    headLeft: first.headLeft,
    headRight: isStack ? first.headRight : second.headRight,
    smallest: Math.min(first.smallest, second.smallest),
    largest: Math.max(first.largest, second.largest),
    picture: Math.max(first.picture, second.picture),
    nextPicture: Math.max(small, first.nextPicture, second.nextPicture),
    fillers: first.fillers + second.fillers,
    cut: { kind, first, second },
  };
}
