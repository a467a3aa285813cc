/*
 * How wide verse stands. Its lines are the poet's: one that is too long for its column is turned over and goes on indented,
 * and a poem of turned lines is hard to read, as is one of a few lines in each column. A story that is a poem and little
 * else has legs of its own, as wide as its lines need and none of a few lines; a stanza within prose stays in its column.
 */
import type { Box } from '../box/box.ts';
import type { LayoutSession } from './layout-session.ts';

/** The share of lines that may be turned over, longest first. */
const MAY_TURN = 0.1;

/** Ems beyond which a line is no line of verse: it is turned over anywhere. */
const LONGEST = 36;

/** Lines of a poem in each leg at least. */
const LEAST_LINES = 8;

/** Paragraphs beside the lines of a story that is a poem. */
const FEW_PARAGRAPHS = 3;

/** Points by which a line may be wider than its leg: it is set closer. */
const SLACK = 0.5;

/** Is this block set in lines of its own (`column-span: lines`)? */
export const isVerse = (box: Box): boolean => box.kind === 'block' && box.style.columnSpan === 'lines';

/** Is a story a poem, or several: does little else stand in its legs? */
export function isOfVerse(root: Box): boolean {
  const lines = linesOf(root).length;
  return lines > 0 && paragraphsOf(root) - lines <= FEW_PARAGRAPHS;
}

/** The width that verse needs for its lines, in points, but for a few of the longest; 0 without verse, or with lines too long for any. */
export function verseNeeds(session: LayoutSession, box: Box): number {
  const widths = linesOf(box).map((line) => widthOfLine(session, line));
  widths.sort((one, other) => other - one);
  const needs = widths[Math.floor(MAY_TURN * widths.length)] ?? 0;
  return needs > LONGEST * box.style.fontSize ? 0 : needs;
}

/** Into how many equal legs a poem is divided. */
export function legsOfVerse(
  session: LayoutSession,
  box: Box,
  { width, gutter }: { readonly width: number; readonly gutter: number },
): number {
  const fitting = Math.floor((width + gutter + SLACK) / (verseNeeds(session, box) + gutter));
  return Math.max(1, Math.min(fitting, Math.floor(linesOf(box).length / LEAST_LINES)));
}

/** How many lines a poem has. */
export const countLines = (box: Box): number => linesOf(box).length;

type Line = Extract<Box, { kind: 'paragraph' }>;

function linesOf(box: Box, within = false): readonly Line[] {
  if (box.kind === 'paragraph') return within ? [box] : [];
  if (box.kind !== 'block') return [];
  return box.children.flatMap((child) => linesOf(child, within || isVerse(box)));
}

function paragraphsOf(box: Box): number {
  if (box.kind === 'paragraph') return 1;
  const isHolder = box.kind === 'block' || box.kind === 'list-item';
  if (!isHolder || box.style.columnSpan === 'all') return 0;
  return box.children.reduce((sum, child) => sum + paragraphsOf(child), 0);
}

/** A line that hangs begins to the left of where it would go on. */
function widthOfLine(session: LayoutSession, line: Line): number {
  const { padding, margin, textIndent } = line.style;
  const around = padding.left + padding.right + margin.left + margin.right;
  return session.widthOf(line) + around + textIndent;
}
