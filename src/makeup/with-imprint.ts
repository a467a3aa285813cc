import { footRows, topRows } from '../layout/band-rows.ts';
import type { StoryStore } from '../layout/measure-story.ts';
import type { Flow, PagePlan, PlannedModule, PlannedPage } from '../layout/page-plan.ts';
import type { PageLayouts } from './page-layouts.ts';
import { FILLER_LEAST, ROWS_BETWEEN } from './weights.ts';

/** The imprint over all columns, and the pages that it may stand on. */
export type Imprint = {
  readonly store: StoryStore;
  readonly flow: Flow;
  readonly layouts: PageLayouts;
  readonly rows: number;
  /** Rows of a page, and the first one under the head of an inside page. */
  readonly end: number;
  readonly top: number;
};

/**
 * The imprint stands under the last matter of the last page, or over the advertisements at its foot; where that leaves no
 * room, in the place of a house filler over the whole width that is deep enough: of that page, of page 2, the other usual
 * place, of the last that has one; else on a page of its own.
 */
export function withImprint(pages: readonly PlannedPage[], imprint: Imprint): readonly PlannedPage[] {
  const last = pages.at(-1);
  const row = last === undefined ? null : freeRow(last, imprint);
  const inPlace = row === null ? inPlaceOfFiller(pages, imprint) : null;
  if (inPlace !== null) return inPlace;
  if (last !== undefined && row !== null) {
    const modules = [...(last.modules ?? []), moduleAt(imprint, row)];
    return [...pages.slice(0, -1), { ...last, modules }];
  }
  const modules = [moduleAt(imprint, imprint.top)];
  return [...pages, { blueprint: imprint.layouts.inside, slots: new Map(), modules, foot: [] }];
}

/** A plan with the imprint of its last page behind all that did not go into its pages: it ends the number. */
export function imprintBehind({ pages, threads }: PagePlan, flow: Flow): PagePlan {
  const isImprint = ({ matter }: PlannedModule): boolean => matter.kind === 'imprint';
  const last = pages.at(-1);
  if (last?.modules?.some(isImprint) !== true) return { pages, threads };
  const modules = last.modules.filter((module) => !isImprint(module));
  const before = pages.slice(0, -1);
  return {
    pages: modules.length === 0 ? before : [...before, { ...last, modules }],
    threads: new Map([...threads, ['main', [flow]]]),
  };
}

const moduleAt = ({ store, flow, rows }: Imprint, row: number): PlannedModule => ({
  rect: { column: 0, columns: store.grid.columns, row, rows },
  matter: { kind: 'imprint', flow, shape: 'lead' },
});

/** The row at which the imprint may stand on a page, clear of what else does; null where it has no room. */
function freeRow({ blueprint, modules }: PlannedPage, { store, rows, end }: Imprint): number | null {
  const all = modules ?? [];
  if (all.length === 0) return null;
  const foot = footOf(all);
  if (foot + rows + footRows(store, blueprint) <= end) return foot;
  const sold = all.filter(isAdvertisement);
  const row = Math.min(...sold.map(({ rect }) => rect.row)) - ROWS_BETWEEN - rows;
  const above = all.filter((module) => !sold.includes(module));
  const first = Math.max(topRows(store, blueprint), footOf(above));
  return sold.length > 0 && row >= first ? row : null;
}

const isAdvertisement = ({ matter }: PlannedModule): boolean =>
  matter.kind === 'advertisement' && matter.flow.kind === 'advertisement';

/** The row under modules, with the white below them. */
const footOf = (modules: readonly PlannedModule[]): number =>
  Math.max(0, ...modules.map(({ rect }) => rect.row + rect.rows + ROWS_BETWEEN));

function inPlaceOfFiller(pages: readonly PlannedPage[], imprint: Imprint): readonly PlannedPage[] | null {
  const { columns } = imprint.store.grid;
  const isRoomy = ({ matter, rect }: PlannedModule): boolean =>
    (matter.kind === 'panel' || (matter.kind === 'advertisement' && matter.flow.kind === 'house')) &&
    rect.columns === columns &&
    rect.rows >= imprint.rows;
  const isOpen = ({ blueprint, modules }: PlannedPage): boolean =>
    !blueprint.isSpread && modules?.some(isRoomy) === true;
  const last = pages.findLastIndex(isOpen);
  const second = pages[1];
  const at = last < pages.length - 1 && second !== undefined && isOpen(second) ? 1 : last;
  const page = pages[at];
  const filler = page?.modules?.findLast(isRoomy);
  if (page === undefined || filler === undefined) return null;
  const { rect } = filler;
  const row = rect.row + rect.rows - imprint.rows;
  const left = rect.rows - imprint.rows - ROWS_BETWEEN;
  // A house picture was chosen for all of the place.
  const bare: PlannedModule['matter'] = { kind: 'panel', template: 'house', align: 'middle', at: null };
  const above: readonly PlannedModule[] =
    left >= FILLER_LEAST ? [{ rect: { ...rect, rows: left }, matter: bare }] : [];
  const stands = moduleAt(imprint, row);
  const modules = page.modules?.flatMap((each) => (each === filler ? [...above, stands] : [each])) ?? null;
  return pages.with(at, { ...page, modules });
}
