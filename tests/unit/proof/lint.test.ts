import { describe, expect, it } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import type { Rect } from '../../../src/core/geometry.ts';
import { lintEdition } from '../../../src/proof/lint/edition-rules.ts';
import type { PageFacts } from '../../../src/proof/lint/page-facts.ts';

const BASELINE = 11;
const LIVE: Rect = { x: pt(0), y: pt(0), width: pt(600), height: pt(700) };

const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x: pt(x),
  y: pt(y),
  width: pt(width),
  height: pt(height),
});

const head = (story: string, place: Rect, size = 36, words = 7): PageFacts['heads'][number] => ({
  story,
  rect: place,
  size,
  words,
});

const leg = (story: string, place: Rect): PageFacts['legs'][number] => ({ story, rect: place });

function page(more: Partial<PageFacts>, label = '1'): PageFacts {
  return { label, heads: [], legs: [], pictures: [], cutlines: [], stops: [], smallest: null, ...more };
}

function rulesWithJumps(jumping: ReadonlySet<string>, pages: readonly PageFacts[]): readonly string[] {
  return lintEdition({
    pageCount: pages.length,
    pages,
    baseline: BASELINE,
    live: LIVE,
    jumping,
    paragraphs: [],
  }).map(({ rule }) => rule);
}

function rulesOf(...pages: readonly PageFacts[]): readonly string[] {
  return rulesWithJumps(new Set(pages.flatMap(({ legs }) => legs.map(({ story }) => story))), pages);
}

const EMPTY = page({}, '2');
const legs = (story: string, depth: number, count = 2): PageFacts['legs'] =>
  Array.from({ length: count }, (_, at) => leg(story, rect(at * 150, 100, 141, depth)));

/** For each rule a page that keeps it and one that breaks it. */
const CASES: readonly (readonly [string, PageFacts, PageFacts])[] = [
  [
    'tombstone',
    page({ heads: [head('a', rect(0, 0, 280, 40), 42), head('b', rect(300, 0, 280, 40), 30)] }),
    page({ heads: [head('a', rect(0, 0, 280, 40)), head('b', rect(300, 5, 280, 40), 32)] }),
  ],
  [
    'hierarchy',
    page({ heads: [head('a', rect(0, 0, 280, 40), 42), head('b', rect(0, 300, 280, 40), 30)] }),
    page({ heads: [head('a', rect(0, 0, 280, 40), 30), head('b', rect(100, 300, 280, 40), 42)] }),
  ],
  ['leg-depth', page({ legs: legs('a', 200) }), page({ legs: legs('a', 100) })],
  ['leg-depth', page({ legs: legs('a', 720) }), page({ legs: legs('a', 740) })],
  [
    'uneven-legs',
    page({ legs: [leg('a', rect(0, 100, 141, 200)), leg('a', rect(150, 100, 141, 189))] }),
    page({ legs: [leg('a', rect(0, 100, 141, 200)), leg('a', rect(150, 100, 141, 167))] }),
  ],
  [
    'dominant-picture',
    page({ pictures: [rect(0, 0, 300, 200), rect(0, 300, 200, 200)] }),
    page({ pictures: [rect(0, 0, 300, 200), rect(0, 300, 250, 200)] }),
  ],
  [
    'cutline-width',
    page({ cutlines: [leg('a', rect(0, 0, 72, 20))] }),
    page({ cutlines: [leg('a', rect(0, 0, 70, 20))] }),
  ],
  [
    'minimum-size',
    page({ smallest: { size: 6, text: 'Photo' } }),
    page({ smallest: { size: 5.5, text: 'Photo' } }),
  ],
  [
    'head-length',
    page({ heads: [head('a', rect(0, 0, 280, 40), 36, 5)] }),
    page({ heads: [head('a', rect(0, 0, 280, 40), 36, 11)] }),
  ],
  [
    'dollar-bill',
    page({ legs: legs('a', 300, 4), stops: [rect(150, 240, 141, 11)] }),
    page({ legs: legs('a', 300, 4) }),
  ],
];

describe('the rules of make-up', () => {
  it.each(CASES)('%s: told of the bad page and not of the good one', (rule, good, bad) => {
    expect(rulesOf(good, EMPTY)).not.toContain(rule);
    expect(rulesOf(bad, EMPTY)).toContain(rule);
  });

  it('wants at least 4 inches before a jump and 6 after it', () => {
    const good = [page({ legs: legs('a', 144) }), page({ legs: legs('a', 216) }, '2')];
    expect(rulesOf(...good)).toEqual([]);
    expect(rulesOf(page({ legs: legs('a', 144, 1) }), page({ legs: legs('a', 216) }, '2'))).toEqual([
      'jump-length',
    ]);
    expect(rulesOf(page({ legs: legs('a', 150) }), page({ legs: legs('a', 200) }, '2'))).toEqual([
      'jump-length',
    ]);
  });

  it('wants one jump a story, and one page for the jumps of a page', () => {
    const own = (label: string, ...stories: readonly string[]): PageFacts =>
      page({ legs: stories.flatMap((story) => legs(story, 300)) }, label);
    const jumps = (...pages: readonly PageFacts[]): readonly string[] =>
      rulesOf(...pages).filter((rule) => rule.startsWith('jump'));
    expect(jumps(own('1', 'a', 'b'), own('2', 'a', 'b'))).toEqual([]);
    expect(jumps(own('1', 'a'), own('2', 'a'), own('3', 'a'))).toEqual(['jump-once']);
    expect(jumps(own('1', 'a', 'b'), own('2', 'a'), own('3', 'b'))).toEqual(['jump-pages']);
  });

  it('takes no story for jumping that runs on without a jump line', () => {
    const pages = ['1', '2', '3', '4'].map((label) => page({ legs: [leg('a', rect(0, 0, 300, 60))] }, label));
    expect(rulesOf(...pages)).toContain('jump-once');
    expect(rulesWithJumps(new Set(), pages).filter((rule) => rule.startsWith('jump'))).toEqual([]);
  });

  it('wants a last page that is worth its paper', () => {
    const last = (depth: number): readonly string[] =>
      rulesOf(page({}), page({ legs: [...legs('a', depth), leg('@imprint', rect(0, 800, 600, 80))] }, '2'));
    expect(last(190)).not.toContain('short-last-page');
    expect(last(150)).toContain('short-last-page');
    expect(rulesOf(page({ legs: legs('a', 150) }))).not.toContain('short-last-page');
  });

  it('wants pages in pairs, and tells place, story and cure', () => {
    expect(rulesOf(page({}))).toEqual(['page-count']);
    const [finding] = lintEdition({
      pageCount: 2,
      pages: [page({ smallest: { size: 5, text: 'Photo' } }), EMPTY],
      baseline: BASELINE,
      live: LIVE,
      jumping: new Set(),
      paragraphs: [],
    });
    expect(finding).toMatchObject({ rule: 'minimum-size', page: '1', story: null });
    expect(finding?.message).toContain('5.0 pt: "Photo"');
    expect(finding?.cure).toContain('6 pt');
  });
});
