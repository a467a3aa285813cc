import { MOST_BETWEEN_BRIEFS } from '../layout/page-plan.ts';
import { naturalRows } from './fit-cell.ts';
import type { Matter, Setting } from './matter.ts';
import { HOLE_BESIDE, ROWS_BETWEEN, WHITE_MOST } from './weights.ts';

/** Briefs of one page as a block of columns, each under its small head; the same object for the same briefs. */
export function joinBriefs(joined: Map<string, Matter>, briefs: readonly Matter[]): Matter {
  const id = briefs.map((brief) => brief.id).join('+');
  const known = joined.get(id);
  if (known !== undefined) return known;
  const settings = new Map<number, Setting | null>();
  const matter: Matter = {
    id,
    kind: 'brief',
    section: briefs[0]?.section ?? null,
    mayJump: false,
    parts: briefs,
    settingFor: (columns) => {
      const setting = settings.get(columns) ?? (settings.has(columns) ? null : blockOf(briefs, columns));
      settings.set(columns, setting);
      return setting;
    },
  };
  joined.set(id, matter);
  return matter;
}

/** Briefs in so many columns; null where a column would have none, or where a brief is wider than one. */
function blockOf(briefs: readonly Matter[], columns: number): Setting | null {
  const first = briefs[0]?.settingFor(1, 'brief') ?? null;
  if (first === null || briefs.length < columns) return null;
  const dealt = dealBriefs(briefs, columns);
  const depth = Math.max(...dealt.map(depthOf));
  const white = dealt.reduce((sum, own) => sum + depth - depthOf(own), 0);
  const holes = dealt.reduce((sum, own) => {
    const between = (own.length - 1) * MOST_BETWEEN_BRIEFS;
    return sum + Math.max(0, depth - depthOf(own) - between - WHITE_MOST);
  }, 0);
  const legRows = depth - first.headRows;
  return {
    columns,
    shape: 'brief',
    headRows: first.headRows,
    legRows,
    bodyRows: legRows * columns - white,
    picture: null,
    ...(columns > 1 ? { pictureWhite: white + holes * HOLE_BESIDE, headsAbreast: columns - 1 } : {}),
  };
}

const rowsOf = (brief: Matter): number => {
  const setting = brief.settingFor(1, 'brief');
  return setting === null ? 0 : naturalRows(setting);
};

/** Rows of briefs one under the other. */
const depthOf = (briefs: readonly Matter[]): number =>
  briefs.reduce((sum, brief) => sum + rowsOf(brief), (briefs.length - 1) * ROWS_BETWEEN);

/** Two briefs that change places over the end of a column, by their places in rank. */
type Change = { readonly left: number; readonly right: number };

/** Where a column ends: before the brief of this place in rank, and what changes places there. */
type End = { readonly at: number; readonly change: Change | null };

/** Columns as far as an end, and what is against them. */
type Dealt = { readonly cost: number; readonly end: End; readonly before: Dealt | null };

/** What it costs that a brief stands a place out of rank, in squares of rows. */
const OUT_OF_RANK = 4;

/** How far behind the end of its column the one stands, how far before it the other, of two that may change places. */
const CHANGES: readonly (readonly [number, number])[] = [
  [1, 0],
  [2, 0],
  [1, 1],
  [2, 1],
];

/**
 * Briefs dealt to columns in rank, down the columns, ended where that is most even: two near the end of a column may
 * change places for it, if of one section, and the first stays first. Each column is in rank. None is empty where there
 * are as many briefs as columns.
 */
export function dealBriefs(briefs: readonly Matter[], columns: number): readonly (readonly Matter[])[] {
  if (columns === 1) return [briefs];
  const rows = rowsBefore(briefs);
  const deepest = Math.max(...briefs.map((_, place) => rows[place + 1]! - rows[place]!));
  // Columns end near their share of the whole, but where each has few briefs, of unlike depths.
  const dealt =
    dealNear({ briefs, rows, columns, reach: deepest }) ??
    dealNear({ briefs, rows, columns, reach: Infinity });
  return dealt === null ? [briefs] : columnsOf(dealt, briefs);
}

type Deal = {
  readonly briefs: readonly Matter[];
  readonly rows: readonly number[];
  readonly columns: number;
  /** Rows between the share of a column and its end. */
  readonly reach: number;
};

/** The most even columns that end near their shares; null where there are none. */
function dealNear({ briefs, rows, columns, reach }: Deal): Dealt | null {
  const count = briefs.length;
  let dealt: readonly Dealt[] = [{ cost: 0, end: { at: 0, change: null }, before: null }];
  for (let column = 1; column < columns; column += 1) {
    const share = (rows[count]! * column) / columns;
    const here: Dealt[] = [];
    const known = dealt;
    for (let at = column; at <= count - columns + column; at += 1) {
      if (Math.abs(rows[at]! - share) > reach) continue;
      here.push(...endsAt(briefs, at).flatMap((end) => bestBefore(known, end, rows) ?? []));
    }
    dealt = here;
  }
  return bestBefore(dealt, { at: count, change: null }, rows);
}

/** Rows of the briefs before each place in rank, and of all; each with the white under it. */
function rowsBefore(briefs: readonly Matter[]): readonly number[] {
  const rows = [0];
  for (const brief of briefs) rows.push(rows.at(-1)! + rowsOf(brief) + ROWS_BETWEEN);
  return rows;
}

/** The ends that a column other than the last may have before the brief of a place. */
function endsAt(briefs: readonly Matter[], at: number): readonly End[] {
  const ends: End[] = [{ at, change: null }];
  for (const [back, ahead] of CHANGES) {
    const left = at - back;
    const right = at + ahead;
    const isOne = left > 0 && briefs[left]!.section === briefs[right]?.section;
    if (isOne) ends.push({ at, change: { left, right } });
  }
  return ends;
}

/** The least that columns may cost whose last one ends here; null where none can. */
function bestBefore(dealt: readonly Dealt[], end: End, rows: readonly number[]): Dealt | null {
  const { at, change } = end;
  const from = change?.left ?? at;
  const depthTo = rows[at]! + movedRows(change, rows);
  let least = Infinity;
  let best: Dealt | null = null;
  for (const before of dealt) {
    const own = before.end;
    // No brief changes places twice, nor one of another column.
    if (own.at >= at || (own.change?.right ?? own.at - 1) >= from) continue;
    const depth = depthTo - rows[own.at]! - movedRows(own.change, rows);
    const cost = before.cost + depth * depth;
    if (cost >= least) continue;
    least = cost;
    best = before;
  }
  const outOfRank = change === null ? 0 : (change.right - change.left) * OUT_OF_RANK;
  return best === null ? null : { cost: least + outOfRank, end, before: best };
}

/** Rows by which a column is deeper for a change at its end; the next one is as much less deep. */
function movedRows(change: Change | null, rows: readonly number[]): number {
  if (change === null) return 0;
  const { left, right } = change;
  return rows[right + 1]! - rows[right]! - (rows[left + 1]! - rows[left]!);
}

function columnsOf(dealt: Dealt, briefs: readonly Matter[]): readonly (readonly Matter[])[] {
  const places = briefs.map((_, place) => place);
  const ends: number[] = [];
  for (let own: Dealt | null = dealt; own !== null; own = own.before) {
    ends.unshift(own.end.at);
    if (own.end.change === null) continue;
    const { left, right } = own.end.change;
    places[left] = right;
    places[right] = left;
  }
  return ends.slice(1).map((end, index) =>
    places
      .slice(ends[index], end)
      .sort((a, b) => a - b)
      .map((place) => briefs[place]!),
  );
}
