import type { Flow, ModuleMatter } from '../layout/page-plan.ts';

/** A house filler that has a picture. */
export type HousePicture = {
  readonly flow: Flow;
  /** Width ÷ height. */
  readonly ratio: number;
};

/** A picture of this many times the proportion of its place, or less, fills it well enough. */
const WORST_FIT = 1.4;
/** A picture is seen so often in one edition, and never twice on a page. */
const MOST_USES = 2;

/** Chooses what fills a hole of some proportion, width ÷ height, on a page, and remembers what was used. */
export type HouseChooser = (ratio: number, pageIndex: number) => ModuleMatter;

/**
 * Opens a chooser for one edition: the picture that was used least so far, of these the one that fits best; where none
 * fits, the paper's name by the layout `pages/house`.
 */
export function houseChooser(pictures: readonly HousePicture[]): HouseChooser {
  const uses = new Map<Flow, number[]>();
  return (ratio, pageIndex) => {
    const fitting = pictures
      .map((picture) => {
        const pages = uses.get(picture.flow) ?? [];
        return { ...picture, pages, fit: misfit(picture.ratio, ratio) };
      })
      .filter(({ fit, pages }) => fit <= WORST_FIT && pages.length < MOST_USES && !pages.includes(pageIndex))
      .sort((a, b) => a.pages.length - b.pages.length || a.fit - b.fit);
    const [best] = fitting;
    if (best === undefined) return { kind: 'panel', template: 'house', align: 'middle', at: null };
    const { flow, pages } = best;
    uses.set(flow, [...pages, pageIndex]);
    const use = pages.length + 1;
    // Each place is read on its own.
    const name = use === 1 ? flow.name : `${flow.name}.${use}`;
    return { kind: 'advertisement', flow: { ...flow, name } };
  };
}

const misfit = (a: number, b: number): number => Math.max(a / b, b / a);
