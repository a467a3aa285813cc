import { isDigit, isRegular, isSpace } from './syntax/character-class.ts';

/** A name of a content stream, without the slash. */
export type NameOperand = { readonly kind: 'name'; readonly name: string };

/** A string of a content stream: one character a byte. */
export type StringOperand = { readonly kind: 'string'; readonly bytes: string };

/** A dictionary written into a content stream. */
export type DictOperand = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Operand> };

/** What an operator is given. */
export type Operand =
  number | boolean | null | NameOperand | StringOperand | DictOperand | readonly Operand[];

/** An operator and its operands. An inline image is one operation, `EI`, with its dictionary. */
export type Operation = { readonly operator: string; readonly operands: readonly Operand[] };

/** Arrays in arrays: content that goes deeper is made to break its reader. */
const DEEPEST = 100;

/**
 * Reads a content stream (ISO 32000-1, 7.8.2), one character a byte.
 *
 * @param say is told where the syntax ends before it should; what can be read is read all the same.
 */
export function readOperations(
  content: string,
  say: (message: string, at: number) => void = () => {},
): readonly Operation[] {
  const reader = createReader(content, say);
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  for (let token = reader.next(0); token !== null; token = reader.next(0)) {
    if (token.kind === 'operand') operands.push(token.value);
    else {
      operations.push(token.word === 'BI' ? reader.inlineImage() : { operator: token.word, operands });
      operands = [];
    }
  }
  return operations;
}

type Token =
  | { readonly kind: 'operand'; readonly value: Operand }
  /** An operator, or a closing bracket. */
  | { readonly kind: 'word'; readonly word: string };

type Reader = {
  readonly next: (depth: number) => Token | null;
  /** Reads from behind BI to behind EI. */
  readonly inlineImage: () => Operation;
};

function createReader(content: string, say: (message: string, at: number) => void): Reader {
  let at = 0;
  const skipSpace = (): void => {
    for (; at < content.length; at += 1) {
      const code = content.charCodeAt(at);
      if (code === 0x25) while (at < content.length && !isLineEnd(content.charCodeAt(at))) at += 1;
      else if (!isSpace(code)) return;
    }
  };
  const regular = (): string => {
    const start = at;
    while (at < content.length && isRegular(content.charCodeAt(at))) at += 1;
    return content.slice(start, at);
  };
  const collect = (closing: string, depth: number): Operand[] => {
    const items: Operand[] = [];
    if (depth > DEEPEST) {
      say(`objects are nested deeper than ${DEEPEST}`, at);
      at = content.length;
    }
    for (let token = next(depth); ; token = next(depth)) {
      if (token?.kind === 'operand') items.push(token.value);
      else if (token === null || token.word === closing) {
        if (token === null) say(`the content ends before "${closing}"`, at);
        return items;
      } else say(`"${token.word.slice(0, 20)}" stands inside of an array or a dictionary`, at);
    }
  };
  const stringBy = (read: typeof readLiteral): StringOperand => {
    const { bytes, end } = read(content, at);
    if (end > content.length) say('the content ends inside of a string', at);
    at = end;
    return { kind: 'string', bytes };
  };
  const next = (depth: number): Token | null => {
    skipSpace();
    if (at >= content.length) return null;
    const character = content.charAt(at);
    if (isRegular(content.charCodeAt(at))) return wordToken(regular());
    at += 1;
    const isDouble = content.charAt(at) === character;
    switch (character) {
      case '/':
        return { kind: 'operand', value: { kind: 'name', name: unescapeName(regular()) } };
      case '(':
        return { kind: 'operand', value: stringBy(readLiteral) };
      case '<':
        if (!isDouble) return { kind: 'operand', value: stringBy(readHex) };
        at += 1;
        return { kind: 'operand', value: toDict(collect('>>', depth + 1)) };
      case '[':
        return { kind: 'operand', value: collect(']', depth + 1) };
      case '>':
        if (isDouble) at += 1;
        return { kind: 'word', word: isDouble ? '>>' : '>' };
      default:
        return { kind: 'word', word: character };
    }
  };
  const inlineImage = (): Operation => {
    const items: Operand[] = [];
    let token = next(0);
    for (; token?.kind === 'operand'; token = next(0)) items.push(token.value);
    if (token?.word !== 'ID') say('an inline image has no ID', at);
    at = token?.word === 'ID' ? endOfInlineImage(content, at + 1) : at;
    if (at >= content.length && !content.endsWith('EI')) say('an inline image has no EI', at);
    return { operator: 'EI', operands: [toDict(items)] };
  };
  return { next, inlineImage };
}

/** `>` */
const CLOSING = 0x3e;

/** What a hexadecimal digit counts; -1 for any other character. */
function hexDigit(code: number): number {
  if (isDigit(code)) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/**
 * Where the data of an inline image end: behind an EI between white space that is followed by what can be content. The
 * data may hold the same letters by chance.
 */
function endOfInlineImage(content: string, start: number): number {
  const ends = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  ends.lastIndex = Math.max(0, start - 1);
  for (let found = ends.exec(content); found !== null; found = ends.exec(content)) {
    const end = found.index + 3;
    if (/^[\t\n\f\r -~]*$/.test(content.slice(end, end + 12))) return end;
  }
  return content.length;
}

function wordToken(word: string): Token {
  const code = word.charCodeAt(0);
  const isNumber = isDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e;
  if (isNumber && /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return { kind: 'operand', value: Number(word) };
  if (word === 'true' || word === 'false') return { kind: 'operand', value: word === 'true' };
  return word === 'null' ? { kind: 'operand', value: null } : { kind: 'word', word };
}

const unescapeName = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

function toDict(items: readonly Operand[]): DictOperand {
  const entries = new Map<string, Operand>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    const value = items[index + 1];
    if (isKind(key, 'name') && value !== undefined) entries.set(key.name, value);
  }
  return { kind: 'dict', entries };
}

/** Whether an operand is a name, a string or a dictionary. */
export function isKind<K extends 'name' | 'string' | 'dict'>(
  operand: Operand | undefined,
  kind: K,
): operand is Extract<Operand, { readonly kind: K }> {
  return typeof operand === 'object' && operand !== null && 'kind' in operand && operand.kind === kind;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * Reads a hexadecimal string from behind its `<`; an odd digit at the end has a 0 behind it. Without an end, `end` lies
 * behind the content. Most strings have one code or two: this is the hot path of reading a page.
 */
function readHex(content: string, start: number): { readonly bytes: string; readonly end: number } {
  let bytes = '';
  let high = -1;
  let at = start;
  for (; at < content.length && content.charCodeAt(at) !== CLOSING; at += 1) {
    const digit = hexDigit(content.charCodeAt(at));
    if (digit < 0) continue;
    if (high >= 0) bytes += String.fromCharCode((high << 4) | digit);
    high = high < 0 ? digit : -1;
  }
  return { bytes: high < 0 ? bytes : bytes + String.fromCharCode(high << 4), end: at + 1 };
}

/** Reads a literal string from behind its opening parenthesis. Without an end, `end` lies behind the content. */
function readLiteral(content: string, start: number): { readonly bytes: string; readonly end: number } {
  let bytes = '';
  let depth = 1;
  for (let at = start; at < content.length; at += 1) {
    const character = content.charAt(at);
    if (character === '\\') {
      const escape = /^(?:[0-7]{1,3}|\r\n|[^])/.exec(content.slice(at + 1, at + 4))?.[0] ?? '';
      at += escape.length;
      if (/^[0-7]/.test(escape)) bytes += String.fromCharCode(Number.parseInt(escape, 8) & 0xff);
      else if (!/^[\r\n]/.test(escape)) bytes += ESCAPES[escape] ?? escape;
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return { bytes, end: at + 1 };
    bytes += character;
  }
  return { bytes, end: content.length + 1 };
}
