import { numberTree } from './number-tree.ts';
import type { ObjectSink } from './object-sink.ts';
import { dict, name, text, type PdfRef, type PdfValue } from './pdf-value.ts';

/**
 * Writes the page labels (ISO 32000-1, 12.4.2): one range for pages that count on (`A1`, `A2`), one for each that
 * does not.
 *
 * @param labels by page index.
 */
export function writePageLabels(sink: ObjectSink, labels: readonly string[]): PdfRef {
  const ranges: [number, PdfValue][] = [];
  let expected: string | null = null;
  labels.forEach((label, index) => {
    const { prefix, number } = splitLabel(label);
    if (label !== expected) ranges.push([index, rangeDict(prefix, number)]);
    expected = number === null ? null : `${prefix}${number + 1}`;
  });
  return numberTree(sink, ranges);
}

/** Prefix and number of a label; the number is null when the label ends in none, or in one with a leading zero. */
function splitLabel(label: string): { readonly prefix: string; readonly number: number | null } {
  const match = /^(.*?)([1-9]\d{0,8})$/su.exec(label);
  if (match === null || /\d$/.test(match[1] ?? '')) return { prefix: label, number: null };
  return { prefix: match[1] ?? '', number: Number(match[2]) };
}

function rangeDict(prefix: string, number: number | null): PdfValue {
  return dict({
    P: prefix === '' ? undefined : text(prefix),
    S: number === null ? undefined : name('D'),
    St: number === null || number === 1 ? undefined : number,
  });
}
