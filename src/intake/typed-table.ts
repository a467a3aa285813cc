import { writeLine } from './typed-emphasis.ts';

/** Columns of the widest table that a page can hold. */
const MAX_COLUMNS = 12;

/** Lines in columns of spaces that are no accident. */
const LEAST_SPACED_ROWS = 3;

/** The rows of a typed table, each as many cells; a cell may be empty. */
export type TypedRows = readonly (readonly string[])[];

/**
 * Lines as the rows of a table: all parted by tabs, or by two spaces or more that stand one under another, into the
 * same number of cells. Null for lines that are no table.
 */
export function readTable(lines: readonly string[]): TypedRows | null {
  const hasTabs = lines.every((line) => line.includes('\t'));
  if (lines.length < 2) return null;
  if (hasTabs)
    return even(lines.map((line) => line.split('\t'))) ?? even(lines.map((line) => line.split(/\t+/)));
  const isSpaced = lines.length >= LEAST_SPACED_ROWS && !lines.some((line) => line.includes('\t'));
  return isSpaced && isAligned(lines) ? even(lines.map((line) => line.split(/ {2,}/))) : null;
}

/** Rows of as many cells, without columns that are empty from head to foot; null where they differ, or are too many. */
function even(rows: TypedRows): TypedRows | null {
  const trimmed = rows.map((row) => row.map((cell) => cell.trim()));
  const width = trimmed[0]?.length ?? 0;
  if (trimmed.some((row) => row.length !== width)) return null;
  const filled = Array.from({ length: width }, (_, column) => column).filter((column) =>
    trimmed.some((row) => row[column] !== ''),
  );
  if (filled.length < 2 || filled.length > MAX_COLUMNS) return null;
  return trimmed.map((row) => filled.map((column) => row[column] ?? ''));
}

/**
 * Whether the cells of each column but the first begin one under another, or are figures under a head that end so: in
 * words that were typed to an even right edge the last of each line do too.
 */
function isAligned(lines: readonly string[]): boolean {
  const cells = lines.map((line) => [...line.matchAll(/\S+(?: \S+)*/gu)]);
  const width = cells[0]?.length ?? 0;
  if (width < 2 || cells.some((row) => row.length !== width)) return false;
  return Array.from({ length: width - 1 }, (_, index) => index + 1).every((column) => {
    const starts = new Set(cells.map((row) => row[column]?.index));
    const ends = new Set(cells.map((row) => (row[column]?.index ?? 0) + (row[column]?.[0].length ?? 0)));
    const isFigures = cells.slice(1).every((row) => FIGURE.test(row[column]?.[0] ?? ''));
    return starts.size === 1 || (ends.size === 1 && isFigures);
  });
}

/**
 * A table in Markdown. The first row holds the heads where it has no figure and a column under it begins all its cells
 * with figures; else the heads are left empty.
 */
export function writeTable(rows: TypedRows): string {
  const [first = [], ...others] = rows;
  const isHead =
    !first.some((cell) => FIGURE.test(cell)) &&
    first.some((_, column) => others.every((row) => FIGURE.test(row[column] ?? '')));
  const head = isHead ? first : first.map(() => '');
  const lines = [head, first.map(() => '---'), ...(isHead ? others : rows)];
  return lines.map((row, index) => `| ${row.map(index === 1 ? String : writeLine).join(' | ')} |`).join('\n');
}

/** A cell that begins with a figure, behind a sign of money, of number or of plus and minus. */
const FIGURE = /^[\p{Sc}#+\u2212–-]?\p{N}/u;
