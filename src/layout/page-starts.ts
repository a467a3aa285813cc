import type { Fragment } from '../page/page.ts';

/**
 * Where a piece of a story begins: the source of its first text in reading order. Leaves are numbered in that
 * order, so the lowest leaf is the first; within a leaf the fragments stand in order.
 */
export function firstSourceOf(
  fragments: readonly Fragment[],
  story: string,
): { readonly node: string; readonly offset: number } | null {
  let best: { leaf: number; node: string; offset: number } | null = null;
  for (const fragment of fragments) {
    if (fragment.kind !== 'text') continue;
    const { source } = fragment.run.inline;
    // Matter that is repeated here began on an earlier page.
    const leaf = fragment.structure.kind === 'leaf' ? fragment.structure.leaf : undefined;
    if (source === null || source.owner !== story || leaf === undefined) continue;
    const offset = source.offset + fragment.run.start;
    if (
      best === null ||
      leaf < best.leaf ||
      (leaf === best.leaf && source.node === best.node && offset < best.offset)
    ) {
      best = { leaf, node: source.node, offset };
    }
  }
  return best === null ? null : { node: best.node, offset: best.offset };
}
