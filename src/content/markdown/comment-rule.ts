import type { MarkdownIt as Parser, StateBlock } from 'markdown-it';

/** A comment of the author; it holds nothing that is printed. */
export const COMMENT = 'comment';

/** `[//]: # (ask Ana)`, as Markdown without HTML has comments: an address that leads nowhere, and words behind it. */
const COMMENT_LINE = /^\[(?:\/\/[^\]]*\]:|[^\]]*\]:[ \t]*(?:#|<>)(?=[ \t]|$))[ \t]*(?:#|<>)?[ \t]*/;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '"': '"', "'": "'" };

/** Teaches a parser comments. */
export function addComments(parser: Parser): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  parser.block.ruler.before('heading', 'comment', readComment, { alt });
}

function readComment(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const opening = COMMENT_LINE.exec(lineAt(state, start));
  if (opening === null) return false;
  if (silent) return true;
  const words = lineAt(state, start).slice(opening[0].length);
  const behind = closingLine(state, words, { start, end }) + 1;
  state.push(COMMENT, '', 0).map = [start, behind];
  state.line = behind;
  return true;
}

/** The line on which the words close that open on the first; the first where they close on none. */
function closingLine(
  state: StateBlock,
  words: string,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  const closing = CLOSING[words.charAt(0)];
  if (closing === undefined || words.slice(1).trimEnd().endsWith(closing)) return start;
  for (let line = start + 1; line < end && !state.isEmpty(line); line += 1)
    if (lineAt(state, line).trimEnd().endsWith(closing)) return line;
  return start;
}

const lineAt = (state: StateBlock, line: number): string => {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(from, state.eMarks[line] ?? from);
};
