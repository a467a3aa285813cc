import { expect, test } from 'vitest';
import type { Span } from '../../../src/core/origin.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Placed } from '../../../src/layout/placed.ts';
import { brokenStretches, reportBrokenWords } from '../../../src/layout/report-broken-words.ts';

const at = (start: number): Span => ({ file: 'ferry.md', start, end: start + 9 });

/** A line that ends in a broken word, as far as the report reads it. */
const line = (word: string | null, place: Span | null = at(0)): Placed =>
  ({ kind: 'line', line: { brokenWord: word === null ? null : { word, at: place } } }) as unknown as Placed;

const told = (placed: readonly Placed[]): readonly (readonly [string, number | undefined])[] => {
  const context = createCollector();
  reportBrokenWords(brokenStretches(placed, ['page 1']), context);
  return context.diagnostics.map(({ message, span }) => [
    message.split(' ').slice(0, 5).join(' '),
    span?.start,
  ]);
};

test('words of one text are told together, each once, those of another by themselves', () => {
  expect(told([line(null), line('harbourmaster')])).toEqual([['“harbourmaster” is wider than its', 0]]);
  expect(told([line('quay'), line('ferry'), line('quay'), line('tides'), line('ropes', at(20))])).toEqual([
    ['“quay” and 2 more words', 0],
    ['“ropes” is wider than its', 20],
  ]);
  expect(told([line('quay', null), line('ferry', null)])).toHaveLength(2);
});

test('a word that is broken in several texts is told once, with how many they are and itself to look for', () => {
  const context = createCollector();
  const placed = [
    line('harbourmaster,'),
    line('quay', at(20)),
    line('(harbourmaster)', at(40)),
    line('harbourmaster', at(60)),
  ];
  reportBrokenWords(brokenStretches(placed, ['page 1']), context);
  expect(context.diagnostics.map(({ message, span, sought }) => [message, span?.start, sought])).toEqual([
    [
      '“harbourmaster,” is wider than its measure and was broken between letters, here and in 2 more texts',
      0,
      'harbourmaster',
    ],
    ['“quay” is wider than its measure and was broken between letters', 20, 'quay'],
  ]);
});
