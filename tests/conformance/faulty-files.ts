import { EPub } from 'epub-gen-memory';
import { PDFDocument } from 'pdf-lib';

/** A sound PDF of one page that has no structure and does not embed its font. */
export async function drawPlainPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]).drawText('Plain');
  return document.save();
}

/** An EPUB with an empty description and nothing on who can read it. */
export async function generateEpub(): Promise<Uint8Array> {
  const book = new EPub({ title: 'Bare', author: 'Nobody', lang: 'en' }, [
    { title: 'One', content: '<p>Bare.</p>' },
  ]);
  return new Uint8Array(await book.genEpub());
}
