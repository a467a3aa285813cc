import type { Rect } from '../core/geometry.ts';
import type { StructureChild, StructureElement, StructureRole } from '../page/structure-tree.ts';
import type { IndexedMatter, Insertion } from './composer.ts';
import type { StructureNumbers } from './structure-index.ts';

/** The element that a flow's matter hangs on: an article a story, a section the imprint. */
export function flowElement(
  matter: IndexedMatter,
  numbers: StructureNumbers,
  documentLanguage: string,
): StructureElement {
  const { flow, index } = matter;
  return {
    kind: 'element',
    id: numbers.nextElement(),
    role: flow === null ? 'Div' : flow.kind === 'story' ? 'Art' : 'Sect',
    language: flow === null || flow.language === documentLanguage ? null : flow.language,
    alt: null,
    expansion: null,
    title: flow === null ? null : flow.title,
    name: flow?.name ?? null,
    box: null,
    children: index.children,
  };
}

/** Writes the layout boxes of figures into a finished tree. */
export function withFigureBoxes(
  element: StructureElement,
  boxes: ReadonlyMap<number, { readonly page: number; readonly rect: Rect }>,
): StructureElement {
  return {
    ...element,
    box: boxes.get(element.id) ?? element.box,
    children: element.children.map((child) =>
      child.kind === 'leaf' ? child : withFigureBoxes(child, boxes),
    ),
  };
}

const GROUPING: ReadonlySet<StructureRole> = new Set<StructureRole>([
  'Document',
  'Sect',
  'Art',
  'Div',
  'BlockQuote',
]);

/** Puts elements right after the block that holds their leaf: a paragraph stays one, and what interrupts it follows. */
export function withInsertions(root: StructureElement, insertions: readonly Insertion[]): StructureElement {
  if (insertions.length === 0) return root;
  const byLeaf = new Map<number, StructureElement[]>();
  for (const { afterLeaf, elements } of insertions) {
    byLeaf.set(afterLeaf, [...(byLeaf.get(afterLeaf) ?? []), ...elements]);
  }
  return insertInto(root, byLeaf);
}

function insertInto(
  element: StructureElement,
  byLeaf: ReadonlyMap<number, readonly StructureElement[]>,
): StructureElement {
  if (!GROUPING.has(element.role)) return element;
  const children = element.children.flatMap((child): readonly StructureChild[] => {
    const isGroup = child.kind === 'element' && GROUPING.has(child.role);
    if (isGroup) return [insertInto(child, byLeaf)];
    return [child, ...leavesOf(child).flatMap((leaf) => byLeaf.get(leaf) ?? [])];
  });
  return { ...element, children };
}

function leavesOf(child: StructureChild): readonly number[] {
  return child.kind === 'leaf' ? [child.leaf] : child.children.flatMap(leavesOf);
}
