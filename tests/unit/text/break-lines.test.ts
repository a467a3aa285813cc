import { expect, test } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import { breakLines } from '../../../src/text/break-lines.ts';
import { breakTo, endOf, measureOf, openShop, shape, shown } from './set-paragraph.ts';

const shop = await openShop();

test('ragged lines take what goes in and begin at the left edge', () => {
  const lines = breakTo(shape(shop, 'aa bb cccc d'), 60);
  expect(shown(lines)).toEqual(['aa bb', 'cccc d']);
  expect(lines.map((line) => [line.runs[0]?.x, line.width])).toEqual([
    [0, 50],
    [0, 60],
  ]);
});

test('text at the end and in the centre stands there', () => {
  const right = breakTo(shape(shop, 'aa bb cccc', { textAlign: 'end' }), 60);
  expect(right.map((line) => line.runs[0]?.x)).toEqual([10, 20]);
  const centre = breakTo(shape(shop, 'aa bb cccc', { textAlign: 'center' }), 60);
  expect(centre.map((line) => line.runs[0]?.x)).toEqual([5, 10]);
});

test('an indent narrows the first line only', () => {
  const lines = breakTo(shape(shop, 'aa bb cc dd'), 50, 20);
  expect(shown(lines)).toEqual(['aa', 'bb cc', 'dd']);
  expect(lines.map((line) => line.runs[0]?.x)).toEqual([20, 0, 0]);
});

test('justified lines fill the measure, the last one ends where it ends', () => {
  const lines = breakTo(shape(shop, 'aaa bbb ccc dd e', { textAlign: 'justify' }), 75);
  expect(shown(lines)).toEqual(['aaa bbb', 'ccc dd e']);
  const loose = breakTo(shape(shop, 'aaa bbb ccc dd', { textAlign: 'justify' }), 75);
  expect(loose.map((line) => endOf(line))).toEqual([75, 60]);
  expect(loose[0]?.spaceRatio).toBeCloseTo(1.5);
});

test('the second-best line is taken where it spares a worse one later', () => {
  // First fit would set "aa b" to 45 pt and leave "cccccc" alone behind "b".
  const lines = breakTo(shape(shop, 'aaa b ccc dddd ee ffff', { textAlign: 'justify' }), 90);
  expect(shown(lines)).toEqual(['aaa b ccc', 'dddd ee', 'ffff']);
});

test('balanced lines are of like length and do not end in a weak word', () => {
  expect(shown(breakTo(shape(shop, 'Aaaa Bbbb Cccc Dddd', { textWrap: 'balance' }), 150))).toEqual([
    'Aaaa Bbbb',
    'Cccc Dddd',
  ]);
  expect(shown(breakTo(shape(shop, 'Aaaa Bbb of Cccc Dd', { textWrap: 'balance' }), 130))).toEqual([
    'Aaaa Bbb',
    'of Cccc Dd',
  ]);
});

test('a forced break ends a line that is not stretched', () => {
  const lines = breakTo(shape(shop, 'aa\u2028bb cc', { textAlign: 'justify' }), 65);
  expect(shown(lines)).toEqual(['aa', 'bb cc']);
  expect(lines.map((line) => line.width)).toEqual([20, 50]);
  expect(lines[0]?.isLast).toBe(false);
  expect(lines[1]?.isLast).toBe(true);
  // Readers and search find two words, not one.
  expect(lines[0]?.runs[0]?.texts).toEqual(['a', 'a', ' ']);
});

test('breaking on from an earlier break gives the same lines as the tail', () => {
  const text = 'aa bbb cccc d ee ffff ggg hh iiiii j kk lll mmmm nn ooo ppp q rrrr';
  for (const textAlign of ['justify', 'start'] as const) {
    const paragraph = shape(shop, text, { textAlign });
    const whole = breakTo(paragraph, 100);
    const from = whole[2]?.to ?? 0;
    const tail = breakLines(paragraph, from, measureOf(100), { variant: 0 });
    expect(shown(tail)).toEqual(shown(whole).slice(3));
    expect(tail[0]?.from).toBe(from);
    expect(tail.at(-1)?.to).toBe(text.length);
    expect(breakLines(paragraph, text.length, measureOf(100), { variant: 0 })).toEqual([]);
  }
});

test('a variant has one line more or fewer than the best way, or is the best way', () => {
  const text = 'aa bbb cccc d ee ffff ggg hh iiiii j kk lll mmmm nn ooo ppp q rrrr s tt';
  const style = { textAlign: 'justify', edWordSpace: [0.5, 1, 3] } as const;
  const paragraph = shape(shop, text, style);
  const count = (variant: -1 | 0 | 1): number => breakLines(paragraph, 0, measureOf(140), { variant }).length;
  expect(count(0)).toBe(5);
  expect(count(1)).toBe(6);
  expect([4, 5]).toContain(count(-1));
  const short = shape(shop, 'aa', style);
  expect(breakLines(short, 0, measureOf(140), { variant: 1 })).toHaveLength(1);
  const ragged = shape(shop, text);
  expect(breakLines(ragged, 0, measureOf(140), { variant: 1 })).toHaveLength(1 + breakTo(ragged, 140).length);
});

test('lines of different measures are each filled to their own', () => {
  const widthOf = (line: number): { indent: ReturnType<typeof pt>; width: ReturnType<typeof pt> } => ({
    indent: pt(line < 2 ? 40 : 0),
    width: pt(105),
  });
  const paragraph = shape(shop, 'aaa bb ccc dd eee ff ggg hh iii', { textAlign: 'justify' });
  const lines = breakLines(paragraph, 0, widthOf, { variant: 0 });
  expect(shown(lines)).toEqual(['aaa bb', 'ccc dd', 'eee ff ggg', 'hh iii']);
  expect(lines.map((line) => line.runs[0]?.x)).toEqual([40, 40, 0, 0]);
  for (const line of lines.slice(0, -1)) expect(endOf(line)).toBeCloseTo(105, 6);
});

test('no more hyphens in a row than the style allows, unless nothing else goes in', () => {
  const style = { textAlign: 'justify', hyphens: 'manual', hyphenateLimitLines: 1 } as const;
  const text = 'aaaa\u00adbbbb\u00adcccc dd ee';
  const wide = breakTo(shape(shop, text, style), 90);
  expect(shown(wide)).toEqual(['aaaa\u00adbbbb-', 'cccc dd', 'ee']);
  const narrow = breakTo(shape(shop, text, style), 50);
  expect(shown(narrow)).toEqual(['aaaa-', 'bbbb-', 'cccc', 'dd ee']);
});

test('the limit of hyphens in a row gives way where a line would be loose, to three at most', () => {
  const style = { textAlign: 'justify', hyphens: 'manual', hyphenateLimitLines: 1 } as const;
  const text = 'aaa bbbb\u00adbb b ccc\u00adddd ee';
  expect(shown(breakTo(shape(shop, text, style), 90))).toEqual(['aaa bbbb-', 'bb b ccc-', 'ddd ee']);
  const giving = { ...style, edWordSpace: [0.5, 1, 12] } as const;
  expect(shown(breakTo(shape(shop, text, giving), 90))).toEqual(['aaa bbbb-', 'bb b', 'ccc\u00adddd ee']);
  const long = `aaa ${'bbbb\u00adbbb '.repeat(12)}`.trim();
  const ends = breakTo(shape(shop, long, style), 85).map((line) => (line.isHyphenated ? '-' : '.'));
  expect(ends.join('')).toMatch(/---/);
  expect(ends.join('')).not.toMatch(/----/);
});

test('a word wider than its measure is broken between letters, and the line it begins on says so', async () => {
  const own = await openShop();
  const paragraph = shape(own, 'aa bbbbbbbbb cc', { textAlign: 'justify' });
  const lines = breakTo(paragraph, 45);
  expect(shown(lines).join('')).toBe('aa bbbbbbbbbcc');
  expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(45);
  // A later call begins in the middle of the word, to another measure.
  const inside = lines.find((line) => line.to > 3 && line.to < 12)?.to ?? 0;
  const rest = breakLines(paragraph, inside, measureOf(1000), { variant: 0 });
  expect(shown(rest)).toEqual(['aa bbbbbbbbb cc'.slice(inside)]);
  const broken = { word: 'bbbbbbbbb', at: { file: 'a.md', start: 7, end: 22 } };
  expect([...lines, ...rest].flatMap((line) => line.brokenWord ?? [])).toEqual([broken]);
});

test('a word wider than its measure is divided with a hyphen first, though its style has none', async () => {
  const own = await openShop();
  const head = { textWrap: 'balance', hyphens: 'none' } as const;
  const lines = breakTo(shape(own, 'A newspaper representation', head), 100);
  expect(shown(lines)).toEqual(['A', 'newspaper', 'repre-', 'sentation']);
  expect(lines.map(({ brokenWord }) => brokenWord)).toEqual([null, null, null, null]);
  // Soft hyphens of the author stand alone.
  const soft = breakTo(shape(own, 'A repre\u00adsentation', head), 100);
  expect(shown(soft)).toEqual(['A repre-', 'sentation']);
  // Where the parts are still too wide, letters are parted as well; and then it is told.
  const narrow = breakTo(shape(own, 'representation', head), 30);
  expect(Math.max(...narrow.map((line) => line.width))).toBeLessThanOrEqual(30.02);
  expect(narrow.some(({ isHyphenated }) => isHyphenated)).toBe(true);
  expect(narrow.some(({ brokenWord }) => brokenWord !== null)).toBe(true);
  // Hyphens of the last resort are not taken for those of the style.
  const plain = shape(own, 'A representation', { ...head, hyphens: 'auto', hyphenateLimitChars: [99, 2, 2] });
  expect(shown(breakTo(plain, 150))).toEqual(['A', 'representation']);
  expect(own.faults.diagnostics).toEqual([]);
});

test('what is broken once to a narrow measure goes on in a wide one at the same place', async () => {
  const own = await openShop();
  const paragraph = shape(own, 'aa representation cc', { textAlign: 'justify' });
  const inside = breakTo(paragraph, 90).find((line) => line.isHyphenated)?.to ?? 0;
  expect(inside).toBeGreaterThan(3);
  const rest = breakLines(paragraph, inside, measureOf(1000), { variant: 0 });
  expect(shown(rest)).toEqual(['aa representation cc'.slice(inside)]);
});

test('a wide word of several styles is broken too', async () => {
  const own = await openShop();
  const parts = [
    ['bbbb', {}],
    ['cccc', { fontSize: pt(8) }],
    ['dddd', {}],
  ] as const;
  const paragraph = shape(own, parts, { language: 'la' });
  const lines = breakTo(paragraph, 50);
  expect(lines.length).toBeLessThanOrEqual(4);
  expect(lines.every((line) => line.width <= 50.02)).toBe(true);
  expect(lines.flatMap((line) => line.runs.flatMap((run) => run.texts)).join('')).toBe('bbbbccccdddd');
});

test('a paragraph without text is one line without glyphs', () => {
  const lines = breakTo(shape(shop, ''), 50);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.runs).toEqual([]);
});

test('no fault was reported by the texts above', () => {
  expect(shop.faults.diagnostics).toEqual([]);
});

test('a word that has a hyphen gets another one only where its line would else be lost', () => {
  const style = { textAlign: 'justify', hyphens: 'auto', hyphenateLimitChars: [6, 2, 3] } as const;
  const ends = (text: string, width: number): readonly string[] =>
    shown(breakTo(shape(shop, text, style), width));
  expect(ends('aa news-paper bb cc dd ee ff gg', 110)[0]).toBe('aa news-');
  expect(ends('aa representative-paper bb', 140)[0]).toBe('aa representa-');
});
