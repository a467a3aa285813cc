import type { Blueprint, Frame } from '../layout/page-plan.ts';
import type { PageKind } from './makeup-input.ts';

/** The page layouts of an edition. */
export type PageLayouts = {
  readonly front: Blueprint;
  readonly inside: Blueprint;
  /** For the first page of a section; null takes `inside`. */
  readonly section: Blueprint | null;
  /** For the last page; null takes what it would have elsewhere. */
  readonly back: Blueprint | null;
  /** What the manifest wants for pages, by index; of a spread its left page. */
  readonly byPage: ReadonlyMap<number, Blueprint>;
  /** What the manifest wants for the first pages of sections, by section. */
  readonly bySection: ReadonlyMap<string, Blueprint>;
};

/** The layout of a page: what the manifest says of it, else what its place in the paper asks for. */
export function layoutOf(layouts: PageLayouts, { pageIndex, count, role, section }: PageKind): Blueprint {
  const { front, inside, back, byPage, bySection } = layouts;
  const wanted = byPage.get(pageIndex);
  if (wanted !== undefined) return wanted;
  if (pageIndex === 0) return front;
  const own = section === null ? undefined : bySection.get(section);
  if (own !== undefined) return own;
  if (pageIndex === count - 1 && back !== null) return back;
  // The head of a section front is its title: pages without one have the head of others.
  return role === 'section' && section !== null ? (layouts.section ?? inside) : inside;
}

/** The frame in which a layout wants the imprint beside its stories: one for the slot `imprint`, narrower than the page. */
export function imprintFrame({ bands, columns }: Blueprint): Frame | null {
  for (const band of bands) {
    const frames = band.kind === 'frames' ? band.frames : [];
    const frame = frames.find((each) => each.slot === 'imprint' && each.columns < columns);
    if (frame !== undefined) return frame;
  }
  return null;
}

/** The layouts without those of some spreads, by the index of their left page. */
export function withoutSpreads(layouts: PageLayouts, indices: readonly number[]): PageLayouts {
  return { ...layouts, byPage: new Map([...layouts.byPage].filter(([index]) => !indices.includes(index))) };
}

/** Pages of spreads, by index; of each the left one. */
export function spreadStarts({ byPage }: PageLayouts): readonly number[] {
  return [...byPage].flatMap(([index, { isSpread }]) => (isSpread ? [index] : [])).sort((a, b) => a - b);
}
