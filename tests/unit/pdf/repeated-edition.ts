import type { ComposedEdition } from '../../../src/page/composed-edition.ts';
import type { Fragment } from '../../../src/page/page.ts';
import type { StructureChild, StructureElement } from '../../../src/page/structure-tree.ts';
import { sampleEdition } from './sample-edition.ts';

/** The sample so many times over, each with leaves, elements and stories of its own. */
export function repeated(times: number): ComposedEdition {
  const one = sampleEdition();
  const stride = 100;
  const shiftFragment = (fragment: Fragment, by: number): Fragment => {
    if (fragment.kind === 'link') return { ...fragment, element: fragment.element + by };
    const { structure } = fragment;
    return structure.kind === 'leaf'
      ? { ...fragment, structure: { kind: 'leaf', leaf: structure.leaf + by } }
      : fragment;
  };
  const shiftChild = (child: StructureChild, by: number, page: number): StructureChild =>
    child.kind === 'leaf' ? { kind: 'leaf', leaf: child.leaf + by } : shiftElement(child, by, page);
  const shiftElement = (element: StructureElement, by: number, page: number): StructureElement => ({
    ...element,
    id: element.id + by,
    box: element.box === null ? null : { ...element.box, page: element.box.page + page },
    children: element.children.map((child) => shiftChild(child, by, page)),
  });
  const copies = Array.from({ length: times }, (_, copy) => copy);
  return {
    ...one,
    pages: copies.flatMap((copy) =>
      one.pages.map((page) => ({
        ...page,
        index: page.index + 2 * copy,
        label: String(page.index + 2 * copy + 1),
        fragments: page.fragments.map((fragment) => shiftFragment(fragment, copy * stride)),
        beads: page.beads.map((bead) => ({ ...bead, story: `${bead.story}-${copy}` })),
      })),
    ),
    structure: {
      root: {
        ...one.structure.root,
        children: copies.flatMap((copy) =>
          one.structure.root.children.map((child) => shiftChild(child, copy * stride, copy * 2)),
        ),
      },
    },
  };
}
