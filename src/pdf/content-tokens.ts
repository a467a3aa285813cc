/** A name of a content stream, without the slash. */
export type NameOperand = { readonly kind: 'name'; readonly name: string };

/** A string of a content stream: one character a byte. */
export type StringOperand = { readonly kind: 'string'; readonly bytes: string };

/** A dictionary written into a content stream. */
export type DictOperand = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Operand> };

/** What an operator is given. */
export type Operand =
  number | boolean | null | NameOperand | StringOperand | DictOperand | readonly Operand[];

/** An operator and its operands. */
export type Operation = { readonly operator: string; readonly operands: readonly Operand[] };

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;

/**
 * Reads a content stream (ISO 32000-1, 7.8.2), one character a byte. Inline images are not read: this program
 * writes none.
 *
 * @throws Error where the syntax ends before it should.
 */
export function readOperations(content: string): readonly Operation[] {
  const reader = createReader(content);
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  for (let token = reader.next(); token !== null; token = reader.next()) {
    if (token.kind === 'operand') operands.push(token.value);
    else {
      operations.push({ operator: token.word, operands });
      operands = [];
    }
  }
  return operations;
}

type Token =
  | { readonly kind: 'operand'; readonly value: Operand }
  /** An operator, or a closing bracket. */
  | { readonly kind: 'word'; readonly word: string };

type Reader = { readonly next: () => Token | null };

function createReader(content: string): Reader {
  let at = 0;
  const skipSpace = (): void => {
    for (; at < content.length; at += 1) {
      const character = content.charAt(at);
      if (character === '%') while (at < content.length && !/[\r\n]/.test(content.charAt(at))) at += 1;
      else if (!SPACE.test(character)) return;
    }
  };
  const regular = (): string => {
    const start = at;
    while (at < content.length && !DELIMITER.test(content.charAt(at))) at += 1;
    return content.slice(start, at);
  };
  const collect = (closing: string): Operand[] => {
    const items: Operand[] = [];
    for (let token = next(); ; token = next()) {
      if (token === null) throw new Error(`the content stream ends before "${closing}"`);
      if (token.kind === 'operand') items.push(token.value);
      else if (token.word === closing) return items;
    }
  };
  const hexString = (): StringOperand => {
    const end = content.indexOf('>', at);
    if (end < 0) throw new Error('the content stream ends inside a string');
    const digits = content.slice(at, end).replace(/[^0-9A-Fa-f]/g, '');
    at = end + 1;
    const even = digits.length % 2 === 0 ? digits : `${digits}0`;
    return { kind: 'string', bytes: Buffer.from(even, 'hex').toString('latin1') };
  };
  const literal = (): StringOperand => {
    const read = readLiteral(content, at);
    at = read.end;
    return { kind: 'string', bytes: read.bytes };
  };
  const next = (): Token | null => {
    skipSpace();
    if (at >= content.length) return null;
    const two = content.slice(at, at + 2);
    if (two === '<<' || two === '>>') {
      at += 2;
      return two === '>>' ? { kind: 'word', word: two } : { kind: 'operand', value: toDict(collect('>>')) };
    }
    const character = content.charAt(at);
    if (!DELIMITER.test(character)) return wordToken(regular());
    at += 1;
    switch (character) {
      case '/':
        return { kind: 'operand', value: { kind: 'name', name: unescapeName(regular()) } };
      case '(':
        return { kind: 'operand', value: literal() };
      case '<':
        return { kind: 'operand', value: hexString() };
      case '[':
        return { kind: 'operand', value: collect(']') };
      default:
        return { kind: 'word', word: character };
    }
  };
  return { next };
}

function wordToken(word: string): Token {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return { kind: 'operand', value: Number(word) };
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

/** Reads a literal string from behind its opening parenthesis. */
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
  throw new Error('the content stream ends inside a string');
}
