import type { Rect } from '../core/geometry.ts';
import { pt, type Pt } from '../core/units.ts';
import type { ImageBox } from '../box/box.ts';
import type { Colour } from '../style/computed-style.ts';
import type { Line } from '../text/line.ts';

/** The part of a picture that is shown, as fractions of its width and height. */
export type Crop = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Matter with a place. Points; the origin is the corner of what it is placed in, y down. What `isRepeat` was set before,
 * and is set again for the eye alone.
 */
export type Placed =
  | {
      readonly kind: 'line';
      readonly line: Line;
      readonly x: Pt;
      readonly baseline: Pt;
      readonly isRepeat?: true;
    }
  | {
      readonly kind: 'image';
      readonly box: ImageBox;
      readonly rect: Rect;
      readonly crop: Crop;
      readonly isRepeat?: true;
    }
  | { readonly kind: 'fill'; readonly rect: Rect; readonly colour: Colour };

/** Matter set one under the other at one width. */
export type Stack = {
  readonly width: Pt;
  readonly height: Pt;
  readonly placed: readonly Placed[];
  /** Where its leaves end, points from its top; absent for what is no longer in leaves. */
  readonly bottoms?: readonly number[];
};

/** The same matter elsewhere. */
export function moveAll(placed: readonly Placed[], dx: number, dy: number): Placed[] {
  return placed.map((item): Placed => {
    if (item.kind === 'line') return { ...item, x: pt(item.x + dx), baseline: pt(item.baseline + dy) };
    return { ...item, rect: { ...item.rect, x: pt(item.rect.x + dx), y: pt(item.rect.y + dy) } };
  });
}

/** Matter that is set once more, outside reading: heads of a table over the rows that go on. */
export function asRepeat(placed: readonly Placed[]): Placed[] {
  return placed.map((item) => (item.kind === 'fill' ? item : { ...item, isRepeat: true }));
}
