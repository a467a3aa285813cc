import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib';
import { itemsOf, lookUp, nameOf, numberOf, rawEntry, textOf } from '../object-lookup.ts';
import type { OpenedFont } from '../open-pdf.ts';
import { decodeStream } from '../syntax/decode-stream.ts';
import { checkCodes } from './check-codes.ts';
import type { CodeUse } from './content-uses.ts';
import type { Say } from './finding.ts';
import { partsOf, type FontParts } from './font-parts.ts';
import type { InspectedFile } from './inspect-file.ts';
import type { SayFont, ShownFont } from './shown-font.ts';
import { readTrueType } from './truetype-program.ts';

/** Fonts that are shown: dictionaries, programs, codes. */
export function checkFonts(inspected: InspectedFile, say: Say): void {
  for (const shown of shownFonts(inspected)) {
    const parts = partsOf(shown.font.dictionary);
    const called = parts.name === '' ? 'a font' : parts.name;
    const here: SayFont = (rule, message) =>
      say(rule, `${called}: ${message}`, { page: shown.page, object: parts.font });
    checkDictionary(parts, here);
    if (parts.subtype === 'Type0') checkComposite(parts, here);
    const isPainted = [...shown.codes.values()].some(({ isVisible }) => isVisible);
    if (parts.program === null && isPainted && parts.subtype !== 'Type3')
      here('font-embedded', 'the font is not in the file');
    if (parts.subtype === 'TrueType') checkTrueType(parts, here);
    checkCodes(shown, parts, here);
  }
}

function shownFonts({ contents }: InspectedFile): readonly ShownFont[] {
  const shown = new Map<
    OpenedFont,
    { readonly font: OpenedFont; readonly page: number; codes: Map<number, CodeUse> }
  >();
  for (const { uses, page } of contents) {
    for (const [font, codes] of uses.shown) {
      const known = shown.get(font) ?? { font, page, codes: new Map<number, CodeUse>() };
      shown.set(font, known);
      for (const [code, use] of codes) {
        const before = known.codes.get(code);
        known.codes.set(code, {
          isVisible: use.isVisible || (before?.isVisible ?? false),
          isWithoutText: use.isWithoutText || (before?.isWithoutText ?? false),
        });
      }
    }
  }
  return [...shown.values()];
}

const SUBTYPES = new Set(['Type0', 'Type1', 'MMType1', 'TrueType', 'Type3', 'CIDFontType0', 'CIDFontType2']);

/** Fonts that every old viewer had (ISO 32000-1, 9.6.2.2): they may leave their widths out. */
const STANDARD =
  /^(?:Courier|Helvetica)(?:-Bold)?(?:-?Oblique|-BoldOblique)?$|^Times-(?:Roman|Bold|Italic|BoldItalic)$|^Symbol$|^ZapfDingbats$/;

function checkDictionary(parts: FontParts, say: SayFont): void {
  const { context, font, subtype, carrier, carrierSubtype } = parts;
  for (const one of new Set([font, carrier]))
    if (nameOf(lookUp(context, one, 'Type')) !== 'Font') say('font-type', 'Type is not Font');
  if (!SUBTYPES.has(subtype) || !SUBTYPES.has(carrierSubtype)) say('font-subtype', `Subtype is "${subtype}"`);
  if (subtype !== 'Type3' && parts.name === '') say('font-name', 'there is no BaseFont');
  if (parts.program?.kind === 'FontFile3') {
    const kind = nameOf(lookUp(context, parts.program.stream.dict, 'Subtype')) ?? '';
    if (!['Type1C', 'CIDFontType0C', 'OpenType'].includes(kind))
      say('font-file-kind', `Subtype of the font file is "${kind}"`);
  }
  if (subtype === 'Type0') return;
  const isStandard = subtype === 'Type1' && STANDARD.test(parts.name);
  const [first, last] = ['FirstChar', 'LastChar'].map((key) => numberOf(lookUp(context, font, key)));
  const widths = itemsOf(context, rawEntry(font, 'Widths'));
  if (isStandard) return;
  if (first === null || first === undefined) say('font-first', 'there is no FirstChar');
  if (last === null || last === undefined) say('font-last', 'there is no LastChar');
  if (widths.length !== (last ?? -1) - (first ?? 0) + 1)
    say('font-widths', `Widths has ${widths.length} items for the codes ${first ?? '?'} to ${last ?? '?'}`);
}

/** Maps of codes that need not be in the file (ISO 32000-1, table 118). */
const KNOWN_MAP =
  /^(?:Identity|(?:GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|UniGB-UCS2|UniGB-UTF16|B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC|UniCNS-UCS2|UniCNS-UTF16|83pv-RKSJ|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|UniJIS-UCS2|UniJIS-UCS2-HW|UniJIS-UTF16|KSC-EUC|KSCms-UHC|KSCms-UHC-HW|KSCpc-EUC|UniKS-UCS2|UniKS-UTF16))-[HV]$|^[HV]$/;

function checkComposite(parts: FontParts, say: SayFont): void {
  const { context, font, carrier } = parts;
  const encoding = lookUp(context, font, 'Encoding');
  const name =
    nameOf(encoding) ??
    (encoding instanceof PDFRawStream ? nameOf(lookUp(context, encoding.dict, 'CMapName')) : null);
  if (!(encoding instanceof PDFRawStream) && !KNOWN_MAP.test(name ?? ''))
    say('font-code-map', `the code map ${name ?? ''} is not in the file`);
  if (encoding instanceof PDFRawStream && !/^Identity-[HV]$/.test(name ?? '')) {
    const own = systemOf(lookUp(context, carrier, 'CIDSystemInfo'));
    const other = systemOf(lookUp(context, encoding.dict, 'CIDSystemInfo'));
    if (own === null || own !== other) say('font-system', 'CIDSystemInfo of font and code map differ');
  }
  const map = lookUp(context, carrier, 'CIDToGIDMap');
  const isMapped = map instanceof PDFRawStream || nameOf(map) === 'Identity';
  if (parts.carrierSubtype === 'CIDFontType2' && parts.program !== null && !isMapped)
    say('font-glyph-map', 'there is no CIDToGIDMap');
}

function systemOf(system: unknown): string | null {
  if (!(system instanceof PDFDict)) return null;
  const [registry, ordering] = ['Registry', 'Ordering'].map((key) =>
    textOf(lookUp(system.context, system, key)),
  );
  return `${registry ?? ''}-${ordering ?? ''}`;
}

function checkTrueType(parts: FontParts, say: SayFont): void {
  const { context, font, isSymbolic } = parts;
  const encoding = lookUp(context, font, 'Encoding');
  const base =
    encoding instanceof PDFDict ? nameOf(lookUp(context, encoding, 'BaseEncoding')) : nameOf(encoding);
  if (!isSymbolic && !['MacRomanEncoding', 'WinAnsiEncoding'].includes(base ?? ''))
    say('truetype-encoding', `the encoding is ${base ?? 'not told'}`);
  if (isSymbolic && font.has(PDFName.of('Encoding')))
    say('symbol-encoding', 'a font of symbols has an Encoding');
  if (parts.program?.kind !== 'FontFile2') return;
  const program = readTrueType(decodeStream(parts.program.stream).bytes);
  if (program === null) return;
  const { maps } = program;
  if (!isSymbolic && maps.size - (maps.has('3,0') ? 1 : 0) === 0)
    say('truetype-maps', 'the program has no table that finds letters');
  if (isSymbolic && maps.size !== 1 && !maps.has('3,0'))
    say('symbol-maps', `the program of a font of symbols has ${maps.size} tables`);
}
