import type { Edition } from '../../../src/edition/edition.ts';
import type { ComposedEdition } from '../../../src/page/composed-edition.ts';
import type { Fragment, Page } from '../../../src/page/page.ts';
import type { DummyPage } from '../../../src/makeup/page-dummy.ts';

/** White of one column between two blocks, in rows beyond the one line that parts them. */
export type White = {
  readonly column: number;
  readonly row: number;
  readonly rows: number;
  readonly isFoot: boolean;
};

/** How the live area of a composed page is used, in column rows. */
export type PageUse = {
  readonly label: string;
  /** Between its head and its foot. */
  readonly room: number;
  readonly matter: number;
  readonly ads: number;
  readonly fillers: number;
  readonly fillerCount: number;
  /** Does a story stand on it, and not only the imprint or advertisements? */
  readonly hasStory: boolean;
  readonly white: readonly White[];
  /** Rows that the columns end above the foot. */
  readonly ends: readonly number[];
};

type Block = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly kind: 'matter' | 'ad' | 'filler';
};

/** The ink of a line with its leading, as shares of its size above and below the baseline. */
const ABOVE = 0.9;
const BELOW = 0.3;

/**
 * Measures the use of pages by what stands on them: the areas of heads and legs, lines of type, pictures, rules across a
 * column. Only where fillers and advertisements stand is taken from the plan, since these have their whole place. Pages of
 * spreads are left out.
 */
export function measureUse(
  { pages }: ComposedEdition,
  dummies: readonly DummyPage[],
  edition: Edition,
): readonly PageUse[] {
  return pages
    .filter(({ joins }) => joins === undefined)
    .map((page) => measurePage(page, placesOf(dummies, page.index, edition.grid), edition.grid));
}

type Grid = Edition['grid'];

const columnWidth = ({ live, columns, gutter }: Grid): number =>
  (live.width - (columns - 1) * gutter) / columns;
const columnLeft = (grid: Grid, column: number): number =>
  grid.live.x + column * (columnWidth(grid) + grid.gutter);

function placesOf(dummies: readonly DummyPage[], index: number, grid: Grid): readonly Block[] {
  const dummy = dummies.find(({ page, through }) => page === index + 1 && through === undefined);
  return (dummy?.modules ?? []).flatMap(({ kind, stories, rect }): readonly Block[] => {
    const isFiller = kind === 'panel' || stories.some((name) => name.startsWith('@house'));
    if (!isFiller && kind !== 'advertisement') return [];
    const left = columnLeft(grid, rect.column);
    const right = left + rect.columns * (columnWidth(grid) + grid.gutter) - grid.gutter;
    const top = grid.live.y + rect.row * grid.baseline;
    return [{ left, right, top, bottom: top + rect.rows * grid.baseline, kind: isFiller ? 'filler' : 'ad' }];
  });
}

function blockOf(fragment: Fragment, least: number): readonly Block[] {
  if (fragment.kind === 'text') {
    const { run, x, y } = fragment;
    const left = x + run.x;
    const [top, bottom] = [y - run.fontSize * ABOVE, y + run.fontSize * BELOW];
    return [{ left, right: left + run.width, top, bottom, kind: 'matter' }];
  }
  const { x, y, width, height } = fragment.rect;
  if (fragment.kind === 'link' || (fragment.kind === 'rule' && width < least)) return [];
  return [{ left: x, right: x + width, top: y, bottom: y + height, kind: 'matter' }];
}

const isFooter = (fragment: Fragment): boolean =>
  fragment.kind !== 'link' &&
  fragment.structure.kind === 'artifact' &&
  fragment.structure.artifact === 'footer';

/** The foot of the live area, or the last row over a footer that stands in it: page 1 has its folio there. */
function footOf({ fragments }: Page, { live, baseline }: Grid): number {
  const tops = fragments.filter(isFooter).flatMap((fragment) => blockOf(fragment, 0).map(({ top }) => top));
  const first = Math.min(live.y + live.height, ...tops);
  return first < live.y + live.height ? live.y + Math.floor((first - live.y) / baseline) * baseline : first;
}

function measurePage(page: Page, places: readonly Block[], grid: Grid): PageUse {
  const width = columnWidth(grid);
  const beads = page.beads.map(({ rect: { x, y, ...size } }): Block => {
    return { left: x, right: x + size.width, top: y, bottom: y + size.height, kind: 'matter' };
  });
  const head = Math.min(...[...beads, ...places].map(({ top }) => top));
  const top = Number.isFinite(head) ? head : grid.live.y;
  const all = page.fragments.flatMap((fragment) => (isFooter(fragment) ? [] : blockOf(fragment, width / 2)));
  const foot = footOf(page, grid);
  const blocks = [...places, ...beads, ...all].filter((block) => block.bottom > top && block.top < foot);
  const rowsIn = (height: number): number => height / grid.baseline;
  const columns = Array.from({ length: grid.columns }, (_, column) => {
    const left = columnLeft(grid, column);
    const own = blocks.filter((block) => block.left < left + width - 1 && block.right > left + 1);
    return { column, own, gaps: gapsIn(own, top, foot) };
  });
  const areaOf = (kind: Block['kind']): number =>
    columns.reduce((sum, { own }) => sum + rowsIn(covered(own.filter((block) => block.kind === kind))), 0);
  const [ads, fillers] = [areaOf('ad'), areaOf('filler')];
  const white = columns.flatMap(({ column, gaps }) =>
    gaps.flatMap(([from, to]): readonly White[] => {
      const isFoot = to === foot;
      const rows = rowsIn(to - from) - (isFoot ? 0 : 1);
      return rows < 0.5 ? [] : [{ column, row: Math.round(rowsIn(from - grid.live.y)), rows, isFoot }];
    }),
  );
  const room = grid.columns * rowsIn(foot - top);
  const lost = white.reduce((sum, { rows }) => sum + rows, 0);
  return {
    label: page.label,
    room,
    matter: room - ads - fillers - lost,
    ads,
    fillers,
    fillerCount: places.filter(({ kind }) => kind === 'filler').length,
    hasStory: page.beads.some(({ story }) => !story.startsWith('@')),
    white,
    ends: columns.map(({ column }) => white.find((each) => each.isFoot && each.column === column)?.rows ?? 0),
  };
}

/** What of a height nothing stands in, from the top down. */
function gapsIn(blocks: readonly Block[], top: number, foot: number): readonly (readonly [number, number])[] {
  const gaps: [number, number][] = [];
  let reached = top;
  for (const block of blocks.toSorted((a, b) => a.top - b.top)) {
    if (block.top > reached) gaps.push([reached, block.top]);
    reached = Math.max(reached, block.bottom);
  }
  if (reached < foot) gaps.push([reached, foot]);
  return gaps;
}

function covered(blocks: readonly Block[]): number {
  let reached = -Infinity;
  let sum = 0;
  for (const { top, bottom } of blocks.toSorted((a, b) => a.top - b.top)) {
    sum += Math.max(0, bottom - Math.max(top, reached));
    reached = Math.max(reached, bottom);
  }
  return sum;
}

/** Neighbouring columns with the same white, deeper than some rows, as one hole each. */
export function holesIn(white: readonly White[], most: number): readonly (readonly White[])[] {
  const holes: White[][] = [];
  for (const each of white.filter(({ rows }) => rows > most + 0.05)) {
    const near = holes.find((hole) => {
      const last = hole.at(-1);
      return (
        last?.column === each.column - 1 &&
        Math.abs(last.row - each.row) <= 1 &&
        Math.abs(last.rows - each.rows) <= 1
      );
    });
    if (near === undefined) holes.push([each]);
    else near.push(each);
  }
  return holes;
}
