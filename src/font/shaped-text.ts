/** How a text is shaped. */
export type ShapeOptions = {
  /** OpenType features as `tag=value`; what is not named has HarfBuzz's default (kern, liga, calt on). */
  readonly features: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** ISO 15924: `Latn`. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
};

/**
 * Glyphs of one text in one face, in visual order from left to right. One entry a glyph in every array.
 * Measures are in font units, y up.
 */
export type ShapedText = {
  readonly glyphs: Uint16Array;
  /** UTF-16 offset of the first unit of the glyph's cluster. Rising for left to right, falling for right to left. */
  readonly clusters: Uint32Array;
  readonly advances: Int32Array;
  readonly xOffsets: Int32Array;
  readonly yOffsets: Int32Array;
  /** 1 where breaking the text before the glyph's cluster would change shapes or positions: both parts are shaped anew. */
  readonly unsafeToBreak: Uint8Array;
};
