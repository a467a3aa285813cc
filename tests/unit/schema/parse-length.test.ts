import { expect, test } from 'vitest';
import { parseLength } from '../../../src/schema/parse-length.ts';

test.each([
  ['25.4 mm', 72],
  ['2.54cm', 72],
  ['3.5 in', 252],
  ['12 picas', 144],
  ['1 pica', 12],
  ['10 pt', 10],
])('%s', (text, points) => {
  expect(parseLength(text)).toBeCloseTo(points, 9);
});

test.each(['10', 'mm', '-3 mm', '3,5 mm', '1e3 pt', '10 px', '999999 mm'])('%s is no length', (text) => {
  expect(parseLength(text)).toBeNull();
});
