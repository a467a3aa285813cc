import { expect, test } from 'vitest';
import { markDraft } from '../../../src/build/mark-draft.ts';
import { pt } from '../../../src/core/units.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import type { DraftEdition, DraftPage } from '../../../src/layout/composer.ts';
import type { Fragment } from '../../../src/page/page.ts';

const rule = (x: number, y: number): Fragment => ({
  kind: 'rule',
  rect: { x: pt(x), y: pt(y), width: pt(10), height: pt(5) },
  colour: { red: 0, green: 0, blue: 0 },
  structure: { kind: 'artifact', artifact: 'layout' },
});
const page = (index: number, fragments: Fragment[]): DraftPage => ({
  index,
  label: String(index + 1),
  fragments,
  beads: [],
});
// What marking a draft reads of them.
const draft = {
  pages: [page(0, [rule(40, 50)]), page(1, [rule(40, 50), rule(100, 90)]), page(2, [])],
  furniture: [],
} as unknown as DraftEdition;
const edition = (pageCount: number | null): Edition =>
  ({
    pageCount,
    grid: { live: { x: pt(36), y: pt(36), width: pt(300), height: pt(440) }, baseline: pt(11) },
  }) as unknown as Edition;

test('each page of a draft is marked over its live area', () => {
  const { furniture } = markDraft(draft, edition(null));
  expect(furniture.map(({ pageIndex, template }) => [pageIndex, template])).toEqual([
    [0, 'draft'],
    [1, 'draft'],
    [2, 'draft'],
  ]);
  expect(furniture.every(({ y, height }) => y >= 0 && y + height <= 36)).toBe(true);
});

test('what stands on pages beyond those asked for lies on a tint, and nothing else does', () => {
  const { pages } = markDraft(draft, edition(1));
  expect(pages.map(({ fragments }) => fragments.length)).toEqual([1, 3, 0]);
  const [tint] = pages[1]?.fragments ?? [];
  expect(tint).toMatchObject({ kind: 'rule', rect: { x: 36, y: 46, width: 78, height: 53 } });
  expect(markDraft(draft, edition(null)).pages.map(({ fragments }) => fragments.length)).toEqual([1, 2, 0]);
});
