import type { StateBlock, Token } from 'markdown-it';

/** One cell of a row as typed: its text without white space, and where that begins in the source. */
export type TypedCell = { readonly text: string; readonly start: number };

/** How a column is set, from the colons of the line under the head; null where it has none. */
export type ColumnAlign = 'start' | 'center' | 'end' | null;

/** What the tokens of a table carry in `meta`. */
export type TableMeta = {
  /** On a table: a column each, from the line under its head. */
  readonly aligns: readonly ColumnAlign[];
};

/** What a cell's token carries in `meta`: characters of its line before its text. */
export type CellMeta = { readonly column: number };

const RULE_CELL = /^:?-+:?$/;

/**
 * Block rule for pipe tables: a line of cells, a line of hyphens under it, and a line for each further row. A table ends
 * at an empty line or where another block begins. Unlike other readers it takes every table with such a line for one,
 * and every cell of it, so that too many or too few are told of and no word is dropped.
 *
 * Tokens: `table_open`, `row_open`, `cell_open`, `inline`, and their ends. A row's `map` is its line.
 */
export function readTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (startLine + 1 >= endLine || isIndented(state, startLine + 1)) return false;
  const aligns = columnAligns(lineText(state, startLine + 1));
  if (aligns === null || !lineText(state, startLine).includes('|')) return false;
  if (silent) return true;
  const open = state.push('table_open', 'table', 1);
  const meta: TableMeta = { aligns };
  open.meta = meta;
  pushRow(state, startLine);
  let line = startLine + 2;
  for (; line < endLine && !endsTable(state, line, endLine); line += 1) pushRow(state, line);
  open.map = [startLine, line];
  state.push('table_close', 'table', -1);
  state.line = line;
  return true;
}

function isIndented(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) < state.blkIndent;
}

function endsTable(state: StateBlock, line: number, endLine: number): boolean {
  if (isIndented(state, line) || state.isEmpty(line)) return true;
  return state.md.block.ruler.getRules('paragraph').some((rule) => rule(state, line, endLine, true));
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), state.eMarks[line] ?? 0);
}

/** Alignment of each column; null for a line that is not the one under a head. */
function columnAligns(text: string): readonly ColumnAlign[] | null {
  // A line that begins "- " is a list item.
  if (!text.includes('|') || /^-\s/.test(text)) return null;
  const cells = splitCells(text, 0).map((cell) => cell.text);
  if (cells.length === 0 || !cells.every((cell) => RULE_CELL.test(cell))) return null;
  return cells.map((cell) => {
    const isEnd = cell.endsWith(':');
    if (cell.startsWith(':')) return isEnd ? 'center' : 'start';
    return isEnd ? 'end' : null;
  });
}

/**
 * Cells of a line: between bars, except bars behind a backslash. Bars at the line's ends are its frame.
 *
 * @example
 * splitCells('| a | b\\|c |', 0) // [{ text: 'a', start: 2 }, { text: 'b\\|c', start: 6 }]
 */
export function splitCells(text: string, offset: number): readonly TypedCell[] {
  const cells: TypedCell[] = [];
  let from = /^\s*\|/.exec(text)?.[0].length ?? 0;
  for (let at = from; at <= text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (at === text.length || text[at] === '|') {
      const raw = text.slice(from, at);
      const isFrame = at === text.length && raw.trim() === '' && from > 0;
      const lead = raw.length - raw.trimStart().length;
      if (!isFrame) cells.push({ text: raw.trim(), start: offset + from + lead });
      from = at + 1;
    }
  }
  return cells;
}

function pushRow(state: StateBlock, line: number): void {
  state.push('row_open', 'tr', 1).map = [line, line + 1];
  const start = lineStart(state, line);
  const column = start - (state.src.lastIndexOf('\n', start - 1) + 1);
  for (const cell of splitCells(lineText(state, line), column)) {
    const open = state.push('cell_open', 'td', 1);
    open.map = [line, line + 1];
    const meta: CellMeta = { column: cell.start };
    open.meta = meta;
    const inline = state.push('inline', '', 0);
    inline.content = cell.text;
    inline.map = [line, line + 1];
    inline.children = [];
    state.push('cell_close', 'td', -1);
  }
  state.push('row_close', 'tr', -1);
}

/** The alignments that {@link readTable} left on a table's token. */
export function alignsOf(token: Token): readonly ColumnAlign[] {
  // readTable alone makes such tokens.
  return (token.meta as TableMeta).aligns;
}

/** Where a cell's text begins in its line. */
export function cellColumn(token: Token): number {
  // readTable alone makes such tokens.
  return (token.meta as CellMeta).column;
}
