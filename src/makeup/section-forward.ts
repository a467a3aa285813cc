import { demandOf } from './allot-pages.ts';
import type { Makeup } from './make-up-pages.ts';
import type { MakeupInput } from './makeup-input.ts';
import type { MadeUpPage, Matter } from './matter.ts';
import { whiteUnder } from './short-pages.ts';
import { backPageCost } from './weights.ts';

/** A page of which so much is white or filler before a section with a page of its own is to be filled. */
const OPEN_SHARE = 0.25;
/** What may be brought there takes so much of that. */
const FILLS = { least: 0.4, most: 1.15 } as const;

/** Column rows of a page that are white at its foot or taken by fillers. */
function openOn(page: MadeUpPage): number {
  const { placed, fillers } = page.makeup;
  return (
    whiteUnder(page) * page.area.columns +
    placed.reduce((sum, { cell, fit }) => sum + cell.columns * fit.fillerRows, 0) +
    fillers.reduce((sum, { columns, rows }) => sum + columns * rows, 0)
  );
}

const openShare = (page: MadeUpPage): number => openOn(page) / (page.area.columns * page.area.rows);

/** What pages cost before the last one of which no small part is white or filler. */
export function openBeforeLast({ pages }: Pick<Makeup, 'pages'>): number {
  return pages.slice(0, -1).reduce((sum, page) => sum + backPageCost(openShare(page)), 0);
}

/**
 * A number with a short section brought forward whole, to where the page before one with a page of its own is far from
 * full: the largest of those behind it that go in; and which one that is. Null where there is no such page, or no such section.
 */
export function sectionForward(
  input: MakeupInput,
  { pages }: Pick<Makeup, 'pages'>,
): { readonly input: MakeupInput; readonly section: string } | null {
  for (const [index, page] of pages.slice(0, -1).entries()) {
    const section = pages[index + 1]?.area.section ?? null;
    if (section === null || page.makeup.placed.length === 0 || openShare(page) < OPEN_SHARE) continue;
    const moved = largestBehind(input, section, openOn(page));
    if (moved === null) continue;
    const others = input.matters.filter((matter) => matter.section !== moved);
    const at = others.findIndex((matter) => matter.section === section);
    const own = input.matters.filter((matter) => matter.section === moved);
    const matters = [...others.slice(0, at), ...own, ...others.slice(at)];
    return { input: { ...input, matters }, section: moved };
  }
  return null;
}

/** The largest section behind another one that takes no more than some column rows; null for none. */
function largestBehind(input: MakeupInput, section: string, open: number): string | null {
  const behind = input.matters.slice(input.matters.findLastIndex((matter) => matter.section === section) + 1);
  const areas = new Map<string, number>();
  for (const matter of behind)
    if (matter.section !== null && mayMove(input, matter))
      areas.set(matter.section, (areas.get(matter.section) ?? 0) + demandOf(matter, input.columns).area);
  const fitting = [...areas].filter(([, area]) => area >= open * FILLS.least && area <= open * FILLS.most);
  return fitting.sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Does the page plan leave it open where the section of a story stands? */
function mayMove({ ownPages, sections, fixed, matters }: MakeupInput, { section }: Matter): boolean {
  const own = new Set(matters.filter((matter) => matter.section === section).map(({ id }) => id));
  return (
    !ownPages.has(section ?? '') &&
    sections.every((planned) => planned.section !== section) &&
    fixed.every(({ ids }) => ids.every((id) => !own.has(id)))
  );
}
