import type { Subsetter } from '../font/subset-font.ts';
import type { Face } from '../font/face.ts';
import { cidToGlyphBytes } from './cid-map.ts';
import { contentHash } from './content-hash.ts';
import type { FontUse } from './used-fonts.ts';
import type { ObjectSink } from './object-sink.ts';
import { bytes, dict, name, type PdfRef, type PdfValue } from './pdf-value.ts';
import { toUnicodeCMap } from './to-unicode.ts';

/**
 * Embeds a face's used glyphs as a Type 0 font over a CIDFontType2 (ISO 32000-1, 9.7). Glyph ids stay what they
 * were, CIDs reach them by a CIDToGIDMap stream. `size` is what the font's program takes in the file, in bytes.
 */
export async function embedFont(
  sink: ObjectSink,
  use: FontUse,
  subsetter: Subsetter,
): Promise<{ readonly ref: PdfRef; readonly size: number }> {
  const entries = use.cids.entries;
  const program = subsetter.subset(use.face.bytes, new Set(entries.map((entry) => entry.glyph)));
  const baseFont = name(`${await subsetTag(program)}+${use.face.id.replace(/[^\x21-\x7e]/g, '')}`);
  const file = sink.stream({ Length1: program.length }, program);
  const descendant = sink.put(
    dict({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: baseFont,
      CIDSystemInfo: dict({ Registry: ascii('Adobe'), Ordering: ascii('Identity'), Supplement: 0 }),
      FontDescriptor: sink.put(fontDescriptor(use.face, baseFont, file)),
      W: [1, entries.map((entry) => use.widthOf(entry.glyph))],
      CIDToGIDMap: sink.stream({}, cidToGlyphBytes(entries)),
    }),
  );
  const ref = sink.put(
    dict({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: baseFont,
      Encoding: name('Identity-H'),
      DescendantFonts: [descendant],
      ToUnicode: sink.stream({}, Buffer.from(toUnicodeCMap(entries), 'latin1')),
    }),
  );
  return { ref, size: sink.sizeOf(file) };
}

const ascii = (value: string): PdfValue => bytes(Buffer.from(value, 'latin1'));

/** Descriptor flags of ISO 32000-1, table 123. Symbolic: the codes are ours and no standard Latin set. */
const SYMBOLIC = 4;
const ITALIC = 64;

function fontDescriptor(face: Face, baseFont: PdfValue, file: PdfRef): PdfValue {
  const scaled = (value: number): number => Math.round((value * 1000) / face.unitsPerEm);
  return dict({
    Type: name('FontDescriptor'),
    FontName: baseFont,
    Flags: SYMBOLIC | (face.style === 'italic' ? ITALIC : 0),
    FontBBox: face.boundingBox.map(scaled),
    ItalicAngle: face.italicAngle,
    Ascent: scaled(face.ascender),
    Descent: scaled(face.descender),
    CapHeight: scaled(face.capHeight),
    XHeight: scaled(face.xHeight),
    StemV: stemWidth(face.weight),
    FontFile2: file,
  });
}

/** Fonts do not say how wide their stems are; this is the usual guess from the weight, 80 for a regular one. */
const stemWidth = (weight: number): number => Math.round(10 + (weight / 400) ** 2 * 70);

/** Six capitals from the subset's hash: one tag for one set of glyphs (ISO 32000-1, 9.6.4). */
async function subsetTag(program: Uint8Array): Promise<string> {
  const hash = await contentHash(program);
  return String.fromCharCode(...Array.from(hash.subarray(0, 6), (byte) => 65 + (byte % 26)));
}
