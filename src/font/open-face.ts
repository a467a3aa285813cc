import type { Context } from '../diagnostics/context.ts';
import type { Face } from './face.ts';
import type { FontFile } from './font-file.ts';
import type { TrueType } from './read-true-type.ts';
import { fontUnits } from '../core/units.ts';
import { reportFault } from '../diagnostics/context.ts';
import { readTrueType } from './read-true-type.ts';

/** OS/2 fsType: bit 1 forbids embedding, bit 9 allows bitmaps only. */
const RESTRICTED = 0x0002;
const BITMAP_ONLY = 0x0200;

/**
 * Reads a file's tables; null when the file may not or cannot be used.
 *
 * Reports GA501 (no TrueType, or variable), GA502 (embedding forbidden), GA504 (broken).
 */
export function openFace(file: FontFile, context: Context): TrueType | null {
  const refuse = (code: string, message: string): null => {
    reportFault(context, code, { message, span: { file: file.path, start: 0, end: 0 } });
    return null;
  };
  let font: TrueType | null;
  try {
    font = readTrueType(file.bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(
      'GA504',
      `The font of family “${file.family}” is cut short: a table ends past the end of the file.`,
    );
  }
  if (font === null) {
    const kind = describeSignature(file.bytes);
    return refuse(
      'GA501',
      `The font of family “${file.family}” is ${kind}; galley sets static TrueType fonts.`,
    );
  }
  if (font.isVariable || !font.hasGlyphOutlines) {
    const kind = font.isVariable ? 'a variable font' : 'a font without TrueType outlines';
    return refuse(
      'GA501',
      `The font of family “${file.family}” is ${kind}; galley sets static TrueType fonts.`,
    );
  }
  if ((font.fsType & 0xf) === RESTRICTED || (font.fsType & BITMAP_ONLY) !== 0) {
    return refuse('GA502', `The font “${font.postScriptName}” forbids embedding (fsType ${font.fsType}).`);
  }
  return font;
}

/**
 * A face that opens when first asked for anything but what its file's entry says.
 *
 * Its `hasGlyph` is false for every character when the file is refused, so that it is passed over as a fallback.
 */
export function createLazyFace(file: FontFile, open: () => TrueType | null): Face {
  const must = (): TrueType => {
    const font = open();
    if (font === null) throw new Error(`a measure was asked of the refused font ${file.path}`);
    return font;
  };
  return {
    family: file.family,
    weight: file.weight,
    style: file.style,
    opticalSizes: file.opticalSizes,
    file: file.path,
    get bytes() {
      return file.bytes;
    },
    get id() {
      return must().postScriptName;
    },
    get unitsPerEm() {
      return must().unitsPerEm;
    },
    get ascender() {
      return fontUnits(must().ascender);
    },
    get descender() {
      return fontUnits(must().descender);
    },
    get capHeight() {
      return fontUnits(must().capHeight);
    },
    get xHeight() {
      return fontUnits(must().xHeight);
    },
    get italicAngle() {
      return must().italicAngle;
    },
    get boundingBox(): Face['boundingBox'] {
      const [left, bottom, right, top] = must().boundingBox;
      return [fontUnits(left), fontUnits(bottom), fontUnits(right), fontUnits(top)];
    },
    hasGlyph: (codePoint) => (open()?.glyphOf(codePoint) ?? 0) !== 0,
    advanceOf: (glyph) => fontUnits(must().advanceOf(glyph)),
  };
}

function describeSignature(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'empty, or a file that you may not read';
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  if (signature === 'OTTO') return 'an OpenType font with PostScript outlines';
  if (signature === 'wOFF' || signature === 'wOF2') return 'a web font (WOFF)';
  if (signature === 'ttcf') return 'a font collection';
  return 'not a font file';
}
