/*
 * How wide verse stands. Its lines are the poet's: one that is too long for its column is turned over and goes on indented,
 * and a poem of turned lines is hard to read, as is one of a few lines in each column. A story that is a poem and little
 * else has legs of its own, as wide as its lines need and none of a few lines; a stanza within prose or in a box stays in
 * its column, and so does a poem beside the picture of its story. Several poems share their legs, with their titles.
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

/** Lines of several poems up to which a leg is not too deep for one to stand in it whole. */
const WHOLE_LINES = 24;

/** Points by which a line may be wider than its leg: it is set closer. */
const SLACK = 0.5;

/** The poems of a story that is of verse: blocks in lines of their own (`column-span: lines`) beside which little else stands. */
export function poemsOf(root: Box): ReadonlySet<Box> {
  const poems = versesIn(root);
  const lines = poems.reduce((sum, poem) => sum + countLines(poem), 0);
  const others = paragraphsInLegs(root) - lines - titlesIn(root);
  const isOfVerse = lines > 0 && others <= FEW_PARAGRAPHS;
  return new Set(isOfVerse ? poems : []);
}

/** Rows that poems under one head have at most in one leg, with the white in them, where they are not to jump. */
const MOST_WHOLE = 60;

/** Is a story, of so many rows in one leg, a poem that is not cut by a jump? */
export const isShortPoem = (root: Box, rows: number): boolean => rows <= MOST_WHOLE && poemsOf(root).size > 0;

/** Verse in the body itself: what stands in a box or beside a rule is part of that. */
function versesIn(box: Box): readonly Box[] {
  if (box.kind !== 'block') return [];
  if (box.style.columnSpan === 'lines') return [box];
  return isDecorated(box) ? [] : box.children.flatMap(versesIn);
}

/** Titles of poems: each stands over what it is kept with. */
function titlesIn(box: Box): number {
  if (box.kind === 'paragraph') return box.style.breakAfter === 'avoid' ? 1 : 0;
  const isHolder = box.kind === 'block' && !['all', 'lines'].includes(box.style.columnSpan);
  return isHolder ? box.children.reduce((sum, child) => sum + titlesIn(child), 0) : 0;
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

/** Into how many equal legs poems are divided that stand one after the other: several of them into one each at least. */
export function legsOfPoems(
  session: LayoutSession,
  poems: readonly Box[],
  { width, gutter }: { readonly width: number; readonly gutter: number },
): number {
  const needs = Math.max(
    ...poems.map((poem) => Math.max(poemNeeds(session, poem), LEAST_WIDTH * poem.style.fontSize)),
  );
  const fitting = Math.floor((width + gutter + SLACK) / (needs + gutter));
  const lines = poems.reduce((sum, poem) => sum + countLines(poem), 0);
  const wanted = poems.length === 1 ? lines / LEAST_LINES : Math.max(poems.length, lines / WHOLE_LINES);
  return Math.max(1, Math.min(fitting, Math.floor(wanted)));
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
