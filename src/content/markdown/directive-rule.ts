import type { MarkdownIt as Parser, StateBlock, Token } from 'markdown-it';

/*
 * Fenced directives: a line of three or more colons and a kind opens one, a line of as many colons alone closes it.
 * A longer fence may hold shorter ones. What ends one too early (a longer or equal fence that opens or closes
 * something else, the end of the list or quotation it stands in, the end of the text) leaves it unclosed.
 */

/** An opening fence as typed. */
export type DirectiveFence = {
  /** The first word behind the colons, and what follows it. */
  readonly kind: string;
  readonly words: string;
  readonly isClosed: boolean;
};

/** Token types that the rule makes. `attribution_open` holds inline content, as a paragraph does. */
export const DIRECTIVE = 'directive_open';
export const ATTRIBUTION = 'attribution_open';
/** A line of colons that closes nothing. */
export const STRAY_FENCE = 'stray_fence';

const FENCE = /^(:{3,})[ \t]*(.*?)[ \t]*$/;
/** What says that a paragraph names who speaks: `-- A compositor`. */
const DASHES = /^(?:--|—)[ \t]+(?=\S)/;

/** Teaches a parser the fences. */
export function addDirectives(parser: Parser): void {
  parser.block.ruler.before('heading', 'directive', readDirective, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

/** The fence of a `directive_open` token. */
export function fenceOf(token: Token): DirectiveFence {
  const [, kind = '', words = ''] = /^(\S*)\s*(.*)$/s.exec(token.info) ?? [];
  return { kind, words, isClosed: token.meta?.['isClosed'] === true };
}

type Fence = { readonly length: number; readonly rest: string };

function readDirective(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const fence = fenceAt(state, start);
  if (fence === null) return false;
  if (silent) return true;
  if (fence.rest === '') {
    state.push(STRAY_FENCE, '', 0).map = [start, start + 1];
    state.line = start + 1;
    return true;
  }
  const close = findClose(state, fence.length, start, end);
  const open = state.push(DIRECTIVE, '', 1);
  open.info = fence.rest;
  open.map = [start, close.isClosed ? close.line + 1 : close.line];
  open.meta = { isClosed: close.isClosed };
  const { lineMax, parentType } = state;
  state.parentType = 'root';
  let from = start + 1;
  for (const names of findNames(state, from, close.line)) {
    readMatter(state, from, names.from);
    readNames(state, names.from, names.to);
    from = names.to;
  }
  readMatter(state, from, close.line);
  state.push('directive_close', '', -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = open.map[1];
  return true;
}

function lineAt(state: StateBlock, line: number): string {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(from, state.eMarks[line] ?? from);
}

function fenceAt(state: StateBlock, line: number): Fence | null {
  const match = FENCE.exec(lineAt(state, line));
  return match === null ? null : { length: (match[1] ?? '').length, rest: match[2] ?? '' };
}

/** The line of the closing fence, or where the directive ends without one. */
function findClose(
  state: StateBlock,
  length: number,
  start: number,
  end: number,
): { readonly line: number; readonly isClosed: boolean } {
  for (let line = start + 1; line < end; line += 1) {
    const isBlank = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) >= (state.eMarks[line] ?? 0);
    if (!isBlank && (state.sCount[line] ?? 0) < state.blkIndent) return { line, isClosed: false };
    const fence = isBlank ? null : fenceAt(state, line);
    if (fence === null || fence.length < length) continue;
    return { line, isClosed: fence.rest === '' && fence.length === length };
  }
  return { line: end, isClosed: false };
}

function readMatter(state: StateBlock, from: number, to: number): void {
  state.lineMax = to;
  if (from < to) state.md.block.tokenize(state, from, to);
}

type Lines = { readonly from: number; readonly to: number };

/**
 * Lines that say who speaks, in order: from one that begins with dashes to the end of its paragraph, where the
 * directive, or what it holds before another one in it, ends too.
 */
function findNames(state: StateBlock, start: number, end: number): readonly Lines[] {
  const found: Lines[] = [];
  let open: number | null = null;
  let last = start;
  const close = (): void => {
    if (open !== null) found.push({ from: open, to: last + 1 });
    open = null;
  };
  for (let line = start; line < end; line += 1) {
    const text = lineAt(state, line);
    if (text.trim() === '') continue;
    const fence = fenceAt(state, line);
    if (fence !== null) {
      close();
      if (fence.rest !== '') line = findClose(state, fence.length, line, end).line;
    } else {
      // A paragraph that follows says that the one before was not the last.
      if (open !== null && line > last + 1) open = null;
      if (DASHES.test(text)) open ??= line;
      last = line;
    }
  }
  close();
  return found;
}

/** Each line that begins with dashes begins a name; the dashes themselves are not part of it. */
function readNames(state: StateBlock, start: number, end: number): void {
  let line = start;
  while (line < end) {
    const from = line;
    const lines = [lineAt(state, line)];
    for (line += 1; line < end && !DASHES.test(lineAt(state, line)); line += 1)
      lines.push(lineAt(state, line));
    const typed = lines.join('\n').trimEnd();
    const content = typed.replace(DASHES, '');
    const open = state.push(ATTRIBUTION, 'p', 1);
    open.markup = typed.slice(0, typed.length - content.length);
    open.map = [from, line];
    const inline = state.push('inline', '', 0);
    inline.content = content;
    inline.map = [from, line];
    inline.children = [];
    state.push('attribution_close', 'p', -1);
  }
}
