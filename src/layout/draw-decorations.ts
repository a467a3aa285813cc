import type { Rect } from '../core/geometry.ts';
import { pt, type Pt } from '../core/units.ts';
import type { BorderSide, ComputedStyle } from '../style/computed-style.ts';
import type { Decoration } from './flow-leaf.ts';
import type { Placed } from './placed.ts';

/** Where leaves stand in one leg: content top and bottom, or null where the leaf is not in this leg. */
export type LeafExtents = {
  readonly topOf: (leaf: number) => number | null;
  readonly bottomOf: (leaf: number) => number | null;
};

/**
 * Tints and borders of the decorated blocks that have leaves in a leg, outermost first.
 * A block that is cut by the leg's end has no border there (CSS Fragmentation 3 §6.1, `slice`).
 */
export function drawDecorations(
  decorations: readonly Decoration[],
  extents: LeafExtents,
  measure: Pt,
): Placed[] {
  const sorted = [...decorations].sort((a, b) => a.first - b.first || b.last - a.last);
  return sorted.flatMap((decoration) => {
    let top: number | null = null;
    let bottom: number | null = null;
    for (let leaf = decoration.first; leaf <= decoration.last; leaf += 1) {
      top ??= extents.topOf(leaf);
      bottom = extents.bottomOf(leaf) ?? bottom;
    }
    if (top === null || bottom === null) return [];
    const opens = extents.topOf(decoration.first) !== null;
    const closes = extents.bottomOf(decoration.last) !== null;
    const y = top - (opens ? decoration.top : 0);
    const end = bottom + (closes ? decoration.bottom : 0);
    const rect: Rect = {
      x: decoration.left,
      y: pt(y),
      width: pt(measure - decoration.left - decoration.right),
      height: pt(end - y),
    };
    return drawBox(decoration.style, rect, { opens, closes });
  });
}

/** Tint and borders of one block; without the top or bottom border where it goes on. */
export function drawBox(
  style: ComputedStyle,
  rect: Rect,
  { opens, closes }: { readonly opens: boolean; readonly closes: boolean },
): Placed[] {
  const placed: Placed[] = [];
  if (style.backgroundColour !== null) placed.push({ kind: 'fill', rect, colour: style.backgroundColour });
  const { top, right, bottom, left } = style.border;
  if (opens) placed.push(...drawBorder(top, { ...rect, height: top.width }, true));
  if (closes) {
    const y = pt(rect.y + rect.height - bottom.width);
    placed.push(...drawBorder(bottom, { ...rect, y, height: bottom.width }, true));
  }
  placed.push(...drawBorder(left, { ...rect, width: left.width }, false));
  const x = pt(rect.x + rect.width - right.width);
  placed.push(...drawBorder(right, { ...rect, x, width: right.width }, false));
  return placed;
}

/** One border as filled rectangles along `rect`; `double` is two thirds of line round one of space. */
export function drawBorder(side: BorderSide, rect: Rect, isHorizontal: boolean): Placed[] {
  if (side.width <= 0 || side.style === 'none') return [];
  const fill = (part: Rect): Placed => ({ kind: 'fill', rect: part, colour: side.colour });
  if (side.style === 'solid') return [fill(rect)];
  if (side.style === 'double') return doubleRule(rect, isHorizontal).map(fill);
  const dash = side.width * (side.style === 'dotted' ? 1 : 3);
  const length = isHorizontal ? rect.width : rect.height;
  const count = Math.max(1, Math.floor((length + dash) / (2 * dash)));
  const step = count > 1 ? (length - dash) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) =>
    fill(
      isHorizontal
        ? { ...rect, x: pt(rect.x + index * step), width: pt(dash) }
        : { ...rect, y: pt(rect.y + index * step), height: pt(dash) },
    ),
  );
}

function doubleRule(rect: Rect, isHorizontal: boolean): Rect[] {
  if (isHorizontal) {
    const height = pt(rect.height / 3);
    return [
      { ...rect, height },
      { ...rect, y: pt(rect.y + 2 * height), height },
    ];
  }
  const width = pt(rect.width / 3);
  return [
    { ...rect, width },
    { ...rect, x: pt(rect.x + 2 * width), width },
  ];
}
