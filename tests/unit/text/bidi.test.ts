import { expect, test } from 'vitest';
import { bidiLevels, visualOrder } from '../../../src/text/bidi-levels.ts';
import { breakTo, endOf, openShop, saidBy, shape } from './set-paragraph.ts';

const shop = await openShop();

/** What stands on a line from left to right. */
const fromLeft = (text: string, change: Parameters<typeof shape>[2], width: number): readonly string[] =>
  breakTo(shape(shop, text, { fontFamily: ['Square', 'Hebrew'], ...change }), width).map((line) =>
    [...line.runs]
      // The space at the end of a line has no width.
      .sort((one, other) => one.x - other.x || other.start - one.start)
      .flatMap((run) => run.texts)
      .join(''),
  );

test('text from left to right has no levels', () => {
  expect(bidiLevels('one two', 'ltr')).toBeNull();
  expect([...(bidiLevels('a אב', 'ltr') ?? [])]).toEqual([0, 0, 1, 1]);
});

test('stretches are reversed from the highest level down', () => {
  const order = visualOrder([0, 1, 2, 1, 0].map((level, index) => ({ level, index })));
  expect(order.map(({ index }) => index)).toEqual([0, 3, 2, 1, 4]);
  expect(visualOrder([])).toEqual([]);
});

test('Hebrew words stand from right to left, line by line', () => {
  expect(fromLeft('אב גד הו', { direction: 'rtl' }, 60)).toEqual([' דג בא', 'וה']);
});

test('Hebrew within English, and a number within Hebrew, keep their own order', () => {
  expect(fromLeft('ab אב גד cd', {}, 500)).toEqual(['ab דג בא cd']);
  expect(fromLeft('אב 12 גד', { direction: 'rtl' }, 500)).toEqual(['דג 12 בא']);
});

test('a paragraph from right to left begins at the right edge, its indent is there too', () => {
  const paragraph = shape(shop, 'אב גד', { direction: 'rtl' });
  const [first, second] = breakTo(paragraph, 45, 20);
  expect(endOf(first!)).toBe(25);
  expect(endOf(second!)).toBe(45);
  const [justified] = breakTo(shape(shop, 'אב גד הו', { direction: 'rtl', textAlign: 'justify' }), 55);
  expect(endOf(justified!)).toBeCloseTo(55, 6);
  expect(justified?.runs.at(-1)?.x).toBeCloseTo(0, 6);
});

test('the glyphs of mixed lines say the text', () => {
  const text = 'ab אב גד 12 הו cd';
  const lines = breakTo(shape(shop, text), 80);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.map((line) => saidBy(line)).join('')).toBe(text);
});

test('runs come in the order of reading', () => {
  const text = 'ab אב גד 12 הו cd';
  const [line] = breakTo(shape(shop, text), 500);
  const said = line?.runs.map(({ texts, level }) =>
    (level % 2 === 0 ? texts : [...texts].reverse()).join(''),
  );
  expect(said?.join('')).toBe(text);
});
