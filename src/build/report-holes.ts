import { ptToInch } from '../core/units.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition, PageGrid } from '../edition/edition.ts';
import type { DraftEdition } from '../layout/composer.ts';
import type { FurnitureArea } from '../layout/page-plan.ts';
import type { DummyPage } from '../makeup/page-dummy.ts';
import { columnX, columnsWidth } from '../layout/leg-grid.ts';
import type { Fragment } from '../page/page.ts';

/** Rows that a page may end short before it is told. */
const HOLE_MOST = 3;

/** Neighbouring columns, from 0, that end the same rows above the foot of their page, or above an advertisement. */
type Hole = {
  readonly first: number;
  readonly last: number;
  readonly rows: number;
  readonly isOverAd: boolean;
};

/** What stands on a page: as far as `bottom` between two places across it. */
type Standing = {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly isPicture?: boolean;
};

/** An advertisement, which fills the room that was sold, however its picture does. */
type Sold = Standing & { readonly top: number };

/**
 * Reports GA717 for holes at the foot of a page, or over an advertisement there, that are deeper than three lines, and in
 * stories: underset matter. Those of one page are told together as far as one thing helps. The last page with a story
 * and the last of all may end short.
 *
 * @param dummies null where pages are filled by whatever runs through them: those of advertisements alone behind the
 *   last story are looked at.
 */
export function reportHoles(
  draft: Pick<DraftEdition, 'pages' | 'furniture' | 'contents'>,
  dummies: readonly DummyPage[] | null,
  edition: Edition,
  context: Context,
): void {
  const { grid } = edition;
  const last = lastStoryPage(draft);
  const end = draft.pages.findLastIndex(({ fragments }) => fragments.length > 0);
  const pages = draft.pages.filter(({ index }) =>
    index < last ? dummies !== null : index > last && index < end && isOfAds(draft, index),
  );
  const runs = emptyRuns(draft);
  reportEmptyPages(draft, edition, context);
  for (const { index, label, fragments } of pages.filter((page) => !runs.some((run) => run.includes(page)))) {
    const areas = draft.furniture.filter(({ pageIndex }) => pageIndex === index);
    const dummy = dummies?.find(({ page, through }) => page === index + 1 && through === undefined);
    const isShown = dummy === undefined && index > last;
    const sold = isShown ? soldAsShown(fragments, grid) : soldOn(dummy, grid);
    const matter = [...fragments.map(standingOf), ...sold];
    // A panel with nothing under it is a foot as well.
    const deepest = Math.max(grid.live.y + 1, ...matter.map(({ bottom }) => bottom));
    const isFoot = ({ role, y }: FurnitureArea): boolean =>
      role === 'footer' || (role === 'panel' && y >= deepest);
    const foot = Math.min(
      grid.live.y + grid.live.height,
      ...areas.filter(isFoot).map(({ y, role }) => y - (role === 'panel' ? grid.baseline : 0)),
    );
    const standing = [
      ...matter,
      ...areas
        .filter((area) => !isFoot(area))
        .map(({ x, y, width, height }) => ({ left: x, right: x + width, bottom: y + height })),
    ];
    const trail = [edition.issueId, edition.language, `page ${label}`];
    const holes = holesOf(standing, { foot, sold, grid });
    const told: ToldHole[] = holes.map((hole) => {
      const hint = index < last && hasStory(dummy) ? null : WITHOUT_STORY;
      return { hole, above: hole.isOverAd ? 'the advertisement' : 'the foot', hint };
    });
    for (const hole of holesInStories(standing, dummy?.modules ?? [], { foot, grid })) {
      // White under the whole story says it already, where no picture is the cause.
      if (!hole.hasPicture && holes.some(({ first, last }) => first <= hole.first && last >= hole.last))
        continue;
      const hint = hole.hasPicture ? BESIDE_PICTURE : WITHOUT_PICTURE;
      told.push({ hole, above: `the foot of "${hole.story}"`, hint });
    }
    for (const hint of new Set(told.map((each) => each.hint))) {
      const said = sayHoles(
        told.filter((each) => each.hint === hint),
        grid,
      );
      const message = `page ${label} is underset: ${said}`;
      reportFault(context, 'GA717', { message, ...(hint === null ? {} : { hint }), trail });
    }
  }
}

type Pages = Pick<DraftEdition, 'pages'>['pages'];

const lastStoryPage = ({ contents }: Pick<DraftEdition, 'contents'>): number =>
  contents.findLastIndex(({ flows }) => flows.some(({ kind }) => kind === 'story'));

/** Do advertisements alone stand on a page? */
function isOfAds({ contents }: Pick<DraftEdition, 'contents'>, index: number): boolean {
  const flows = contents[index]?.flows ?? [];
  return flows.length > 0 && flows.every(({ kind }) => kind === 'advertisement');
}

/**
 * Pages in a row on which nothing stands but their furniture, before the last that has matter; one alone only where no
 * story stands behind it.
 */
function emptyRuns(draft: Pick<DraftEdition, 'pages' | 'contents'>): readonly Pages[] {
  const end = draft.pages.findLastIndex(({ fragments }) => fragments.length > 0);
  const runs: Pages[] = [];
  for (const page of draft.pages.slice(0, Math.max(0, end))) {
    if (page.fragments.length > 0) continue;
    const before = runs.at(-1);
    if (before?.at(-1)?.index === page.index - 1) runs[runs.length - 1] = [...before, page];
    else runs.push([page]);
  }
  return runs.filter((run) => run.length > 1 || (run[0]?.index ?? 0) > lastStoryPage(draft));
}

/** Reports GA717 for pages in a row on which nothing stands, once a row; GA728 where an advertisement behind them is why. */
function reportEmptyPages(
  draft: Pick<DraftEdition, 'pages' | 'contents'>,
  edition: Edition,
  context: Context,
): void {
  for (const run of emptyRuns(draft)) {
    const behind = draft.contents[(run.at(-1)?.index ?? 0) + 1]?.flows ?? [];
    const ads = behind.filter(({ kind }) => kind === 'advertisement').map(({ name }) => name);
    if (ads.length === 0) reportEmpty(run, edition, context);
    else for (const ad of ads) reportFarAd(ad, run, { edition, context });
  }
}

type Told = { readonly edition: Edition; readonly context: Context };

function reportFarAd(name: string, run: Pages, { edition, context }: Told): void {
  const index = Number(name.slice('@ad.'.length)) - 1;
  const page = edition.ads[index]?.page ?? 0;
  const end = run[0]?.index ?? 0;
  const made = `${end} ${end === 1 ? 'page' : 'pages'}`;
  const empty = `${run.length} empty ${run.length === 1 ? 'page' : 'pages'}`;
  reportFault(context, 'GA728', {
    message: `this advertisement asks for page ${page}, and what stands before it makes ${made}: ${empty} between them`,
    span: edition.spans[`ads.${index}.page`] ?? edition.spans[`ads.${index}.picture`] ?? null,
    trail: [edition.issueId, edition.language],
  });
}

function reportEmpty(run: Pages, { issueId, language }: Edition, context: Context): void {
  const isOne = run.length === 1;
  const pages = isOne
    ? `page ${run[0]?.label ?? ''}`
    : `pages ${run[0]?.label ?? ''} to ${run.at(-1)?.label ?? ''}`;
  const said = isOne ? 'is empty: no story stands on it' : 'are empty: no story stands on them';
  reportFault(context, 'GA717', {
    message: `${pages} ${said}, and what is behind ${isOne ? 'it' : 'them'} asks for its page`,
    hint: 'Let what asks for later pages stand on earlier ones (`pages:`, `page:` of an advertisement), or let stories stand on these.',
    trail: [issueId, language, pages],
  });
}

function soldOn(page: DummyPage | undefined, grid: PageGrid): readonly Sold[] {
  return (page?.modules ?? [])
    .filter(({ kind }) => kind === 'advertisement')
    .map(({ rect }) => {
      const width = columnsWidth(grid, rect.columns);
      const left = columnX(grid, rect.column, width);
      const top = grid.live.y + rect.row * grid.baseline;
      const right = left + width;
      return { left, right, top, bottom: top + rect.rows * grid.baseline };
    });
}

/** Where nothing but advertisements stands, each picture is one, with a row for the label over it. */
const soldAsShown = (fragments: readonly Fragment[], { baseline }: PageGrid): readonly Sold[] =>
  fragments.flatMap((fragment) =>
    fragment.kind === 'image' ? [{ ...standingOf(fragment), top: fragment.rect.y - baseline }] : [],
  );

function standingOf(fragment: Fragment): Standing {
  if (fragment.kind === 'text') {
    const left = fragment.x + fragment.run.x;
    return { left, right: left + fragment.run.width, bottom: fragment.y };
  }
  const { x, y, width, height } = fragment.rect;
  return { left: x, right: x + width, bottom: y + height, isPicture: fragment.kind === 'image' };
}

/** Rows that a column of a story may end short beside its picture: an inch and a quarter. */
const HOLE_MOST_IN_STORY = 8;

const BESIDE_PICTURE =
  'Its picture is deeper than its text: let it stand over fewer columns (`columns: 1`), crop it (`crop:`), or give the story more text.';

const WITHOUT_PICTURE =
  'Its text, table or list does not fill its columns: give the story more, or let a brief or a house filler (`house:`) stand there.';

const WITHOUT_STORY =
  'No story stands on this page: give its advertisements another size (`size:`) or page (`page:`), or let a story stand on it (`pages:`).';

const hasStory = (page: DummyPage | undefined): boolean =>
  page === undefined || page.modules.some(({ kind }) => kind !== 'advertisement' && kind !== 'imprint');

/** A hole, what its columns end above, and what helps; null for what helps white on any page. */
type ToldHole = { readonly hole: Hole; readonly above: string; readonly hint: string | null };

/** Holes of a page in one sentence; what several in a row end above is said once, behind them. */
function sayHoles(told: readonly ToldHole[], grid: PageGrid): string {
  return told
    .map(({ hole: { first, last, rows }, above }, index) => {
      const columns = first === last ? `column ${first + 1} ends` : `columns ${first + 1} to ${last + 1} end`;
      const depth = `${columns} ${rows} lines (${(rows * ptToInch(grid.baseline)).toFixed(1)} in)`;
      return told[index + 1]?.above === above ? depth : `${depth} above ${above}`;
    })
    .join(', ');
}

type StoryHole = Hole & { readonly story: string; readonly hasPicture: boolean };

/** Columns of a story that end far above its foot, which is not that of the page. */
function holesInStories(
  standing: readonly Standing[],
  modules: DummyPage['modules'],
  { foot: pageFoot, grid }: Pick<Ground, 'foot' | 'grid'>,
): readonly StoryHole[] {
  return modules.flatMap(({ kind, stories, rect }): readonly StoryHole[] => {
    const [story] = stories;
    const top = grid.live.y + rect.row * grid.baseline;
    const foot = top + rect.rows * grid.baseline;
    if (kind !== 'story' || story === undefined || foot > pageFoot - HOLE_MOST * grid.baseline) return [];
    const inside = standing.filter(({ bottom }) => bottom > top && bottom <= foot + grid.baseline / 2);
    if (!inside.some(({ bottom }) => foot - bottom <= HOLE_MOST * grid.baseline)) return [];
    const ends = Array.from({ length: rect.columns }, (_, at): ColumnEnd => {
      const column = rect.column + at;
      const own = inside.filter((each) => isOver(each, column, grid));
      return { column, rows: rowsBetween(lowest(own, top), foot, grid), isOverAd: false };
    });
    const hasPicture = inside.some(
      (each) => each.isPicture === true && ends.some(({ column }) => isOver(each, column, grid)),
    );
    return gather(ends, HOLE_MOST_IN_STORY).map((hole) => ({ ...hole, story, hasPicture }));
  });
}

type Ground = { readonly foot: number; readonly sold: readonly Sold[]; readonly grid: PageGrid };

function holesOf(standing: readonly Standing[], { foot: pageFoot, sold, grid }: Ground): readonly Hole[] {
  const ends = Array.from({ length: grid.columns }, (_, column): ColumnEnd => {
    // A row of white stands over an advertisement.
    const own = sold.filter((each) => isOver(each, column, grid));
    const adTop = Math.min(...own.map(({ top }) => top - grid.baseline));
    const foot = Math.min(pageFoot, adTop);
    const matter = standing.filter(
      (each) => isOver(each, column, grid) && each.bottom <= foot + grid.baseline,
    );
    const bottom = lowest(matter, grid.live.y);
    return { column, rows: rowsBetween(bottom, foot, grid), isOverAd: adTop < pageFoot };
  });
  return gather(ends, HOLE_MOST);
}

/** How many rows above its foot a column ends. */
type ColumnEnd = { readonly column: number; readonly rows: number; readonly isOverAd: boolean };

/** Neighbouring columns that end more than so many rows above their foot, and as far, as one hole. */
function gather(ends: readonly ColumnEnd[], most: number): readonly Hole[] {
  const holes: Hole[] = [];
  for (const { column, rows, isOverAd } of ends) {
    if (rows <= most) continue;
    const before = holes.at(-1);
    const isNext = before?.last === column - 1 && before.isOverAd === isOverAd;
    if (isNext && Math.abs(before.rows - rows) <= 1)
      holes[holes.length - 1] = { ...before, last: column, rows: Math.min(before.rows, rows) };
    else holes.push({ first: column, last: column, rows, isOverAd });
  }
  return holes;
}

function isOver({ left, right }: Pick<Standing, 'left' | 'right'>, column: number, grid: PageGrid): boolean {
  const from = columnX(grid, column);
  return left < from + columnsWidth(grid, 1) && right > from;
}

const lowest = (standing: readonly Standing[], top: number): number =>
  standing.reduce<number>((bottom, each) => Math.max(bottom, each.bottom), top);

const rowsBetween = (bottom: number, foot: number, { baseline }: PageGrid): number =>
  Math.floor((foot - bottom) / baseline + 1e-6);
