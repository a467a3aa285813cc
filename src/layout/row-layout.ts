import type { Box, ImageBox, ParagraphBox, RowBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import { drawBorder } from './draw-decorations.ts';
import type { LayoutSession } from './layout-session.ts';
import { moveAll, type Placed, type Stack } from './placed.ts';
import { layoutStack } from './stack-layout.ts';
import { tableNeeds } from './table-columns.ts';

/** How far a cell is moved down, as a part of the height that is left over; on its bottom, last lines share a baseline. */
const SHARE_ABOVE: Readonly<Record<string, number>> = { start: 0, center: 0.5, end: 1 };

/**
 * Sets the cells of an `ed-row` side by side, the first where lines begin, on their common bottom unless `align` says
 * `start` or `center`.
 */
export function layoutRow(session: LayoutSession, row: RowBox, width: Pt): Stack {
  const widths = trackWidths(session, row, width);
  const cells = row.children.map((child, index) => layoutStack(session, [child], pt(widths[index] ?? 0)));
  const height = Math.max(0, ...cells.map((cell) => cell.height));
  const above = SHARE_ABOVE[row.element.attributes['align'] ?? 'end'] ?? 1;
  const placed: Placed[] = [];
  const gap = row.style.columnGap ?? 0;
  const isFromRight = row.style.direction === 'rtl';
  let start = 0;
  cells.forEach((cell, index) => {
    const own = widths[index] ?? 0;
    const x = isFromRight ? width - start - own : start;
    if (index > 0) placed.push(...ruleIn(row, isFromRight ? x + own : x - gap, height));
    placed.push(...moveAll(cell.placed, x, (height - cell.height) * above));
    start += own + gap;
  });
  return { width, height: pt(height), placed };
}

/** The `column-rule` of a row in the middle of the gap that begins at `x`. */
function ruleIn({ style }: RowBox, x: number, height: number): readonly Placed[] {
  const { columnRule: rule } = style;
  const left = x + (style.columnGap ?? 0) / 2 - rule.width / 2;
  return drawBorder(rule, { x: pt(left), y: pt(0), width: rule.width, height: pt(height) }, false);
}

/** What a cell wants and what it can do with, points; a share wants nothing of its own. */
type CellNeed = {
  readonly most: number;
  readonly least: number;
  readonly share: number;
  readonly fontSize: number;
  /** Its type is made smaller where it has too little room. */
  readonly isFitted: boolean;
};

/**
 * Lengths first, then matter, then the shares of what is left. Where matter leaves a share less than its longest word,
 * it gives of what it could do without: names that are made smaller first, each its part, then small type, since that looks
 * best in two lines.
 */
function trackWidths(session: LayoutSession, row: RowBox, width: Pt): number[] {
  const needs = row.children.map((child, index): CellNeed => {
    const track = row.tracks[index] ?? { kind: 'share', value: 1 };
    const { fontSize, edFit } = child.style;
    const own = { fontSize, isFitted: edFit === 'width' };
    if (track.kind === 'picture') return { most: 0, least: 0, share: pictureRatio(session, child), ...own };
    if (track.kind === 'length') return { most: track.value, least: track.value, share: 0, ...own };
    const least = naturalWidthOf(session, child, leastOf);
    if (track.kind === 'share') return { most: least, least, share: track.value, ...own };
    // A tenth of a point over the natural width keeps rounding from breaking the line.
    const most = naturalWidthOf(session, child) + PLAY;
    return { most, least: Math.min(least + PLAY, most), share: 0, ...own };
  });
  const gaps = Math.max(0, needs.length - 1) * (row.style.columnGap ?? 0);
  const widths = fittedWidths(needs, width - gaps);
  let over = gaps + widths.reduce((sum, most) => sum + most, 0) - width;
  for (const need of [...needs].sort((a, b) => a.fontSize - b.fontSize)) {
    if (over <= 0) break;
    const index = needs.indexOf(need);
    const given = Math.min(over, widths[index]! - need.least);
    widths[index] = widths[index]! - given;
    over -= given;
  }
  const taken = needs.reduce((sum, { share }, index) => sum + (share > 0 ? 0 : widths[index]!), gaps);
  const total = needs.reduce((sum, { share }) => sum + share, 0);
  const left = Math.max(0, width - taken);
  return needs.map(({ share }, index) => (share > 0 ? (left * share) / total : widths[index]!));
}

/** The widths that are wanted, those of fitted names made less in one proportion where there is too little room. */
function fittedWidths(needs: readonly CellNeed[], room: number): number[] {
  const over = needs.reduce((sum, { most }) => sum + most, 0) - room;
  const give = needs.reduce((sum, { most, least, isFitted }) => sum + (isFitted ? most - least : 0), 0);
  const part = over <= 0 || give <= 0 ? 0 : Math.min(1, over / give);
  return needs.map(({ most, least, isFitted }) => (isFitted ? most - part * (most - least) : most));
}

/** Width of the first picture in a box by its height; 1 for a box without one. */
function pictureRatio(session: LayoutSession, box: Box): number {
  if (box.kind === 'image') {
    const asset = session.images.get(box.file);
    return asset === undefined || asset.height === 0 ? 1 : asset.width / asset.height;
  }
  if (box.kind !== 'block') return 1;
  const found = box.children.find(holdsPicture);
  return found === undefined ? 1 : pictureRatio(session, found);
}

const holdsPicture = (box: Box): boolean =>
  box.kind === 'image' || (box.kind === 'block' && box.children.some(holdsPicture));

const PLAY = 0.1;

/** A name that is made smaller to stand on one line may become as small as this part of its size. */
const LEAST_FIT = 0.6;

function leastOf(session: LayoutSession, box: ParagraphBox): number {
  return box.style.edFit === 'width' ? LEAST_FIT * session.widthOf(box) : session.leastWidthOf(box, false);
}

const naturalOf = (session: LayoutSession, box: ParagraphBox): number => session.widthOf(box);

/** The width of a picture by its style, else by its pixels; one that is shown whole is no wider than its depth lets it be. */
function pictureWidth({ images }: LayoutSession, { file, style }: ImageBox): number {
  const asset = images.get(file);
  if (asset === undefined || asset.height === 0) return 0;
  const width = style.width?.kind === 'length' ? style.width.value : asset.width * POINTS_PER_PIXEL;
  if (style.objectFit !== 'contain' || style.height === null) return width;
  return Math.min(width, (style.height.value * asset.width) / asset.height);
}

/** CSS Values 3 §6.2: 96 pixels an inch. */
const POINTS_PER_PIXEL = 0.75;

/** The width of a box whose paragraphs have that which `widthOf` gives. */
function naturalWidthOf(session: LayoutSession, box: Box, widthOf = naturalOf): number {
  const { margin, padding, border } = box.style;
  const around =
    margin.left + margin.right + padding.left + padding.right + border.left.width + border.right.width;
  switch (box.kind) {
    case 'paragraph':
      return around + widthOf(session, box);
    case 'block':
    case 'list-item':
    case 'row':
      return around + Math.max(0, ...box.children.map((child) => naturalWidthOf(session, child, widthOf)));
    case 'image':
      return around + pictureWidth(session, box);
    case 'rule':
      return around;
    case 'table':
      return around + tableNeeds(session, box).reduce((sum, { most }) => sum + most, 0);
  }
}

/** The most pictures that stand side by side in a row of pictures; 0 without one. */
export function picturesAbreast(box: Box): number {
  if (box.kind === 'row') return box.tracks.filter(({ kind }) => kind === 'picture').length;
  const isHolder = box.kind === 'block' || box.kind === 'list-item';
  return isHolder ? Math.max(0, ...box.children.map(picturesAbreast)) : 0;
}
