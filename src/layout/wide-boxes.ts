import type { Box } from '../box/box.ts';
import type { LayoutSession } from './layout-session.ts';
import { legsWidth, type LegGrid } from './leg-grid.ts';
import { isOfTables, isWideFor, legsOfTable, whiteInTables } from './table-columns.ts';
import { countLines, isOfVerse, isVerse, legsOfVerse, verseNeeds } from './verse-columns.ts';

/** What a story is of, beside prose: its tables and its verse are given more room where they are all of it. */
export type StoryNature = { readonly isOfTables: boolean; readonly isOfVerse: boolean };

export const natureOf = (root: Box): StoryNature => ({
  isOfTables: isOfTables(root),
  isOfVerse: isOfVerse(root),
});

/** Whether a box stands over all legs of its story for what it holds: tables, or the verse of a poem. */
export function isWide(session: LayoutSession, box: Box, nature: StoryNature, legs: LegGrid): boolean {
  if (isVerse(box)) return nature.isOfVerse;
  return isWideFor(session, { box, isOfTables: nature.isOfTables }, legs);
}

/** Into how many equal legs such a box is divided. */
export function legsOfWide(
  session: LayoutSession,
  box: Box,
  place: { readonly width: number; readonly gutter: number },
): number {
  return isVerse(box) ? legsOfVerse(session, box, place) : legsOfTable(session, box, place);
}

/** How far a leg may be wider than lines of verse need without looking empty. */
const EASY_STRETCH = 1.6;

/** White beside tables and verse that stand over all legs, points times rows of the grid. */
export function whiteInWide(session: LayoutSession, root: Box, nature: StoryNature, legs: LegGrid): number {
  const beside = nature.isOfVerse ? whiteInVerse(session, root, legs) : 0;
  return beside + whiteInTables(session, { box: root, isOfTables: nature.isOfTables }, legs);
}

function whiteInVerse(session: LayoutSession, box: Box, legs: LegGrid): number {
  if (isVerse(box)) {
    const width = legsWidth(legs, legs.count);
    const count = legsOfVerse(session, box, { width, gutter: legs.gutter });
    const white = Math.max(0, width - count * EASY_STRETCH * verseNeeds(session, box));
    return (countLines(box) / count) * white;
  }
  if (box.kind !== 'block') return 0;
  return box.children.reduce((sum, child) => sum + whiteInVerse(session, child, legs), 0);
}
