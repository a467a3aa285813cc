import type { Span } from '../core/origin.ts';
import type { Diagnostic } from './diagnostic.ts';
import { positionOf } from './position.ts';

/** How a diagnostic is printed. */
export type FormatOptions = {
  readonly colour: boolean;
  /** An absolute folder: files inside it are named from there. */
  readonly relativeTo: string;
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
  const prefix = options.relativeTo.endsWith('/') ? options.relativeTo : `${options.relativeTo}/`;
  const name = cleanText(span.file.startsWith(prefix) ? span.file.slice(prefix.length) : span.file);
  const text = sources(span.file);
  if (text === null) return name;
  const { line, column } = positionOf(text, span.start);
  return `${name}:${line}:${column}`;
}

function formatFrame(span: Span, sources: (file: string) => string | null, paint: Paint): string[] {
  const text = sources(span.file);
  if (text === null || text === '') return [];
  const start = Math.min(span.start, text.length);
  const { line } = positionOf(text, start);
  const lines = text.split('\n');
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const first = Math.max(1, line - CONTEXT_LINES);
  const last = Math.min(lastLineWithText(lines, line), line + CONTEXT_LINES);
  const width = String(last).length;
  const frame: string[] = [];
  const cut = Math.max(0, start - lineStart - MAX_LINE / 2);
  for (let number = first; number <= last; number++) {
    const content = lines[number - 1] ?? '';
    const shown = number === line ? showLine(content, cut) : showLine(content, 0);
    const bar = paint('dim', `${String(number).padStart(width)} |`);
    frame.push(`  ${number === line ? '>' : ' '} ${bar}${shown === '' ? '' : ` ${shown}`}`);
    if (number !== line) continue;
    const indent = visible(content.slice(cut, start - lineStart)).length + (cut > 0 ? 1 : 0);
    const end = Math.min(span.end, lineStart + content.length, lineStart + cut + MAX_LINE);
    const length = Math.max(1, visible(text.slice(start, Math.max(start, end))).length);
    frame.push(
      `    ${paint('dim', `${' '.repeat(width)} |`)} ${' '.repeat(indent)}${paint('red', '^'.repeat(length))}`,
    );
  }
  return frame;
}

/** The last line that a frame shows: a file's last line end begins no line of its own. */
function lastLineWithText(lines: readonly string[], line: number): number {
  return lines.at(-1) === '' ? Math.max(line, lines.length - 1) : lines.length;
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
  return /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(character) ? '·' : character;
}
