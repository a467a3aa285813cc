import type { StructureElement, StructureTree } from '../page/structure-tree.ts';
import type { PaintedPage } from './painter.ts';
import { standardRole } from './role-map.ts';

/** One piece of marked content of a leaf, and what the structure says of it where its own text is in another order. */
export type LeafMark = { readonly page: number; readonly mcid: number; readonly spoken?: string };

/** What the structure tree says of its leaves, and what drawing adds to it. */
export type LeafMarks = {
  /** Standard structure type of the element that holds a leaf. Throws for a leaf that no element holds. */
  readonly tagOf: (leaf: number) => string;
  /** Notes the leaves of a page's marks, by MCID, and what the structure says of some. Pages come in order. */
  readonly addPage: (page: number, own: Pick<PaintedPage, 'leaves' | 'spoken'>) => void;
  /** Notes what a fragment of a leaf says. */
  readonly addText: (leaf: number, text: string) => void;
  /** Pieces of a leaf, page by page, in their order there. */
  readonly marksOf: (leaf: number) => readonly LeafMark[];
  /** Elements that hold the marks of a page, by MCID. */
  readonly ownersOf: (page: number) => readonly StructureElement[];
  /** Everything that is said under an element, in reading order. */
  readonly textOf: (element: StructureElement) => string;
};

/** Opens the book of marks for a tree. */
export function createLeafMarks(tree: StructureTree): LeafMarks {
  const owners = new Map<number, StructureElement>();
  collectOwners(tree.root, owners);
  const marks = new Map<number, LeafMark[]>();
  const texts = new Map<number, string>();
  const pages: (readonly StructureElement[])[] = [];
  const ownerOf = (leaf: number): StructureElement => {
    const owner = owners.get(leaf);
    if (owner === undefined)
      throw new Error(`leaf ${leaf} is drawn, but no element of the structure tree holds it`);
    return owner;
  };
  const textOf = (element: StructureElement): string =>
    element.children
      .map((child) => (child.kind === 'leaf' ? (texts.get(child.leaf) ?? '') : textOf(child)))
      .join('');
  return {
    tagOf: (leaf) => standardRole(ownerOf(leaf).role),
    addPage: (page, { leaves, spoken }) => {
      pages[page] = leaves.map(ownerOf);
      leaves.forEach((leaf, mcid) => {
        const known = marks.get(leaf);
        const said = spoken.get(mcid);
        const mark = said === undefined ? { page, mcid } : { page, mcid, spoken: said };
        if (known === undefined) marks.set(leaf, [mark]);
        else known.push(mark);
      });
    },
    addText: (leaf, text) => void texts.set(leaf, (texts.get(leaf) ?? '') + text),
    marksOf: (leaf) => marks.get(leaf) ?? [],
    ownersOf: (page) => pages[page] ?? [],
    textOf,
  };
}

function collectOwners(element: StructureElement, owners: Map<number, StructureElement>): void {
  for (const child of element.children) {
    if (child.kind === 'element') collectOwners(child, owners);
    else if (owners.has(child.leaf)) throw new Error(`leaf ${child.leaf} stands twice in the structure tree`);
    else owners.set(child.leaf, element);
  }
}
