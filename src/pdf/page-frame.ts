import type { Rect, Size } from '../core/geometry.ts';
import { mmToPt } from '../core/units.ts';

/** A box as PDF has it: left, bottom, right, top, points. */
export type PdfBox = readonly [number, number, number, number];

/** Where the trimmed page lies on the sheet that holds it with bleed and marks. */
export type PageFrame = {
  readonly media: PdfBox;
  readonly trim: PdfBox;
  readonly bleed: PdfBox;
  /** The trimmed page's corner at left and bottom, points from that of the sheet. */
  readonly origin: number;
  /** The trimmed page. */
  readonly size: Size;
};

/** What stands round a page. Lengths in points. */
export type FrameOptions = { readonly bleed: number; readonly hasMarks: boolean };

/** From the trim to the near end of a mark, and the length of one: no mark within the cutter's reach. */
export const MARK_GAP: number = mmToPt(3);
export const MARK_LENGTH: number = mmToPt(5);

/** The frame of a page. Without bleed and marks it is the page itself. */
export function frameOf(size: Size, options: FrameOptions): PageFrame {
  const { bleed, hasMarks } = options;
  const edge = hasMarks ? Math.max(MARK_GAP, bleed) + MARK_LENGTH + 2 : bleed;
  const boxAt = (margin: number): PdfBox => [
    edge - margin,
    edge - margin,
    edge + size.width + margin,
    edge + size.height + margin,
  ];
  return { media: boxAt(edge), trim: boxAt(0), bleed: boxAt(bleed), origin: edge, size };
}

/** A rectangle of the page as PDF has it on the frame's sheet. */
export function toFrameRect(rect: Rect, { origin, size }: PageFrame): PdfBox {
  const bottom = origin + size.height - rect.y - rect.height;
  return [origin + rect.x, bottom, origin + rect.x + rect.width, bottom + rect.height];
}
