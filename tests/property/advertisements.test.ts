import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rect } from '../../src/core/geometry.ts';
import { dumpPages } from '../../src/page/dump-pages.ts';
import type { ImageFragment, Page } from '../../src/page/page.ts';
import { composeFiles } from '../tools/compose-issue.ts';

/*
 * Issues of made-up stories with advertisements, composed by the real stages: whether pages are made up of modules or
 * filled by bands, what was sold stands whole and once, at the foot, and no line of a story runs into it.
 */

const seed = 1447;
const numRuns = 12;
const ROUNDING = 0.05;
/** Quotation marks and hyphens hang out of a column. */
const HANGING = 3;

const PICTURE = readFileSync(join(import.meta.dirname, '../diagnostics/GA155/in/images/chandlery.png'));
const SENTENCE =
  'The ferry went over in the fog, and nobody on the quay could say when it would be back again. ';

const ad = fc.record({
  columns: fc.integer({ min: 1, max: 3 }),
  depth: fc.integer({ min: 15, max: 60 }),
  page: fc.option(fc.integer({ min: 1, max: 2 })),
});
const issue = fc.record({
  lengths: fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 7 }),
  ads: fc.array(ad, { minLength: 1, maxLength: 4 }),
});

type AdRow = { readonly columns: number; readonly depth: number; readonly page: number | null };

type Made = { readonly lengths: readonly number[]; readonly ads: readonly AdRow[] };

function filesOf({ lengths, ads }: Made): Readonly<Record<string, string | Uint8Array>> {
  const rows = ads.map(({ columns, depth, page }, index) => {
    const where = page === null ? '' : `, page: ${page}`;
    return `  - { picture: a${index}.png, alt: Rope ${index}, size: ${columns} columns x ${depth} mm${where} }`;
  });
  const ids = lengths.map((_, index) => `s${index}`);
  return {
    'issue.yaml': [
      'name: Harbour Herald\nnumber: 7\ndate: 2024-05-03\nformat: compact-tabloid',
      `sections:\n  all: { title: All, stories: [${ids.join(', ')}] }`,
      `ads:\n${rows.join('\n')}\n`,
    ].join('\n'),
    ...Object.fromEntries(
      lengths.map((length, index) => [
        `articles/s${index}.md`,
        `---\nheadline: Story ${index} of the quay\n---\n${`${SENTENCE.repeat(3)}\n\n`.repeat(Math.ceil(length / 3))}`,
      ]),
    ),
    ...Object.fromEntries(ads.map((_, index) => [`images/a${index}.png`, PICTURE])),
  };
}

const picturesOf = (page: Page): readonly ImageFragment[] =>
  page.fragments.filter((fragment) => fragment.kind === 'image');

const overlap = (a: Rect, b: Rect): boolean =>
  a.x + HANGING < b.x + b.width &&
  b.x + HANGING < a.x + a.width &&
  a.y + ROUNDING < b.y + b.height &&
  b.y + ROUNDING < a.y + a.height;

test('advertisements stand whole and once, at a column, over nothing else, on the page they asked for', async () => {
  await fc.assert(
    fc.asyncProperty(issue, async (made) => {
      const { set, edition } = await composeFiles(filesOf(made));
      const { pages } = set.composed;
      const { live, columns, gutter } = edition.grid;
      const found = pages.flatMap((page) => picturesOf(page).map((picture) => ({ page, picture })));
      expect(found.map(({ picture }) => picture.file).sort()).toEqual(
        made.ads.map((_, index) => `/paper/images/a${index}.png`).sort(),
      );
      for (const { page, picture } of found) {
        const { rect, crop } = picture;
        const sold = made.ads[Number(/a(\d)\.png$/.exec(picture.file)?.[1])];
        expect(crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
        if (sold?.page != null) expect(page.index).toBe(sold.page - 1);
        expect(rect.x).toBeGreaterThanOrEqual(live.x - ROUNDING);
        const step = (live.width + gutter) / columns;
        const at = (rect.x - live.x) / step;
        expect(Math.abs(at - Math.round(at)) * step).toBeLessThan(ROUNDING);
        expect(rect.x + rect.width).toBeLessThanOrEqual(live.x + live.width + ROUNDING);
        expect(rect.y + rect.height).toBeLessThanOrEqual(live.y + live.height + ROUNDING);
        const others = picturesOf(page).filter((other) => other !== picture);
        expect(others.filter((other) => overlap(other.rect, rect))).toEqual([]);
        const stories = page.beads.filter(({ story }) => !story.startsWith('@ad.'));
        expect(stories.filter((bead) => overlap(bead.rect, rect))).toEqual([]);
      }
    }),
    { seed, numRuns },
  );
});

test('the names of the files of stories do not count', async () => {
  const made: Made = { lengths: [40, 12, 25, 8], ads: [{ columns: 2, depth: 40, page: null }] };
  const files = filesOf(made);
  const turned = Object.fromEntries(Object.entries(files).toReversed());
  const dumps = await Promise.all([files, turned].map(async (each) => (await composeFiles(each)).set));
  const [first, second] = dumps.map(({ composed }) => dumpPages(composed));
  expect(second).toBe(first);
});
