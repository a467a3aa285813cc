import type { Font } from 'harfbuzzjs';
import type { HarfBuzz, HarfBuzzFont } from './harfbuzz.ts';

/**
 * HarfBuzz through its npm package, which reads the wasm file beside itself.
 *
 * One buffer is reused: the package frees its objects only when they are collected.
 */
export async function importHarfBuzz(): Promise<HarfBuzz> {
  const harfbuzz = await import('harfbuzzjs');
  const buffer = new harfbuzz.Buffer();
  const fonts = new Map<HarfBuzzFont, Font>();
  return {
    openFont: (bytes) => {
      const handle: HarfBuzzFont = { kind: 'harfbuzz-font' };
      fonts.set(handle, new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(bytes))));
      return handle;
    },
    shape: (handle, text, options) => {
      const font = fonts.get(handle);
      if (font === undefined) throw new Error('the font was opened by another HarfBuzz');
      buffer.clearContents();
      buffer.addText(text);
      buffer.setDirection(options.direction === 'ltr' ? harfbuzz.Direction.LTR : harfbuzz.Direction.RTL);
      buffer.setScript(options.script);
      buffer.setLanguage(options.language);
      const features = options.features.flatMap((feature) => harfbuzz.Feature.fromString(feature) ?? []);
      harfbuzz.shape(font, buffer, features);
      const infos = buffer.getGlyphInfos();
      const positions = buffer.getGlyphPositions();
      return {
        glyphs: Uint16Array.from(infos, (info) => info.codepoint),
        clusters: Uint32Array.from(infos, (info) => info.cluster),
        advances: Int32Array.from(positions, (position) => position.xAdvance),
        xOffsets: Int32Array.from(positions, (position) => position.xOffset),
        yOffsets: Int32Array.from(positions, (position) => position.yOffset),
        unsafeToBreak: Uint8Array.from(infos, (info) => info.flags & harfbuzz.GlyphFlag.UNSAFE_TO_BREAK),
      };
    },
  };
}
