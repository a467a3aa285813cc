import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFRef, type PDFPage } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spreadGrid } from '../../src/layout/spread-grid.ts';
import type { Page } from '../../src/page/page.ts';
import type { StructureChild, StructureElement } from '../../src/page/structure-tree.ts';
import { composeFiles, type ComposedIssue } from '../tools/compose-issue.ts';
import { runGalley } from '../tools/run-galley.ts';

// A paper with a spread on pages 2 and 3: a head and a picture over both, columns on both sides of the fold.

const scratch = mkdtempSync(join(tmpdir(), 'galley-spread-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const WORDS =
  'the river bends slowly round every old town and nobody who lives there has ever asked it why'.split(' ');
const text = (words: number, from: number): string =>
  Array.from({ length: Math.ceil(words / 45) }, (_, paragraph) => {
    const own = Array.from({ length: 45 }, (__, at) => WORDS[(from + paragraph * 7 + at * 5) % WORDS.length]);
    return `Now ${own.join(' ')}.`;
  }).join('\n\n');

const story = (headline: string, words: number, more = ''): string =>
  `---\nheadline: ${headline}\n${more}---\n${text(words, headline.length)}\n`;

const PICTURE =
  'deck: From one bank to the other\npicture:\n  file: river.png\n  alt: A river between two towns\n  cutline: The river between the towns, drawn from the hill\n  crop: 3:1 to 6:1\n';

const SHORT = ['gulls', 'ropes', 'nets', 'salt', 'tar', 'lamps'];

function files(pages: string, river: Uint8Array): Record<string, string | Uint8Array> {
  return {
    'issue.yaml': `name: The Quay\nnumber: 7\ndate: 2026-05-04\n${pages}`,
    'images/river.png': river,
    'articles/river.md': story('Two towns look at one river and wonder', 900, PICTURE),
    'articles/tides.md': story('High water comes early this week', 260),
    ...Object.fromEntries(
      SHORT.map((name, at) => [
        `articles/${name}.md`,
        story(`What became of all the ${name} here`, 300 + at * 40),
      ]),
    ),
  };
}

const PLAN = 'pages:\n  2-3: { layout: centre, lead: river, second: tides }\n';
let river: Uint8Array;
let made: ComposedIssue;
beforeAll(async () => {
  const background = { r: 90, g: 120, b: 140 };
  river = await sharp({ create: { width: 2400, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
  made = await composeFiles(files(PLAN, river));
});

const spreadOf = ({ set }: ComposedIssue): readonly [Page, Page] => {
  const [left, right] = set.composed.pages.filter(({ joins }) => joins !== undefined);
  if (left === undefined || right === undefined) throw new Error('there is no spread');
  return [left, right];
};

/** The letter that comes nearest to the fold on both sides, points. */
function nearestToFold(issue: ComposedIssue): number {
  const [left, right] = spreadOf(issue);
  const edges = [left, right].flatMap((page) =>
    page.fragments.flatMap((fragment) => {
      if (fragment.kind !== 'text') return [];
      const { run, x } = fragment;
      let pen = x + run.x;
      return run.texts.map((said, at) => {
        const from = pen;
        pen += (run.advances[at] ?? 0) * run.scale;
        // Hyphens, stops and quotes hang into the gutter, as in every column.
        if (!/[\p{L}\p{N}]/u.test(said)) return Infinity;
        return page === left ? page.size.width - pen : from;
      });
    }),
  );
  return Math.min(...edges);
}

function elements(root: StructureElement, role: RegExp): readonly StructureElement[] {
  const inside = root.children.flatMap((child) => (child.kind === 'element' ? elements(child, role) : []));
  return role.test(root.role) ? [root, ...inside] : inside;
}

function leavesOf({ children }: StructureElement): readonly number[] {
  return children.flatMap((child: StructureChild) =>
    child.kind === 'leaf' ? [child.leaf] : leavesOf(child),
  );
}

const saidOn = (page: Page, leaves: readonly number[]): string =>
  page.fragments
    .flatMap((fragment) =>
      fragment.kind === 'text' &&
      fragment.structure.kind === 'leaf' &&
      leaves.includes(fragment.structure.leaf)
        ? fragment.run.texts
        : [],
    )
    .join('');

test('the two pages are pages 2 and 3 of the paper, joined, and nothing is reported', () => {
  expect(made.diagnostics).toEqual([]);
  expect(spreadOf(made).map(({ label, joins, size }) => [label, joins, size.width])).toEqual([
    ['2', 'next', 720],
    ['3', 'previous', 720],
  ]);
  expect(made.set.composed.pages.map(({ label }) => label)).toEqual(
    made.set.composed.pages.map((_, index) => String(index + 1)),
  );
});

test('no letter is nearer to the fold than half a gutter', () => {
  const { gutter } = spreadGrid(made.edition.grid);
  expect(gutter).toBeGreaterThan(made.edition.grid.gutter);
  expect(nearestToFold(made)).toBeGreaterThanOrEqual(gutter / 2 - 0.01);
});

test('the head runs over both pages as one heading, parted between two words', () => {
  const { root } = made.set.composed.structure;
  const head = elements(root, /^H2$/).find((each) =>
    spreadOf(made).every((page) => saidOn(page, leavesOf(each)) !== ''),
  );
  if (head === undefined) throw new Error('no head stands on both pages');
  const [left, right] = spreadOf(made).map((page) => saidOn(page, leavesOf(head)));
  expect(`${left}${right}`).toBe('Two towns look at one river and wonder');
  expect(left).toMatch(/ $/);
});

test('the picture is one figure, seen in part on each page, without a box of one page', () => {
  const [figure, ...others] = elements(made.set.composed.structure.root, /^Figure$/);
  expect(others).toEqual([]);
  expect(figure?.box).toBeNull();
  const [left, right] = spreadOf(made).map((page) => page.fragments.filter(({ kind }) => kind === 'image'));
  expect([left?.length, right?.length]).toEqual([1, 1]);
  const [one, other] = [left?.[0], right?.[0]];
  if (one?.kind !== 'image' || other?.kind !== 'image') throw new Error('the picture is not on both pages');
  expect(one.structure).toEqual(other.structure);
  expect([other.rect.width, other.rect.height]).toEqual([one.rect.width, one.rect.height]);
  expect(one.rect.x - other.rect.x).toBe(720);
  expect((one.seen?.width ?? 0) + (other.seen?.width ?? 0)).toBeCloseTo(one.rect.width, 6);
  expect([(one.seen?.x ?? 0) + (one.seen?.width ?? 0), other.seen?.x]).toEqual([720, 0]);
});

test('its text goes on behind the fold, where the page map says that page 3 begins', () => {
  const own = made.set.composed.pageMap.starts.filter(({ story: name }) => name === 'river');
  expect(own.map(({ pageIndex, isFirst }) => [pageIndex, isFirst])).toEqual([
    [1, true],
    [2, false],
  ]);
  expect(own[1]?.node).not.toBe(own[0]?.node);
  for (const page of spreadOf(made)) {
    const legs = page.beads.filter(({ story: name, rect }) => name === 'river' && rect.width < 160);
    expect(legs.length).toBeGreaterThanOrEqual(3);
  }
});

test('the dummy shows both pages as one, with the lead over the fold and the other story on one side of it', () => {
  const dummy = made.set.dummies?.find(({ page }) => page === 2);
  expect(dummy).toMatchObject({ through: 3, columns: 8 });
  expect(made.set.dummies?.some(({ page }) => page === 3)).toBe(false);
  const [lead, other] = ['river', 'tides'].map((name) =>
    dummy?.modules.find(({ stories }) => stories.includes(name)),
  );
  expect(lead?.shape).toBe('spread');
  expect(lead?.rect.column).toBeLessThan(4);
  expect((lead?.rect.column ?? 0) + (lead?.rect.columns ?? 0)).toBeGreaterThan(4);
  const [from, to] = [other?.rect.column ?? 0, (other?.rect.column ?? 0) + (other?.rect.columns ?? 0)];
  expect(from >= 4 || to <= 4).toBe(true);
});

test('a number of two stories has its spread by the frames of the layout, as clear of the fold', async () => {
  const all = files(PLAN, river);
  const few = Object.fromEntries(
    Object.entries(all).filter(([path]) => !SHORT.some((name) => path === `articles/${name}.md`)),
  );
  const issue = await composeFiles(few);
  expect(issue.set.dummies).toBeNull();
  expect(nearestToFold(issue)).toBeGreaterThanOrEqual(spreadGrid(issue.edition.grid).gutter / 2 - 0.01);
  expect(spreadOf(issue).every(({ beads }) => beads.length > 0)).toBe(true);
});

test('a theme that sets stories as a book refuses it', async () => {
  await expect(composeFiles(files(`theme: reader\n${PLAN}`, river))).rejects.toThrow('as a book does');
});

const imagesOf = (page: PDFPage): readonly string[] => {
  const images = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  return (images?.values() ?? []).map((ref) => (ref instanceof PDFRef ? ref.toString() : 'direct'));
};

test('the saved file has the picture once, the pages side by side, and no fault', async () => {
  for (const [path, data] of Object.entries(files(PLAN, river))) {
    mkdirSync(dirname(join(scratch, 'in', path)), { recursive: true });
    writeFileSync(join(scratch, 'in', path), data);
  }
  const out = join(scratch, 'out');
  const run = await runGalley(['build', join(scratch, 'in'), '--out', out, '--no-cache'], scratch);
  expect(run).toMatchObject({ exitCode: 0 });
  const name = readdirSync(out).find((each) => each.endsWith('.pdf')) ?? '';
  const document = await PDFDocument.load(readFileSync(join(out, name)), { updateMetadata: false });
  expect(document.catalog.get(PDFName.of('PageLayout'))?.toString()).toBe('/TwoPageRight');
  const [, left, right] = document.getPages().map(imagesOf);
  expect(left).toHaveLength(1);
  expect(right).toEqual(left);
});
