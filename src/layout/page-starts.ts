import type { Fragment } from '../page/page.ts';

/** A place in the order of reading: leaves are numbered in it, and within a leaf the nodes of a story stand in order. */
type Reading = { readonly leaf: number; readonly node: string; readonly offset: number };

/** Where a text begins; null for one that is not the story's own, or that is repeated and began on an earlier page. */
function readingOf(fragment: Fragment, story: string): Reading | null {
  if (fragment.kind !== 'text' || fragment.structure.kind !== 'leaf') return null;
  const { source } = fragment.run.inline;
  if (source === null || source.owner !== story) return null;
  return { leaf: fragment.structure.leaf, node: source.node, offset: source.offset + fragment.run.start };
}

const isBefore = (a: Reading, b: Reading): boolean =>
  a.leaf < b.leaf || (a.leaf === b.leaf && a.node === b.node && a.offset < b.offset);

/** Where a piece of a story begins: the source of its first text in reading order. */
export function firstSourceOf(
  fragments: readonly Fragment[],
  story: string,
): { readonly node: string; readonly offset: number } | null {
  const [first, ...more] = fragments
    .map((fragment) => readingOf(fragment, story))
    .filter((reading) => reading !== null);
  if (first === undefined) return null;
  const { node, offset } = more.reduce((best, each) => (isBefore(each, best) ? each : best), first);
  return { node, offset };
}

/** Those of some fragments whose text comes after all that stands in others: a block may stand later than it is read. */
export function readAfter(
  fragments: readonly Fragment[],
  others: readonly Fragment[],
  story: string,
): readonly Fragment[] {
  const before = others.map((fragment) => readingOf(fragment, story)).filter((reading) => reading !== null);
  const [first, ...more] = before;
  if (first === undefined) return fragments;
  const last = more.reduce((best, each) => (isBefore(best, each) ? each : best), first);
  return fragments.filter((fragment) => {
    const reading = readingOf(fragment, story);
    return reading !== null && isBefore(last, reading);
  });
}
