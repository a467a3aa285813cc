import type { Fragment } from '../page/page.ts';
import type { StructureIndex } from './structure-index.ts';

/**
 * Where a piece of a story begins: the source of its first text in reading order. `leafOf` numbers leaves in that
 * order, so the lowest leaf is the first; within a leaf the fragments stand in order.
 */
export function firstSourceOf(
  fragments: readonly Fragment[],
  story: string,
  index: StructureIndex,
): { readonly node: string; readonly offset: number } | null {
  let best: { leaf: number; node: string; offset: number } | null = null;
  for (const fragment of fragments) {
    if (fragment.kind !== 'text') continue;
    const { source } = fragment.run.inline;
    const leaf = index.leafOf.get(fragment.run.inline);
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
