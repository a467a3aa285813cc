/** A picture file as probed. `width` and `height` in pixels, after orientation by EXIF. */
export type ImageAsset = {
  /** Absolute path; the key of the picture everywhere. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly format: 'jpeg' | 'png' | 'webp';
  readonly hasAlpha: boolean;
};

/** A picture made ready for its places: one per file and crop and size. */
export type EncodedImage = {
  readonly key: string;
  readonly format: 'jpeg' | 'png';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
};

/** A picture as bare pixels, row by row from the top, a byte an ink. */
export type RawImage = {
  readonly key: string;
  readonly format: 'raw';
  readonly width: number;
  readonly height: number;
  /** 1 is grey, white 255; 4 are cyan, magenta, yellow and black, paper 0. */
  readonly inks: 1 | 4;
  readonly bytes: Uint8Array;
  /** A byte a pixel, 255 opaque; null for a picture without holes. */
  readonly alpha: Uint8Array | null;
};
