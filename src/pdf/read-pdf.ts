import { PDFArray, type PDFContext, PDFDict, PDFNumber, type PDFObject } from 'pdf-lib';
import type { ReadElement, ReadNode } from '../page/read-element.ts';
import type { ContentMark } from './content-marks.ts';
import { lookUp, nameOf, rawEntry, textOf } from './object-lookup.ts';
import {
  codesOf,
  openPdf,
  propertiesIn,
  type OpenedFont,
  type OpenedPage,
  type OpenedPdf,
} from './open-pdf.ts';
import { collectPieces, type PaintedPiece } from './painted-pieces.ts';

/**
 * Reads a saved PDF as a screen reader does: along the structure tree, with the text that ActualText and ToUnicode
 * give. Content outside the tree (folios, rules) is not read; a code without a text reads as U+FFFD.
 *
 * @returns the elements under the StructTreeRoot: for our files one, the Document. Empty for an untagged file.
 * @throws Error for what is no PDF, or a broken or encrypted one.
 */
export function readPdf(bytes: Uint8Array): readonly ReadElement[] {
  return readOpened(openPdf(bytes));
}

/** The same of a file that is opened. */
export function readOpened(file: OpenedPdf): readonly ReadElement[] {
  const root = lookUp(file.context, file.catalog, 'StructTreeRoot');
  if (!(root instanceof PDFDict)) return [];
  const reading: Reading = { file, texts: file.pages.map(markedTexts), seen: new Set() };
  return readKids(reading, root, null).filter((node) => node.kind === 'element');
}

type Reading = {
  readonly file: OpenedPdf;
  /** Text by MCID, by page index. */
  readonly texts: readonly ReadonlyMap<number, string>[];
  /** Elements on the way: a broken file may hold a ring. */
  readonly seen: Set<PDFDict>;
};

function readKids(reading: Reading, element: PDFDict, page: number | null): readonly ReadNode[] {
  const kids = lookUp(reading.file.context, element, 'K');
  const list = kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids];
  const nodes: ReadNode[] = [];
  for (const kid of list) {
    const node = readKid(reading, reading.file.context.lookup(kid), page);
    const last = nodes.at(-1);
    if (node === null) continue;
    if (node.kind === 'text' && last?.kind === 'text')
      nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
    else nodes.push(node);
  }
  return nodes;
}

function readKid(reading: Reading, kid: PDFObject | undefined, page: number | null): ReadNode | null {
  if (kid instanceof PDFNumber) return readMark(reading, kid.asNumber(), page);
  if (!(kid instanceof PDFDict)) return null;
  const kind = nameOf(lookUp(reading.file.context, kid, 'Type'));
  if (kind === 'OBJR') return null;
  const own = pageOf(reading, kid) ?? page;
  if (kind !== 'MCR') return readElement(reading, kid, own);
  const mcid = lookUp(reading.file.context, kid, 'MCID');
  return mcid instanceof PDFNumber ? readMark(reading, mcid.asNumber(), own) : null;
}

function readMark(reading: Reading, mcid: number, page: number | null): ReadNode | null {
  const text = page === null ? undefined : reading.texts[page]?.get(mcid);
  return text === undefined || text === '' ? null : { kind: 'text', text };
}

function readElement(reading: Reading, element: PDFDict, page: number | null): ReadElement | null {
  const { context } = reading.file;
  if (reading.seen.has(element)) return null;
  reading.seen.add(element);
  const actual = textOf(lookUp(context, element, 'ActualText'));
  return {
    kind: 'element',
    role: nameOf(lookUp(context, element, 'S')) ?? '',
    language: textOf(lookUp(context, element, 'Lang')),
    alt: textOf(lookUp(context, element, 'Alt')),
    expansion: textOf(lookUp(context, element, 'E')),
    scope: scopeOf(context, element),
    children:
      actual === null
        ? readKids(reading, element, page)
        : actual === ''
          ? []
          : [{ kind: 'text', text: actual }],
  };
}

/** The scope of a head cell, by the attributes of tables (ISO 32000-1, 14.8.5.7); one that heads both is of the column. */
function scopeOf(context: PDFContext, element: PDFDict): ReadElement['scope'] {
  const value = lookUp(context, element, 'A');
  const attributes =
    value instanceof PDFArray ? value.asArray().map((each) => context.lookup(each)) : [value];
  const scopes = attributes.flatMap((each) =>
    each instanceof PDFDict ? [nameOf(lookUp(context, each, 'Scope'))] : [],
  );
  if (scopes.some((scope) => scope === 'Column' || scope === 'Both')) return 'column';
  return scopes.includes('Row') ? 'row' : null;
}

function pageOf(reading: Reading, element: PDFDict): number | null {
  return reading.file.pageOf(rawEntry(element, 'Pg'));
}

/** What the codes of a piece say. */
function shownText({ shown }: PaintedPiece, font: OpenedFont): string {
  let text = '';
  for (const string of shown)
    for (const code of codesOf(font, string)) text += font.texts?.get(code) ?? '\ufffd';
  return text;
}

/** Text by MCID of one page. */
function markedTexts(page: OpenedPage): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const said = new Set<ContentMark>();
  for (const piece of collectPieces(page.operations, propertiesIn(page))) {
    const mcid = piece.marks.findLast((mark) => mark.mcid !== null)?.mcid;
    const font = piece.font === null ? undefined : page.fonts.get(piece.font);
    if (mcid === undefined || mcid === null || font === undefined) continue;
    const actual = piece.marks.find((mark) => mark.actualText !== null);
    const text =
      actual === undefined ? shownText(piece, font) : said.has(actual) ? '' : (actual.actualText ?? '');
    if (actual !== undefined) said.add(actual);
    texts.set(mcid, (texts.get(mcid) ?? '') + text);
  }
  return texts;
}
