import { expect, test } from 'vitest';
import { reportPageCount } from '../../../src/build/report-overset.ts';
import { pt } from '../../../src/core/units.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import type { DraftEdition, PieceTop } from '../../../src/layout/composer.ts';

const top = (name: string, pageIndex: number, inches: number): PieceTop => ({
  flow: {
    kind: 'story',
    name,
    title: name,
    language: 'en',
    section: null,
    treeOf: () => {
      throw new Error('nothing is set here');
    },
  },
  destination: name,
  pageIndex,
  y: pt(0),
  isFirst: true,
  inches,
  isCutAsPlanned: false,
  isForced: false,
});

const standing = (tops: readonly PieceTop[]): DraftEdition['contents'] =>
  tops.map(({ flow, pageIndex }) => ({ pageIndex, label: String(pageIndex + 1), flows: [flow] }));

function told(
  pageCount: number | null,
  {
    isDraft = false,
    leastPages = pageCount ?? 0,
    ads = [] as readonly { page: number | null }[],
    empty = 0,
  } = {},
): readonly string[] {
  const context = createCollector();
  const tops = [top('ferry', 0, 9), top('ferry', 1, 11 / 72), top('ferry', 2, 22 / 72), top('book', 2, 4)];
  // What counting pages reads of them.
  const pages = Array.from({ length: 3 + empty });
  const draft = { pages, tops, contents: standing(tops) } as unknown as DraftEdition;
  const edition = {
    pageCount,
    leastPages,
    spans: {},
    ads,
    pageRules: [],
    issueId: '7',
    language: 'en',
    grid: { baseline: pt(11) },
  };
  reportPageCount(draft, { edition: edition as unknown as Edition, isDraft }, context);
  return context.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

test('as many pages as asked for, or none asked for, is nothing to report', () => {
  expect(told(3)).toEqual([]);
  expect(told(null)).toEqual([]);
});

test('each story that is over is told with its lines and inches on all further pages', () => {
  expect(told(1)).toEqual([
    'GA712 "ferry" is overset by 3 lines (0.5 column inches): it does not go into the page that the manifest asks for',
    'GA712 "book" is overset by 26 lines (4.0 column inches): it does not go into the page that the manifest asks for',
  ]);
  expect(told(2)[0]).toContain('"ferry" is overset by 2 lines');
});

test('more pages on which no story stands are told with the advertisement that asks for one', () => {
  const ads = [{ page: null }, { page: 2 }, { page: 9 }];
  expect(told(3, { empty: 6, ads })).toEqual([
    'GA709 the manifest asks for 3 pages, and an advertisement asks for page 9',
  ]);
  expect(told(3, { empty: 1 })).toEqual(['GA709 the manifest asks for 3 pages, and there are 4']);
});

test('a draft is warned of, and fewer pages than asked for too', () => {
  expect(told(1, { isDraft: true }).map((line) => line.slice(0, 5))).toEqual(['GA713', 'GA713']);
  expect(told(5)).toEqual(['GA709 the manifest asks for 5 pages, and the matter makes 3']);
});

test('a plan that names pages and no number of them has more as the matter needs them, and no fewer', () => {
  expect(told(null, { leastPages: 1 })).toEqual([]);
  expect(told(null, { leastPages: 4 })).toEqual([
    'GA709 the manifest asks for 4 pages, and the matter makes 3',
  ]);
});

test('where a page of the plan stands empty, that is told, at its place, with its cure', () => {
  const context = createCollector();
  const at = (path: string): object => ({ file: path, start: 0, end: 1 });
  const tops = [top('ferry', 1, 9), top('ferry', 2, 22 / 72)];
  const draft = { pages: [1, 2, 3], tops, contents: standing(tops) } as unknown as DraftEdition;
  const edition = {
    pageCount: 2,
    leastPages: 2,
    spans: { pages: at('pages'), 'pages.1': at('pages.1') },
    pageRules: [{ first: 1, last: 1, path: 'pages.1' }],
    issueId: '7',
    language: 'en',
    grid: { baseline: pt(11) },
  } as unknown as Edition;
  reportPageCount(draft, { edition, isDraft: false }, context);
  const [fault] = context.diagnostics;
  expect(fault?.message).toContain('into the 2 pages that the manifest asks for, though page 1 stands empty');
  expect(fault?.hint).toContain('Let stories stand on page 1: under `pages`');
  expect(fault?.hint).not.toContain('Cut');
  expect(fault?.span?.file).toBe('pages.1');
});
