import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFContext } from 'pdf-lib';
import { lookUp, textOf } from './object-lookup.ts';
import { openDocument } from './open-pdf.ts';
import { decodeStream } from './syntax/decode-stream.ts';

/** A file found in a PDF: its name as written there, and its bytes. */
export type FoundFile = { readonly name: string; readonly bytes: Uint8Array };

/** Bytes of all files together that are unpacked: a small file can hold a huge one. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** Depth of a name tree that is followed: a broken file may hold a ring. */
const DEEPEST = 32;

/**
 * Reads the files that a PDF carries, in the order of its tree of names. Names are as the file gives them: whoever
 * writes such files looks first where they lead.
 *
 * @throws Error for what is no PDF, or one whose files are too large together.
 */
export function readAttachments(bytes: Uint8Array): readonly FoundFile[] {
  const { context, catalog } = openDocument(bytes);
  const names = lookUp(context, catalog, 'Names');
  const tree = names instanceof PDFDict ? lookUp(context, names, 'EmbeddedFiles') : undefined;
  const files: FoundFile[] = [];
  let total = 0;
  for (const specification of tree instanceof PDFDict ? leavesOf(context, tree, DEEPEST) : []) {
    const file = readFile(context, specification);
    if (file === null) continue;
    total += file.bytes.length;
    if (total > MOST_BYTES) throw new Error('the attached files are larger than 1 GB together');
    files.push(file);
  }
  return files;
}

/** File specifications of a name tree (ISO 32000-1, 7.9.6). */
function leavesOf(context: PDFContext, node: PDFDict, depth: number): readonly PDFDict[] {
  const kids = lookUp(context, node, 'Kids');
  const pairs = lookUp(context, node, 'Names');
  const own = pairs instanceof PDFArray ? pairs.asArray().filter((_, index) => index % 2 === 1) : [];
  const inner = kids instanceof PDFArray && depth > 0 ? kids.asArray() : [];
  return [
    ...own.map((item) => context.lookup(item)).filter((item) => item instanceof PDFDict),
    ...inner
      .map((kid) => context.lookup(kid))
      .flatMap((kid) => (kid instanceof PDFDict ? leavesOf(context, kid, depth - 1) : [])),
  ];
}

function readFile(context: PDFContext, specification: PDFDict): FoundFile | null {
  const name = textOf(lookUp(context, specification, 'UF')) ?? textOf(lookUp(context, specification, 'F'));
  const embedded = lookUp(context, specification, 'EF');
  if (name === null || !(embedded instanceof PDFDict)) return null;
  const stream = lookUp(context, embedded, embedded.has(PDFName.of('UF')) ? 'UF' : 'F');
  if (!(stream instanceof PDFRawStream)) return null;
  const { bytes, fault } = decodeStream(stream);
  if (fault !== null) throw new Error(`${name} cannot be unpacked: ${fault}`);
  return { name, bytes };
}
