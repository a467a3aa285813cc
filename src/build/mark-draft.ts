import type { Rect } from '../core/geometry.ts';
import { pt } from '../core/units.ts';
import type { Edition } from '../edition/edition.ts';
import type { DraftEdition } from '../layout/composer.ts';
import type { FurnitureArea } from '../layout/page-plan.ts';
import type { Fragment } from '../page/page.ts';
import type { Colour } from '../style/computed-style.ts';

/** Behind what is over: light enough for small type. */
const TINT: Colour = { red: 1, green: 0.91, blue: 0.76 };
/** From the matter to the edge of its tint, points. */
const AROUND = 4;
/** Rows over the live area in which the mark stands. */
const MARK_ROWS = 2;

/**
 * Marks each page as a draft, by the layout `pages/draft` over the live area, and lays a tint behind the matter of pages
 * beyond those that the manifest asks for.
 */
export function markDraft(draft: DraftEdition, { grid, pageCount }: Edition): DraftEdition {
  const height = MARK_ROWS * grid.baseline;
  const marks = draft.pages.map(({ index }): FurnitureArea => ({
    pageIndex: index,
    role: 'header',
    template: 'draft',
    align: 'top',
    at: null,
    x: grid.live.x,
    y: pt(Math.max(0, grid.live.y - height)),
    width: grid.live.width,
    height: pt(height),
  }));
  const pages = draft.pages.map((page) => {
    if (pageCount === null || page.index < pageCount || page.fragments.length === 0) return page;
    const tint = {
      kind: 'rule' as const,
      rect: boxRound(page.fragments.map(extentOf)),
      colour: TINT,
      structure: { kind: 'artifact' as const, artifact: 'layout' as const },
    };
    return { ...page, fragments: [tint, ...page.fragments] };
  });
  return { ...draft, pages, furniture: [...draft.furniture, ...marks] };
}

/** Where a fragment stands; text from the height of its letters to its descenders. */
function extentOf(fragment: Fragment): Rect {
  if (fragment.kind !== 'text') return fragment.rect;
  const { run, x, y } = fragment;
  return { x: pt(x + run.x), y: pt(y - run.fontSize), width: run.width, height: pt(run.fontSize * 1.25) };
}

function boxRound(rects: readonly Rect[]): Rect {
  const left = Math.min(...rects.map(({ x }) => x)) - AROUND;
  const top = Math.min(...rects.map(({ y }) => y)) - AROUND;
  const right = Math.max(...rects.map(({ x, width }) => x + width)) + AROUND;
  const bottom = Math.max(...rects.map(({ y, height }) => y + height)) + AROUND;
  return { x: pt(left), y: pt(top), width: pt(right - left), height: pt(bottom - top) };
}
