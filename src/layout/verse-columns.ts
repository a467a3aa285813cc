/*
 * How wide verse stands. Its lines are the poet's: one that is too long for its column is turned over and goes on indented,
 * and a poem of turned lines is hard to read, as is one of a few lines in each column. A story that is a poem and little
 * else has legs of its own, as wide as its lines need and none of a few lines; a stanza within prose or in a box stays in
 * its column, and so does a poem beside the picture of its story.
 */
import type { Box } from '../box/box.ts';
import type { LayoutSession } from './layout-session.ts';
import { FEW_PARAGRAPHS, paragraphsInLegs } from './table-columns.ts';

/** The share of lines that may be turned over, longest first. */
const MAY_TURN = 0.1;

/** Ems beyond which a line is no line of verse: it is turned over anywhere. */
const LONGEST = 36;

/** Ems that a leg has at least, however short the lines are. */
const LEAST_WIDTH = 14;

/** Lines of a poem in each leg at least. */
const LEAST_LINES = 8;

/** Points by which a line may be wider than its leg: it is set closer. */
const SLACK = 0.5;

/** The poems of a story that is of verse: blocks in lines of their own (`column-span: lines`) beside which little else stands. */
export function poemsOf(root: Box): ReadonlySet<Box> {
  const poems = versesIn(root);
  const lines = poems.reduce((sum, poem) => sum + countLines(poem), 0);
  const isOfVerse = lines > 0 && paragraphsInLegs(root) - lines <= FEW_PARAGRAPHS;
  return new Set(isOfVerse ? poems : []);
}

/** Verse in the body itself: what stands in a box or beside a rule is part of that. */
function versesIn(box: Box): readonly Box[] {
  if (box.kind !== 'block') return [];
  if (box.style.columnSpan === 'lines') return [box];
  return isDecorated(box) ? [] : box.children.flatMap(versesIn);
}

function isDecorated({ style }: Box): boolean {
  const { border, backgroundColour } = style;
  const sides = [border.top, border.right, border.bottom, border.left];
  return backgroundColour !== null || sides.some(({ width }) => width > 0);
}

/** The width that a poem needs for its lines, in points, but for a few of the longest; 0 where they are too long for any. */
export function poemNeeds(session: LayoutSession, poem: Box): number {
  const widths = linesOf(poem).map((line) => widthOfLine(session, line));
  widths.sort((one, other) => other - one);
  const needs = widths[Math.floor(MAY_TURN * widths.length)] ?? 0;
  return needs > LONGEST * poem.style.fontSize ? 0 : needs;
}

/** Into how many equal legs a poem is divided. */
export function legsOfPoem(
  session: LayoutSession,
  poem: Box,
  { width, gutter }: { readonly width: number; readonly gutter: number },
): number {
  const needs = Math.max(poemNeeds(session, poem), LEAST_WIDTH * poem.style.fontSize);
  const fitting = Math.floor((width + gutter + SLACK) / (needs + gutter));
  return Math.max(1, Math.min(fitting, Math.floor(countLines(poem) / LEAST_LINES)));
}

/** How many lines a poem has. */
export const countLines = (poem: Box): number => linesOf(poem).length;

type Line = Extract<Box, { kind: 'paragraph' }>;

function linesOf(box: Box): readonly Line[] {
  if (box.kind === 'paragraph') return [box];
  return box.kind === 'block' ? box.children.flatMap(linesOf) : [];
}

/** A line that hangs begins to the left of where it would go on. */
function widthOfLine(session: LayoutSession, line: Line): number {
  const { padding, margin, textIndent } = line.style;
  const around = padding.left + padding.right + margin.left + margin.right;
  return session.widthOf(line) + around + textIndent;
}
