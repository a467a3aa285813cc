import type { PageRule } from './edition.ts';

/**
 * Sections in the order in which the page plan has them: those with a page of their own change places among
 * themselves, the others stay where they are.
 */
export function orderByPages<S extends { readonly id: string }>(
  sections: readonly S[],
  rules: readonly PageRule[],
): readonly S[] {
  const pageOf = new Map(
    rules.flatMap(({ section, first }): [string, number][] => (section === null ? [] : [[section, first]])),
  );
  const placed = sections.filter(({ id }) => pageOf.has(id));
  const ordered = placed.toSorted((a, b) => (pageOf.get(a.id) ?? 0) - (pageOf.get(b.id) ?? 0));
  return sections.map((section) => {
    const at = placed.indexOf(section);
    return at === -1 ? section : (ordered[at] ?? section);
  });
}
