import { findHeadPicture, shownWidth, wholeRows, type HeadPicture } from '../layout/head-picture.ts';
import { columnsWidth, legGrid } from '../layout/leg-grid.ts';
import { setStoryOf, type StoryStore } from '../layout/measure-story.ts';
import type { Flow, FlowShape } from '../layout/page-plan.ts';
import { pictureLegs } from '../layout/set-picture.ts';

/**
 * How many times the room of its text the picture of a story may take, by the rank that its head tells: a face at a few
 * lines stands in one column.
 */
const PICTURE_SHARE: Readonly<Record<FlowShape, number>> = {
  spread: Infinity,
  lead: Infinity,
  second: 3,
  third: 2,
  brief: 1,
};

type Place = { readonly columns: number; readonly shape: FlowShape };

/** Columns that the layout wants the picture of a story to stand over; 0 without a picture. */
export function wantedColumns(store: StoryStore, flow: Flow, { columns, shape }: Place): number {
  const picture = findHeadPicture(flow.treeOf(shape));
  if (picture === null) return 0;
  return pictureLegs(setStoryOf(store, flow).session, picture, legGrid(store.grid, columns));
}

/** Fewest columns of a story for the sake of its picture: `all` asks for as many of the page's as it fills. */
export function columnsForPicture(store: StoryStore, flow: Flow, picture: HeadPicture | null): number {
  const { columns } = store.grid;
  if (picture?.isAcross === true) return wantedColumns(store, flow, { columns, shape: 'brief' });
  return Math.min(columns, picture?.leastColumns ?? picture?.columns ?? 1);
}

/**
 * Columns that the picture of a story stands over in some columns under a head of some shape: as many as its layout
 * wants, and no more than its text is for where the layout leaves it open; 0 without a picture.
 *
 * @param bodyRows rows of its text in one leg.
 */
export function usualColumns(
  store: StoryStore,
  flow: Flow,
  { columns, shape, bodyRows }: Place & { readonly bodyRows: number },
): number {
  const picture = findHeadPicture(flow.treeOf(shape));
  if (picture === null) return 0;
  const { session } = setStoryOf(store, flow);
  const wanted = wantedColumns(store, flow, { columns, shape });
  if (picture.leastColumns === null || picture.isAlone) return wanted;
  const most = bodyRows * PICTURE_SHARE[shape];
  const areaOver = (over: number): number => {
    const width = columnsWidth(store.grid, over);
    const shown = shownWidth(session, picture, width) / width;
    return over * shown * wholeRows(session, picture, width);
  };
  for (let over = wanted; over > picture.leastColumns; over -= 1) if (areaOver(over) <= most) return over;
  return Math.min(wanted, picture.leastColumns);
}
