/** The head of an ICC profile (ICC.1:2010, 7.2). */
export type IccHeader = {
  /** `prtr`, `mntr`, `scnr`, `spac`. */
  readonly device: string;
  /** `RGB `, `CMYK`, `GRAY`, `Lab `. */
  readonly colours: string;
  readonly version: number;
};

/** Reads the head of a profile; null for what is none. */
export function readIcc(bytes: Uint8Array): IccHeader | null {
  if (bytes.length < 128) return null;
  const text = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (text(36) !== 'acsp') return null;
  return { device: text(12), colours: text(16), version: (bytes[8] ?? 0) + ((bytes[9] ?? 0) >> 4) / 10 };
}
