import type { Trap, TrapKind } from './yaml-trap.ts';
import { beginsReserved, indexOfColon, indexOfHash, quotedLength } from './yaml-trap.ts';

/**
 * What scanning `[…]` or `{…}` found. `end` is the offset behind the closing bracket.
 * `unclosed` when none comes before the text, or the nesting of keys, ends.
 */
export type FlowScan =
  | { readonly kind: 'closed'; readonly end: number }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'too-deep'; readonly at: number };

/** Brackets within brackets; a manifest needs three. */
const MAX_DEPTH = 40;

/** A key of `{…}`: plain or quoted, up to its colon. JSON sets no space behind the colon of a quoted key. */
const KEY = /(?:"(?:[^"\\\n]|\\.)*"\s*:|'(?:[^'\n]|'')*'\s*:|[^\s,[\]{}#:"'][^,[\]{}#:\n]*:(?=[\s,}\]]|$))/y;

type Scanner = { readonly text: string; readonly parentColumn: number; readonly traps: Trap[] };

/**
 * Scans a flow collection that opens at `at` for texts that YAML would misread, and adds them to `traps`.
 * Lines inside must stand deeper than `parentColumn`, or close the collection.
 */
export function scanFlow(text: string, at: number, parentColumn: number, traps: Trap[]): FlowScan {
  return scanCollection({ text, parentColumn, traps }, at, 0);
}

function scanCollection(scanner: Scanner, open: number, depth: number): FlowScan {
  if (depth > MAX_DEPTH) return { kind: 'too-deep', at: open };
  const isMap = scanner.text.charAt(open) === '{';
  const closer = isMap ? '}' : ']';
  let at = open + 1;
  for (;;) {
    at = skipBlank(scanner, at);
    const sign = scanner.text.charAt(at);
    if (at < 0 || sign === '') return { kind: 'unclosed' };
    if (sign === closer) return { kind: 'closed', end: at + 1 };
    if (sign === ',') at++;
    else {
      const item = scanItem(scanner, at, isMap, depth);
      if (item.kind !== 'closed') return item;
      at = item.end;
    }
  }
}

/** Behind white space, line ends and comments; -1 when a line stands too far left to belong to the collection. */
function skipBlank(scanner: Scanner, from: number): number {
  const { text } = scanner;
  let at = from;
  for (;;) {
    const sign = text.charAt(at);
    if (sign === '\n') {
      const indent = /[ \t]*/y;
      indent.lastIndex = at + 1;
      const width = indent.exec(text)?.[0].length ?? 0;
      const first = text.charAt(at + 1 + width);
      if (width <= scanner.parentColumn && !/[\n\]}]|^$/.test(first)) return -1;
      at += 1 + width;
    } else if (sign === ' ' || sign === '\t') at++;
    else if (sign === '#' && !/[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3))) at = lineEnd(text, at);
    else return at;
  }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function scanItem(scanner: Scanner, from: number, isMap: boolean, depth: number): FlowScan {
  let at = from;
  if (isMap) {
    const keyEnd = matchKey(scanner.text, at);
    if (keyEnd === null) return scanText(scanner, at, { isMap, isKeyless: true });
    at = skipBlank(scanner, keyEnd);
    if (at < 0) return { kind: 'unclosed' };
  }
  const sign = scanner.text.charAt(at);
  if (sign === ',' || sign === (isMap ? '}' : ']')) return { kind: 'closed', end: at };
  if (sign === '[' || sign === '{') {
    const nested = scanCollection(scanner, at, depth + 1);
    if (nested.kind !== 'closed' || isItemEnd(scanner.text, nested.end)) return nested;
    return scanText(scanner, at, { isMap, isKeyless: false });
  }
  if (sign === '"' || sign === "'") {
    const length = quotedLength(scanner.text.slice(at, at + 20_000));
    if (length > 0 && isItemEnd(scanner.text, at + length)) return { kind: 'closed', end: at + length };
  }
  return scanText(scanner, at, { isMap, isKeyless: false });
}

function matchKey(text: string, at: number): number | null {
  KEY.lastIndex = at;
  return KEY.exec(text) === null ? null : KEY.lastIndex;
}

function isItemEnd(text: string, at: number): boolean {
  const rest = /[ \t]*(?:[,\]}:\n]|$|#)/y;
  rest.lastIndex = at;
  return rest.test(text);
}

/** A plain text: to the next comma that separates, or to the closing bracket, on one line. */
function scanText(
  scanner: Scanner,
  start: number,
  place: { readonly isMap: boolean; readonly isKeyless: boolean },
): FlowScan {
  const { end, comma } = findTextEnd(scanner.text, start, place.isMap);
  const value = scanner.text.slice(start, end).trimEnd();
  const trap = place.isKeyless ? null : judgeText(value, comma === null ? null : comma - start);
  if (trap !== null) {
    scanner.traps.push({ kind: trap.kind, start, end: start + value.length, value, at: start + trap.index });
  }
  // Never less than one character on: the caller's loop must end.
  return { kind: 'closed', end: Math.max(end, start + 1) };
}

function judgeText(value: string, comma: number | null): { kind: TrapKind; index: number } | null {
  if (/^["']/.test(value)) return { kind: 'quote', index: 0 };
  if (beginsReserved(value)) return { kind: 'sign', index: 0 };
  const bracket = value.search(/[[\]{}]/);
  if (bracket >= 0) return { kind: 'sign', index: bracket };
  const hash = indexOfHash(value);
  if (hash >= 0) return { kind: 'hash', index: hash };
  const colon = indexOfColon(value);
  if (colon >= 0) return { kind: 'colon', index: colon };
  return comma === null ? null : { kind: 'comma', index: comma };
}

/** Where the text ends, and the first comma in it that no key follows. Brackets within it count in pairs. */
function findTextEnd(text: string, start: number, isMap: boolean): { end: number; comma: number | null } {
  let depth = 0;
  let comma: number | null = null;
  for (let at = start; ; at++) {
    const sign = text.charAt(at);
    if (sign === '' || sign === '\n') return { end: at, comma };
    if (sign === '#' && /[ \t]/.test(text.charAt(at - 1)) && /^(?:\s|$)/.test(text.charAt(at + 1)))
      return { end: at, comma };
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') {
      if (depth === 0) return { end: at, comma };
      depth--;
    } else if (sign === ',' && depth === 0) {
      if (!isMap || isSeparator(text, at)) return { end: at, comma };
      comma ??= at;
    }
  }
}

/** Whether a key, the end of the line or of the collection follows the comma. */
function isSeparator(text: string, comma: number): boolean {
  const rest = /[ \t]*/y;
  rest.lastIndex = comma + 1;
  const next = comma + 1 + (rest.exec(text)?.[0].length ?? 0);
  return /^[\n}]?$/.test(text.charAt(next)) || matchKey(text, next) !== null;
}
