import { inflate } from 'pako';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  decodePDFRawStream,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import type { PdfProfile } from '../../src/edition/profiles.ts';

/** What an object is written as here: strings are names. */
export type PlainValue =
  string | number | boolean | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** Makes an object of it. */
export const plainObject = (context: PDFContext, value: PlainValue): PDFObject =>
  // pdf-lib's own type has no place for a value of one of these kinds.
  context.obj(value as Parameters<PDFContext['obj']>[0]);

/** Makes a file wrong. */
export type Spoil = (context: PDFContext) => void;

/** One thing made wrong in a good file: in its objects, or in its saved bytes. */
export type Defect = {
  readonly name: string;
  readonly profile: PdfProfile;
  /** What preflight says of it, among others. */
  readonly rule: string;
  readonly spoil?: Spoil;
  /** Changes the bytes, one character a byte. */
  readonly edit?: (text: string) => string;
  /** Clause and test that veraPDF names, where it names another. */
  readonly judge?: string;
  /** Why veraPDF does not say the same; left out where it does. */
  readonly unlike?: string;
};

/** Every dictionary of the file, of streams too, that has these entries. */
export function dictionaries(context: PDFContext, key: string, value?: string): readonly PDFDict[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dictionary = object instanceof PDFRawStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) return [];
    const entry = dictionary.get(PDFName.of(key));
    return entry !== undefined && (value === undefined || entry.toString() === value) ? [dictionary] : [];
  });
}

/** The first of them. */
export function dictionary(context: PDFContext, key: string, value: string): PDFDict {
  const [first] = dictionaries(context, key, value);
  if (first === undefined) throw new Error(`no dictionary has ${key} ${value}`);
  return first;
}

/** Takes an entry out of every dictionary that has another. */
export const drop =
  (key: string, value: string, dropped: string): Spoil =>
  (context: PDFContext): void => {
    for (const one of dictionaries(context, key, value)) one.delete(PDFName.of(dropped));
  };

/** Sets an entry of the first dictionary that has another. Strings become names. */
export const set =
  (key: string, value: string, entry: string, to: PlainValue): Spoil =>
  (context: PDFContext): void =>
    dictionary(context, key, value).set(PDFName.of(entry), plainObject(context, to));

/** Rewrites the content of the first page. */
export const rewrite =
  (change: (content: string) => string): Spoil =>
  (context: PDFContext): void => {
    const page = dictionary(context, 'Type', '/Page');
    const stream = context.lookup(page.get(PDFName.of('Contents')));
    if (!(stream instanceof PDFRawStream)) throw new Error('the page has no content');
    const before = Buffer.from(inflate(stream.contents)).toString('latin1');
    const content = change(before);
    if (content === before) throw new Error('nothing was changed');
    page.set(PDFName.of('Contents'), context.register(context.stream(Buffer.from(content, 'latin1'))));
  };

/** Rewrites the XMP packet. */
export const rewriteXmp =
  (change: (packet: string) => string): Spoil =>
  (context: PDFContext): void => {
    const catalog = dictionary(context, 'Type', '/Catalog');
    const stream = context.lookup(catalog.get(PDFName.of('Metadata')));
    if (!(stream instanceof PDFRawStream)) throw new Error('there is no XMP');
    const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8');
    const packet = change(before);
    if (packet === before) throw new Error('nothing was changed');
    const changed = context.stream(Buffer.from(packet, 'utf8'), { Type: 'Metadata', Subtype: 'XML' });
    catalog.set(PDFName.of('Metadata'), context.register(changed));
  };

/** Changes every composite font's descendant. */
export const spoilFonts =
  (spoil: (font: PDFDict, context: PDFContext) => void) =>
  (context: PDFContext): void => {
    for (const font of dictionaries(context, 'Subtype', '/CIDFontType2')) spoil(font, context);
  };

/** Adds to the end of the content of the first page. */
export const insert = (added: string): Spoil => rewrite((content) => `${content}\n${added}`);

/** Saves a file with a defect. */
export async function plant(
  bytes: Uint8Array,
  { spoil, edit }: Pick<Defect, 'spoil' | 'edit'>,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  spoil?.(document.context);
  const saved = await document.save({ updateFieldAppearances: false, addDefaultPage: false });
  // pdf-lib writes 1.7 into every header.
  saved.set(bytes.subarray(0, '%PDF-1.7'.length));
  if (edit === undefined) return saved;
  const before = Buffer.from(saved).toString('latin1');
  const after = edit(before);
  if (after === before) throw new Error('nothing was changed');
  return new Uint8Array(Buffer.from(after, 'latin1'));
}

/** Makes the first width of every font wrong. */
export const spoilWidths: Spoil = spoilFonts((font, context) => {
  const widths = context.lookup(font.get(PDFName.of('W')), PDFArray).lookup(1, PDFArray);
  widths.set(0, PDFNumber.of(widths.lookup(0, PDFNumber).asNumber() + 20));
});

/** A defect of a file for the screen, when nothing else is said. */
export const put = (name: string, rule: string, spoil: Spoil, more: Partial<Defect> = {}): Defect => ({
  name,
  profile: 'screen',
  rule,
  spoil,
  ...more,
});
