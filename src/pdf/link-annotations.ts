import type { LinkFragment, Page } from '../page/page.ts';
import type { StructureElement, StructureTree } from '../page/structure-tree.ts';
import type { LeafMarks } from './leaf-marks.ts';
import { parseLinkTarget } from './link-target.ts';
import type { GoTo } from './go-to.ts';
import type { ObjectSink } from './object-sink.ts';
import { bytes, dict, name, text, type PdfDict, type PdfRef, type PdfValue } from './pdf-value.ts';
import { toPdfRect } from './pdf-rect.ts';
import type { PlacedAnnotation } from './structure-writer.ts';

/** What the links of an edition are written from. */
export type LinkInput = {
  readonly sink: ObjectSink;
  readonly pages: readonly Page[];
  readonly pageRefs: readonly PdfRef[];
  readonly tree: StructureTree;
  readonly marks: LeafMarks;
  readonly goTo: GoTo;
};

/** Annotation flag Print: PDF/A wants it on every annotation (ISO 19005-2, 6.3.2). */
const PRINT_FLAG = 4;

/**
 * Writes an annotation for each link area, page by page in drawing order. Contents is what the link says, else where
 * it leads. A link broken over lines has several annotations under one Link element.
 */
export function writeLinks(input: LinkInput): readonly PlacedAnnotation[] {
  const elements = new Map<number, StructureElement>();
  collectElements(input.tree.root, elements);
  const placed: PlacedAnnotation[] = [];
  input.pages.forEach((page, index) => {
    for (const fragment of page.fragments) {
      if (fragment.kind !== 'link') continue;
      const structParent = input.pages.length + placed.length;
      const element = elements.get(fragment.element);
      const said = element === undefined ? '' : input.marks.textOf(element).replaceAll('\u00ad', '').trim();
      const ref = input.sink.put(annotation(input, { fragment, page, index, structParent, said }));
      placed.push({ element: fragment.element, page: index, ref, structParent });
    }
  });
  return placed;
}

function annotation(
  input: LinkInput,
  link: {
    readonly fragment: LinkFragment;
    readonly page: Page;
    readonly index: number;
    readonly structParent: number;
    readonly said: string;
  },
): PdfValue {
  const { fragment } = link;
  return dict({
    Type: name('Annot'),
    Subtype: name('Link'),
    Rect: toPdfRect(fragment.rect, link.page.size.height),
    Border: [0, 0, 0],
    F: PRINT_FLAG,
    P: input.pageRefs[link.index],
    Contents: text(link.said === '' ? fragment.target : link.said),
    StructParent: link.structParent,
    ...targetEntries(fragment.target, input.goTo),
  });
}

function targetEntries(target: string, goTo: GoTo): PdfDict['entries'] {
  const parsed = parseLinkTarget(target);
  if (parsed.kind === 'name') return goTo(parsed.name);
  return {
    A: dict({ Type: name('Action'), S: name('URI'), URI: bytes(Buffer.from(parsed.uri, 'latin1')) }),
  };
}

function collectElements(element: StructureElement, elements: Map<number, StructureElement>): void {
  elements.set(element.id, element);
  for (const child of element.children) if (child.kind === 'element') collectElements(child, elements);
}
