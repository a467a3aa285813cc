import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findBreaks, MAY_BREAK, MUST_BREAK } from '../../../src/text/find-breaks.ts';
import { tailorBreaks } from '../../../src/text/tailor-breaks.ts';

/** The text with `|` where a line may end and `!` where it must. */
function marked(text: string, isTailored: boolean): string {
  const breaks = findBreaks(text);
  if (isTailored) tailorBreaks(text, breaks);
  let result = '';
  for (let i = 0; i < text.length; i++) {
    result += `${i > 0 && breaks[i] === MAY_BREAK ? '|' : breaks[i] === MUST_BREAK ? '!' : ''}${text[i]}`;
  }
  return result;
}

// One sample a rule of UAX #14, in the order of the rules; `|` may break, `!` must.
test.each([
  ['LB4', 'a\u2028!b'],
  ['LB5', 'a\r\n!b\r!c'],
  ['LB7', 'a  |b'],
  ['LB8', 'a\u200b|b'],
  ['LB8a', '👩\u200d👧'],
  ['LB9', 'a\u0301\u0302b'],
  ['LB10', 'a |\u0301b'],
  ['LB11', 'a\u2060 |b'],
  ['LB12', 'a\u00a0b'],
  ['LB12a', 'a-|\u00a0b'],
  ['LB13', 'a !|b'],
  ['LB14', '( a'],
  ['LB15', '"  (a'],
  ['LB16', ')  々'],
  ['LB17', '—  —|a'],
  ['LB18', 'a |b'],
  ['LB19', 'a"b"中'],
  ['LB20', 'a|\ufffc|b'],
  ['LB21', 'a-|b'],
  ['LB21a', 'א-ב'],
  ['LB21b', '/א'],
  ['LB22', 'a…|中'],
  ['LB23', 'a1b'],
  ['LB24', '$a%'],
  ['LB25', '$1,234.56%'],
  ['LB26', '각|각'],
  ['LB28', 'aא'],
  ['LB29', '.a'],
  ['LB30', 'a(b)c'],
  ['LB30a', '🇦🇧|🇨🇩'],
  ['LB30b', '👍🏽'],
  ['LB31', '中|中'],
])('%s', (_rule, expected) => {
  expect(marked(expected.replace(/[|]|(?<=[\r\n\u2028])!/g, ''), false)).toBe(expected);
});

test.each([
  ['D1 a dash never begins a line', 'one—|two'],
  ['D1 an opening dash may', 'dijo |—y |no'],
  ['D2 it is not parted from its word', '—Vete |—dijo'],
  ['D2 with a mark before the word', 'vieja |—«ya |no»— |se'],
  ['D3 a range is not parted', 'pp. |3–9 |and |4–|b'],
  ['D1 a dash with spaces stays with the word before', 'one — |two'],
  ['H1 a hyphen between words', 'well-|being'],
  ['H1 not beside a single letter', 'e-mail |T-shirt |x-rays'],
  ['E1 an ellipsis stays with the word before', 'one … |two'],
  ['N1 a comma is not parted from its figure', 'No.5 |or |1,000'],
  ['Q1 a bracket after a quotation', '“one” |(two)'],
  ['U1 an address breaks before its marks', 'www|.example|.org/|a|-b.'],
])('tailoring: %s', (_rule, expected) => {
  expect(marked(expected.replaceAll('|', ''), true)).toBe(expected);
});

// Debian's package unicode-data installs the file; it is not ours to hand on, so the test runs where it is.
const UNICODE_TEST = '/usr/share/unicode/auxiliary/LineBreakTest.txt';

test.skipIf(!existsSync(UNICODE_TEST))('every line of Unicode’s LineBreakTest', () => {
  const wrong: string[] = [];
  let count = 0;
  for (const line of readFileSync(UNICODE_TEST, 'utf8').split('\n')) {
    const [sample = ''] = line.split('#');
    if (sample.trim() === '') continue;
    count += 1;
    const tokens = sample.trim().split(/\s+/);
    let text = '';
    const expected: number[] = [];
    for (const token of tokens) {
      if (token === '÷' || token === '×') expected.push(token === '÷' ? text.length : -1);
      else text += String.fromCodePoint(parseInt(token, 16));
    }
    const breaks = findBreaks(text);
    const found = Array.from(breaks.keys()).filter((offset) => offset > 0 && breaks[offset] !== 0);
    if (found.join() !== expected.filter((offset) => offset > 0).join()) wrong.push(line);
  }
  expect(count).toBeGreaterThan(7000);
  expect(wrong).toEqual([]);
});
