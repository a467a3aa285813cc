import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import { completeTrailer } from './complete-trailer.ts';
import { readOperations } from './content-tokens.ts';
import { collectPieces, type PaintedContent } from './painted-pieces.ts';
import { readToUnicode } from './read-to-unicode.ts';

/** A page of a saved file. */
export type OpenedPage = {
  readonly dictionary: PDFDict;
  readonly content: PaintedContent;
  /** Font dictionaries by resource name. */
  readonly fonts: ReadonlyMap<string, OpenedFont>;
};

/** A font of a page, as far as its codes need it. */
export type OpenedFont = {
  readonly dictionary: PDFDict;
  /** Bytes of a code: 2 for Type 0 fonts. */
  readonly codeBytes: 1 | 2;
  /** Text by code; null without ToUnicode. */
  readonly texts: ReadonlyMap<number, string> | null;
};

/** A saved file, opened. Pages by index; `pageOf` gives the index of a page's reference. */
export type OpenedPdf = {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly OpenedPage[];
  readonly pageOf: (reference: PDFObject | undefined) => number | null;
};

/**
 * Opens a saved file with pdf-lib's parser and reads the content of its pages.
 *
 * @throws Error for what is no PDF, or a broken one.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const document = await loadDocument(bytes);
  const { context } = document;
  const pages = document.getPages();
  const indexes = new Map(pages.map((page, index) => [page.ref, index]));
  const fonts = new Map<PDFDict, OpenedFont>();
  return {
    context,
    catalog: document.catalog,
    pages: pages.map((page) => ({
      dictionary: page.node,
      content: collectPieces(readOperations(contentOf(context, page.node))),
      fonts: pageFonts(context, page.node, fonts),
    })),
    pageOf: (reference) => (reference instanceof PDFRef ? (indexes.get(reference) ?? null) : null),
  };
}

/**
 * Opens a saved file without reading its pages.
 *
 * @throws Error for what is no PDF, or a broken one.
 */
export async function openDocument(
  bytes: Uint8Array,
): Promise<{ readonly context: PDFContext; readonly catalog: PDFDict }> {
  const { context, catalog } = await loadDocument(bytes);
  return { context, catalog };
}

async function loadDocument(bytes: Uint8Array): Promise<PDFDocument> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  completeTrailer(document.context, bytes);
  return document;
}

/** A dictionary's entry with references followed. */
export function lookUp(context: PDFContext, dictionary: PDFDict, key: string): PDFObject | undefined {
  return context.lookup(dictionary.get(PDFName.of(key)));
}

/** The text of a text string; null for anything else. */
export function textOf(object: PDFObject | undefined): string | null {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null;
}

/** A name without its slash; null for anything else. */
export function nameOf(object: PDFObject | undefined): string | null {
  return object instanceof PDFName ? object.decodeText() : null;
}

/** A stream's decoded bytes, one character a byte. */
export function streamText(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

function contentOf(context: PDFContext, page: PDFDict): string {
  const contents = lookUp(context, page, 'Contents');
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((part) => context.lookup(part)) : [contents];
  return streams.map((stream) => (stream instanceof PDFRawStream ? streamText(stream) : '')).join('\n');
}

function pageFonts(
  context: PDFContext,
  page: PDFDict,
  known: Map<PDFDict, OpenedFont>,
): ReadonlyMap<string, OpenedFont> {
  const resources = lookUp(context, page, 'Resources');
  const fonts = resources instanceof PDFDict ? lookUp(context, resources, 'Font') : undefined;
  const opened = new Map<string, OpenedFont>();
  if (!(fonts instanceof PDFDict)) return opened;
  for (const key of fonts.keys()) {
    const dictionary = context.lookup(fonts.get(key));
    if (!(dictionary instanceof PDFDict)) continue;
    const font = known.get(dictionary) ?? openFont(context, dictionary);
    known.set(dictionary, font);
    opened.set(key.decodeText(), font);
  }
  return opened;
}

function openFont(context: PDFContext, dictionary: PDFDict): OpenedFont {
  const cmap = lookUp(context, dictionary, 'ToUnicode');
  return {
    dictionary,
    codeBytes: nameOf(lookUp(context, dictionary, 'Subtype')) === 'Type0' ? 2 : 1,
    texts: cmap instanceof PDFRawStream ? readToUnicode(streamText(cmap)) : null,
  };
}

/** The codes of a shown string. */
export function codesOf(font: OpenedFont, shown: string): readonly number[] {
  const codes: number[] = [];
  for (let at = 0; at + font.codeBytes <= shown.length; at += font.codeBytes) {
    const high = font.codeBytes === 2 ? shown.charCodeAt(at) << 8 : 0;
    codes.push(high | shown.charCodeAt(at + font.codeBytes - 1));
  }
  return codes;
}
