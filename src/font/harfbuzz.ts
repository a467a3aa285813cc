import type { ShapedText, ShapeOptions } from './shaped-text.ts';

/** A font in HarfBuzz's memory. Opaque to everyone but the engine that made it. */
export type HarfBuzzFont = { readonly kind: 'harfbuzz-font' };

/**
 * The part of HarfBuzz that the font book needs.
 *
 * Two engines have this shape: {@link instantiateHarfBuzz} on the bytes of the wasm file (quicker to start, reads glyphs straight from
 * its memory) and {@link importHarfBuzz} on the npm package, which finds its own file. Tests hold them to equal results.
 */
export type HarfBuzz = {
  readonly openFont: (bytes: Uint8Array) => HarfBuzzFont;
  readonly shape: (font: HarfBuzzFont, text: string, options: ShapeOptions) => ShapedText;
};
