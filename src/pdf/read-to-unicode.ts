import { isKind, readOperations, type Operand } from './content-tokens.ts';
import { decodeUtf16 } from './content-marks.ts';

/**
 * Reads a ToUnicode CMap: text by code. Reads `bfchar` and both forms of `bfrange`.
 *
 * @param cmap the stream, one character a byte.
 */
export function readToUnicode(cmap: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const { operator, operands } of readOperations(cmap)) {
    if (operator === 'endbfchar') addCharacters(operands, texts);
    if (operator === 'endbfrange') addRanges(operands, texts);
  }
  return texts;
}

function addCharacters(operands: readonly Operand[], texts: Map<number, string>): void {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const code = operands[index];
    const text = operands[index + 1];
    if (isKind(code, 'string') && isKind(text, 'string'))
      texts.set(codeOf(code.bytes), decodeUtf16(text.bytes));
  }
}

/** Codes of one range: two bytes say no more. */
const MOST_CODES = 0xffff;

function addRanges(operands: readonly Operand[], texts: Map<number, string>): void {
  for (let index = 0; index + 2 < operands.length; index += 3) {
    const [first, last, text] = operands.slice(index, index + 3);
    if (!isKind(first, 'string') || !isKind(last, 'string')) continue;
    const from = codeOf(first.bytes);
    const to = Math.min(codeOf(last.bytes), from + MOST_CODES);
    for (let code = from; code <= to; code += 1) {
      const said = Array.isArray(text) ? listed(text[code - from]) : counted(text, code - from);
      if (said !== null) texts.set(code, said);
    }
  }
}

const listed = (operand: Operand | undefined): string | null =>
  isKind(operand, 'string') ? decodeUtf16(operand.bytes) : null;

/** The text of a range's first code with its last unit counted on. */
function counted(operand: Operand | undefined, steps: number): string | null {
  if (!isKind(operand, 'string')) return null;
  const text = decodeUtf16(operand.bytes);
  const last = text.length - 1;
  return text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + steps);
}

const codeOf = (bytes: string): number =>
  [...bytes].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0);
