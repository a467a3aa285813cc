import { expect, test } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import {
  BREAK_END,
  BREAK_HYPHEN,
  BREAK_SPACE,
  createBreakTable,
  type BreakTable,
} from '../../../src/text/break-table.ts';
import { fitJustified, type FitRequest } from '../../../src/text/fit-justified.ts';
import { matterOf, strainOf, type Slack } from '../../../src/text/line-slack.ts';

/*
 * The example of Knuth & Plass, "Breaking Paragraphs into Lines" (Software: Practice and Experience 11, 1981, pp.
 * 1119–1184): its words as widths in their units of 1/18 em, "-" where a word may be divided, with the mark at its end.
 * Their spaces are 6 units, from 4 to 9; 8 after a full stop. They give more after marks than we do.
 */
const WORDS = `16 42 42 41 35-24 29 51 32, 40 37 9 34 47 48-29 36 19 37-12-26; 29 25 48-22 29 16 37-12-21 33 25 27
  12-31, 46 26 33 16 48, 29 42-40 41-32 12 44 15 25 36. 42 20 25 46 44 24 9 40 36 22-27, 29 20-25 19 24 69 15 25 22-22
  29 9 36, 29 41 25 29 29 34 49, 25 46 38 38 26 31 25 22-22 29 23 42 20 25 30 15 25 31 35-36; 29 41 25 29 44 25 35 9 51
  34, 29 45 12 20 19 34 29 53 17; 29 29 29 29 25 40-20 34-46.`;

const HYPHEN = 6;
const SPACE = 6;
const SPACE_AFTER_STOP = 8;
/** Spaces of 4 to 9 units, the least and the steepest; letters give nothing. */
const SLACK: Slack = {
  leastSpace: 4 / 6,
  wantedSpace: 1,
  steepSpace: 1.5,
  shrinkScale: 0,
  stretchScale: 0,
  shrinkTracking: 0,
  stretchTracking: 0,
};

type Place = {
  kind: number;
  offset: number;
  endX: number;
  startX: number;
  endSpace: number;
  startSpace: number;
};

/** Places where lines may end; the offset of one is the word it stands in or the one after it. */
function placesOf(words: readonly string[]): readonly Place[] {
  const places: Place[] = [{ kind: 0, offset: 0, endX: 0, startX: 0, endSpace: 0, startSpace: 0 }];
  let [x, spaces] = [0, 0];
  words.forEach((word, index) => {
    const pieces = word
      .replace(/[,;.]$/u, '')
      .split('-')
      .map(Number);
    pieces.forEach((width, at) => {
      x += width;
      const spot = { endSpace: spaces, startSpace: spaces };
      if (at < pieces.length - 1)
        places.push({ kind: BREAK_HYPHEN, offset: index, endX: x + HYPHEN, startX: x, ...spot });
    });
    const isEnd = index === words.length - 1;
    const space = isEnd ? 0 : word.endsWith('.') ? SPACE_AFTER_STOP : SPACE;
    const kind = isEnd ? BREAK_END : BREAK_SPACE;
    const [endX, endSpace] = [x, spaces];
    x += space;
    spaces += space;
    places.push({ kind, offset: index + 1, endX, startX: x, endSpace, startSpace: spaces });
  });
  return places;
}

function tableOf(places: readonly Place[]): BreakTable {
  const table = createBreakTable(places.length);
  places.forEach((place, at) => {
    table.kind[at] = place.kind;
    table.offset[at] = place.offset;
    table.endX[at] = place.endX;
    table.startX[at] = place.startX;
    table.endSpace[at] = place.endSpace;
    table.startSpace[at] = place.startSpace;
  });
  return table;
}

/** Words of each line, and how far its spaces are pulled or pressed. */
function fitTo(width: number): readonly { words: number; strain: number; isDivided: boolean }[] {
  const table = tableOf(placesOf(WORDS.trim().split(/\s+/u)));
  const measure = (line: number): ReturnType<FitRequest['widthOf']> => ({
    width: pt(width),
    indent: pt(line === 0 ? 18 : 0),
    isRagged: false,
  });
  const kind = { mostHyphens: 1, countsLines: false, isUniform: true, isLastResort: false };
  const [best] = fitJustified({ table, from: 0, slack: SLACK, ...kind, widthOf: measure });
  let from = 0;
  return (best?.breaks ?? []).map((to, line) => {
    const room = width - (line === 0 ? 18 : 0);
    const words = table.offset[to]! - table.offset[from]!;
    const strain = strainOf(matterOf(table, from, to), room, SLACK);
    const isDivided = table.kind[to] === BREAK_HYPHEN;
    from = to;
    return { words, strain, isDivided };
  });
}

test('the wide setting of the paper comes out line for line', () => {
  const lines = fitTo(500);
  expect(lines.map(({ words }) => words)).toEqual([11, 10, 12, 11, 13, 13, 14, 12, 14, 2]);
  expect(lines.some(({ isDivided }) => isDivided)).toBe(false);
  // As printed there, but for lines in which marks are: their spaces give more in the paper.
  expect(lines[4]?.strain).toBe(0);
  expect(lines[6]?.strain).toBeCloseTo(0.282, 3);
});

test('the narrow setting has as many lines as in the paper and one divided word where that has two', () => {
  const lines = fitTo(390);
  expect(lines).toHaveLength(12);
  expect(lines.filter(({ isDivided }) => isDivided)).toHaveLength(1);
  expect(lines.slice(0, 2).map(({ words, strain }) => [words, Number(strain.toFixed(3))])).toEqual([
    [8, 0.857],
    [8, 0],
  ]);
  const pulled = lines.slice(0, -1).map(({ strain }) => strain);
  expect(Math.max(...pulled)).toBeLessThan(1.2);
  expect(Math.min(...pulled)).toBeGreaterThan(-1);
});
