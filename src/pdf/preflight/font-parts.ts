import { PDFArray, PDFDict, PDFRawStream, type PDFContext, type PDFObject } from 'pdf-lib';
import { itemsOf, lookUp, nameOf, numberOf, rawEntry } from '../object-lookup.ts';

/** A font taken apart: of a composite one its only descendant. */
export type FontParts = {
  readonly context: PDFContext;
  readonly font: PDFDict;
  /** The font that has descriptor and program: the descendant, or the font itself. */
  readonly carrier: PDFDict;
  readonly subtype: string;
  readonly carrierSubtype: string;
  readonly name: string;
  readonly descriptor: PDFDict | null;
  readonly program: {
    readonly kind: 'FontFile' | 'FontFile2' | 'FontFile3';
    readonly stream: PDFRawStream;
  } | null;
  readonly isSymbolic: boolean;
};

/** Takes a font apart. */
export function partsOf(font: PDFDict): FontParts {
  const { context } = font;
  const subtype = nameOf(lookUp(context, font, 'Subtype')) ?? '';
  const [descendant] = itemsOf(context, rawEntry(font, 'DescendantFonts'));
  const carrier = subtype === 'Type0' && descendant instanceof PDFDict ? descendant : font;
  const found = lookUp(context, carrier, 'FontDescriptor');
  const descriptor = found instanceof PDFDict ? found : null;
  const kinds = ['FontFile', 'FontFile2', 'FontFile3'] as const;
  const kind = kinds.find(
    (key) => descriptor !== null && lookUp(context, descriptor, key) instanceof PDFRawStream,
  );
  const stream = kind === undefined || descriptor === null ? undefined : lookUp(context, descriptor, kind);
  const flags = descriptor === null ? null : numberOf(lookUp(context, descriptor, 'Flags'));
  return {
    context,
    font,
    carrier,
    subtype,
    carrierSubtype: nameOf(lookUp(context, carrier, 'Subtype')) ?? '',
    name: nameOf(lookUp(context, font, 'BaseFont')) ?? '',
    descriptor,
    program: kind !== undefined && stream instanceof PDFRawStream ? { kind, stream } : null,
    isSymbolic: ((flags ?? 0) & 4) !== 0,
  };
}

/** Widths by code or CID, from W (ISO 32000-1, 9.7.4.3) or Widths; the default where a font has one. */
export function widthsOf(parts: FontParts): {
  readonly widths: ReadonlyMap<number, number>;
  readonly otherwise: number | null;
} {
  const { context, carrier, subtype, descriptor } = parts;
  if (subtype === 'Type0') {
    const otherwise = numberOf(lookUp(context, carrier, 'DW')) ?? 1000;
    return { widths: readW(context, lookUp(context, carrier, 'W')), otherwise };
  }
  const first = numberOf(lookUp(context, carrier, 'FirstChar')) ?? 0;
  const widths = new Map<number, number>();
  itemsOf(context, rawEntry(carrier, 'Widths')).forEach((width, index) => {
    const value = numberOf(width);
    if (value !== null) widths.set(first + index, value);
  });
  const missing = descriptor === null ? null : numberOf(lookUp(context, descriptor, 'MissingWidth'));
  return { widths, otherwise: missing };
}

/** CIDs of two bytes: a range that says more is wrong. */
const MOST_CIDS = 65_536;

function readW(context: PDFContext, object: PDFObject | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = object instanceof PDFArray ? itemsOf(context, object) : [];
  for (let index = 0; index + 1 < list.length;) {
    const first = numberOf(list[index]) ?? -1;
    const second = list[index + 1];
    if (second instanceof PDFArray) {
      itemsOf(context, second).forEach((width, step) => widths.set(first + step, numberOf(width) ?? -1));
      index += 2;
    } else {
      const width = numberOf(list[index + 2]) ?? -1;
      const last = Math.min(numberOf(second) ?? -1, MOST_CIDS);
      for (let cid = first; cid <= last; cid += 1) widths.set(cid, width);
      index += 3;
    }
  }
  return widths;
}
