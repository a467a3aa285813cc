import type { FlowScan } from './scan-flow.ts';
import { scanFlow } from './scan-flow.ts';
import type { Trap, TrapKind } from './yaml-trap.ts';
import { beginsReserved, indexOfColon, indexOfHash, quotedLength, withoutComment } from './yaml-trap.ts';

/** What was found; `deepAt` is where the nesting goes beyond all reason, and the scan stopped. */
export type FoundTraps = { readonly traps: readonly Trap[]; readonly deepAt: number | null };

/**
 * Finds the texts that YAML would cut, empty or refuse, before any YAML parser sees them.
 *
 * The scan goes line by line, as an author reads: an optional `- `, an optional `key:`, then a value. Block scalars,
 * quoted scalars and flow collections over several lines are passed over whole. What it finds are ranges of the text;
 * the parser is then given the same text with those ranges filled by a harmless letter, so every offset stays true,
 * every other fault is still found, and the value is what the author typed.
 *
 * Invariant: a text without a trap is left alone, and each line is looked at once (flow collections twice at most).
 */
export function findTraps(text: string): FoundTraps {
  const scan: Scan = { text, lines: splitLines(text), traps: [], deepAt: null };
  let index = 0;
  while (index < scan.lines.length && scan.deepAt === null) index = scanLine(scan, index);
  return { traps: scan.traps, deepAt: scan.deepAt };
}

type TextLine = { readonly start: number; readonly text: string; readonly indent: number };

type Scan = {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly traps: Trap[];
  deepAt: number | null;
};

/** A value as it begins on a line; `column` is that of its key or dash: what belongs to it stands deeper. */
type Value = {
  readonly line: number;
  readonly start: number;
  readonly text: string;
  readonly column: number;
};

/** Lists in lists on one line; more is an attack on the parser's stack. */
const MAX_DASHES = 20;

const DASHES = /^((?:- +)*)(-$)?/;
// A plain key's own blanks are eaten one by one: a run of them must not be tried twice.
const KEY =
  /^(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*|[^\s\-?:,[\]{}#&*!|>'"%@`][^#]*?):(?=[ \t]|$)[ \t]*/;

function splitLines(text: string): TextLine[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const made = { start, text: line, indent: line.length - line.trimStart().length };
    start += line.length + 1;
    return made;
  });
}

/** Scans what begins on a line; gives the index of the next line that is not part of it. */
function scanLine(scan: Scan, index: number): number {
  const line = scan.lines[index];
  if (line === undefined) return index + 1;
  const content = line.text.slice(line.indent);
  if (content === '' || content.startsWith('#') || /^(?:---|\.\.\.)/.test(line.text)) return index + 1;
  const dashes = DASHES.exec(content)?.[0] ?? '';
  if (dashes.length > 2 * MAX_DASHES) {
    scan.deepAt = line.start + line.indent;
    return index + 1;
  }
  const body = content.slice(dashes.length);
  const bodyColumn = line.indent + dashes.length;
  const key = KEY.exec(body)?.[0] ?? '';
  const bare = dashes === '' ? line.indent - 1 : line.text.lastIndexOf('-', bodyColumn - 1);
  const value: Value = {
    line: index,
    start: line.start + bodyColumn + key.length,
    text: body.slice(key.length),
    column: key === '' ? bare : bodyColumn,
  };
  if (key === '' && dashes === '' && isKeyWithoutSpace(body)) return trapMissingSpace(scan, value);
  return scanValue(scan, value);
}

/** `number:898`, but no address and no time of day. */
function isKeyWithoutSpace(body: string): boolean {
  return /^[A-Za-z][\w-]*:(?!\/\/)\S/.test(body);
}

function trapMissingSpace(scan: Scan, value: Value): number {
  const colon = value.text.indexOf(':');
  const start = value.start + colon + 1;
  const text = value.text.slice(colon + 1).trimEnd();
  scan.traps.push({ kind: 'space', start, end: start + text.length, value: text, at: start - 1 });
  return value.line + 1;
}

function scanValue(scan: Scan, value: Value): number {
  if (withoutComment(value.text) === '') return value.line + 1;
  if (/^#[\p{L}\p{N}]/u.test(value.text)) return scanHashValue(scan, value);
  const sign = value.text.charAt(0);
  if (/^[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/.test(value.text)) return skipDeeper(scan, value);
  if (sign === '"' || sign === "'") return scanQuoted(scan, value);
  if (sign === '[' || sign === '{') return scanBrackets(scan, value);
  if (beginsReserved(value.text)) return addTrap(scan, value, { kind: 'sign', index: 0 });
  return scanPlain(scan, value);
}

/** `key: #898`: null to YAML, unless the key's value stands on the lines below. */
function scanHashValue(scan: Scan, value: Value): number {
  const next = nextContent(scan, value.line + 1);
  const isChild =
    next !== null &&
    (next.indent > value.column || (next.indent === value.column && /^-(?: |$)/.test(next.text.trimStart())));
  return isChild ? value.line + 1 : addTrap(scan, value, { kind: 'hash', index: 0 });
}

function nextContent(scan: Scan, from: number): TextLine | null {
  for (let index = from; index < scan.lines.length; index++) {
    const line = scan.lines[index];
    if (line !== undefined && !/^\s*(?:#.*)?$/.test(line.text)) return line;
  }
  return null;
}

/** Behind the lines that stand deeper than the value's key, blank ones included. */
function skipDeeper(scan: Scan, value: Value): number {
  let index = value.line + 1;
  for (; index < scan.lines.length; index++) {
    const line = scan.lines[index];
    if (line !== undefined && line.text.trim() !== '' && line.indent <= value.column) break;
  }
  return index;
}

function scanQuoted(scan: Scan, value: Value): number {
  const lastLine = skipDeeper(scan, value) - 1;
  const last = scan.lines[lastLine];
  const limit = last === undefined ? value.start + value.text.length : last.start + last.text.length;
  const whole = scan.text.slice(value.start, limit);
  const length = quotedLength(whole);
  if (length < 0) return addTrap(scan, value, { kind: 'quote', index: 0 });
  const behind = whole.slice(length).split('\n')[0] ?? '';
  const closingLine = value.line + whole.slice(0, length).split('\n').length - 1;
  if (withoutComment(behind) === '' || behind.trimStart().startsWith(':')) return closingLine + 1;
  return closingLine === value.line
    ? addTrap(scan, value, { kind: 'quote', index: length })
    : addTrap(scan, value, { kind: 'quote', index: 0 });
}

function scanBrackets(scan: Scan, value: Value): number {
  const inner: Trap[] = [];
  const flow: FlowScan = scanFlow(scan.text, value.start, value.column, inner);
  if (flow.kind === 'too-deep') {
    scan.deepAt = flow.at;
    return value.line + 1;
  }
  if (flow.kind === 'unclosed') return addTrap(scan, value, { kind: 'sign', index: 0 });
  const newline = scan.text.indexOf('\n', flow.end);
  const behind = scan.text.slice(flow.end, newline < 0 ? scan.text.length : newline);
  if (withoutComment(behind) !== '') return addTrap(scan, value, { kind: 'sign', index: 0 });
  scan.traps.push(...inner);
  return value.line + scan.text.slice(value.start, flow.end).split('\n').length;
}

/** A plain text with its continuation lines. */
function scanPlain(scan: Scan, value: Value): number {
  // Text where the outermost keys are expected: the parser says so itself, and the lines below are keys again.
  if (value.column < 0) return value.line + 1;
  const end = skipDeeper(scan, value);
  const first = withoutComment(value.text);
  const continued = scan.lines.slice(value.line + 1, end).filter((line) => line.text.trim() !== '');
  const isCut = first.length < value.text.trimEnd().length;
  const rest = isCut ? [] : continued;
  const deeperKey = rest.find((line) => /^[A-Za-z][\w-]*:(?: |$)/.test(line.text.trimStart()));
  if (deeperKey !== undefined && indexOfColon(first) < 0) {
    const start = deeperKey.start + deeperKey.indent;
    const text = withoutComment(deeperKey.text.slice(deeperKey.indent));
    scan.traps.push({ kind: 'indent', start, end: start + text.length, value: '', at: start });
    return end;
  }
  for (const [kind, find] of [
    ['hash', indexOfHash],
    ['colon', indexOfColon],
  ] as const) {
    const later = rest.find((line) => find(withoutComment(line.text.slice(line.indent))) >= 0);
    const inFirst = find(first);
    if (inFirst >= 0)
      return addTrap(scan, value, {
        kind,
        index: inFirst,
        endLine: later === undefined ? value.line + 1 : end,
      });
    if (later === undefined) continue;
    const at = later.start + later.indent + find(withoutComment(later.text.slice(later.indent)));
    return addTrap(scan, value, { kind, index: at - value.start, endLine: end });
  }
  return end;
}

/** A trap within a value: its kind, the index of the sign in it, and the line behind its last. */
type Found = { readonly kind: TrapKind; readonly index: number; readonly endLine?: number };

/** Adds a trap over the value's first line, or over all lines before `endLine`. */
function addTrap(scan: Scan, value: Value, trap: Found): number {
  const endLine = trap.endLine ?? value.line + 1;
  const parts = [withoutComment(value.text)];
  let end = value.start + (parts[0] ?? '').length;
  for (const line of scan.lines.slice(value.line + 1, endLine)) {
    const text = withoutComment(line.text.slice(line.indent));
    if (text === '') continue;
    parts.push(text);
    end = line.start + line.indent + text.length;
  }
  scan.traps.push({
    kind: trap.kind,
    start: value.start,
    end,
    value: parts.join(' '),
    at: value.start + trap.index,
  });
  return endLine;
}
