import { PDFDict, PDFRawStream } from 'pdf-lib';
import { lookUp, nameOf } from '../object-lookup.ts';
import { decodeStream } from '../syntax/decode-stream.ts';
import { readCff } from './cff-program.ts';
import type { FontParts } from './font-parts.ts';
import { readTrueType, type TrueTypeProgram } from './truetype-program.ts';
import { unicodeOf } from './simple-encodings.ts';

/** Finds what the program of a font has for a code. */
export type GlyphFinder = {
  /** The glyph of a code: 0 is .notdef; null where it cannot be told. */
  readonly glyphOf: (code: number) => number | null;
  readonly hasGlyph: (glyph: number) => boolean;
  /** In thousandths of the em; null where it cannot be told. */
  readonly widthOf: (glyph: number) => number | null;
};

/**
 * Opens the program of a font. Type 1 programs, and CFF in simple fonts, are not looked into.
 *
 * @returns null for those; `broken` for a program that cannot be read.
 */
export function openGlyphs(parts: FontParts): GlyphFinder | 'broken' | null {
  const { program, subtype } = parts;
  if (program === null || program.kind === 'FontFile') return null;
  const { bytes, fault } = decodeStream(program.stream);
  if (fault !== null) return 'broken';
  if (program.kind === 'FontFile2') {
    const read = readTrueType(bytes);
    if (read === null) return 'broken';
    const glyphOf = subtype === 'Type0' ? compositeGlyph(parts) : simpleGlyph(parts, read);
    return { glyphOf, hasGlyph: (glyph) => glyph < read.glyphCount, widthOf: read.widthOf };
  }
  return subtype === 'Type0' && isIdentity(parts) ? openCff(bytes) : null;
}

const isIdentity = ({ context, font }: FontParts): boolean =>
  /^Identity-[HV]$/.test(nameOf(lookUp(context, font, 'Encoding')) ?? '');

/** CIDs to glyphs by CIDToGIDMap. */
function compositeGlyph(parts: FontParts): (code: number) => number | null {
  if (!isIdentity(parts)) return () => null;
  const map = lookUp(parts.context, parts.carrier, 'CIDToGIDMap');
  if (!(map instanceof PDFRawStream)) return (code) => code;
  const { bytes } = decodeStream(map);
  return (code) => ((bytes[code * 2] ?? 0) << 8) | (bytes[code * 2 + 1] ?? 0);
}

/** Codes to glyphs of a simple TrueType font (ISO 32000-1, 9.6.6.4). */
function simpleGlyph(parts: FontParts, program: TrueTypeProgram): (code: number) => number | null {
  const { maps } = program;
  const symbols = maps.get('3,0');
  const roman = maps.get('1,0');
  const unicode = maps.get('3,1');
  const encoding = lookUp(parts.context, parts.font, 'Encoding');
  if (parts.isSymbolic || encoding === undefined) {
    const pages = [0xf000, 0xf100, 0xf200, 0];
    return (code) => {
      if (symbols !== undefined)
        return pages.map((page) => symbols(page + code)).find((glyph) => glyph > 0) ?? 0;
      return roman?.(code) ?? null;
    };
  }
  const base =
    encoding instanceof PDFDict ? nameOf(lookUp(parts.context, encoding, 'BaseEncoding')) : nameOf(encoding);
  const differs = encoding instanceof PDFDict && lookUp(parts.context, encoding, 'Differences') !== undefined;
  return (code) => {
    const character = differs ? null : unicodeOf(base ?? '', code);
    return unicode === undefined || character === null ? null : unicode(character);
  };
}

function openCff(bytes: Uint8Array): GlyphFinder | 'broken' {
  const cff = readCff(bytes);
  if (cff === null) return 'broken';
  return {
    glyphOf: (code) => cff.glyphOfCid(code),
    hasGlyph: (glyph) => glyph < cff.glyphCount,
    widthOf: (glyph) => cff.widthOf(glyph),
  };
}
