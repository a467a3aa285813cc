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
