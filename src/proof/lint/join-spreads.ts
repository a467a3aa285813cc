import { pt } from '../../core/units.ts';
import type { Fragment, Page } from '../../page/page.ts';

/** Pages as they are looked at: the two of a spread as one, `8-9`, with what stands on its right page behind the fold. */
export function joinSpreads(pages: readonly Page[]): readonly Page[] {
  return pages.flatMap((page, index): readonly Page[] => {
    if (page.joins === 'previous') return [];
    const right = page.joins === 'next' ? pages[index + 1] : undefined;
    if (right === undefined) return [page];
    const fold = page.size.width;
    const label = `${page.label}-${right.label}`;
    const size = { ...page.size, width: pt(fold + right.size.width) };
    const fragments = [...page.fragments, ...right.fragments.flatMap((one) => movedBy(one, fold))];
    const beads = right.beads.map((bead) => ({ ...bead, rect: { ...bead.rect, x: pt(bead.rect.x + fold) } }));
    return [{ ...page, label, size, fragments, beads: [...page.beads, ...beads] }];
  });
}

/** A picture over the fold is on the left page already, in its whole size. */
function movedBy(fragment: Fragment, fold: number): readonly Fragment[] {
  if (fragment.kind === 'text') return [{ ...fragment, x: pt(fragment.x + fold) }];
  if (fragment.kind === 'image' && fragment.seen !== undefined) return [];
  return [{ ...fragment, rect: { ...fragment.rect, x: pt(fragment.rect.x + fold) } }];
}
