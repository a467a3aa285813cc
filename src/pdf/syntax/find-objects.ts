import { PDFDict, PDFName, type PDFContext } from 'pdf-lib';
import type { XrefEntry } from './cross-reference.ts';
import { ObjectReader } from './object-reader.ts';
import { SyntaxFault } from './syntax-note.ts';

/** Where objects and trailers begin in a file whose cross-reference is of no use. */
export type FoundObjects = {
  /** By object number; of several with one number the last. */
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** Where the object behind the one at an offset begins. */
  readonly endOf: (offset: number) => number;
  /** Dictionaries behind the word trailer, the last first. */
  readonly trailers: readonly PDFDict[];
};

/** Looks through all bytes, once. */
export function findObjects(bytes: Uint8Array, context: PDFContext): FoundObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const entries = new Map<number, XrefEntry>();
  const ends = new Map<number, number>();
  let last = -1;
  for (const match of text.matchAll(
    /(?<![0-9])(\d{1,10})[\0\t\n\f\r ]{1,3}(\d{1,5})[\0\t\n\f\r ]{1,3}obj(?![a-z])/g,
  )) {
    entries.set(Number(match[1]), { kind: 'at', offset: match.index, generation: Number(match[2]) });
    if (last >= 0) ends.set(last, match.index);
    last = match.index;
  }
  const trailers: PDFDict[] = [];
  // The first few and the last few: a file made to be slow could have very many, each as long as the file.
  const words = [...text.matchAll(/\btrailer\b/g)].map((match) => match.index);
  for (const index of new Set([...words.slice(-8), ...words.slice(0, 8)].reverse())) {
    const reader = new ObjectReader(bytes, context, () => {});
    reader.at = index + 'trailer'.length;
    try {
      const trailer = reader.readObject();
      if (trailer instanceof PDFDict && trailer.has(PDFName.of('Root'))) trailers.push(trailer);
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
    }
  }
  return { entries, endOf: (offset) => ends.get(offset) ?? bytes.length, trailers };
}
