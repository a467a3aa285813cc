import { expect, test } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import { partLine } from '../../../src/layout/part-line.ts';
import type { GlyphRun, Line } from '../../../src/text/line.ts';

const EM = 10;

/** A run of square glyphs, each an em wide. What is not looked at is left out. */
function run(text: string, x: number, more: Partial<GlyphRun> = {}): GlyphRun {
  const texts = [...text];
  const own = {
    glyphs: Uint16Array.from(texts, () => 1),
    advances: Float64Array.from(texts, () => EM),
    xOffsets: new Float64Array(texts.length),
    yOffsets: new Float64Array(texts.length),
    texts,
    scale: 1,
    x: pt(x),
    width: pt(texts.length * EM),
    level: 0,
    start: 0,
    end: text.length,
    inline: { text },
    ...more,
  };
  return own as unknown as GlyphRun;
}

const lineOf = (...runs: readonly GlyphRun[]): Line => ({ runs }) as unknown as Line;
const fold = (
  before: number,
  after: number,
): { before: ReturnType<typeof pt>; after: ReturnType<typeof pt> } => ({
  before: pt(before),
  after: pt(after),
});
/** Text and left edge of each run. */
const shown = (line: Line | null): readonly (readonly [string, number])[] | null =>
  line === null ? null : line.runs.map(({ texts, x }) => [texts.join(''), x]);
const ROOM = { from: 0, to: 300 };

test('words are moved apart so that the white between two of them lies on the fold', () => {
  const line = lineOf(run('tide tables', 40));
  expect(shown(partLine(line, fold(90, 110), ROOM))).toEqual([
    ['tide ', 50],
    ['tables', 110],
  ]);
});

test('of several spaces the one that moves the line least', () => {
  const line = lineOf(run('a town in one line', 40));
  expect(shown(partLine(line, fold(120, 140), ROOM))).toEqual([
    ['a town in ', 30],
    ['one line', 140],
  ]);
});

test('a space wider than the white keeps its width', () => {
  const wide = run('ab cd', 0, { advances: Float64Array.from([10, 10, 50, 10, 10]), width: pt(90) });
  expect(shown(partLine(lineOf(wide), fold(60, 80), ROOM))).toEqual([
    ['ab ', 25],
    ['cd', 95],
  ]);
});

test('every glyph is there once, with the letters of the source that it says', () => {
  const parted = partLine(lineOf(run('tide tables', 40)), fold(90, 110), ROOM);
  expect(parted?.runs.map(({ start, end, width }) => [start, end, width])).toEqual([
    [0, 5, 50],
    [5, 11, 60],
  ]);
});

test('runs behind the space move with it', () => {
  const line = lineOf(run('high ', 40), run('tide', 90), run(' today', 130));
  expect(shown(partLine(line, fold(100, 120), ROOM))).toEqual([
    ['high ', 60],
    ['tide', 120],
    [' today', 160],
  ]);
});

test('a line that is clear of the fold stays the same object', () => {
  const line = lineOf(run('tide ', 40));
  expect(partLine(line, fold(80, 100), ROOM)).toBe(line);
  expect(partLine(line, fold(10, 40), ROOM)).toBe(line);
});

test('null where no space can stand at the fold: one word, no room, text from right to left', () => {
  expect(partLine(lineOf(run('tidetables', 40)), fold(90, 110), ROOM)).toBeNull();
  expect(partLine(lineOf(run('tide tables', 40)), fold(90, 110), { from: 0, to: 160 })).toBeNull();
  expect(partLine(lineOf(run('tide tables', 40, { level: 1 })), fold(90, 110), ROOM)).toBeNull();
});

test('no space is guessed where glyphs do not say the text one by one', () => {
  const ligature = run('tide tables', 40, {
    inline: { text: 'tide-tables' } as unknown as GlyphRun['inline'],
  });
  expect(partLine(lineOf(ligature), fold(90, 110), ROOM)).toBeNull();
});
