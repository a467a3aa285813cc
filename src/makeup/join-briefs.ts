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

/**
 * Briefs dealt to columns of depths as even as may be: in rank down the columns, then two of different columns change
 * places as long as that makes them more even. None is empty where there are as many briefs as columns.
 */
export function dealBriefs(briefs: readonly Matter[], columns: number): readonly (readonly Matter[])[] {
  const dealt = dealInRank(briefs, columns);
  for (let turn = 0; turn < briefs.length && evenOut(dealt); turn += 1);
  return dealt;
}

/** Column after column, each to the share of what is left that makes the columns alike. */
function dealInRank(briefs: readonly Matter[], columns: number): Matter[][] {
  const dealt: Matter[][] = [];
  let at = 0;
  for (let column = 0; column < columns; column += 1) {
    const own: Matter[] = [];
    const most = briefs.length - (columns - column - 1);
    const share = depthOf(briefs.slice(at)) / (columns - column);
    while (at < most) {
      const brief = briefs[at]!;
      const depth = depthOf([...own, brief]);
      // Half of a brief over the share goes to the next column, but of the last one.
      if (own.length > 0 && column < columns - 1 && depth - rowsOf(brief) / 2 > share) break;
      own.push(brief);
      at += 1;
    }
    dealt.push(own);
  }
  return dealt;
}

/** Lets the two briefs change places that make the columns most even; false where none do. */
function evenOut(dealt: Matter[][]): boolean {
  const depths = dealt.map(depthOf);
  let best = { gain: 0, change: () => {} };
  dealt.forEach((one, left) => {
    for (let right = left + 1; right < dealt.length; right += 1) {
      const other = dealt[right]!;
      const apart = depths[left]! - depths[right]!;
      one.forEach((own, at) => {
        other.forEach((theirs, place) => {
          const moved = rowsOf(own) - rowsOf(theirs);
          // What the squares of the two depths add up to less.
          const gain = moved * (apart - moved);
          if (gain <= best.gain) return;
          best = {
            gain,
            change: () => {
              one[at] = theirs;
              other[place] = own;
            },
          };
        });
      });
    }
  });
  best.change();
  return best.gain > 0;
}
