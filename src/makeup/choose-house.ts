import type { Flow, ModuleMatter } from '../layout/page-plan.ts';

/** A house filler that has a picture. */
export type HousePicture = {
  readonly flow: Flow;
  /** Width ÷ height. */
  readonly ratio: number;
};

/** A picture of this many times the proportion of its place, or less, fills it well enough. */
const WORST_FIT = 1.8;

/** Chooses what fills a hole of some proportion, width ÷ height, and remembers what was used. */
export type HouseChooser = (ratio: number) => ModuleMatter;

/**
 * Opens a chooser for one edition: the picture that was used least so far, of these the one that fits best; where none
 * fits, the paper's name by the layout `pages/house`.
 */
export function houseChooser(pictures: readonly HousePicture[]): HouseChooser {
  const uses = new Map<Flow, number>();
  return (ratio) => {
    const fitting = pictures
      .map((picture) => ({ ...picture, fit: misfit(picture.ratio, ratio) }))
      .filter(({ fit }) => fit <= WORST_FIT)
      .sort((a, b) => (uses.get(a.flow) ?? 0) - (uses.get(b.flow) ?? 0) || a.fit - b.fit);
    const [best] = fitting;
    if (best === undefined) return { kind: 'panel', template: 'house', align: 'middle', at: null };
    const { flow } = best;
    const use = (uses.get(flow) ?? 0) + 1;
    uses.set(flow, use);
    // Each place is read on its own.
    const name = use === 1 ? flow.name : `${flow.name}.${use}`;
    return { kind: 'advertisement', flow: { ...flow, name } };
  };
}

const misfit = (a: number, b: number): number => Math.max(a / b, b / a);
