import { lintEdition } from '../../../src/proof/lint/edition-rules.ts';
import { readFacts } from '../../../src/proof/lint/read-facts.ts';
import type { ComposedIssue } from '../../tools/compose-issue.ts';
import { holesIn, measureUse, type PageUse } from './page-use.ts';

/** Figures of a paper's make-up, all of them sums. */
export type Figures = {
  readonly pages: number;
  /** The fewest pages with as much room as its matter and advertisements take. */
  readonly needed: number;
  /** Column rows of all pages before the last one with a story: all, of fillers, white. */
  readonly room: number;
  readonly fillers: number;
  readonly white: number;
  /** Column rows of the last page: all, and filled by matter and advertisements. */
  readonly lastRoom: number;
  readonly lastFilled: number;
  readonly holes: number;
  /** Columns of these pages, and those that end more than a line above the foot. */
  readonly columns: number;
  readonly uneven: number;
  readonly fillerCount: number;
  /** Pages with more than one filler. */
  readonly again: number;
  /** What `galley lint` finds, by rule. */
  readonly found: ReadonlyMap<string, number>;
  readonly advertisementsLeft: number;
};

/** Rows that a hole may be deep. */
const HOLE_MOST = 3;

/** Measures the pages of a made-up paper; null where it is not made up. */
export function figuresOf({ set, edition, diagnostics }: ComposedIssue): Figures | null {
  if (set.dummies === null) return null;
  const uses = measureUse(set.composed, set.dummies, edition);
  // Behind the last story there may be pages of advertisements.
  const end = uses.findLastIndex(({ hasStory }) => hasStory);
  const before = uses.slice(0, Math.max(0, end));
  const last = uses[end];
  const sum = (of: (use: PageUse) => number, pages: readonly PageUse[] = before): number =>
    pages.reduce((all, use) => all + of(use), 0);
  const filled = ({ matter, ads }: PageUse): number => matter + ads;
  const rooms = sum(({ room }) => room, uses) / uses.length;
  const found = new Map<string, number>();
  for (const { rule } of lintEdition(readFacts(set.composed, edition, false)))
    found.set(rule, (found.get(rule) ?? 0) + 1);
  return {
    pages: uses.length,
    needed: Math.ceil(sum(filled, uses) / rooms - 0.01),
    room: sum(({ room }) => room),
    fillers: sum(({ fillers }) => fillers),
    white: sum(({ white }) => white.reduce((rows, each) => rows + each.rows, 0)),
    lastRoom: last?.room ?? 0,
    lastFilled: last === undefined ? 0 : filled(last),
    holes: sum(({ white }) => holesIn(white, HOLE_MOST).length),
    columns: sum(({ ends }) => ends.length),
    uneven: sum(({ ends }) => ends.filter((rows) => rows > 1.05).length),
    fillerCount: sum(({ fillerCount }) => fillerCount, uses),
    again: uses.filter(({ fillerCount }) => fillerCount > 1).length,
    found,
    advertisementsLeft: diagnostics.filter(({ code }) => code === 'GA711').length,
  };
}

/** Pages with what is amiss on them, for looking at: fillers and holes in their columns and rows. */
export function pagesAmiss({ set, edition }: ComposedIssue): readonly string[] {
  if (set.dummies === null) return [];
  const uses = measureUse(set.composed, set.dummies, edition);
  return uses.map(({ label, fillerCount, fillers, matter, ads, room, white }) => {
    const holes = holesIn(white, HOLE_MOST).map((hole) => {
      const [first] = hole;
      return `${(first?.column ?? 0) + 1}+${hole.length} row ${first?.row ?? 0} deep ${first?.rows.toFixed(0) ?? 0}`;
    });
    const share = (rows: number): string => `${((100 * rows) / room).toFixed(0)} %`;
    return `  page ${label}: matter ${share(matter)}, ads ${share(ads)}, ${fillerCount} fillers ${share(fillers)}${holes.length === 0 ? '' : `, holes ${holes.join('; ')}`}`;
  });
}
