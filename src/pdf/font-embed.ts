import { cutTrueType } from '../font/cut-true-type.ts';
import type { Face } from '../font/face.ts';
import { contentHash } from './content-hash.ts';
import type { FontUse } from './used-fonts.ts';
import type { ObjectSink } from './object-sink.ts';
import { bytes, dict, name, type PdfRef, type PdfValue } from './pdf-value.ts';

/**
 * Embeds a face's used glyphs as a Type 0 font over a CIDFontType2 (ISO 32000-1, 9.7), each at the place that its CID
 * says. `toUnicode` tells the texts of all codes. `program` is the stream of its outlines.
 */
export async function embedFont(
  sink: ObjectSink,
  use: FontUse,
  toUnicode: PdfRef,
): Promise<{ readonly ref: PdfRef; readonly program: PdfRef }> {
  const { glyphs } = use.cids;
  const program = cutTrueType(use.face.bytes, glyphs);
  const baseFont = name(`${await subsetTag(program)}+${use.face.id.replace(/[^\x21-\x7e]/g, '')}`);
  const file = sink.stream({ Length1: program.length }, program);
  const descendant = sink.put(
    dict({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: baseFont,
      CIDSystemInfo: dict({ Registry: ascii('Adobe'), Ordering: ascii('Identity'), Supplement: 0 }),
      FontDescriptor: sink.put(fontDescriptor(use.face, baseFont, file)),
      W: widthsOf(glyphs, use.widthOf),
      CIDToGIDMap: name('Identity'),
    }),
  );
  const ref = sink.put(
    dict({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: baseFont,
      Encoding: name('Identity-H'),
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    }),
  );
  return { ref, program: file };
}

/** Codes without a glyph, up to so many between two that have one, are given a width rather than a range of their own. */
const SHORT_GAP = 3;

/** W (ISO 32000-1, 9.7.4.3): the first code of a range, then the widths of it and those that follow. */
function widthsOf(glyphs: readonly (number | null)[], widthOf: FontUse['widthOf']): readonly PdfValue[] {
  const ranges: { readonly first: number; readonly widths: number[] }[] = [];
  glyphs.forEach((glyph, index) => {
    if (glyph === null) return;
    const last = ranges.at(-1);
    const gap = last === undefined ? Infinity : index + 1 - last.first - last.widths.length;
    if (last === undefined || gap > SHORT_GAP) ranges.push({ first: index + 1, widths: [widthOf(glyph)] });
    else last.widths.push(...Array<number>(gap).fill(0), widthOf(glyph));
  });
  return ranges.flatMap(({ first, widths }) => [first, widths]);
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
