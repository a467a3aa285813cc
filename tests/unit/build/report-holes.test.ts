import { expect, test } from 'vitest';
import { reportHoles } from '../../../src/build/report-holes.ts';
import { pt } from '../../../src/core/units.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import type { DraftEdition } from '../../../src/layout/composer.ts';
import type { DummyPage } from '../../../src/makeup/page-dummy.ts';
import type { Fragment } from '../../../src/page/page.ts';

// A page of two columns and 40 rows of 10 points, and a last page behind it, which is never told.

const grid = {
  formatName: 'a4',
  trim: { width: pt(300), height: pt(420) },
  live: { x: pt(10), y: pt(10), width: pt(210), height: pt(400) },
  columns: 2,
  gutter: pt(10),
  baseline: pt(10),
};

/** Matter down to a row of a column. */
const fill = (column: number, rows: number): Fragment =>
  ({
    kind: 'rule',
    rect: { x: pt(10 + column * 110), y: pt(10), width: pt(100), height: pt(rows * 10) },
  }) as unknown as Fragment;

const told = (
  fragments: readonly Fragment[],
  modules: DummyPage['modules'] = [],
  of: 'message' | 'hint' = 'message',
): readonly string[] => {
  const context = createCollector();
  const story = { kind: 'story' };
  const draft = {
    pages: [
      { index: 0, label: '1', fragments },
      { index: 1, label: '2', fragments: [] },
    ],
    furniture: [],
    contents: [{ flows: [story] }, { flows: [story] }],
  } as unknown as Pick<DraftEdition, 'pages' | 'furniture' | 'contents'>;
  const edition = { grid, issueId: 'quay', language: 'en' } as unknown as Edition;
  const dummies: DummyPage[] = [{ page: 1, columns: 2, rows: 40, isFull: true, modules }];
  reportHoles(draft, dummies, edition, context);
  return context.diagnostics.map(({ message, hint }) => (of === 'hint' ? (hint ?? '') : message));
};

const advertisement = (column: number, columns: number, row: number): DummyPage['modules'][number] => ({
  kind: 'advertisement',
  stories: [],
  shape: null,
  rect: { column, columns, row, rows: 40 - row },
  levers: [],
});

test('columns that end more than three lines above the foot are told', () => {
  expect(told([fill(0, 37), fill(1, 37)])).toEqual([]);
  expect(told([fill(0, 40), fill(1, 36)])).toEqual([
    'page 1 is underset: column 2 ends 4 lines (0.6 in) above the foot',
  ]);
});

test('an advertisement is a foot of its own: white over it is told, and what it covers is none', () => {
  expect(told([fill(0, 29), fill(1, 29)], [advertisement(0, 2, 30)])).toEqual([]);
  expect(told([], [advertisement(0, 2, 30)])).toEqual([
    'page 1 is underset: columns 1 to 2 end 29 lines (4.0 in) above the advertisement',
  ]);
  expect(told([fill(0, 40), fill(1, 10)], [advertisement(1, 1, 30)])).toEqual([
    'page 1 is underset: column 2 ends 19 lines (2.6 in) above the advertisement',
  ]);
});

test('a column of a story that ends far above its foot is told, where that is not the foot of the page', () => {
  const story = (rows: number): DummyPage['modules'][number] => ({
    kind: 'story',
    stories: ['tides'],
    shape: 'second',
    rect: { column: 0, columns: 2, row: 0, rows },
    levers: [],
  });
  const below = [0, 1].map((column) => ({
    kind: 'rule',
    rect: { x: pt(10 + column * 110), y: pt(220), width: pt(100), height: pt(190) },
  })) as unknown as readonly Fragment[];
  expect(told([fill(0, 20), fill(1, 12), ...below], [story(20)])).toEqual([]);
  expect(told([fill(0, 20), fill(1, 11), ...below], [story(20)])).toEqual([
    'page 1 is underset: column 2 ends 9 lines (1.3 in) above the foot of "tides"',
  ]);
  // The cause is its picture, where it has one.
  const picture = { ...fill(0, 20), kind: 'image' } as unknown as Fragment;
  expect(told([picture, fill(1, 11), ...below], [story(20)], 'hint')[0]).toContain('Its picture is deeper');
  expect(told([fill(0, 20), fill(1, 11), ...below], [story(20)], 'hint')[0]).toContain(
    'Its text, table or list',
  );
  // White under the whole story is told once.
  expect(told([fill(0, 20), fill(1, 11)], [story(20)])).toEqual([
    'page 1 is underset: column 1 ends 20 lines (2.8 in), column 2 ends 29 lines (4.0 in) above the foot',
  ]);
  // White at the foot and white over an advertisement are one message; white in a story has a cure of its own.
  expect(told([fill(0, 20), fill(1, 10)], [advertisement(1, 1, 30)])).toEqual([
    'page 1 is underset: column 1 ends 20 lines (2.8 in) above the foot, column 2 ends 19 lines (2.6 in) above the advertisement',
  ]);
  expect(told([picture, fill(1, 11), fill(0, 35)], [story(20)])).toEqual([
    'page 1 is underset: column 1 ends 5 lines (0.7 in), column 2 ends 29 lines (4.0 in) above the foot',
    'page 1 is underset: column 2 ends 9 lines (1.3 in) above the foot of "tides"',
  ]);
});

test('pages in a row on which nothing stands are told in one', () => {
  const context = createCollector();
  const pages = [[fill(0, 40), fill(1, 40)], [], [], [], [fill(0, 40), fill(1, 40)], [], [fill(0, 40)]];
  const draft = {
    pages: pages.map((fragments, index) => ({ index, label: String(index + 1), fragments })),
    furniture: [],
    contents: pages.map(() => ({ flows: [{ kind: 'story' }] })),
  } as unknown as Pick<DraftEdition, 'pages' | 'furniture' | 'contents'>;
  const edition = { grid, issueId: 'quay', language: 'en' } as unknown as Edition;
  reportHoles(draft, [], edition, context);
  expect(context.diagnostics.map(({ message }) => message.split(':')[0])).toEqual([
    'pages 2 to 4 are empty',
    'page 6 is underset',
  ]);
});

test('empty pages before one that is only an advertisement are told, be it one alone', () => {
  const context = createCollector();
  const pages = [[fill(0, 40), fill(1, 40)], [fill(0, 9)], [], [fill(0, 40)]];
  const draft = {
    pages: pages.map((fragments, index) => ({ index, label: String(index + 1), fragments })),
    furniture: [],
    contents: [{ flows: [{ kind: 'story' }] }, { flows: [{ kind: 'story' }] }],
  } as unknown as Pick<DraftEdition, 'pages' | 'furniture' | 'contents'>;
  reportHoles(draft, [], { grid, issueId: 'quay', language: 'en' } as unknown as Edition, context);
  expect(context.diagnostics.map(({ message }) => message)).toEqual([
    'page 3 is empty: no story stands on it, and what is behind it asks for its page',
  ]);
});

test('a page without a story is told what helps it: a brief would not stand there', () => {
  const [hint] = told([], [advertisement(0, 2, 20)], 'hint');
  expect(hint).toContain('`size:`');
  expect(hint).not.toContain('brief');
});
