import { markOf, type ContentMark, type PropertiesOf } from './content-marks.ts';
import { isKind, type Operand, type Operation } from './content-tokens.ts';

/** One operation of a page that shows text. */
export type PaintedPiece = {
  /** From the outermost. */
  readonly marks: readonly ContentMark[];
  /** Resource name of the font; null when none is set. */
  readonly font: string | null;
  /** The strings that were shown, one character a byte. */
  readonly shown: readonly string[];
};

const SHOWING = new Set(['Tj', 'TJ', "'", '"']);

/** Marks in marks: content that goes deeper is made to break its reader. */
const DEEPEST = 500;

/** Follows the marks and fonts of a page and gives its text. */
export function collectPieces(
  operations: readonly Operation[],
  propertiesOf: PropertiesOf,
): readonly PaintedPiece[] {
  let open: readonly ContentMark[] = [];
  let font: string | null = null;
  const saved: (string | null)[] = [];
  const pieces: PaintedPiece[] = [];
  for (const operation of operations) {
    const [first] = operation.operands;
    switch (operation.operator) {
      case 'BDC':
      case 'BMC':
        if (open.length < DEEPEST) open = [...open, markOf(operation, propertiesOf)];
        break;
      case 'EMC':
        open = open.slice(0, -1);
        break;
      case 'q':
        saved.push(font);
        break;
      case 'Q':
        font = saved.pop() ?? null;
        break;
      case 'Tf':
        font = isKind(first, 'name') ? first.name : null;
        break;
      default:
        if (SHOWING.has(operation.operator))
          pieces.push({ marks: open, font, shown: operation.operands.flatMap(stringsOf) });
    }
  }
  return pieces;
}

/** The strings of an operand. */
export function stringsOf(operand: Operand): readonly string[] {
  if (isKind(operand, 'string')) return [operand.bytes];
  return Array.isArray(operand) ? operand.flatMap(stringsOf) : [];
}
