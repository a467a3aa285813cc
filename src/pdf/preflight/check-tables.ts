import { nameOf } from '../object-lookup.ts';
import type { SavedElement } from '../structure-reader.ts';
import { attributeOf, hasHeaders, spanOf, type SayHere } from './element-attributes.ts';
import type { InspectedFile } from './inspect-file.ts';

/** Cells of a table that are looked at: a broken file may say that one spans millions. */
const MOST_SLOTS = 1_000_000;

/** A table is a grid without holes and overlaps, and its headers say what they stand for. */
export function checkTable(inspected: InspectedFile, table: SavedElement, say: SayHere): void {
  const count = (role: string): number => table.children.filter(({ standard }) => standard === role).length;
  const [heads, bodies, feet] = [count('THead'), count('TBody'), count('TFoot')];
  if (heads > 1 || feet > 1 || (heads + feet > 0 && bodies === 0))
    say('row-groups', `a Table has ${heads} THead, ${bodies} TBody and ${feet} TFoot`);
  const rows = table.children.flatMap((child) => (child.standard === 'TR' ? [child] : child.children));
  checkGrid(
    inspected,
    rows.filter(({ standard }) => standard === 'TR'),
    say,
  );
  const cells = rows.flatMap(({ children }) => children);
  const headers = cells.filter(({ standard }) => standard === 'TH');
  const isScoped = headers.every((header) => nameOf(attributeOf(inspected, header, 'Scope')) !== null);
  const isNamed = cells
    .filter(({ standard }) => standard === 'TD')
    .every((cell) => hasHeaders(inspected, cell));
  if (headers.length > 0 && !isScoped && !isNamed)
    say('table-headers', 'a TH has no Scope, and not every TD names its Headers');
}

function checkGrid(inspected: InspectedFile, rows: readonly SavedElement[], say: SayHere): void {
  /** Rows that the cell above still reaches into, by column. */
  let reaching: number[] = [];
  let columns: number | null = null;
  let slots = 0;
  for (const row of rows) {
    const next: number[] = reaching.map((left) => Math.max(0, left - 1));
    const taken = reaching.map((left) => left > 0);
    let column = 0;
    let isOverlaid = false;
    for (const cell of row.children) {
      while (taken[column] === true) column += 1;
      const [width, height] = [spanOf(inspected, cell, 'ColSpan'), spanOf(inspected, cell, 'RowSpan')];
      slots += width;
      if (slots > MOST_SLOTS) return;
      for (let step = 0; step < width; step += 1, column += 1) {
        isOverlaid ||= taken[column] === true;
        taken[column] = true;
        next[column] = height - 1;
      }
    }
    if (isOverlaid) say('table-overlap', 'two cells of a table lie over each other');
    const wide = taken.lastIndexOf(true) + 1;
    const isFull = wide === (columns ?? wide) && taken.slice(0, wide).every(Boolean);
    if (!isFull) say('table-rows', `a row has ${wide} columns, the first has ${columns ?? wide}`);
    columns ??= wide;
    reaching = Array.from(next, (left) => left ?? 0);
  }
}
