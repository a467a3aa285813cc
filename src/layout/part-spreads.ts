import type { Rect } from '../core/geometry.ts';
import { pt, type Pt } from '../core/units.ts';
import type { Fragment, ImageFragment, TextFragment } from '../page/page.ts';
import type { DraftEdition, DraftPage } from './composer.ts';

/** What is on one of the two pages of a spread: text and links no wider than it, pictures that may be seen in part. */
type Half = { readonly fragments: readonly Fragment[]; readonly beads: DraftPage['beads'] };

/** Points by which what ends at the fold may miss it. */
const PLAY = 0.01;

/**
 * Parts each spread at its fold: its matter, composed over both pages as one, becomes that of two pages like all
 * others, in the same order of drawing. Rules, tints, links and the areas of legs that run over the fold become two; a
 * picture stands on both pages, on each with the part that is seen there. Text has been set clear of the fold.
 */
export function partSpreads(draft: DraftEdition): DraftEdition {
  const folds = new Map(
    draft.pages.flatMap(({ index, fold }): [number, Pt][] => (fold === undefined ? [] : [[index, fold]])),
  );
  if (folds.size === 0) return draft;
  const pages = draft.pages.map((page): DraftPage => {
    const { index, label } = page;
    if (page.fold !== undefined)
      return { index, label, ...copied(halfOf(page, page.fold, 'left')), joins: 'next' };
    const before = draft.pages[index - 1];
    if (before?.fold === undefined) return page;
    const right = copied(halfOf(before, before.fold, 'right'));
    return { index, label, ...right, joins: 'previous' };
  });
  const figureBoxes = new Map(
    [...draft.figureBoxes].flatMap(([element, { page, rect }]): [number, { page: number; rect: Rect }][] => {
      const fold = folds.get(page);
      if (fold === undefined || rect.x + rect.width <= fold + PLAY) return [[element, { page, rect }]];
      // The box of a figure is a place on one page: one on two has none (ISO 32000-1, table 344).
      return rect.x < fold - PLAY ? [] : [[element, { page: page + 1, rect: moved(rect, fold) }]];
    }),
  );
  return { ...draft, pages, figureBoxes };
}

const copied = ({ fragments, beads }: Half): Pick<DraftPage, 'fragments' | 'beads'> => ({
  fragments: [...fragments],
  beads: [...beads],
});

/** The matter of one side of a spread, from the left edge of its page. */
function halfOf({ fragments, beads }: DraftPage, fold: Pt, side: 'left' | 'right'): Half {
  const isLeft = side === 'left';
  return {
    fragments: fragments.flatMap((fragment): readonly Fragment[] => {
      switch (fragment.kind) {
        case 'text':
          return isBefore(fragment, fold) === isLeft
            ? [isLeft ? fragment : { ...fragment, x: pt(fragment.x - fold) }]
            : [];
        case 'image':
          return imageOn(fragment, fold, isLeft);
        default: {
          const rect = partOf(fragment.rect, fold, isLeft);
          return rect === null ? [] : [{ ...fragment, rect }];
        }
      }
    }),
    beads: beads.flatMap(({ story, rect }) => {
      const part = partOf(rect, fold, isLeft);
      return part === null ? [] : [{ story, rect: part }];
    }),
  };
}

/** A run of glyphs stands where its middle does: the space at its end may reach over the fold. */
const isBefore = ({ x, run }: TextFragment, fold: Pt): boolean => x + run.x + run.width / 2 < fold;

/** A picture over the fold keeps its size and its pixels on both pages, and shows a part of them on each. */
function imageOn(image: ImageFragment, fold: Pt, isLeft: boolean): readonly ImageFragment[] {
  const seen = partOf(image.rect, fold, isLeft);
  if (seen === null) return [];
  const rect = isLeft ? image.rect : moved(image.rect, fold);
  return [seen.width < rect.width - PLAY ? { ...image, rect, seen } : { ...image, rect }];
}

const moved = (rect: Rect, fold: Pt): Rect => ({ ...rect, x: pt(rect.x - fold) });

/** The part of a rectangle on one side of the fold, from the left edge of its page; null where there is none. */
function partOf(rect: Rect, fold: Pt, isLeft: boolean): Rect | null {
  const left = isLeft ? rect.x : Math.max(rect.x, fold);
  const right = isLeft ? Math.min(rect.x + rect.width, fold) : rect.x + rect.width;
  if (right - left <= PLAY && rect.width > PLAY) return null;
  if (isLeft ? rect.x >= fold : rect.x + rect.width <= fold) return null;
  return { ...rect, x: pt(isLeft ? left : left - fold), width: pt(right - left) };
}

/** One of the pages of a spread; `from` is the left edge of it, points from that of the left page. */
export type SpreadSide = { readonly index: number; readonly label: string; readonly from: number };

/** The page of a spread on which something at `x` stands; any other page is its own. */
export function sideOf({ index, label, fold }: DraftPage, x: number): SpreadSide {
  return fold === undefined || x < fold
    ? { index, label, from: 0 }
    : { index: index + 1, label: String(index + 2), from: fold };
}
