import type { BoxTree } from '../box/box.ts';
import { pt } from '../core/units.ts';
import type { Composer, DraftPage } from './composer.ts';
import { findImage, withImageStyle } from './head-picture.ts';
import { legGrid } from './leg-grid.ts';
import { preparedAs } from './measure-story.ts';
import type { Flow, GridRect } from './page-plan.ts';
import { FLOW_START } from './place-flow.ts';
import { placePiece } from './place-piece.ts';
import { moveAll } from './placed.ts';
import { layoutStack } from './stack-layout.ts';

/**
 * Places an advertisement: its picture whole, as large as its rectangle allows under its label. Nothing of it is ever
 * divided or cropped; white that another proportion leaves stands over it, so that its foot is level with the text beside.
 */
export function placeAd(composer: Composer, page: DraftPage, rect: GridRect, flow: Flow): void {
  const legs = legGrid(composer.grid, rect.columns, 1);
  const isCentred = flow.kind === 'house' && rect.columns > MOST_AT_EDGE;
  const room = { width: legs.width, rows: rect.rows, isCentred };
  const tree = fillDepth(composer, flow.treeOf('lead'), room);
  const sized: Flow = { ...flow, treeOf: () => tree };
  const prepared = preparedAs(composer, sized, { shape: 'lead', legs, pictureRows: null });
  const { width, height, placed } = layoutStack(composer.session, tree.root.children, legs.width);
  const { column, row, rows } = rect;
  const over = flow.kind === 'house' ? 0 : Math.max(0, rows * composer.grid.baseline - height);
  const area = { x: pt(0), y: pt(over), width, height };
  const piece = { ...WHOLE, placed: moveAll(placed, 0, over), areas: [area], rows };
  placePiece(composer, page, { prepared, piece, cursor: FLOW_START, legs, column, row });
}

const WHOLE = { next: null, isCutAsPlanned: false, isForced: false, overflowing: null, tooWide: [] } as const;

/** A house filler over more columns stands in the middle of what may be a much wider hole. */
const MOST_AT_EDGE = 2;

type Room = {
  readonly width: ReturnType<typeof pt>;
  readonly rows: number;
  /** Stands a picture that is narrower than its place in the middle of it? Else at the edge of a column, as its label does. */
  readonly isCentred: boolean;
};

/** The boxes with the picture as deep as what stands round it leaves. */
function fillDepth({ session }: Composer, tree: BoxTree, { width, rows, isCentred }: Room): BoxTree {
  const image = findImage(tree.root);
  if (image === null) return tree;
  const sized = (height: number): BoxTree =>
    withImageStyle(tree, image, {
      width: null,
      height: { kind: 'length', value: pt(height) },
      objectFit: 'contain',
      objectPosition: [isCentred ? 0.5 : 0, 0.5],
    });
  const around = layoutStack(session, sized(1).root.children, width).height - 1;
  return sized(Math.max(1, rows * session.baseline - around));
}
