import { PDFArray, PDFDict, PDFNumber, PDFRawStream } from 'pdf-lib';
import { codesOf, lookUp, streamText, type OpenedFont, type OpenedPdf } from './open-pdf.ts';
import type { PreflightFault, PreflightRule } from './preflight-fault.ts';

/** Every code that is shown has a text, a glyph that is not .notdef, and the font's own width. */
export function checkText(file: OpenedPdf): readonly PreflightFault[] {
  const shown = new Map<OpenedFont, Set<number>>();
  for (const page of file.pages) {
    for (const piece of page.content.pieces) {
      const font = piece.font === null ? undefined : page.fonts.get(piece.font);
      if (font === undefined) continue;
      const codes = shown.get(font) ?? new Set<number>();
      shown.set(font, codes);
      for (const code of piece.shown.flatMap((text) => codesOf(font, text))) codes.add(code);
    }
  }
  return [...shown].flatMap(([font, codes]) =>
    checkFont(
      file,
      font,
      [...codes].sort((one, other) => one - other),
    ),
  );
}

/** Thousandths of the em by which W may differ from the font (ISO 19005-2, 6.2.11.5). */
const WIDTH_TOLERANCE = 1;

function checkFont(file: OpenedPdf, font: OpenedFont, codes: readonly number[]): readonly PreflightFault[] {
  const called = lookUp(file.context, font.dictionary, 'BaseFont')?.toString() ?? 'a font';
  const fault = (rule: PreflightRule, message: string): PreflightFault => ({
    rule,
    message: `${called}: ${message}`,
  });
  if (font.texts === null) return [fault('text', 'has no ToUnicode')];
  const { texts } = font;
  const silent = codes
    .filter((code) => !isText(texts.get(code)))
    .map((code) => fault('text', `code ${code} has no text`));
  const glyphs = readGlyphs(file, font);
  if (glyphs === null)
    return [...silent, fault('text', 'is no CIDFontType2 with CIDToGIDMap, W and an embedded program')];
  const faults = codes.flatMap((code) => {
    const glyph = glyphs.glyphOf(code);
    if (glyph === 0) return [fault('text', `code ${code} shows .notdef`)];
    const [said, real] = [glyphs.saidWidth(code), glyphs.realWidth(glyph)];
    const isOff = Math.abs(said - real) > WIDTH_TOLERANCE;
    return isOff
      ? [fault('width', `code ${code} is ${said} wide in W and ${real.toFixed(1)} in the font`)]
      : [];
  });
  return [...silent, ...faults];
}

/** What ISO 14289-1, 7.21.7 allows as text. */
const isText = (text: string | undefined): boolean =>
  text !== undefined && text !== '' && !/[\0\ufeff\ufffe]/.test(text);

type Glyphs = {
  readonly glyphOf: (code: number) => number;
  readonly saidWidth: (code: number) => number;
  readonly realWidth: (glyph: number) => number;
};

function readGlyphs(file: OpenedPdf, font: OpenedFont): Glyphs | null {
  const { context } = file;
  const descendants = lookUp(context, font.dictionary, 'DescendantFonts');
  const descendant = descendants instanceof PDFArray ? context.lookup(descendants.asArray()[0]) : undefined;
  if (!(descendant instanceof PDFDict)) return null;
  const map = lookUp(context, descendant, 'CIDToGIDMap');
  const descriptor = lookUp(context, descendant, 'FontDescriptor');
  const program = descriptor instanceof PDFDict ? lookUp(context, descriptor, 'FontFile2') : undefined;
  if (!(map instanceof PDFRawStream) || !(program instanceof PDFRawStream)) return null;
  const glyphs = streamText(map);
  const realWidth = readAdvances(Buffer.from(streamText(program), 'latin1'));
  if (realWidth === null) return null;
  const widths = readWidths(file, lookUp(context, descendant, 'W'));
  const standard = lookUp(context, descendant, 'DW');
  const otherwise = standard instanceof PDFNumber ? standard.asNumber() : 1000;
  return {
    glyphOf: (code) =>
      code * 2 + 1 < glyphs.length ? (glyphs.charCodeAt(code * 2) << 8) | glyphs.charCodeAt(code * 2 + 1) : 0,
    saidWidth: (code) => widths.get(code) ?? otherwise,
    realWidth,
  };
}

/** Widths by CID, from both forms that W has (ISO 32000-1, 9.7.4.3). */
function readWidths(file: OpenedPdf, object: ReturnType<PDFDict['get']>): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = object instanceof PDFArray ? object.asArray().map((item) => file.context.lookup(item)) : [];
  for (let index = 0; index + 1 < list.length;) {
    const [first, second] = [list[index], list[index + 1]];
    if (second instanceof PDFArray) {
      second.asArray().forEach((width, step) => widths.set(numberOf(first) + step, numberOf(width)));
      index += 2;
    } else {
      const width = numberOf(list[index + 2]);
      for (let cid = numberOf(first); cid <= numberOf(second); cid += 1) widths.set(cid, width);
      index += 3;
    }
  }
  return widths;
}

/** A number; −1 for anything else, which is no CID and no width. */
const numberOf = (object: ReturnType<PDFDict['get']>): number =>
  object instanceof PDFNumber ? object.asNumber() : -1;

/** Advances in thousandths of the em from a TrueType program; null when a table is missing. */
function readAdvances(program: Buffer): ((glyph: number) => number) | null {
  const tables = new Map<string, Buffer>();
  if (program.length < 12) return null;
  for (let index = 0; index < program.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index;
    if (at + 16 > program.length) return null;
    const start = program.readUInt32BE(at + 8);
    tables.set(
      program.toString('latin1', at, at + 4),
      program.subarray(start, start + program.readUInt32BE(at + 12)),
    );
  }
  const [head, hhea, hmtx] = [tables.get('head'), tables.get('hhea'), tables.get('hmtx')];
  if (head === undefined || hhea === undefined || hmtx === undefined) return null;
  const unitsPerEm = head.readUInt16BE(18);
  const count = hhea.readUInt16BE(34);
  return (glyph) => {
    const at = 4 * Math.min(glyph, count - 1);
    return at >= 0 && at + 2 <= hmtx.length ? (hmtx.readUInt16BE(at) * 1000) / unitsPerEm : 0;
  };
}
