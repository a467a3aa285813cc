import type { Face } from './face.ts';
import type { ShapedText, ShapeOptions } from './shaped-text.ts';

/** What a text asks of the fonts. */
export type FaceQuery = {
  /** In order of preference. Names are compared without regard to case. */
  readonly families: readonly string[];
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Size in points, for the choice among optical masters. */
  readonly size: number;
};

/**
 * The fonts of a build, opened as they are needed. Shaped texts are kept: a text is shaped once per face and options.
 */
export type FontBook = {
  /** Faces that have been opened so far, in the order of their files. */
  readonly faces: readonly Face[];
  /** Names of all families, each once, in the order of their files. */
  readonly families: readonly string[];
  /**
   * The best face of each family asked for, then the best faces of all other families as fallbacks. Empty only for an
   * empty book. The first face is open; the others open when something of them is read.
   *
   * Reports GA503 (once) for a family that no font file belongs to, and GA501, GA502, GA504 for files that may not be used.
   */
  readonly match: (query: FaceQuery) => readonly Face[];
  /** Shapes one text. */
  readonly shape: (face: Face, text: string, options: ShapeOptions) => ShapedText;
  /** Shapes many texts with one crossing into wasm; the same results as {@link FontBook.shape} one by one, in order. */
  readonly shapeAll: (face: Face, texts: readonly string[], options: ShapeOptions) => readonly ShapedText[];
  /** Left and right edge of a glyph's ink in font units; null for a glyph without ink. */
  readonly inkOf: (face: Face, glyph: number) => readonly [number, number] | null;
  /** Glyph of a code point; 0 is none. */
  readonly glyphOf: (face: Face, codePoint: number) => number;
  /** Whether the face's GSUB has a feature: `smcp`. */
  readonly hasFeature: (face: Face, tag: string) => boolean;
};
