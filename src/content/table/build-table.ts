import type { Token } from 'markdown-it';
import type { Span } from '../../core/origin.ts';
import { reportFault, type Context } from '../../diagnostics/context.ts';
import type { MarkupElement, MarkupNode } from '../../markup/markup-tree.ts';
import type { InlinePlace } from '../markdown/inline-draft.ts';
import { parseInline } from '../markdown/markdown-parser.ts';
import type { Block } from '../markdown/nest-blocks.ts';
import type { SourceLines } from '../markdown/source-lines.ts';
import { boldContent } from '../markdown/bold-content.ts';
import { alignsOf, cellColumn, splitCells, type ColumnAlign } from '../markdown/table-rule.ts';

/** What a table takes from the body it stands in. */
export type TableTools = {
  readonly lines: SourceLines;
  readonly context: Context;
  /** Sets inline content as the next node of the body; nothing for content without words. */
  readonly setInline: (tokens: readonly Token[], place: InlinePlace) => readonly MarkupNode[];
};

const CAPTION = /^Table:\s+/;
/** A number as tables have it: sign, currency, thousands, decimals, a share or a short unit; a time of day; a dash for none. */
const NUMBER =
  /^(?:[-–−+±~<>]?\s?\p{Sc}?\s?\d(?:[\d.:’']|,(?!\s)|\s(?=\d{3}(?!\d)))*\s?(?:%|‰|\p{Sc}|\p{L}{1,2}\.?)?|[-–—.…]|n\/?a)$/u;

/** What may stand among numbers: `free`, `none`. */
const WORD = /^\p{L}{1,10}$/u;

/** Whether a paragraph is the caption of the table that follows it: `Table: What it shows`. */
export function isTableCaption(block: Block, next: Block | undefined): boolean {
  const isParagraph = block.token.type === 'paragraph_open' && next?.token.type === 'table_open';
  return isParagraph && CAPTION.test(block.inline?.content ?? '');
}

/** Whether a paragraph holds nothing but rows between bars, two or more: a table whose line of hyphens was forgotten. */
export function isHeadlessTable(content: string): boolean {
  const lines = content.split('\n');
  return (
    lines.length > 1 && lines.every((line) => /^\s*\|.*\|\s*$/.test(line) && splitCells(line, 0).length > 1)
  );
}

/**
 * A table of the body: `caption`, `thead` unless all its cells are empty, `tbody`. Each cell that has words is one node.
 * The first column heads its rows where its own head is empty or all its cells are bold. A column is set as the colons
 * under its head say, else from its end when it holds numbers, with at most single
 * words among them (class `align-start`, `align-center`, `align-end`).
 *
 * Reports GA230, GA231 and GA233 for rows that do not fit the head.
 */
export function buildTable(table: Block, caption: Block | null, tools: TableTools): readonly MarkupElement[] {
  const at = tools.lines.blockSpan(...table.lines);
  const [head, ...rows] = table.children;
  if (head === undefined) return [];
  const columns = head.children.length;
  reportShape(table, columns, tools);
  const plan: TablePlan = {
    columns,
    aligns: columnAligns(alignsOf(table.token), columns, rows),
    hasRowHeads: hasRowHeads(head, rows),
  };
  const children: MarkupElement[] = [];
  if (caption !== null) children.push(buildCaption(caption, tools));
  if (head.children.some((cell) => textOf(cell) !== '')) {
    children.push(element('thead', {}, [buildRow(head, plan, { tools, isHead: true })], at));
  }
  if (rows.length > 0) {
    const body = rows.map((row) => buildRow(row, plan, { tools, isHead: false }));
    children.push(element('tbody', {}, body, at));
  }
  return children.length === 0 ? [] : [element('table', {}, children, at)];
}

type TablePlan = {
  readonly columns: number;
  readonly aligns: readonly ColumnAlign[];
  readonly hasRowHeads: boolean;
};

type RowSetting = { readonly tools: TableTools; readonly isHead: boolean };

function reportShape(table: Block, columns: number, { lines, context }: TableTools): void {
  const [head, ...rows] = table.children;
  const ruled = alignsOf(table.token).length;
  if (ruled !== columns) {
    reportFault(context, 'GA233', {
      message: `the head of the table has ${countCells(columns)}, and the line of hyphens under it ${ruled}`,
      span: lines.blockSpan(...(head ?? table).lines),
    });
  }
  for (const row of rows) {
    const count = row.children.length;
    if (count === columns) continue;
    reportFault(context, count > columns ? 'GA230' : 'GA231', {
      message: `this row has ${countCells(count)}, and its table ${columns === 1 ? 'one column' : `${columns} columns`}`,
      span: lines.blockSpan(...row.lines),
    });
  }
}

const countCells = (count: number): string => (count === 1 ? 'one cell' : `${count} cells`);

const textOf = (cell: Block | undefined): string => cell?.inline?.content ?? '';

function columnAligns(
  typed: readonly ColumnAlign[],
  columns: number,
  rows: readonly Block[],
): readonly ColumnAlign[] {
  return Array.from({ length: columns }, (_, column) => {
    const given = typed[column] ?? null;
    if (given !== null || column === 0) return given;
    const texts = rows.map((row) => textOf(row.children[column])).filter((text) => text !== '');
    const numbers = texts.filter((text) => NUMBER.test(text));
    const isNumeric = numbers.some((text) => /\d/.test(text)) && numbers.length * 2 >= texts.length;
    return isNumeric && texts.every((text) => NUMBER.test(text) || WORD.test(text)) ? 'end' : null;
  });
}

function hasRowHeads(head: Block, rows: readonly Block[]): boolean {
  const cells = rows.map((row) => row.children[0]).filter((cell) => textOf(cell) !== '');
  if (cells.length === 0) return false;
  return (
    textOf(head.children[0]) === '' || cells.every((cell) => cell !== undefined && boldContent(cell) !== null)
  );
}

function buildRow(row: Block, plan: TablePlan, setting: RowSetting): MarkupElement {
  const cells = Array.from({ length: plan.columns }, (_, column) =>
    buildCell(row.children[column] ?? null, { column, plan, ...setting }),
  );
  return element('tr', {}, cells, setting.tools.lines.blockSpan(...row.lines));
}

type CellPlace = RowSetting & { readonly column: number; readonly plan: TablePlan };

function buildCell(cell: Block | null, { column, plan, tools, isHead }: CellPlace): MarkupElement {
  const isRowHead = !isHead && column === 0 && plan.hasRowHeads;
  const text = textOf(cell ?? undefined);
  const scope = text === '' ? null : isHead ? 'col' : isRowHead ? 'row' : null;
  const align = plan.aligns[column] ?? null;
  const attributes = {
    ...(scope === null ? {} : { scope }),
    ...(align === null ? {} : { class: `align-${align}` }),
  };
  const inline = cell?.inline ?? null;
  const children =
    cell === null || inline === null || text === ''
      ? []
      : tools.setInline(
          (isRowHead ? boldContent(cell) : null) ?? inline.children ?? [],
          cellPlace(cell, tools),
        );
  const at = cell === null ? null : spanOf(cell, tools);
  return element(scope === null ? 'td' : 'th', attributes, children, at);
}

function spanOf(cell: Block, { lines }: TableTools): Span {
  const start = lines.placeOf(cell.lines[0], cellColumn(cell.token));
  return { file: lines.file, start, end: start + textOf(cell).length };
}

function cellPlace(cell: Block, tools: TableTools): InlinePlace {
  const { file, start } = spanOf(cell, tools);
  return { content: textOf(cell), file, locate: (offset) => start + offset, whole: null };
}

function buildCaption(caption: Block, { lines, setInline }: TableTools): MarkupElement {
  const typed = caption.inline?.content ?? '';
  const lead = CAPTION.exec(typed)?.[0].length ?? 0;
  const locate = lines.locator(typed, caption.lines[0]);
  const content = typed.slice(lead);
  const place = { content, file: lines.file, locate: (offset: number) => locate(offset + lead), whole: null };
  const children = setInline(parseInline(content), place);
  return element('caption', {}, children, lines.blockSpan(...caption.lines));
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly MarkupNode[],
  at: Span | null,
): MarkupElement {
  return { kind: 'element', name, attributes, children, at };
}
