import type { StyledElement, StyledNode } from '../style/styled-tree.ts';
import type { Box, BoxElement, TableBox, TableCell, TableRow, TableSection } from './box.ts';

/** Builds the box of a child element, as {@link buildTable} meets it: the caption, and what cells hold. */
export type TableBuilders = {
  readonly elementOf: (node: StyledElement) => BoxElement;
  readonly buildBox: (node: StyledElement) => Box;
  readonly buildInside: (node: StyledElement) => readonly Box[];
};

const SECTION_KINDS: ReadonlyMap<string, TableSection['kind']> = new Map([
  ['thead', 'head'],
  ['tbody', 'body'],
  ['tfoot', 'foot'],
]);

/** A `table` with its rows by section; rows that stand in none are a body. */
export function buildTable(table: StyledElement, builders: TableBuilders): TableBox {
  const children = table.children.filter(isElement);
  const caption = children.find(({ name }) => name === 'caption');
  const sections: TableSection[] = [];
  let loose: TableRow[] = [];
  const closeLoose = (): void => {
    if (loose.length > 0) sections.push({ kind: 'body', element: null, rows: loose });
    loose = [];
  };
  for (const child of children) {
    const kind = SECTION_KINDS.get(child.name);
    if (child.name === 'tr') loose.push(buildRow(child, builders));
    if (kind === undefined) continue;
    closeLoose();
    const rows = child.children.filter(isElement).filter(({ name }) => name === 'tr');
    sections.push({
      kind,
      element: builders.elementOf(child),
      rows: rows.map((row) => buildRow(row, builders)),
    });
  }
  closeLoose();
  return {
    kind: 'table',
    element: builders.elementOf(table),
    style: table.style,
    caption: caption === undefined ? null : builders.buildBox(caption),
    sections: sections.filter(({ rows }) => rows.length > 0),
  };
}

function buildRow(row: StyledElement, builders: TableBuilders): TableRow {
  const cells = row.children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th');
  return {
    element: builders.elementOf(row),
    style: row.style,
    cells: cells.map((cell): TableCell => ({
      element: builders.elementOf(cell),
      style: cell.style,
      span: spanOf(cell),
      children: builders.buildInside(cell),
    })),
  };
}

/** Columns that a cell stands in: `colspan`, at most 100. */
function spanOf(cell: StyledElement): number {
  const text = cell.attributes['colspan'] ?? '1';
  return /^\d{1,3}$/.test(text) ? Math.min(100, Math.max(1, Number(text))) : 1;
}

const isElement = (node: StyledNode): node is StyledElement => node.kind === 'element';
