import type { MarkdownIt as Parser, StateBlock, StateInline, Token } from 'markdown-it';

/** Token types that the rules make. `note_open` holds inline content, as a paragraph does. */
export const NOTE = 'note_open';
export const NOTE_MARK = 'note_mark';
export const ABBREVIATION = 'abbreviation';

const NOTE_LINE = /^\[\^([^\s[\]^]+)\]:[ \t]*/;
const NOTE_IN_TEXT = /\[\^([^\s[\]^]+)\]/y;
const ABBREVIATION_LINE = /^\*\[([^[\]]+)\]:[ \t]*(.*?)[ \t]*$/;

/** Teaches a parser footnotes (`[^1]` in the text, `[^1]: …` on lines of their own) and `*[ISSN]: …`. */
export function addDefinitions(parser: Parser): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  parser.block.ruler.before('heading', 'note', readNote, { alt });
  parser.block.ruler.before('heading', 'abbreviation', readAbbreviation, { alt });
  parser.inline.ruler.before('link', 'note-mark', readNoteMark);
}

/** The name of a note, at its mark or at its text; of an abbreviation the short form. */
export function definedName(token: Token): string {
  return token.info;
}

const lineAt = (state: StateBlock, line: number): string => {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(from, state.eMarks[line] ?? from);
};

/** Spaces at the head of the lines that belong to a note behind an empty line. */
const NOTE_INDENT = 4;

/**
 * The first paragraph of a note goes on to the next empty line, or to the next block that may break into a paragraph;
 * what stands indented behind an empty line belongs to the note too.
 */
function readNote(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const match = NOTE_LINE.exec(lineAt(state, start));
  if (match === null) return false;
  if (silent) return true;
  const rules = state.md.block.ruler.getRules('paragraph');
  let line = start + 1;
  while (line < end && lineAt(state, line).trim() !== '' && (state.sCount[line] ?? 0) >= state.blkIndent) {
    if (rules.some((rule) => rule(state, line, end, true))) break;
    line += 1;
  }
  const lines = Array.from({ length: line - start }, (_, index) => lineAt(state, start + index));
  const open = state.push(NOTE, 'p', 1);
  open.info = match[1] ?? '';
  open.map = [start, line];
  const inline = state.push('inline', '', 0);
  inline.content = lines.join('\n').slice(match[0].length).trim();
  inline.map = [start, line];
  inline.children = [];
  const behind = noteEnd(state, line, end);
  if (behind > line) {
    readIndented(state, line, behind);
    open.map = [start, behind];
  }
  state.push('note_close', 'p', -1);
  state.line = behind;
  return true;
}

/** The line behind the last that is indented as what belongs to a note. */
function noteEnd(state: StateBlock, from: number, end: number): number {
  let behind = from;
  let line = from;
  while (line < end && state.isEmpty(line)) {
    while (line < end && state.isEmpty(line)) line += 1;
    while (line < end && !state.isEmpty(line) && (state.sCount[line] ?? 0) >= state.blkIndent + NOTE_INDENT) {
      line += 1;
      behind = line;
    }
  }
  return behind;
}

function readIndented(state: StateBlock, from: number, end: number): void {
  const { blkIndent, lineMax, parentType, tight } = state;
  state.blkIndent = blkIndent + NOTE_INDENT;
  state.lineMax = end;
  state.parentType = 'blockquote';
  state.md.block.tokenize(state, from, end);
  Object.assign(state, { blkIndent, lineMax, parentType, tight });
}

function readAbbreviation(state: StateBlock, start: number, _end: number, silent: boolean): boolean {
  const match = ABBREVIATION_LINE.exec(lineAt(state, start));
  if (match === null) return false;
  if (silent) return true;
  const token = state.push(ABBREVIATION, '', 0);
  token.info = (match[1] ?? '').trim();
  token.content = match[2] ?? '';
  token.map = [start, start + 1];
  state.line = start + 1;
  return true;
}

function readNoteMark(state: StateInline, silent: boolean): boolean {
  NOTE_IN_TEXT.lastIndex = state.pos;
  const match = NOTE_IN_TEXT.exec(state.src);
  if (match === null || NOTE_IN_TEXT.lastIndex > state.posMax) return false;
  if (!silent) {
    const token = state.push(NOTE_MARK, '', 0);
    token.info = match[1] ?? '';
    token.markup = match[0];
  }
  state.pos += match[0].length;
  return true;
}
