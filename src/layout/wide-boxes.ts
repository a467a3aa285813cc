import type { Box } from '../box/box.ts';
import type { LayoutSession } from './layout-session.ts';
import { legsWidth, type LegGrid } from './leg-grid.ts';
import { isOfTables, isWideFor, legsOfTable, whiteInTables } from './table-columns.ts';
import { countLines, legsOfPoem, poemNeeds, poemsOf } from './verse-columns.ts';

/** What a story is of, beside prose: its tables and its poems are given more room where they are all of it. */
export type StoryNature = { readonly isOfTables: boolean; readonly poems: ReadonlySet<Box> };

/** `isBeside`: the picture of the story stands over some of its legs, and the text beside it. */
export const natureOf = (root: Box, isBeside: boolean): StoryNature => ({
  isOfTables: isOfTables(root),
  poems: isBeside ? new Set() : poemsOf(root),
});

/** Whether a box stands over all legs of its story for what it holds: tables, or the lines of a poem. */
export function isWide(session: LayoutSession, box: Box, nature: StoryNature, legs: LegGrid): boolean {
  if (nature.poems.has(box)) return poemNeeds(session, box) > 0;
  return isWideFor(session, { box, isOfTables: nature.isOfTables }, legs);
}

/** Into how many equal legs such a box is divided. */
export function legsOfWide(
  session: LayoutSession,
  { box, nature }: { readonly box: Box; readonly nature: StoryNature },
  place: { readonly width: number; readonly gutter: number },
): number {
  return nature.poems.has(box) ? legsOfPoem(session, box, place) : legsOfTable(session, box, place);
}

/** How far a leg may be wider than lines of verse need without looking empty. */
const EASY_STRETCH = 1.6;

/** White beside tables and poems that stand over all legs, points times rows of the grid. */
export function whiteInWide(session: LayoutSession, root: Box, nature: StoryNature, legs: LegGrid): number {
  const beside = [...nature.poems].reduce((sum, poem) => sum + whiteInPoem(session, poem, legs), 0);
  return beside + whiteInTables(session, { box: root, isOfTables: nature.isOfTables }, legs);
}

function whiteInPoem(session: LayoutSession, poem: Box, legs: LegGrid): number {
  const needs = poemNeeds(session, poem);
  if (needs === 0) return 0;
  const width = legsWidth(legs, legs.count);
  const count = legsOfPoem(session, poem, { width, gutter: legs.gutter });
  return (countLines(poem) / count) * Math.max(0, width - count * EASY_STRETCH * needs);
}
