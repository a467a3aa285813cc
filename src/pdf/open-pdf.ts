import { PDFArray, PDFDict, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib';
import type { PropertiesOf } from './content-marks.ts';
import { readOperations, type Operation } from './content-tokens.ts';
import { lookUp, nameOf, streamText } from './object-lookup.ts';
import { listPages, type ListedPage } from './page-list.ts';
import { readToUnicode } from './read-to-unicode.ts';
import { decodeStream } from './syntax/decode-stream.ts';
import { parseFile, type ParsedFile } from './syntax/parse-file.ts';

/** A page of a saved file. */
export type OpenedPage = ListedPage & {
  readonly operations: readonly Operation[];
  /** Faults of the content's syntax: in words. */
  readonly contentFaults: readonly string[];
  /** Fonts by resource name. */
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
  readonly parsed: ParsedFile;
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly OpenedPage[];
  readonly pageOf: (reference: PDFObject | undefined) => number | null;
  readonly fontOf: (dictionary: PDFDict) => OpenedFont;
};

/**
 * Opens a saved file and reads the content of its pages.
 *
 * @throws Error for what is no PDF, or a broken or encrypted one.
 */
export function openPdf(bytes: Uint8Array): OpenedPdf {
  return openParsed(parseOrThrow(bytes));
}

/** Reads the content of the pages of a file. */
export function openParsed(parsed: ParsedFile): OpenedPdf {
  const { context, catalog } = parsed;
  const pages = listPages(context, catalog);
  const indexes = new Map(pages.map((page, index) => [page.reference, index]));
  const fonts = new Map<PDFDict, OpenedFont>();
  const fontOf = (dictionary: PDFDict): OpenedFont => {
    const font = fonts.get(dictionary) ?? openFont(context, dictionary);
    fonts.set(dictionary, font);
    return font;
  };
  return {
    parsed,
    context,
    catalog,
    pages: pages.map((page) => openPage(page, fontOf)),
    pageOf: (reference) => (reference instanceof PDFRef ? (indexes.get(reference) ?? null) : null),
    fontOf,
  };
}

/**
 * Opens a saved file without reading its pages.
 *
 * @throws Error for what is no PDF, or a broken or encrypted one.
 */
export function openDocument(bytes: Uint8Array): {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
} {
  return parseOrThrow(bytes);
}

function parseOrThrow(bytes: Uint8Array): ParsedFile {
  const parsed = parseFile(bytes);
  if (parsed.kind === 'refused') throw new Error(`byte ${parsed.offset}: ${parsed.message}`);
  return parsed;
}

function openPage(page: ListedPage, fontOf: (dictionary: PDFDict) => OpenedFont): OpenedPage {
  const contentFaults: string[] = [];
  const { context } = page.dictionary;
  const content = contentOf(context, page.dictionary, contentFaults);
  const operations = readOperations(content, (message) => void contentFaults.push(message));
  return {
    ...page,
    operations,
    contentFaults,
    fonts: pageFonts(page, fontOf),
  };
}

function contentOf(context: PDFContext, page: PDFDict, faults: string[]): string {
  const contents = lookUp(context, page, 'Contents');
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((part) => context.lookup(part)) : [contents];
  const texts = streams.map((stream) => {
    if (!(stream instanceof PDFRawStream)) return '';
    const { bytes, fault } = decodeStream(stream);
    if (fault !== null) faults.push(fault);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  });
  return texts.join('\n');
}

/** Finds the property lists that a page names for its marks. */
export function propertiesIn(page: ListedPage): PropertiesOf {
  const { context } = page.dictionary;
  const resources = page.attribute('Resources');
  const properties = resources instanceof PDFDict ? lookUp(context, resources, 'Properties') : undefined;
  return (name) => {
    const found = properties instanceof PDFDict ? lookUp(context, properties, name) : undefined;
    return found instanceof PDFDict ? found : null;
  };
}

function pageFonts(
  page: ListedPage,
  fontOf: (dictionary: PDFDict) => OpenedFont,
): ReadonlyMap<string, OpenedFont> {
  const { context } = page.dictionary;
  const resources = page.attribute('Resources');
  const fonts = resources instanceof PDFDict ? lookUp(context, resources, 'Font') : undefined;
  const opened = new Map<string, OpenedFont>();
  if (!(fonts instanceof PDFDict)) return opened;
  for (const key of fonts.keys()) {
    const dictionary = context.lookup(fonts.get(key));
    if (dictionary instanceof PDFDict) opened.set(key.decodeText(), fontOf(dictionary));
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
