import type { Box, BoxTree } from '../box/box.ts';
import { pt } from '../core/units.ts';
import {
  findHeadPicture,
  pictureRows,
  shownWidth,
  withPictureRows,
  withSmallerPicture,
  withWholePicture,
  type HeadPicture,
} from './head-picture.ts';
import type { LayoutSession } from './layout-session.ts';
import { legsWidth, type LegGrid } from './leg-grid.ts';
import type { FlowShape } from './page-plan.ts';

/** How a flow is set: its styles, its legs, and the depth of its picture, null for the one it has by itself. */
export type FlowSetting = {
  readonly shape: FlowShape;
  readonly legs: LegGrid;
  readonly pictureRows: number | null;
  /** Legs that its picture stands over, where make-up chose them. */
  readonly pictureColumns?: number | null;
  /** Shows all of its picture in this share of the depth that it has over its legs by itself. */
  readonly pictureShare?: number;
  /** Pull quotes shown of those that may be left out; left out for none. */
  readonly quotes?: number;
};

/** A story with its picture set; `picture` is one that stands over some of the legs. */
export type SetPicture = { readonly tree: BoxTree; readonly picture: CornerPicture | null };
type CornerPicture = { readonly box: Box; readonly columns: number };

/** Gives the head picture its depth; one that stands over some of the legs is told apart. */
export function setPicture(session: LayoutSession, plain: BoxTree, setting: FlowSetting): SetPicture {
  const { legs, pictureColumns = null } = setting;
  const picture = findHeadPicture(plain);
  if (picture === null) return { tree: plain, picture: null };
  const columns = pictureLegs(session, picture, legs, pictureColumns);
  const tree = withDepth(session, plain, { picture, columns, setting });
  const box = columns === legs.count ? null : (findHeadPicture(tree)?.box ?? null);
  return { tree, picture: box === null ? null : { box, columns } };
}

type PictureDepth = {
  readonly picture: HeadPicture;
  readonly columns: number;
  readonly setting: FlowSetting;
};

function withDepth(
  session: LayoutSession,
  plain: BoxTree,
  { picture, columns, setting }: PictureDepth,
): BoxTree {
  const { legs, pictureShare } = setting;
  if (pictureShare !== undefined)
    return withSmallerPicture(session, plain, picture, {
      width: legsWidth(legs, columns),
      share: pictureShare,
    });
  const rows = setting.pictureRows ?? rangeOf(session, picture, legs, columns);
  return rows === null
    ? withWholePicture(session, plain, picture, legsWidth(legs, columns))
    : withPictureRows(plain, picture, pt(rows * legs.baseline));
}

function rangeOf(
  session: LayoutSession,
  picture: HeadPicture,
  legs: LegGrid,
  columns: number,
): number | null {
  return pictureRows(session, picture, legsWidth(legs, columns))?.natural ?? null;
}

/**
 * Legs that a picture stands over; `chosen` are those that make-up wants. It takes none beside which white would stand; one
 * that is all of its story takes what there is.
 */
export function pictureLegs(
  session: LayoutSession,
  picture: HeadPicture,
  legs: LegGrid,
  chosen: number | null = null,
): number {
  const usual = Math.min(chosen ?? picture.columns ?? legs.count, legs.count);
  if (chosen !== null || (picture.leastColumns === null && !picture.isAcross)) return usual;
  if (picture.isAlone) return legs.count;
  for (let columns = usual; columns > 1; columns -= 1) {
    const width = legsWidth(legs, columns);
    if (shownWidth(session, picture, width) >= width) return columns;
  }
  return 1;
}
