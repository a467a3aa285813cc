import { expect, test } from 'vitest';
import type { Box } from '../../../src/box/box.ts';
import { buildBoxes } from '../../../src/box/build-boxes.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { segmentFlow } from '../../../src/layout/story-segments.ts';
import { isShortPoem } from '../../../src/layout/verse-columns.ts';
import { style } from '../style/styled.ts';

const SHEET = 'h2 { break-after: avoid } .verse { column-span: lines } .table { column-span: auto }';
const rootOf = (html: string): Extract<Box, { kind: 'block' }> =>
  buildBoxes(style(html, SHEET).tree, createCollector()).root;

/** Segments of a story whose verse and tables are too wide for a leg: kind, and elements in it. */
function segmentsOf(html: string): readonly string[] {
  const isWide = ({ style: { columnSpan } }: Box): boolean => ['lines', 'auto'].includes(columnSpan);
  return segmentFlow(rootOf(html), isWide).map(
    ({ kind, boxes }) => `${kind} ${boxes.map(({ element }) => element?.name).join(' ')}`,
  );
}

const VERSE = '<section class="verse"><p>a</p><p>b</p></section>';
const TABLE = '<div class="table"><p>a</p></div>';

test.each([
  [
    'a title stands with its table',
    `<p>a</p><h2>b</h2>${TABLE}<p>c</p>`,
    ['legs p', 'wide h2 div', 'legs p'],
  ],
  ['so do two', `<h2>a</h2><h2>b</h2>${TABLE}`, ['wide h2 h2 div']],
  ['a title further up does not', `<h2>a</h2><p>b</p>${TABLE}`, ['legs h2 p', 'wide div']],
  [
    'poems and their titles have legs in common',
    `<h2>a</h2>${VERSE}<h2>b</h2>${VERSE}`,
    ['wide h2 section h2 section'],
  ],
  [
    'so does what stands between a title and its poem',
    `<p>a</p><h2>b</h2><p>c</p>${VERSE}<h2>d</h2><p>e</p>${VERSE}`,
    ['legs p', 'wide h2 p section h2 p section'],
  ],
  [
    'words before a poem without title do not',
    `<p>a</p>${VERSE}<p>b</p>`,
    ['legs p', 'wide section', 'legs p'],
  ],
])('%s', (_, html, segments) => {
  expect(segmentsOf(html)).toEqual(segments);
});

test('poems of a story in which little else stands are not to jump while they are short', () => {
  const titled = `<h2>a</h2>${VERSE}`.repeat(5);
  expect(isShortPoem(rootOf(titled), 50)).toBe(true);
  expect(isShortPoem(rootOf(titled), 100)).toBe(false);
  expect(isShortPoem(rootOf(`${VERSE}${'<p>a</p>'.repeat(5)}`), 50)).toBe(false);
});
