import type { Span } from '../../core/origin.ts';

/** Finds places of a Markdown body in its file. Lines count from the body's first, those left out not at all. */
export type SourceLines = {
  readonly file: string;
  /** From the first character of line `from` to the last of the line before `to`, white space left out. */
  readonly blockSpan: (from: number, to: number) => Span;
  /** The place in the file of a character of a line. */
  readonly placeOf: (line: number, column: number) => number;
  /** Spaces at the head of a line; a tab counts as four. */
  readonly indentOf: (line: number) => number;
  /** A place in the file for each offset of a block's inline content, which stands on lines from `from` on. */
  readonly locator: (content: string, from: number) => (offset: number) => number;
};

/** Indexes the lines of a file from an offset (after the front matter) to its end, without those in `left`. */
export function indexLines(
  file: string,
  text: string,
  bodyStart: number,
  left: ReadonlySet<number> = new Set(),
): SourceLines {
  const all = [bodyStart];
  for (let at = text.indexOf('\n', bodyStart); at >= 0; at = text.indexOf('\n', at + 1)) all.push(at + 1);
  const starts = left.size === 0 ? all : all.filter((_, line) => !left.has(line));
  const lineStart = (line: number): number => starts[line] ?? text.length;
  const lineEnd = (line: number): number => {
    const end = text.indexOf('\n', lineStart(line));
    return end < 0 ? text.length : end;
  };
  const lineText = (line: number): string => text.slice(lineStart(line), lineEnd(line));
  return {
    file,
    blockSpan: (from, to) => {
      const whole = text.slice(lineStart(from), to > from ? lineEnd(to - 1) : lineStart(from));
      const start = lineStart(from) + (whole.length - whole.trimStart().length);
      return { file, start, end: Math.max(start, lineStart(from) + whole.trimEnd().length) };
    },
    placeOf: (line, column) => lineStart(line) + column,
    indentOf: (line) => (/^[ \t]*/.exec(lineText(line))?.[0] ?? '').replaceAll('\t', '    ').length,
    locator: (content, from) => locate(content, from, lineStart, lineText),
  };
}

/** A line of the content is the line of the file without the signs before it (and after it, in a heading). */
function locate(
  content: string,
  from: number,
  lineStart: (line: number) => number,
  lineText: (line: number) => string,
): (offset: number) => number {
  const lines: { readonly at: number; readonly source: number }[] = [];
  let at = 0;
  content.split('\n').forEach((line, index) => {
    const column = Math.max(0, lineText(from + index).lastIndexOf(line));
    lines.push({ at, source: lineStart(from + index) + column });
    at += line.length + 1;
  });
  return (offset) => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = lines[low] ?? { at: 0, source: 0 };
    return line.source + offset - line.at;
  };
}
