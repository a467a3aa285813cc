import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InlineText } from '../../../src/box/inline-content.ts';
import { settleSpace } from '../../../src/box/settle-space.ts';
import { style } from '../style/styled.ts';

const NORMAL = style('').of('root');
const LINES = { ...NORMAL, whiteSpace: 'pre-line' as const };

const text = (value: string, more: Partial<InlineText> = {}): InlineText => ({
  kind: 'text',
  text: value,
  isBreak: false,
  style: NORMAL,
  language: 'en',
  source: { owner: 's', node: 'body.0', offset: 100 },
  element: null,
  at: null,
  ...more,
});
const lineBreak = text('', { isBreak: true, source: null });

const settled = (...texts: InlineText[]): string =>
  settleSpace(texts)
    .map((run) => run.text)
    .join('|');

test('white space collapses, also across elements, and is cut at both ends', () => {
  expect(settled(text(' a  '), text(' b'), text(' \n '))).toBe('a |b');
  expect(settled(text('a'), text(' \t\r\n\f '), text('b'))).toBe('a| |b');
  expect(settled(text('  '), text('\n'))).toBe('');
});

test('no-break and other spaces are letters', () => {
  expect(settled(text('\u00a0 \u00a0a\u2009\u202f\u3000'))).toBe('\u00a0 \u00a0a\u2009\u202f\u3000');
});

test('a forced break takes the spaces beside it, and none is left at the end', () => {
  expect(settled(text('a '), lineBreak, text(' b'))).toBe('a\u2028|b');
  expect(settled(text('a '), lineBreak)).toBe('a');
  expect(settled(text('a'), lineBreak, lineBreak, text('b'))).toBe('a|\u2028\u2028|b');
});

test('a space before a forced break becomes the break, in its place of the source', () => {
  const [first] = settleSpace([text('a '), lineBreak, text('b')]);
  expect([first?.text, first?.source?.offset]).toEqual(['a\u2028', 100]);
});

test('pre-line keeps line ends as breaks', () => {
  expect(settled(text('a \n b\n\nc\n', { style: LINES }))).toBe('a|\u2028|b\u2028\u2028c');
});

test('text is cut into runs where characters of a node are left out, and each run knows its offset', () => {
  const runs = settleSpace([text('  one  two \n three')]);
  expect(runs.map((run) => [run.text, run.source?.offset])).toEqual([
    ['one ', 102],
    ['two ', 107],
    ['three', 113],
  ]);
});

test('generated text is not cut', () => {
  expect(settled(text('one  two   three', { source: null }))).toBe('one two three');
});

const letters = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '\t', '\u00a0', '\u2009', '😀') });
const inputs = fc.array(
  fc.record({ value: letters, isBreak: fc.boolean(), isLines: fc.boolean(), isGenerated: fc.boolean() }),
  { maxLength: 6 },
);

test('property: only white space goes, none doubles, and every unit of a run is the unit of its node', () => {
  fc.assert(
    fc.property(inputs, (items) => {
      const texts = items.map(({ value, isBreak, isLines, isGenerated }, index) =>
        text(isBreak ? '' : value, {
          isBreak,
          style: isLines ? LINES : NORMAL,
          source: isGenerated || isBreak ? null : { owner: 's', node: `body.${index}`, offset: 5 },
        }),
      );
      const runs = settleSpace(texts);
      const all = runs.map((run) => run.text).join('');
      const bare = (value: string): string => value.replace(/[ \t\n\r\f\u2028]/g, '');
      expect(bare(all)).toBe(bare(texts.map((item) => item.text).join('')));
      expect(all).not.toMatch(/ {2}|^ | $|[\t\n\r\f]| \u2028|\u2028 /);
      expect(runs.every((run) => run.text !== '')).toBe(true);
      for (const { text: set, source } of runs) {
        if (source === null) continue;
        const node = texts[Number(source.node.slice(5))]?.text ?? '';
        const given = node.slice(source.offset - 5, source.offset - 5 + set.length);
        expect(set.replace(/[ \u2028]/g, ' ')).toBe(given.replace(/[ \t\n\r\f]/g, ' '));
      }
    }),
    { seed: 898, numRuns: 500 },
  );
});
