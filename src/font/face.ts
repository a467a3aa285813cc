import type { FontUnits } from '../core/units.ts';

/** One font file, opened. All measures in font units, y up. */
export type Face = {
  /** Unique and stable: the PostScript name. */
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Range of sizes in points the face is drawn for (optical masters); null is all. */
  readonly opticalSizes: readonly [number, number] | null;
  readonly unitsPerEm: number;
  readonly ascender: FontUnits;
  readonly descender: FontUnits;
  readonly capHeight: FontUnits;
  readonly xHeight: FontUnits;
  readonly italicAngle: number;
  readonly boundingBox: readonly [FontUnits, FontUnits, FontUnits, FontUnits];
  /** The whole file, as released. */
  readonly bytes: Uint8Array;
  /** Absolute path, for diagnostics and checksums. */
  readonly file: string;
  readonly hasGlyph: (codePoint: number) => boolean;
  /** Advance of a glyph, unhinted. */
  readonly advanceOf: (glyph: number) => FontUnits;
};
