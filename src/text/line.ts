import type { Span } from '../core/origin.ts';
import type { Em, Pt } from '../core/units.ts';
import type { Face } from '../font/face.ts';
import type { InlineRun } from '../style/inline-run.ts';

/**
 * Glyphs of one face, size and direction on one line, in visual order from left to right.
 * The arrays have one entry a glyph; those of offsets are empty where no glyph is moved.
 */
export type GlyphRun = {
  readonly face: Face;
  readonly fontSize: Pt;
  readonly glyphs: Uint16Array;
  /** Advance in points, with kerning, tracking and justification in it, before `scale`. */
  readonly advances: Float64Array;
  /** Displacement of the ink from the pen, points, x right, y **up**. */
  readonly xOffsets: Float64Array;
  readonly yOffsets: Float64Array;
  /**
   * What each glyph says, in the author's characters and case; the empty string for the further glyphs of a cluster.
   * The visible hyphen of a broken word says U+00AD.
   */
  readonly texts: readonly string[];
  /** Horizontal scale of the glyphs: 1 is as drawn. Advances in points are multiplied by it. */
  readonly scale: number;
  /** Left edge of the first glyph, points from the left edge of the measure. */
  readonly x: Pt;
  /** Width of the run, scaled. */
  readonly width: Pt;
  /** Points above the line's baseline. */
  readonly rise: Pt;
  /** Bidi embedding level: odd is right to left. */
  readonly level: number;
  /** The run of the paragraph the glyphs come from. */
  readonly inline: InlineRun;
  /** UTF-16 range of `inline.text` that the glyphs show; empty (`start = end`) for a generated hyphen. */
  readonly start: number;
  readonly end: number;
};

/** A word that had to be broken between letters, and where it comes from. */
export type BrokenWord = { readonly word: string; readonly at: Span | null };

/** One set line. */
export type Line = {
  /**
   * Break positions, as {@link breakLines} takes and gives them: UTF-16 offsets in the paragraph's text. The next line
   * begins `from` this line's `to`.
   */
  readonly from: number;
  readonly to: number;
  readonly direction: 'ltr' | 'rtl';
  /** The measure it was set to, and the indent within it. */
  readonly measure: Pt;
  readonly indent: Pt;
  /** In the order of reading; where each stands says its `x`. */
  readonly runs: readonly GlyphRun[];
  /** The extent of the ink, before trailing space. */
  readonly width: Pt;
  readonly isHyphenated: boolean;
  readonly isLast: boolean;
  /** The word that begins on the line and is broken between letters at its end, being wider than the measure; else null. */
  readonly brokenWord: BrokenWord | null;
  /** Word space over the font's own; 1 on lines that are not justified. */
  readonly spaceRatio: number;
  /** The same as line breaking saw it, told without setting the line; and the share of the measure that is filled. */
  readonly looseness: number;
  readonly filled: number;
  /** Tracking used, for the report. */
  readonly tracking: Em;
  readonly ascent: Pt;
  readonly descent: Pt;
};

/** What a line may take: called with the index of the line counted from the break `from`. */
export type LineMeasure = {
  readonly indent: Pt;
  readonly width: Pt;
  /** Justified text is not filled out here: the line is too short for that. Absent for no. */
  readonly isRagged?: boolean;
};
