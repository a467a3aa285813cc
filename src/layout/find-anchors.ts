import type { Destination } from '../page/composed-edition.ts';
import type { TextFragment } from '../page/page.ts';
import type { DraftEdition } from './composer.ts';

/**
 * A destination for each id in a story: the head of the line where it first stands. One that stands on no page leads to
 * the top of its story, so that no link leads nowhere.
 */
export function findAnchors(draft: DraftEdition): readonly Destination[] {
  const anchored = draft.matter.flatMap(({ flow, index }) =>
    flow === null ? [] : [...index.anchors.values()].map((anchor) => ({ flow, ...anchor })),
  );
  if (anchored.length === 0) return [];
  const wanted = new Set(anchored.map(({ leaf }) => leaf));
  const places = new Map<number, Omit<Destination, 'name'>>();
  for (const page of draft.pages) {
    for (const fragment of page.fragments) {
      if (fragment.kind !== 'text' || fragment.structure.kind !== 'leaf') continue;
      const { leaf } = fragment.structure;
      if (!wanted.has(leaf) || places.has(leaf)) continue;
      places.set(leaf, { pageIndex: page.index, y: headOf(fragment) });
    }
  }
  return anchored.flatMap(({ flow, leaf, destination }) => {
    const top = draft.tops.find((candidate) => candidate.flow === flow);
    const place = places.get(leaf) ?? top;
    return place === undefined ? [] : [{ name: destination, pageIndex: place.pageIndex, y: place.y }];
  });
}

/** The top of a line of text, with a little white. */
const headOf = ({ y, run }: TextFragment): number => y - 1.2 * run.fontSize;
