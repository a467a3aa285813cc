import type { DummyModule, DummyPage, LeverUse } from './page-dummy.ts';

/** Signs across one column of the page, its left edge counted; rows of the grid to one line. */
const COLUMN_SIGNS = 15;
const ROWS_A_LINE = 3;

/** A page as text: each module a box with its story, its size and the levers that fill it. Ends with a line feed. */
export function formatDummy(page: DummyPage): string {
  const width = page.columns * COLUMN_SIGNS + 1;
  const lines = Math.ceil(page.rows / ROWS_A_LINE) + 1;
  const canvas = Array.from({ length: lines }, () => new Array<string>(width).fill(' '));
  drawBox(canvas, { top: 0, bottom: lines - 1, left: 0, right: width - 1 });
  for (const module of page.modules) drawModule(canvas, module);
  const text = canvas.map((line) => line.join('').trimEnd()).join('\n');
  return `${dummyTitle(page)}${page.isFull ? '' : ', ends short'}\n${text}\n`;
}

/** `page 7`, or of a spread `pages 8 and 9`. */
export function dummyTitle({ page, through }: DummyPage): string {
  return through === undefined ? `page ${page}` : `pages ${page} and ${through}`;
}

type Edges = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

function drawModule(canvas: string[][], module: DummyModule): void {
  const { rect } = module;
  const lineOf = (row: number): number => Math.round(row / ROWS_A_LINE);
  const edges = {
    top: lineOf(rect.row),
    bottom: lineOf(rect.row + rect.rows),
    left: rect.column * COLUMN_SIGNS,
    right: (rect.column + rect.columns) * COLUMN_SIGNS,
  };
  drawBox(canvas, edges);
  labelsOf(module).forEach((label, at) => {
    const line = canvas[edges.top + 1 + at];
    if (line === undefined || edges.top + 1 + at >= Math.max(edges.bottom, edges.top + 2)) return;
    Array.from(label.slice(0, edges.right - edges.left - 2)).forEach((sign, index) => {
      line[edges.left + 2 + index] = sign;
    });
  });
}

function drawBox(canvas: string[][], { top, bottom, left, right }: Edges): void {
  const put = (row: number, column: number, sign: string): void => {
    const line = canvas[row];
    if (line === undefined || column >= line.length) return;
    const known = line[column] ?? ' ';
    line[column] = known === ' ' || known === sign ? sign : '+';
  };
  for (let column = left; column <= right; column += 1) {
    put(top, column, column === left || column === right ? '+' : '-');
    put(bottom, column, column === left || column === right ? '+' : '-');
  }
  for (let row = top + 1; row < bottom; row += 1) {
    put(row, left, '|');
    put(row, right, '|');
  }
}

/** What stands in a module, line by line: story, shape and size, levers. */
export function labelsOf(module: DummyModule): readonly string[] {
  const { kind, stories, shape, rect } = module;
  const size = `${rect.columns} x ${rect.rows}`;
  const name = stories.length === 0 ? kindName(kind) : stories.join(', ');
  return [name, `${shape ?? kindName(kind)} ${size}`, ...module.levers.map(formatLever)];
}

function kindName(kind: DummyModule['kind']): string {
  return kind === 'panel' ? 'house filler' : kind === 'rest' ? 'goes on' : kind;
}

/** A lever in words: `picture 4 rows less deep`. */
export function formatLever(use: LeverUse): string {
  if (use.kind === 'quotes') return use.count === 1 ? 'a pull quote shown' : `${use.count} pull quotes shown`;
  const { kind, rows } = use;
  switch (kind) {
    case 'crop':
      return rows < 0 ? `picture ${-rows} rows less deep` : `picture ${rows} rows deeper`;
    case 'white':
      return `${rows} rows white`;
    case 'filler':
      return `filler ${rows} rows`;
    case 'jump':
      return `jumps, ${rows} rows go on`;
  }
}
