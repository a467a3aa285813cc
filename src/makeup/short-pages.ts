import type { Allotment } from './allot-pages.ts';
import type { MadeUpPage } from './matter.ts';
import { bodyRows, type Numbered, type Trail } from './trail.ts';
import { backPageCost } from './weights.ts';

/** A page that ends short before planned ones, for the square of the rows that stay white. */
const SHORT_PAGE = 0.02;

/** What the white costs at the foot of a page before planned ones, or of a last page that is to be full. */
export function shortCost(number: Numbered, page: number, made: MadeUpPage): number {
  if (isBeforePlanned(number, page)) return whiteUnder(made) ** 2 * SHORT_PAGE;
  const isBack = number.isEven && page === number.count - 1;
  return isBack ? backPageCost(whiteUnder(made) / made.area.rows) : 0;
}

/** Rows that stay white at the foot of a page. */
export function whiteUnder({ area, makeup }: MadeUpPage): number {
  const foot = Math.max(0, ...makeup.placed.map(({ cell }) => cell.row + cell.rows));
  return makeup.isFull ? 0 : Math.max(0, area.rows - foot);
}

/** Does matter stop on some page from this one on, since the page plan has other matter behind it? */
const isBeforePlanned = ({ rooms, count }: Numbered, page: number): boolean =>
  page < count - 1 && (rooms[page]?.stop ?? null) !== null;

/** Is a page before planned ones allotted less than this share of its room, since there is no more for it? */
const SHORT_SHARE = 0.7;

type Allotted = {
  readonly number: Numbered;
  readonly allotment: Allotment;
  readonly page: number;
  readonly trail: Trail;
};

/** May a page end short since the allotment has little for it, before planned ones? */
export function isAllottedShort({ number, allotment, page, trail }: Allotted): boolean {
  const { areaFrom, rooms } = number;
  if (!isBeforePlanned(number, page)) return false;
  const waiting = [...trail.held, ...trail.rests].reduce((sum, matter) => sum + bodyRows(matter), 0);
  const from = allotment.ends[page - 1] ?? 0;
  const end = allotment.ends[page] ?? from;
  const load = waiting + (areaFrom[from] ?? 0) - (areaFrom[end] ?? 0);
  return load < (rooms[page]?.room ?? 0) * SHORT_SHARE;
}
