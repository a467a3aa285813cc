import type { Box, RowBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import { drawBorder } from './draw-decorations.ts';
import type { LayoutSession } from './layout-session.ts';
import { moveAll, type Placed, type Stack } from './placed.ts';
import { layoutStack } from './stack-layout.ts';
import { tableNeeds } from './table-columns.ts';

/** How far a cell is moved down, as a part of the height that is left over; on its bottom, last lines share a baseline. */
const SHARE_ABOVE: Readonly<Record<string, number>> = { start: 0, center: 0.5, end: 1 };

/** Sets the cells of an `ed-row` side by side, on their common bottom unless `align` says `start` or `center`. */
export function layoutRow(session: LayoutSession, row: RowBox, width: Pt): Stack {
  const widths = trackWidths(session, row, width);
  const cells = row.children.map((child, index) => layoutStack(session, [child], pt(widths[index] ?? 0)));
  const height = Math.max(0, ...cells.map((cell) => cell.height));
  const above = SHARE_ABOVE[row.element.attributes['align'] ?? 'end'] ?? 1;
  const placed: Placed[] = [];
  let x = 0;
  cells.forEach((cell, index) => {
    if (index > 0) placed.push(...ruleBefore(row, x, height));
    placed.push(...moveAll(cell.placed, x, (height - cell.height) * above));
    x += (widths[index] ?? 0) + (row.style.columnGap ?? 0);
  });
  return { width, height: pt(height), placed };
}

/** The `column-rule` of a row in the middle of the gap that ends at `x`. */
function ruleBefore({ style }: RowBox, x: number, height: number): readonly Placed[] {
  const { columnRule: rule } = style;
  const left = x - (style.columnGap ?? 0) / 2 - rule.width / 2;
  return drawBorder(rule, { x: pt(left), y: pt(0), width: rule.width, height: pt(height) }, false);
}

/** Lengths first, then matter, then the shares of what is left. */
function trackWidths(session: LayoutSession, row: RowBox, width: Pt): number[] {
  const gaps = Math.max(0, row.children.length - 1) * (row.style.columnGap ?? 0);
  const fixed = row.children.map((child, index) => {
    const track = row.tracks[index] ?? { kind: 'share', value: 1 };
    if (track.kind === 'length') return track.value;
    // A tenth of a point over the natural width keeps rounding from breaking the line.
    return track.kind === 'auto' ? naturalWidthOf(session, child) + 0.1 : null;
  });
  const shares = row.children.map((_, index) => {
    const track = row.tracks[index] ?? { kind: 'share', value: 1 };
    return track.kind === 'share' ? track.value : 0;
  });
  const left = Math.max(0, width - gaps - fixed.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return fixed.map((value, index) => value ?? (total > 0 ? (left * (shares[index] ?? 0)) / total : 0));
}

function naturalWidthOf(session: LayoutSession, box: Box): number {
  const { margin, padding, border } = box.style;
  const around =
    margin.left + margin.right + padding.left + padding.right + border.left.width + border.right.width;
  switch (box.kind) {
    case 'paragraph':
      return around + session.widthOf(box);
    case 'block':
    case 'list-item':
    case 'row':
      return around + Math.max(0, ...box.children.map((child) => naturalWidthOf(session, child)));
    case 'image':
      return around + (session.images.get(box.file)?.width ?? 0) * 0.75;
    case 'rule':
      return around;
    case 'table':
      return around + tableNeeds(session, box).reduce((sum, { most }) => sum + most, 0);
  }
}
