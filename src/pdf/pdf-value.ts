/**
 * Values of PDF objects, in a notation of our own: pdf-lib stays behind `object-sink.ts`.
 *
 * A JavaScript string is no value: it could mean a name, a text or bytes, and each has its own escaping.
 */
export type PdfValue =
  | number
  | boolean
  | null
  | PdfRef
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | PdfDict
  | readonly PdfValue[];

/** A reference to an indirect object of the same sink. */
export type PdfRef = { readonly kind: 'ref'; readonly objectNumber: number };

/** A dictionary, in the order it is written. Undefined entries are left out. */
export type PdfDict = {
  readonly kind: 'dict';
  readonly entries: Readonly<Record<string, PdfValue | undefined>>;
};

/** A name object, without the slash: `name('Type')`. */
export const name = (value: string): PdfValue => ({ kind: 'name', name: value });

/** A text string: any Unicode, for people to read. */
export const text = (value: string): PdfValue => ({ kind: 'text', text: value });

/** A byte string: identifiers, names of destinations, URIs. */
export const bytes = (value: Uint8Array): PdfValue => ({ kind: 'bytes', bytes: value });

/** A dictionary. An entry that is undefined is left out. */
export const dict = (entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict => ({
  kind: 'dict',
  entries,
});

/**
 * A number as PDF writes it: at most 3 decimals, no exponent, no negative zero.
 *
 * @throws Error for what is not finite: that is our bug.
 * @example
 * formatNumber(1 / 3) // '0.333'
 */
export function formatNumber(value: number): string {
  const rounded = roundNumber(value);
  return Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(3).replace(/0+$/, '');
}

/** The number that {@link formatNumber} writes. */
export function roundNumber(value: number): number {
  if (!Number.isFinite(value) || Math.abs(value) > 1e9)
    throw new Error(`${value} cannot be written into a PDF`);
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? 0 : rounded;
}
