import { CLASS_LETTERS, CLASS_NAMES, CLASS_RUNS } from './line-break-classes.generated.ts';

/** Name of a line breaking class of UAX #14. */
export type LineBreakClassName = (typeof CLASS_NAMES)[number];

/** Code points below this have their class in an array; nearly all text is here. */
const DIRECT = 0x3100;

type Table = { readonly direct: Uint8Array; readonly starts: Uint32Array; readonly classes: Uint8Array };

let table: Table | null = null;

/** Number of a class: an index of `CLASS_NAMES`. */
export const classNamed = (name: LineBreakClassName): number => CLASS_NAMES.indexOf(name);

/** Class of a code point, after rule LB1 (ambiguous and unknown characters are letters). */
export function lineBreakClass(codePoint: number): number {
  const { direct, starts, classes } = (table ??= readTable());
  if (codePoint < DIRECT) return direct[codePoint]!;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= codePoint) low = middle;
    else high = middle - 1;
  }
  return classes[low]!;
}

function readTable(): Table {
  const starts: number[] = [];
  const classes: number[] = [];
  const direct = new Uint8Array(DIRECT);
  let start = 0;
  for (const [, length = '', letter = ''] of CLASS_RUNS.matchAll(/([0-9a-z]+)([^0-9a-z])/g)) {
    const kind = CLASS_LETTERS.indexOf(letter);
    starts.push(start);
    classes.push(kind);
    const end = start + parseInt(length, 36);
    direct.fill(kind, start, Math.min(end, DIRECT));
    start = end;
  }
  return { direct, starts: Uint32Array.from(starts), classes: Uint8Array.from(classes) };
}
