/** A font file as the fonts folder lists it, before it is opened. */
export type FontFile = {
  /** Absolute path, for diagnostics and checksums. */
  readonly path: string;
  /** The whole file, as released. May be read on first use. */
  readonly bytes: Uint8Array;
  readonly family: string;
  /** 1–1000, as CSS counts weights. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Sizes in points the face is drawn for: from the first up to, not including, the second. Null is all. */
  readonly opticalSizes: readonly [number, number] | null;
};
