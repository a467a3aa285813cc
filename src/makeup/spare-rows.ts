import type { PageGrid } from '../edition/edition.ts';
import type { DraftEdition } from '../layout/composer.ts';
import { columnsWidth } from '../layout/leg-grid.ts';
import type { Flow } from '../layout/page-plan.ts';
import { ROWS_AFTER_JUMP } from './weights.ts';

/** Rows that are kept for what of a story did not go into the pages of an earlier attempt. */
export type Spare = {
  /** In each leg of what goes on from another page. */
  readonly perLeg: number;
  /** In one leg, each time that the story goes on. */
  readonly perJump: number;
};

export const NO_SPARE: Spare = { perLeg: 0, perJump: 0 };

/** Column rows, by story, of what stands on pages behind those of a plan of so many. */
export function rowsBehind(
  { pages }: Pick<DraftEdition, 'pages'>,
  count: number,
  grid: PageGrid,
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { beads } of pages.slice(count))
    for (const { story, rect } of beads) {
      const columns = Math.round((rect.width + grid.gutter) / (columnsWidth(grid, 1) + grid.gutter));
      const own = Math.round(rect.height / grid.baseline) * Math.max(1, columns);
      rows.set(story, (rows.get(story) ?? 0) + own);
    }
  return rows;
}

/** No more goes on of a story that was reckoned a row or two too short: enough of it is held back for a jump. */
const SMALL_REST = ROWS_AFTER_JUMP + 5;

/**
 * What the next attempt keeps for a story of which so many column rows were over, where the plan had modules for `rests`
 * of it: some rows in each leg of its end, one where so much is over that it was held back for a jump; or of what is more, and where such rows did not help, its share each time that
 * the story goes on.
 */
export function moreSpare({ perLeg, perJump }: Spare, over: number, rests: number): Spare {
  if (rests > 1 && (over > SMALL_REST || perLeg > 0))
    return { perLeg, perJump: perJump + Math.ceil(over / rests) };
  const lacking = over < ROWS_AFTER_JUMP ? Math.min(LACKING_MOST, Math.ceil(over / 2)) : 1;
  return { perLeg: perLeg + Math.max(lacking, rests), perJump };
}

/** Rows that each leg is given at once of a few that are over. */
const LACKING_MOST = 3;

/** Rows kept by story, for the next attempt. */
export function spareAfter(
  spare: ReadonlyMap<string, Spare>,
  behind: ReadonlyMap<string, number>,
  rests: ReadonlyMap<Flow, number>,
): ReadonlyMap<string, Spare> {
  const restsOf = new Map([...rests].map(([{ name }, count]) => [name, count]));
  const next = new Map(spare);
  for (const [name, rows] of behind)
    next.set(name, moreSpare(spare.get(name) ?? NO_SPARE, rows, restsOf.get(name) ?? 0));
  return next;
}
