import { EPub } from 'epub-gen-memory';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { completeTrailer } from '../tools/complete-trailer.ts';

/** Saves a PDF again with something changed. */
export async function changePdf(
  bytes: Uint8Array,
  change: (document: PDFDocument) => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  completeTrailer(document.context, bytes);
  change(document);
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}

/** Rewrites the drawing operators of a page. */
export function changeContent(document: PDFDocument, page: number, change: (text: string) => string): void {
  const node = document.getPage(page).node;
  const content = node.lookup(PDFName.of('Contents'));
  if (!(content instanceof PDFRawStream)) throw new Error('the page has no content of its own');
  const text = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1');
  const changed = change(text);
  if (changed === text) throw new Error('nothing was changed');
  node.set(
    PDFName.of('Contents'),
    document.context.register(document.context.flateStream(Buffer.from(changed, 'latin1'))),
  );
}

/** The root of the structure tree. */
export function structureRoot(document: PDFDocument): PDFDict {
  return document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
}

/** epub-gen-memory's own zip, which is not for everybody. */
class EpubFile extends EPub {
  constructor() {
    super({ title: 'galley' }, []);
  }

  async change(bytes: Uint8Array, path: RegExp, edit: (text: string) => string): Promise<Uint8Array> {
    const zip = await this.zip.loadAsync(bytes);
    const [file] = zip.file(path);
    if (file === undefined) throw new Error(`no file is named ${path}`);
    const text = await file.async('string');
    const changed = edit(text);
    if (changed === text) throw new Error('nothing was changed');
    zip.file(file.name, changed);
    return zip.generateAsync({ type: 'uint8array' });
  }
}

/** Saves an EPUB again with the text of one document changed. */
export function changeEpub(
  bytes: Uint8Array,
  path: RegExp,
  edit: (text: string) => string,
): Promise<Uint8Array> {
  return new EpubFile().change(bytes, path, edit);
}
