import type { Pt } from './units.ts';

/** Width and height in points. */
export type Size = { readonly width: Pt; readonly height: Pt };

/** A rectangle in points, y down from the top of the page; `x`, `y` is its top left corner. */
export type Rect = { readonly x: Pt; readonly y: Pt; readonly width: Pt; readonly height: Pt };
