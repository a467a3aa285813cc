import type { TextSource } from '../core/origin.ts';
import type { InlineRun } from '../style/inline-run.ts';
import type { Box } from './box.ts';
import type { InlineText } from './inline-content.ts';

/**
 * What a block holds, in order: text, whose paragraph is null where it is white space alone, or a block. A block `isOwn`
 * where it is an inline element that a style sheet makes a line of its own.
 */
export type OwnLine =
  | { readonly box: Box | null; readonly texts: readonly InlineText[] }
  | { readonly box: Box; readonly isOwn: boolean };

/**
 * The boxes of some lines. Where an inline element became a line of its own, the end of a line is a space for those who
 * listen or copy: the one of the source, else one between two texts that have nothing to do with each other.
 */
export function partLines(lines: readonly OwnLine[]): readonly Box[] {
  const boxes: Box[] = [];
  lines.forEach((line, index) => {
    const last = boxes.at(-1);
    const parted = last === undefined ? null : spaceBetween(lines, index, last);
    if (last !== undefined && parted !== null) boxes[boxes.length - 1] = withSpace(last, parted);
    if (line.box !== null) boxes.push(line.box);
  });
  return boxes;
}

/** What stands unseen behind the last words of a box and parts them from the line with that index; null for nothing. */
function spaceBetween(lines: readonly OwnLine[], index: number, last: Box): InlineRun | null {
  const [before, line] = [lines[index - 1], lines[index]];
  if (before === undefined || line === undefined || !(isOwn(before) || isOwn(line))) return null;
  const written =
    ('texts' in before ? spaceAt(before.texts, -1) : null) ??
    ('texts' in line ? spaceAt(line.texts, 0) : null);
  if (written !== null) return written;
  const end = lastRun(last);
  const next = line.box === null ? null : firstRun(line.box);
  // An element of its own parts words by itself.
  if (end === null || next === null || last.style.edRole !== null) return null;
  return isOneText(end.source, next.source) ? null : { ...end, text: ' ', source: null, at: null };
}

/** Words of one text are parted by its own white space alone: a letter in italics is no word. */
const isOneText = (one: TextSource | null, other: TextSource | null): boolean =>
  one !== null && other !== null && one.owner === other.owner && one.node === other.node;

const isOwn = (line: OwnLine): boolean => 'isOwn' in line && line.isOwn;

const SPACE = /^[ \t\n\r\f]$/;

/** The white space of a source that some texts begin with (0) or end with (-1). */
function spaceAt(texts: readonly InlineText[], index: 0 | -1): InlineRun | null {
  const item = texts.filter(({ text, isBreak }) => isBreak || text !== '').at(index);
  if (item === undefined || item.source === null || !SPACE.test(item.text.at(index) ?? '')) return null;
  const { style, language, element, at } = item;
  const start = index === 0 ? 0 : item.text.length - 1;
  const source = { ...item.source, offset: item.source.offset + start };
  return { text: ' ', style, language, source, element, at };
}

function lastRun(box: Box): InlineRun | null {
  if (box.kind === 'paragraph') return box.runs.at(-1) ?? null;
  const child = box.kind === 'block' ? box.children.at(-1) : undefined;
  return child === undefined ? null : lastRun(child);
}

function firstRun(box: Box): InlineRun | null {
  if (box.kind === 'paragraph') return box.runs[0] ?? null;
  const child = box.kind === 'block' ? box.children[0] : undefined;
  return child === undefined ? null : firstRun(child);
}

/** The box with a space behind its last words; as it is where it ends in no words, or in a space. */
function withSpace(box: Box, space: InlineRun): Box {
  if (box.kind === 'paragraph')
    return box.runs.at(-1)?.text.endsWith(' ') === true ? box : { ...box, runs: [...box.runs, space] };
  const last = box.kind === 'block' ? box.children.at(-1) : undefined;
  if (box.kind !== 'block' || last === undefined) return box;
  return { ...box, children: [...box.children.slice(0, -1), withSpace(last, space)] };
}
