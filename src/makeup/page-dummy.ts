import type { GridRect, ModuleMatter, PlannedModule } from '../layout/page-plan.ts';
import type { ModulesPlan } from './plan-modules.ts';
import type { PlacedMatter } from './matter.ts';

/** One thing that was done so that a module fills its place to the last row. */
export type LeverUse =
  /** The picture is this many rows deeper (less than 0: shallower) than it would like to be. */
  | { readonly kind: 'crop'; readonly rows: number }
  /** So many pull quotes shown that may be left out. */
  | { readonly kind: 'quotes'; readonly count: number }
  /** Rows of white above the head or under the legs. */
  | { readonly kind: 'white'; readonly rows: number }
  /** A house filler below, so many rows deep. */
  | { readonly kind: 'filler'; readonly rows: number }
  /** So many rows of one leg go on on a later page. */
  | { readonly kind: 'jump'; readonly rows: number };

type RowsUse = Extract<LeverUse, { readonly rows: number }>;

/** A rectangle of a page with what stands in it. */
export type DummyModule = {
  readonly kind: ModuleMatter['kind'];
  /** Story ids; for a house filler or the imprint none. */
  readonly stories: readonly string[];
  readonly shape: string | null;
  readonly rect: GridRect;
  readonly levers: readonly LeverUse[];
};

/** A page as it will be made up. Rows count from the top of the live area. */
export type DummyPage = {
  readonly page: number;
  /** Of a spread, its right page: the dummy shows both as one. */
  readonly through?: number;
  readonly columns: number;
  readonly rows: number;
  /** False where matter ran out before the page was full. */
  readonly isFull: boolean;
  readonly modules: readonly DummyModule[];
};

/** A plan as dummies of its pages: what a report, a text and a drawing are made from. */
export function dummyPages(
  { plan, makeup }: ModulesPlan,
  grid: { columns: number; rows: number },
): readonly DummyPage[] {
  return plan.pages.flatMap((page, index): readonly DummyPage[] => {
    if (plan.pages[index - 1]?.blueprint.isSpread === true) return [];
    const made = makeup.pages[index];
    const placed = made?.makeup.placed ?? [];
    const { isSpread } = page.blueprint;
    const dummy = {
      page: index + 1,
      ...(isSpread ? { through: index + 2 } : {}),
      columns: isSpread ? 2 * grid.columns : grid.columns,
      rows: grid.rows,
      isFull: made?.makeup.isFull ?? true,
      modules: (page.modules ?? []).map((module) => dummyModule(module, placed)),
    };
    return [dummy];
  });
}

function dummyModule({ rect, matter }: PlannedModule, placed: readonly PlacedMatter[]): DummyModule {
  const stories = storiesIn(matter);
  const own = placed.find(
    ({ matter: { kind, id } }) => (kind === 'rest') === (matter.kind === 'rest') && id === stories.join('+'),
  );
  return {
    kind: matter.kind,
    stories,
    shape: matter.kind === 'story' ? matter.shape : null,
    rect,
    levers: own === undefined ? [] : leversOf(own),
  };
}

function storiesIn(matter: ModuleMatter): readonly string[] {
  if (matter.kind === 'briefs') return matter.flows.map(({ name }) => name);
  return matter.kind === 'story' || matter.kind === 'rest' || matter.kind === 'advertisement'
    ? [matter.flow.name]
    : [];
}

function leversOf({ setting, fit }: PlacedMatter): readonly LeverUse[] {
  // A picture beside the legs of a story that jumps stays as it is.
  const isFixed = setting.picture === null || (fit.tailRows > 0 && setting.insetRows !== undefined);
  const crop = isFixed ? 0 : fit.pictureRows - (setting.picture?.wanted ?? 0);
  const uses: readonly RowsUse[] = [
    { kind: 'crop', rows: crop },
    { kind: 'white', rows: fit.whiteRows },
    { kind: 'filler', rows: fit.fillerRows },
    { kind: 'jump', rows: fit.tailRows },
  ];
  const { quotes } = setting;
  const shown: readonly LeverUse[] = quotes === undefined ? [] : [{ kind: 'quotes', count: quotes }];
  return [...shown, ...uses.filter(({ rows }) => rows !== 0)];
}
