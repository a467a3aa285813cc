import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFStream,
  PDFString,
  type PDFObject,
} from 'pdf-lib';
import { readZip } from '../../edition/read-zip.ts';

/** What a PDF may not hold, and a reader of our own that looks into every object for it. */
const FORBIDDEN_NAMES = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'OpenAction',
  'AA',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'RichMedia',
]);

const SCHEMES = /^(?:https?|mailto|tel):/i;

/** What is found in a PDF that acts by itself or leads where it may not. */
export async function findHarmInPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const harm: string[] = [];
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFName && FORBIDDEN_NAMES.has(object.decodeText())) harm.push(object.toString());
    if (object instanceof PDFArray) object.asArray().forEach(visit);
    const dictionary = object instanceof PDFStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) return;
    for (const [key, value] of dictionary.entries()) {
      visit(key);
      visit(value);
      const isText = value instanceof PDFString || value instanceof PDFHexString;
      if (key.decodeText() === 'URI' && isText && !SCHEMES.test(value.decodeText()))
        harm.push(value.decodeText());
    }
  };
  for (const [, object] of file.context.enumerateIndirectObjects()) visit(object);
  return harm;
}

const HARM: readonly RegExp[] = [
  /<script[\s>]/i,
  /<[^>]*\son\w+\s*=/i,
  /<!ENTITY/i,
  /<(?:iframe|object|embed|form)[\s>]/i,
  /(?:href|src)\s*=\s*["']\s*(?:javascript|data|file|vbscript|blob):/i,
  /\ssrc\s*=\s*["']\s*(?:https?:)?\/\//i,
  /<link[^>]*href\s*=\s*["']\s*(?:https?:)?\/\//i,
  /@import|url\(\s*["']?\s*(?:https?:|\/\/|file:|javascript:)/i,
];

/** Which patterns of harm a document, a style sheet or a drawing has. */
export const findHarmInText = (text: string): readonly RegExp[] =>
  HARM.filter((pattern) => pattern.test(text));

/** What is found in the documents, style sheets and drawings of an EPUB that runs, or fetches from elsewhere. */
export function findHarmInEpub(bytes: Buffer): readonly string[] {
  return [...readZip(bytes)]
    .filter(([path]) => /\.(?:xhtml|html|opf|ncx|css|svg|xml)$/.test(path))
    .flatMap(([path, content]) =>
      findHarmInText(content.toString('utf8')).map((pattern) => `${path}: ${pattern.source}`),
    );
}
