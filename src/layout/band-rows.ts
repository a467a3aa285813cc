import { ROWS_BETWEEN_MODULES, type Band, type Blueprint } from './page-plan.ts';
import { foldIn, legGrid } from './leg-grid.ts';
import type { StoryStore } from './measure-story.ts';
import { layoutStack } from './stack-layout.ts';

/** Bands under the last frame: they stand at the foot of the page, and what fills it ends above them. */
export function footBands({ bands }: Blueprint): readonly Band[] {
  const last = bands.findLastIndex(({ kind }) => kind === 'frames');
  return last === -1 ? [] : bands.slice(last + 1);
}

/** Rows that a band takes whatever matter there is: those of a panel, or of boxes of its own. 0 for frames. */
export function standingRows({ session, grid }: StoryStore, band: Band): number {
  if (band.kind === 'frames') return 0;
  if (band.kind === 'panel') return band.panel.rows;
  const fold = foldIn(legGrid(grid, grid.columns));
  const { height } = layoutStack(session, [band.box], grid.live.width, fold);
  return Math.ceil((height + band.box.style.margin.bottom) / grid.baseline - 1e-6);
}

/** Rows above the modules of a page: its header, and what its bands hold themselves, such as the nameplate. */
export function topRows(store: StoryStore, blueprint: Blueprint): number {
  const foot = new Set(footBands(blueprint));
  return blueprint.bands.reduce((rows, band) => {
    if (foot.has(band)) return rows;
    return rows + standingRows(store, band) + (band.kind === 'panel' ? ROWS_BETWEEN_MODULES : 0);
  }, blueprint.header?.rows ?? 0);
}

/** Rows under the modules of a page: its footer, and the bands over that with the white above each. */
export function footRows(store: StoryStore, blueprint: Blueprint): number {
  return footBands(blueprint).reduce((rows, band) => {
    const own = standingRows(store, band);
    return rows + (own > 0 ? own + ROWS_BETWEEN_MODULES : 0);
  }, blueprint.footer?.rows ?? 0);
}

/** Rows of a page that modules may take where nothing stands on it. */
export function emptyRows(store: StoryStore, blueprint: Blueprint): number {
  const { live, baseline } = store.grid;
  return Math.round(live.height / baseline) - topRows(store, blueprint) - footRows(store, blueprint);
}
