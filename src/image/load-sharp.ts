import type { default as SharpFunction, SharpOptions } from 'sharp';

/** sharp, loaded when the first picture is met: it costs 50–70 ms, and many issues have none. */
let loading: Promise<typeof SharpFunction> | null = null;

/** Largest picture that is opened, in pixels; a decoded one takes four bytes each. */
export const MOST_PIXELS = 1e8;

/** Options that every picture from outside is opened with. */
export const OPEN_OPTIONS: SharpOptions = {
  limitInputPixels: MOST_PIXELS,
  failOn: 'warning',
  animated: false,
};

/**
 * Loads sharp with every loader shut but those of JPEG, PNG and WebP, and these for bytes in memory only: no file
 * that a picture names is ever opened.
 */
export function loadSharp(): Promise<typeof SharpFunction> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    });
    return sharp;
  });
  return loading;
}
