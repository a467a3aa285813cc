import type { Pt } from '../core/units.ts';

/** How an edition is printed. Lengths in points. */
export type PrintPlan = {
  /** The press's ICC profile as the manifest names it; null is galley's own for newsprint. */
  readonly profile: string | null;
  /** Everything in black ink. */
  readonly isGrey: boolean;
  /** How far colour that touches the trim runs over it. */
  readonly bleed: Pt;
  /** Crop and registration marks round the page, and a line that names file and page. */
  readonly marks: boolean;
  readonly slug: boolean;
  /** The page count is a multiple of this; what is missing is added as empty pages, or refused. */
  readonly pagesOf: number;
  readonly isPadded: boolean;
  /** Most ink in one place, in percent of one ink: 400 is all four. */
  readonly ink: number;
  /** Least pixels an inch of a picture at its size on the page. */
  readonly resolution: number;
  /** Thickness of the paper: how far the middle sheet of a booklet stands out for each sheet round it. */
  readonly creep: Pt;
};
