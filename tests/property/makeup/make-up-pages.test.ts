import { describe, expect, it } from 'vitest';
import { emptyMemory } from '../../../src/makeup/search.ts';
import { makeUpPages, type Makeup } from '../../../src/makeup/make-up-pages.ts';
import type { MakeupInput } from '../../../src/makeup/makeup-input.ts';
import type { Cell, Matter, PlacedMatter } from '../../../src/makeup/matter.ts';
import { COLUMNS, madeUpStories, numberOf, randomFrom, ROWS } from './made-up-number.ts';

const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1);
const pagesOf = (seed: number): number => [4, 4, 6, 8, 12][seed % 5] ?? 6;

const adsFor = (seed: number): MakeupInput['ads'] => {
  const random = randomFrom(seed + 7000);
  return Array.from({ length: seed % 3 === 0 ? Math.round(pagesOf(seed) / 2) : 0 }, (_, index) => ({
    id: `ad ${String(index)}`,
    columns: 1 + Math.floor(random() * 5),
    rows: 12 + Math.floor(random() * 30),
    page: null,
  }));
};

const made = new Map<number, Makeup>();

function makeup(seed: number): Makeup {
  const known =
    made.get(seed) ?? makeUpPages(numberOf(madeUpStories(seed, pagesOf(seed), ROWS), { ads: adsFor(seed) }));
  if (known === null) throw new Error(`number ${String(seed)} was not made up`);
  made.set(seed, known);
  return known;
}

const cellsOf = ({ area, makeup: { placed, fillers } }: Makeup['pages'][number]): readonly Cell[] => [
  ...placed.map(({ cell }) => cell),
  ...fillers,
  ...area.ads.map(({ cell }) => cell),
];

const isOver = (a: Cell, b: Cell): boolean =>
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns &&
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows;

/** Cells that stand outside their page, or over another. */
function misplacedCells(page: Makeup['pages'][number]): readonly Cell[] {
  const cells = cellsOf(page);
  return cells.filter((cell, at) => {
    const isInside =
      cell.column >= 0 &&
      cell.row >= 0 &&
      cell.column + cell.columns <= page.area.columns &&
      cell.row + cell.rows <= page.area.rows;
    return !isInside || cells.slice(at + 1).some((other) => isOver(cell, other));
  });
}

const parts = ({ matter }: PlacedMatter): readonly Matter[] => matter.parts ?? [matter];

/** Rows of a column that nothing stands in, the row between two cells not counted. */
function openRows(page: Makeup['pages'][number]): number {
  const { area } = page;
  let open = 0;
  for (let column = 0; column < area.columns; column += 1) {
    const own = cellsOf(page)
      .filter((cell) => column >= cell.column && column < cell.column + cell.columns)
      .sort((a, b) => a.row - b.row);
    let row = 0;
    own.forEach((cell, at) => {
      open += Math.max(0, cell.row - row - (at === 0 ? 0 : 1));
      row = cell.row + cell.rows;
    });
    open += area.rows - row;
  }
  return open;
}

describe('pages of made-up numbers', () => {
  it('keep every module inside the page and off the others', () => {
    const faults = SEEDS.flatMap((seed) => makeup(seed).pages.flatMap(misplacedCells));
    expect(faults).toEqual([]);
  });

  it('give every row of a module to head, picture, legs, white or filler', () => {
    const faults: unknown[] = [];
    for (const seed of SEEDS) {
      for (const { cell, setting, fit } of makeup(seed).pages.flatMap((page) => page.makeup.placed)) {
        const filler = fit.fillerRows === 0 ? 0 : fit.fillerRows + 1;
        const jump = fit.tailRows > 0 ? 1 : 0;
        const rows = setting.headRows + fit.pictureRows + fit.legRows + jump + fit.whiteRows + filler;
        if (setting.columns !== cell.columns || rows !== cell.rows) faults.push({ seed, cell, setting, fit });
      }
    }
    expect(faults).toEqual([]);
  });

  it('place every story once, and all of it', () => {
    for (const seed of SEEDS) {
      const stories = madeUpStories(seed, pagesOf(seed), ROWS);
      const placed = makeup(seed).pages.flatMap((page, index) =>
        page.makeup.placed.flatMap((own) => parts(own).map(({ id }) => ({ id, index, own }))),
      );
      expect(
        placed
          .filter(({ own }) => own.matter.kind !== 'rest')
          .map(({ id }) => id)
          .sort(),
      ).toEqual(stories.map(({ id }) => id).sort());
      const tails = placed.filter(({ own }) => own.fit.tailRows > 0);
      const rests = placed.filter(({ own }) => own.matter.kind === 'rest');
      expect(rests.map(({ id }) => id).sort()).toEqual(tails.map(({ id }) => `${id} goes on`).sort());
      for (const { id, index, own } of tails) {
        expect(own.fit.legRows * own.cell.columns + own.fit.tailRows).toBe(own.setting.bodyRows);
        expect(own.fit.legRows * own.cell.columns).toBeGreaterThanOrEqual(27);
        expect(own.fit.tailRows).toBeGreaterThanOrEqual(40);
        expect(rests.find((rest) => rest.id === `${id} goes on`)?.index).toBeGreaterThan(index);
      }
    }
  });

  it('leave no hole deeper than three lines, and at most a hundredth white, on all pages but the last', () => {
    let short = 0;
    let allWhite = 0;
    let allRoom = 0;
    let pages = 0;
    for (const seed of SEEDS) {
      const own = makeup(seed).pages;
      let white = 0;
      let room = 0;
      for (const page of own.slice(0, -1)) {
        pages += 1;
        if (!page.makeup.isFull) {
          short += 1;
          continue;
        }
        expect(openRows(page)).toBeLessThanOrEqual(
          page.area.ads.length === 0 ? 0 : 2 * COLUMNS * page.area.ads.length,
        );
        for (const { cell, fit } of page.makeup.placed) {
          expect(fit.whiteRows).toBeLessThanOrEqual(3);
          white += fit.whiteRows * cell.columns;
        }
        room += page.area.rows * page.area.columns;
      }
      expect(white).toBeLessThanOrEqual(room * 0.03);
      allWhite += white;
      allRoom += room;
    }
    expect(allWhite).toBeLessThanOrEqual(allRoom * 0.01);
    expect(short).toBeLessThanOrEqual(pages * 0.02);
  });

  it('set the first story of a page at its top, and heads no larger than it', () => {
    const faults: unknown[] = [];
    const size = { spread: 4, lead: 4, second: 3, third: 2, brief: 1 } as const;
    for (const seed of SEEDS) {
      for (const { makeup: own } of makeup(seed).pages) {
        const stories = own.placed.filter(({ matter }) => matter.kind === 'story');
        const [top] = stories;
        const sizes = stories.map(({ setting }) => size[setting.shape]);
        if (top !== undefined && Math.max(...sizes) > size[top.setting.shape]) faults.push({ seed, sizes });
      }
    }
    expect(faults).toEqual([]);
  });

  it('stand advertisements whole at the foot', () => {
    for (const seed of SEEDS.filter((at) => at % 3 === 0)) {
      const { pages, adsLeft } = makeup(seed);
      const placed = pages.flatMap(({ area }) => area.ads);
      expect(placed.length + adsLeft.length).toBe(adsFor(seed).length);
      expect(pages[0]?.area.ads).toEqual([]);
      for (const { area } of pages.filter((page) => page.area.ads.length > 0))
        expect(Math.max(...area.ads.map(({ cell }) => cell.row + cell.rows))).toBe(area.rows);
    }
  });

  it('come out the same a second time', () => {
    for (const seed of SEEDS.slice(0, 20)) {
      const again = makeUpPages(numberOf(madeUpStories(seed, pagesOf(seed), ROWS), { ads: adsFor(seed) }));
      expect(summary(again)).toEqual(summary(makeup(seed)));
    }
  });

  it('stay as they were, but for few, when one story grows by two lines', () => {
    let same = 0;
    let all = 0;
    for (const seed of SEEDS.filter((at) => at % 3 !== 0).slice(0, 60)) {
      const stories = madeUpStories(seed, pagesOf(seed), ROWS);
      const changed = stories.map((story, at) =>
        at === seed % stories.length ? { ...story, lines: story.lines + 2 } : story,
      );
      const before = summary(makeup(seed));
      const after = summary(makeUpPages(numberOf(changed)));
      all += before.length;
      same += before.filter((page, index) => page === after[index]).length;
    }
    expect(same / all).toBeGreaterThan(0.7);
  });

  it('keep what the page plan fixes, and make up the rest round it', () => {
    for (const seed of SEEDS.filter((at) => at % 5 === 2)) {
      const stories = madeUpStories(seed, pagesOf(seed), ROWS);
      const lead = stories.findLast(({ lines }) => lines > 60)?.id ?? '';
      const fixed = [{ pageIndex: 1, slot: 'lead' as const, ids: [lead] }];
      const own = makeUpPages(numberOf(stories, { fixed }));
      const on = own?.pages.findIndex(({ makeup: page }) =>
        page.placed.some(({ matter }) => matter.id === lead),
      );
      expect(on).toBe(1);
      const ids = own?.pages.flatMap((page) =>
        page.makeup.placed.filter(({ matter }) => matter.kind !== 'rest').flatMap(parts),
      );
      expect(ids?.map(({ id }) => id).sort()).toEqual(stories.map(({ id }) => id).sort());
    }
  });

  it('reach as far as a page that the plan fixes beyond the matter, which stands on it', () => {
    for (const seed of SEEDS.filter((at) => at % 25 === 1)) {
      const stories = madeUpStories(seed, pagesOf(seed), ROWS);
      const natural = makeup(seed).pages.length;
      const last = stories.at(-1)?.id ?? '';
      const fixed = [{ pageIndex: natural + 3, slot: 'lead' as const, ids: [last] }];
      const own = makeUpPages(numberOf(stories, { fixed }));
      expect(own?.pages.length).toBe(natural + 4);
      const ids = own?.pages.flatMap((page) =>
        page.makeup.placed.filter(({ matter }) => matter.kind !== 'rest').flatMap(parts),
      );
      expect(ids?.map(({ id }) => id).sort()).toEqual(stories.map(({ id }) => id).sort());
      expect(own?.pages.at(-1)?.makeup.placed.map(({ matter }) => matter.id)).toContain(last);
    }
  });

  it('begin sections on the pages that the plan gives them, and keep those pages to them', () => {
    let checked = 0;
    for (const seed of SEEDS.filter((at) => at % 15 === 4)) {
      const stories = madeUpStories(seed, pagesOf(seed), ROWS);
      const names = [...new Set(stories.map(({ section }) => section))];
      const [first, second] = names;
      if (first === undefined || second === undefined || names.length < 2) continue;
      const sections = [
        { section: first, firstIndex: 0, lastIndex: 5 },
        { section: second, firstIndex: 6, lastIndex: null },
      ];
      const own = makeUpPages(numberOf(stories, { sections }));
      if (own === null || own.isOffPlan) continue;
      own.pages.forEach(({ makeup: page }, index) => {
        const standing = new Set(
          page.placed.filter(({ matter }) => matter.kind !== 'rest').map(({ matter }) => matter.section),
        );
        if (index < 6) expect([...standing].filter((name) => name !== first)).toEqual([]);
        else expect(standing.has(first)).toBe(false);
      });
      expect(own.pages[6]?.makeup.placed[0]?.matter.section).toBe(second);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(4);
  });

  it('put nothing on a closed page but what is fixed there', () => {
    for (const seed of SEEDS.filter((at) => at % 15 === 7)) {
      const stories = madeUpStories(seed, pagesOf(seed), ROWS);
      const lead = stories.find(({ lines }) => lines > 60)?.id ?? '';
      const fixed = [{ pageIndex: 2, slot: 'lead' as const, ids: [lead] }];
      const own = makeUpPages(numberOf(stories, { fixed, closed: new Set([2]) }));
      expect(own?.pages[2]?.makeup.placed.map(({ matter }) => matter.id)).toEqual([lead]);
    }
  });

  it('take work in proportion to their pages', () => {
    const stepsOf = (pages: number): number => {
      const all = [1, 2].map((seed) => {
        const memory = emptyMemory();
        const own = makeUpPages(numberOf(madeUpStories(seed, pages, ROWS)), memory);
        // Choices that cannot stand on a page by their size alone are not even remembered: they are thousands a page.
        expect(memory.known.size).toBeLessThan(pages * KNOWN_MOST);
        return own;
      });
      const steps = all.reduce((sum, own) => sum + (own?.steps ?? 0), 0);
      return steps / all.reduce((sum, own) => sum + (own?.pages.length ?? 0), 0);
    };
    // Small numbers seldom use up the steps that a page has.
    expect(stepsOf(128)).toBeLessThan(stepsOf(64) * 2);
  });
});

/** Choices of matter for a page that are looked at, as a mean over the pages. */
const KNOWN_MOST = 400;

/** Which stories stand where, page by page. */
function summary(own: Makeup | null): readonly string[] {
  return (own?.pages ?? []).map(({ makeup: page }) =>
    page.placed
      .map(({ matter, cell }) => `${matter.id} ${String(cell.column)}+${String(cell.columns)}`)
      .join(', '),
  );
}
