import { expect, test } from 'vitest';
import { em, pt } from '../../../src/core/units.ts';
import type { GlyphRun } from '../../../src/text/line.ts';
import { breakTo, endOf, openShop, realFont, saidBy, shape, shown } from './set-paragraph.ts';

const square = await openShop();
const SERIF = realFont('source-serif/SourceSerif4SmText-Regular.ttf', 'Serif');
const real = await openShop([SERIF]);

const PROSE =
  'The ferry “Tern” left at nine, as it has each day for forty years; no one aboard knew that it was the last ' +
  'time. At noon the harbour office gave out a notice (four lines, unsigned): the line is closed. AVENUE TO WAVES, ' +
  'said the sign — “To Vyborg”, once — and nobody had offered to take it down. The office fixed a new flag instead.';

const JUSTIFIED = {
  fontFamily: ['Serif'],
  textAlign: 'justify',
  hyphens: 'auto',
  hangingPunctuation: 'auto',
  edGlyphScale: [0.98, 1.02],
  edTracking: [em(-0.009), em(0.009)],
} as const;

test('a justified line ends where the measure ends, plus what hangs out', () => {
  const paragraph = shape(real, PROSE, JUSTIFIED);
  const lines = breakTo(paragraph, 150, 10);
  expect(lines.length).toBeGreaterThan(8);
  const table = paragraph.breaks;
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const to = table.offset.indexOf(line.to);
    const from = table.offset.indexOf(line.from);
    expect(endOf(line)).toBeCloseTo(150 + table.endHang[to]!, 6);
    expect(line.runs[0]?.x).toBeCloseTo((index === 0 ? 10 : 0) - table.startHang[from]!, 6);
  }
  expect(lines.some((line) => endOf(line) > 151)).toBe(true);
  expect(lines.slice(0, -1).every((line) => line.spaceRatio > 0.7)).toBe(true);
});

test('the width that lines are chosen by is the width of the glyphs they are set with', () => {
  const paragraph = shape(real, PROSE, { ...JUSTIFIED, textAlign: 'start', hangingPunctuation: 'none' });
  const table = paragraph.breaks;
  for (const width of [60, 77, 90, 131, 150, 200]) {
    for (const line of breakTo(paragraph, width)) {
      const [from, to] = [table.offset.indexOf(line.from), table.offset.indexOf(line.to)];
      expect(line.width).toBeCloseTo(table.endX[to]! - table.startX[from]!, 6);
    }
  }
});

test('kerning with a space is not left over at the end of a line', () => {
  // The face kerns "T" and "V" with the space after them.
  const paragraph = shape(real, 'aaV bb', { fontFamily: ['Serif'] });
  const [first] = breakTo(paragraph, 25);
  const [alone] = breakTo(shape(real, 'aaV', { fontFamily: ['Serif'] }), 1000);
  expect(shown([first!])).toEqual(['aaV']);
  expect(first?.width).toBeCloseTo(alone?.width ?? 0, 9);
});

test('the glyphs of all lines say the text, with its spaces and the added hyphens', () => {
  for (const width of [60, 70, 90]) {
    const lines = breakTo(shape(real, PROSE, JUSTIFIED), width);
    expect(
      lines.some((line) => line.isHyphenated),
      `${width} pt`,
    ).toBe(true);
    const said = lines.map((line) => saidBy(line)).join('');
    expect(said.replaceAll('\u00ad', '')).toBe(PROSE);
    const hyphens = lines.filter((line) => line.runs.at(-1)?.texts.at(-1) === '\u00ad').length;
    expect(said.split('\u00ad')).toHaveLength(hyphens + 1);
  }
});

test('the range of a run is what its glyphs say', () => {
  const text = 'Offices fixed a new flag — “filling” the first office with fly-fishers';
  for (const line of breakTo(shape(real, text, { ...JUSTIFIED, textTransform: 'uppercase' }), 60)) {
    for (const run of line.runs) {
      expect(run.texts.join('').replace(/\u00ad$/, '')).toBe(run.inline.text.slice(run.start, run.end));
    }
  }
});

test('the space at the end of a line is there and has no width', () => {
  const [first, second] = breakTo(shape(square, 'aa bb'), 20);
  expect(first?.runs[0]?.texts).toEqual(['a', 'a', ' ']);
  expect([...(first?.runs[0]?.advances ?? [])]).toEqual([10, 10, 0]);
  expect(second?.runs[0]?.texts).toEqual(['b', 'b']);
});

test('the hyphen of a divided word says U+00AD and belongs to no text', () => {
  const paragraph = shape(square, 'newspaper', { hyphens: 'auto', textAlign: 'justify' });
  const [first] = breakTo(paragraph, 60);
  expect(first?.runs[0]?.texts).toEqual(['n', 'e', 'w', 's', '\u00ad']);
  expect(first?.isHyphenated).toBe(true);
  expect(first?.runs[0]?.end).toBe(4);
  expect(first?.runs[0]?.advances[4]).toBe(5);
});

test('an author’s soft hyphen is said once where the line is divided', () => {
  const [first] = breakTo(shape(square, 'news\u00adpaper', { hyphens: 'manual', textAlign: 'justify' }), 60);
  expect(first?.runs[0]?.texts).toEqual(['n', 'e', 'w', 's', '\u00ad']);
});

test('capitals are shown, the author’s letters are said', () => {
  const run = (text: string): GlyphRun | undefined =>
    breakTo(shape(square, text, { textTransform: 'uppercase' }), 500)[0]?.runs[0];
  expect(run('aßé')?.texts).toEqual(['a', 'ß', '', 'é']);
  const plain = breakTo(shape(square, 'ASSÉ'), 500)[0]?.runs[0];
  expect(run('aßé')?.glyphs).toEqual(plain?.glyphs);
  expect(run('ß')?.end).toBe(1);
});

test('a ligature says all its letters, unless the line is divided inside it', () => {
  const [line] = breakTo(shape(real, 'fiasco', { fontFamily: ['Serif'] }), 500);
  expect(line?.runs[0]?.texts[0]).toBe('fi');
  const parts = breakTo(
    shape(real, 'of\u00adfi\u00adcial', { fontFamily: ['Serif'], hyphens: 'manual' }),
    17,
  );
  expect(shown(parts)).toEqual(['of-', 'fi-', 'cial']);
  const split = breakTo(shape(real, 'aaf\u00adiaa', { fontFamily: ['Serif'], hyphens: 'manual' }), 18);
  expect(split.map((part) => saidBy(part))).toEqual(['aaf\u00ad', 'iaa']);
});

test('letters give first and only as far as the style allows', () => {
  const [first] = breakTo(
    shape(square, 'aaaa bbbb ccc', {
      textAlign: 'justify',
      edGlyphScale: [0.98, 1.02],
      edTracking: [em(-0.01), em(0.01)],
    }),
    98,
  );
  const [run] = first?.runs ?? [];
  expect(run?.scale).toBeCloseTo(1.02);
  expect(first?.tracking).toBeCloseTo(0.01);
  // 8 letters of 10.1 pt at 102 % leave 15.584 pt for the space.
  expect((run?.advances[4] ?? 0) * (run?.scale ?? 0)).toBeCloseTo(98 - 8 * 10.1 * 1.02, 6);
  expect(endOf(first!)).toBeCloseTo(98, 6);
});

test('letter-spacing, raised text and a smaller size are in the glyphs', () => {
  const paragraph = shape(square, [
    ['ab', { letterSpacing: pt(1) }],
    ['c', { fontSize: pt(5), baselineShift: pt(3) }],
  ]);
  const [line] = breakTo(paragraph, 500);
  expect(line?.runs.map((run) => [...run.advances])).toEqual([[11, 11], [5]]);
  expect(line?.runs.map((run) => [run.x, run.rise, run.fontSize])).toEqual([
    [0, 0, 10],
    [22, 3, 5],
  ]);
  expect([line?.ascent, line?.descent]).toEqual([8, 2]);
});
