import { PDFDict } from 'pdf-lib';
import { lookUp, nameOf } from '../object-lookup.ts';
import type { SayFont, ShownFont } from './shown-font.ts';
import { widthsOf, type FontParts } from './font-parts.ts';
import { openGlyphs } from './glyph-finder.ts';

/** Thousandths of the em by which a width may differ from the font (ISO 19005-2, 6.2.11.5). */
const WIDTH_TOLERANCE = 1;

const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

/** Every code that is shown: its text, its glyph, its width. */
export function checkCodes(shown: ShownFont, parts: FontParts, say: SayFont): void {
  const codes = [...shown.codes].sort(([one], [other]) => one - other);
  checkTexts(shown, parts, say);
  const glyphs = openGlyphs(parts);
  if (glyphs === 'broken') say('font-program', 'the font in the file cannot be read');
  if (glyphs === null || glyphs === 'broken') return;
  const { widths, otherwise } = widthsOf(parts);
  const faults = { notdef: [] as number[], missing: [] as number[], wide: [] as string[] };
  for (const [code, { isVisible }] of codes) {
    const glyph = glyphs.glyphOf(code);
    if (glyph === null) continue;
    if (glyph === 0) faults.notdef.push(code);
    else if (!glyphs.hasGlyph(glyph)) faults.missing.push(code);
    const said = widths.get(code) ?? otherwise;
    const real = isVisible ? glyphs.widthOf(glyph) : null;
    if (said !== null && real !== null && Math.abs(said - real) > WIDTH_TOLERANCE)
      faults.wide.push(`code ${code} is ${said} wide, in the font ${Number(real.toFixed(1))}`);
  }
  if (faults.notdef.length > 0) say('notdef', `${listed(faults.notdef)} .notdef`);
  if (faults.missing.length > 0) say('glyph-missing', `${listed(faults.missing)} a glyph that is not there`);
  if (faults.wide.length > 0) say('glyph-width', shorten(faults.wide));
}

/** Lists with more than a few are told by the first few. */
const FEW = 5;

const listed = (codes: readonly number[]): string =>
  codes.length === 1 ? `code ${codes[0]} shows` : `codes ${shorten(codes.map(String))} show`;

function shorten(items: readonly string[]): string {
  const first = items.slice(0, FEW).join(', ');
  return items.length > FEW ? `${first} and ${items.length - FEW} more` : first;
}

function checkTexts(shown: ShownFont, parts: FontParts, say: SayFont): void {
  const { texts } = shown.font;
  if (texts === null && saysTextOtherwise(parts)) return;
  const silent: string[] = [];
  const wrong: string[] = [];
  const own: string[] = [];
  for (const [code, { isWithoutText }] of shown.codes) {
    const text = texts?.get(code) ?? '';
    if (text === '') silent.push(String(code));
    else if (/[\0\ufeff\ufffe]/.test(text)) wrong.push(String(code));
    if (PRIVATE.test(text) && isWithoutText) own.push(String(code));
  }
  if (texts === null) say('text-missing', 'there is no ToUnicode');
  else if (silent.length > 0) say('text-missing', `ToUnicode has no text for ${shorten(silent)}`);
  if (wrong.length > 0) say('text-invalid', `ToUnicode has no sensible text for ${shorten(wrong)}`);
  if (own.length > 0) say('text-private', `the text of ${shorten(own)} is of private use`);
}

/** Whether a font without ToUnicode says its text by its encoding or its collection (ISO 32000-1, 9.10.2). */
function saysTextOtherwise({ context, font, carrier, subtype, isSymbolic }: FontParts): boolean {
  if (subtype === 'Type0') {
    const system = lookUp(context, carrier, 'CIDSystemInfo');
    const ordering = system instanceof PDFDict ? lookUp(context, system, 'Ordering')?.toString() : undefined;
    return /GB1|CNS1|Japan1|Korea1/.test(ordering ?? '');
  }
  const encoding = lookUp(context, font, 'Encoding');
  const base =
    encoding instanceof PDFDict ? nameOf(lookUp(context, encoding, 'BaseEncoding')) : nameOf(encoding);
  const isNamed = ['WinAnsiEncoding', 'MacRomanEncoding', 'MacExpertEncoding'].includes(base ?? '');
  // Names of glyphs in Differences and in Type 1 programs are taken to be those that everyone knows.
  return (
    isNamed || encoding instanceof PDFDict || (subtype !== 'TrueType' && subtype !== 'Type3' && !isSymbolic)
  );
}
