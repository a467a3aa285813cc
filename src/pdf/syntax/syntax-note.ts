import type { PDFRef } from 'pdf-lib';

/** A place where the bytes of a file leave the rules of its syntax, though what is meant can be read. */
export type SyntaxNote = {
  readonly kind: SyntaxKind;
  /** Bytes from the start of the file. */
  readonly offset: number;
  readonly object: PDFRef | null;
  readonly message: string;
};

/** What is wrong with the bytes; also the key of the preflight rule. */
export type SyntaxKind =
  | 'header'
  | 'header-comment'
  | 'after-end'
  | 'xref-spacing'
  | 'xref-broken'
  | 'hex-odd'
  | 'hex-digits'
  | 'stream-length'
  | 'stream-keywords'
  | 'stream-broken'
  | 'object-spacing'
  | 'object-broken'
  | 'integer-range'
  | 'real-range'
  | 'real-small'
  | 'string-length'
  | 'name-length'
  | 'array-length'
  | 'dictionary-length';

/** Bytes that cannot be read on. Thrown inside the reader only. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault';
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}
