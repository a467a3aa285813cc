import type { Box } from '../box/box.ts';
import type { LayoutSession } from './layout-session.ts';
import { legsWidth, type LegGrid } from './leg-grid.ts';
import { isOfTables, isWideFor, legsOfTable, whiteInTables } from './table-columns.ts';
import { countLines, legsOfPoems, poemNeeds, poemsOf } from './verse-columns.ts';

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

/** Into how many equal legs such boxes are divided, a table or poems with their titles. */
export function legsOfWide(
  session: LayoutSession,
  { boxes, nature }: { readonly boxes: readonly Box[]; readonly nature: StoryNature },
  place: { readonly width: number; readonly gutter: number },
): number {
  const poems = boxes.filter((box) => nature.poems.has(box));
  if (poems.length > 0) return legsOfPoems(session, poems, place);
  const box = boxes.at(-1);
  return box === undefined ? 1 : legsOfTable(session, box, place);
}

/** How far a leg may be wider than lines of verse need without looking empty. */
const EASY_STRETCH = 1.6;

/** White beside tables and poems that stand over all legs, points times rows of the grid. */
export function whiteInWide(session: LayoutSession, root: Box, nature: StoryNature, legs: LegGrid): number {
  const poems = [...nature.poems].filter((poem) => poemNeeds(session, poem) > 0);
  const beside = poems.length === 0 ? 0 : whiteInPoems(session, poems, legs);
  return beside + whiteInTables(session, { box: root, isOfTables: nature.isOfTables }, legs);
}

function whiteInPoems(session: LayoutSession, poems: readonly Box[], legs: LegGrid): number {
  const needs = Math.max(...poems.map((poem) => poemNeeds(session, poem)));
  const width = legsWidth(legs, legs.count);
  const count = legsOfPoems(session, poems, { width, gutter: legs.gutter });
  const lines = poems.reduce((sum, poem) => sum + countLines(poem), 0);
  return (lines / count) * Math.max(0, width - count * EASY_STRETCH * needs);
}
