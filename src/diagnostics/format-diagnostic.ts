import type { Span } from '../core/origin.ts';
import type { Diagnostic } from './diagnostic.ts';
import { positionOf } from './position.ts';

/** How a diagnostic is printed. */
export type FormatOptions = {
  readonly colour: boolean;
  /** An absolute folder: files inside it are named from there. */
  readonly relativeTo: string;
  /** Further folders, and what files in them are called after: `galley/templates/…`. */
  readonly aliases?: readonly { readonly folder: string; readonly name: string }[];
};

/** Lines shown before and after the one with the fault. */
const CONTEXT_LINES = 2;

/** Longer lines are shown as the stretch round the fault: an article's paragraph is one line. */
const MAX_LINE = 100;

/**
 * A diagnostic as text for a terminal: `file:line:column: error GA101: message`, the lines round the place with a caret
 * under it, then trail, related places, and hint. No line end at the end.
 *
 * @param sources gives the text of a file as the spans count it, or null: then there is no frame
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  sources: (file: string) => string | null,
  options: FormatOptions,
): string {
  const paint = options.colour ? paintColour : paintPlain;
  const isError = diagnostic.severity === 'error';
  const label = paint(isError ? 'red' : 'yellow', `${diagnostic.severity} ${diagnostic.code}`);
  const place = diagnostic.span === null ? '' : `${formatPlace(diagnostic.span, sources, options)}: `;
  const parts = [`${paint('bold', place)}${label}: ${cleanText(diagnostic.message)}`];
  if (diagnostic.span !== null) parts.push(...formatFrame(diagnostic.span, sources, paint));
  if (diagnostic.trail.length > 0) parts.push(`  in ${diagnostic.trail.map(cleanText).join(' › ')}`);
  for (const related of diagnostic.related) {
    parts.push(`  ${formatPlace(related.span, sources, options)}: ${cleanText(related.message)}`);
  }
  if (diagnostic.hint !== null) parts.push(`  ${paint('cyan', 'hint:')} ${cleanText(diagnostic.hint)}`);
  return parts.join('\n');
}

type Ink = 'red' | 'yellow' | 'cyan' | 'dim' | 'bold';
type Paint = (ink: Ink, text: string) => string;

/** Select Graphic Rendition codes, ECMA-48 8.3.117. */
const INK_CODES: Readonly<Record<Ink, number>> = { red: 31, yellow: 33, cyan: 36, dim: 2, bold: 1 };

const paintPlain: Paint = (_ink, text) => text;
const paintColour: Paint = (ink, text) => (text === '' ? '' : `\u001b[${INK_CODES[ink]}m${text}\u001b[0m`);

function formatPlace(span: Span, sources: (file: string) => string | null, options: FormatOptions): string {
  const name = cleanText(nameFile(span.file, options));
  const text = sources(span.file);
  if (text === null || isWholeFile(span)) return name;
  const { line, column } = positionOf(text, span.start);
  return `${name}:${line}:${column}`;
}

/** An empty span at the beginning stands for the file itself: no line of it is at fault. */
const isWholeFile = (span: Span): boolean => span.start === 0 && span.end === 0;

/** A file as its user would name it. */
function nameFile(file: string, { relativeTo, aliases }: FormatOptions): string {
  const folders = [{ folder: relativeTo, name: '' }, ...(aliases ?? [])];
  for (const { folder, name } of folders) {
    if (file === folder) return name === '' ? '.' : name;
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    if (file.startsWith(prefix)) return `${name === '' ? '' : `${name}/`}${file.slice(prefix.length)}`;
  }
  return file;
}

function formatFrame(span: Span, sources: (file: string) => string | null, paint: Paint): string[] {
  const text = sources(span.file);
  if (text === null || text === '' || isWholeFile(span)) return [];
  const start = Math.min(span.start, text.length);
  const { line } = positionOf(text, start);
  const lineStart = lineStartOf(text, start);
  const lines = linesAround(text, lineStart);
  const width = String(line + lines.after.length).length;
  const cut = lines.at.length <= MAX_LINE ? 0 : Math.max(0, start - lineStart - MAX_LINE / 2);
  const printLine = (number: number, shown: string): string => {
    const bar = paint('dim', `${String(number).padStart(width)} |`);
    return `  ${number === line ? '>' : ' '} ${bar}${shown === '' ? '' : ` ${shown}`}`;
  };
  const { before, at, after } = lines;
  const indent = visible(at.slice(cut, start - lineStart)).length + (cut > 0 ? 1 : 0);
  const end = Math.min(span.end, lineStart + at.length, lineStart + cut + MAX_LINE);
  const length = Math.max(1, visible(text.slice(start, Math.max(start, end))).length);
  const caret = `${' '.repeat(indent)}${paint('red', '^'.repeat(length))}`;
  return [
    ...before.map((content, index) => printLine(line - before.length + index, showLine(content, 0))),
    printLine(line, showLine(at, cut)),
    `    ${paint('dim', `${' '.repeat(width)} |`)} ${caret}`,
    ...after.map((content, index) => printLine(line + 1 + index, showLine(content, 0))),
  ];
}

/** `lastIndexOf` takes a negative place for the first one. */
function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

type FrameLines = {
  readonly before: readonly string[];
  readonly at: string;
  readonly after: readonly string[];
};

/** The line that begins at an offset, and its neighbours: only these are cut out of what may be a large file. */
function linesAround(text: string, lineStart: number): FrameLines {
  const before: string[] = [];
  for (let end = lineStart - 1; end >= 0 && before.length < CONTEXT_LINES;) {
    const start = lineStartOf(text, end);
    before.unshift(text.slice(start, end));
    end = start - 1;
  }
  const endOf = (start: number): number => {
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : end;
  };
  const after: string[] = [];
  // A file's last line end begins no line of its own.
  for (let end = endOf(lineStart); end + 1 < text.length && after.length < CONTEXT_LINES;) {
    const next = endOf(end + 1);
    after.push(text.slice(end + 1, next));
    end = next;
  }
  return { before, at: text.slice(lineStart, endOf(lineStart)), after };
}

function showLine(content: string, cut: number): string {
  const piece = content.slice(cut, cut + MAX_LINE);
  const shown = visible(piece).join('');
  return `${cut > 0 ? '…' : ''}${shown}${cut + MAX_LINE < content.length ? '…' : ''}`.trimEnd();
}

/** Characters as printed, one cell each as far as a program can know: tabs as one blank, controls as a dot. */
function visible(text: string): string[] {
  return Array.from(text, (character) => (character === '\t' ? ' ' : cleanCharacter(character)));
}

function cleanText(text: string): string {
  return Array.from(text, cleanCharacter).join('');
}

/** Control characters and bidi overrides could rewrite what a terminal shows. */
function cleanCharacter(character: string): string {
  return /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(character) ? '·' : character;
}
