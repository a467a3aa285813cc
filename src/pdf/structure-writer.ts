import type { StructureElement, StructureTree } from '../page/structure-tree.ts';
import type { LeafMark, LeafMarks } from './leaf-marks.ts';
import { numberTree } from './number-tree.ts';
import type { ObjectSink } from './object-sink.ts';
import { dict, name, text, type PdfDict, type PdfRef, type PdfValue } from './pdf-value.ts';
import type { PageFrame } from './page-frame.ts';
import { createRoleWriter, type RoleWriter } from './role-writer.ts';
import { elementAttributes } from './structure-attributes.ts';

/** A link annotation, as its Link element refers to it. */
export type PlacedAnnotation = {
  readonly element: number;
  readonly page: number;
  readonly ref: PdfRef;
  /** Key of the annotation in the parent tree. */
  readonly structParent: number;
};

/** What the structure is written from. */
export type StructureInput = {
  readonly sink: ObjectSink;
  readonly tree: StructureTree;
  readonly marks: LeafMarks;
  readonly pageRefs: readonly PdfRef[];
  readonly frames: readonly PageFrame[];
  readonly annotations: readonly PlacedAnnotation[];
  /** References reserved for the elements, by id. */
  readonly elements: ReadonlyMap<number, PdfRef>;
  /** Roles by namespaces of PDF 2.0 instead of a role map. */
  readonly hasNamespaces: boolean;
};

type Writing = StructureInput & {
  readonly roles: RoleWriter;
  readonly refs: ReadonlyMap<number, PdfRef>;
  readonly byElement: ReadonlyMap<number, readonly PlacedAnnotation[]>;
  /** Elements of single marks, by page and MCID. */
  readonly spans: Map<string, PdfRef>;
};

/**
 * Writes the structure tree and its parent tree (ISO 32000-1, 14.7); gives the StructTreeRoot.
 *
 * Keys of the parent tree: page index for a page's marks, {@link PlacedAnnotation.structParent} for annotations.
 * An element's Pg is the page of its first mark; marks there are bare MCIDs, marks elsewhere name their page.
 */
export function writeStructure(input: StructureInput): PdfRef {
  const rootRef = input.sink.reserve();
  const refs = input.elements;
  const roles = createRoleWriter(input.sink, input.hasNamespaces);
  const writing: Writing = {
    ...input,
    roles,
    refs,
    byElement: groupByElement(input.annotations, refs),
    spans: new Map(),
  };
  writeElement(writing, input.tree.root, { ref: rootRef, role: null });
  const rootElement = refOf(refs, input.tree.root.id);
  input.sink.put(
    dict({
      Type: name('StructTreeRoot'),
      K: rootElement,
      ...roles.rootEntries(),
      ParentTree: writeParentTree(writing),
      ParentTreeNextKey: input.pageRefs.length + input.annotations.length,
    }),
    rootRef,
  );
  return rootRef;
}

/** Reserves a reference for each element of a tree, by id: links lead to them before they are written. */
export function reserveElements(tree: StructureTree, sink: ObjectSink): ReadonlyMap<number, PdfRef> {
  const refs = new Map<number, PdfRef>();
  reserveUnder(tree.root, sink, refs);
  return refs;
}

function reserveUnder(element: StructureElement, sink: ObjectSink, refs: Map<number, PdfRef>): void {
  if (refs.has(element.id)) throw new Error(`id ${element.id} stands twice in the structure tree`);
  refs.set(element.id, sink.reserve());
  for (const child of element.children) if (child.kind === 'element') reserveUnder(child, sink, refs);
}

function refOf(refs: ReadonlyMap<number, PdfRef>, id: number): PdfRef {
  const ref = refs.get(id);
  if (ref === undefined)
    throw new Error(`a link names element ${id}, which the structure tree does not hold`);
  return ref;
}

function groupByElement(
  annotations: readonly PlacedAnnotation[],
  refs: ReadonlyMap<number, PdfRef>,
): ReadonlyMap<number, readonly PlacedAnnotation[]> {
  const groups = new Map<number, PlacedAnnotation[]>();
  for (const annotation of annotations) {
    refOf(refs, annotation.element);
    const group = groups.get(annotation.element);
    if (group === undefined) groups.set(annotation.element, [annotation]);
    else group.push(annotation);
  }
  return groups;
}

function writeElement(writing: Writing, element: StructureElement, parent: Parent): void {
  const self = refOf(writing.refs, element.id);
  const firstPage = firstPageOf(writing, element);
  const kids: PdfValue[] = [];
  for (const child of element.children) {
    if (child.kind === 'element') {
      kids.push(refOf(writing.refs, child.id));
      writeElement(writing, child, { ref: self, role: element.role });
    } else {
      for (const marks of spokenTogether(writing.marks.marksOf(child.leaf))) {
        const [first] = marks;
        kids.push(
          first.spoken === undefined
            ? markKid(writing, first, firstPage)
            : spanOf(writing, marks, { ref: self, role: element.role }),
        );
      }
    }
  }
  for (const annotation of writing.byElement.get(element.id) ?? []) {
    kids.push(dict({ Type: name('OBJR'), Obj: annotation.ref, Pg: writing.pageRefs[annotation.page] }));
  }
  writing.sink.put(elementDict(writing, element, { parent, firstPage, kids }), self);
}

/** The element that another one stands in; the root of the tree has no role. */
type Parent = { readonly ref: PdfRef; readonly role: StructureElement['role'] | null };

function elementDict(
  writing: Writing,
  element: StructureElement,
  place: { readonly parent: Parent; readonly firstPage: number | null; readonly kids: readonly PdfValue[] },
): PdfDict {
  const { parent, firstPage, kids } = place;
  return dict({
    Type: name('StructElem'),
    ...writing.roles.elementEntries(element.role, parent.role),
    P: parent.ref,
    Pg: firstPage === null ? undefined : writing.pageRefs[firstPage],
    K: kids.length === 0 ? undefined : kids.length === 1 ? kids[0] : kids,
    Lang: element.language === null ? undefined : text(element.language),
    Alt: element.alt === null ? undefined : text(element.alt),
    E: element.expansion === null ? undefined : text(element.expansion),
    T: element.title === null ? undefined : text(element.title),
    // A note needs an identifier of its own (ISO 14289-1, 7.9).
    ID: element.role === 'Note' ? text(`note-${element.id}`) : undefined,
    A: elementAttributes(element, writing.frames, writing.marks),
  });
}

function firstPageOf(writing: Writing, element: StructureElement): number | null {
  for (const child of element.children) {
    const mark = child.kind === 'leaf' ? writing.marks.marksOf(child.leaf)[0] : undefined;
    if (mark !== undefined) return mark.page;
  }
  return null;
}

function markKid(writing: Writing, mark: LeafMark, firstPage: number | null): PdfValue {
  if (mark.page === firstPage) return mark.mcid;
  return dict({ Type: name('MCR'), Pg: writing.pageRefs[mark.page], MCID: mark.mcid });
}

type Marks = readonly [LeafMark, ...LeafMark[]];

/** The marks of a leaf, those in a row of which the structure says what they say together, page by page. */
function spokenTogether(marks: readonly LeafMark[]): readonly Marks[] {
  const groups: Marks[] = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    const isNext = mark.spoken !== undefined && last?.[0].spoken !== undefined && last[0].page === mark.page;
    if (isNext) groups[groups.length - 1] = [...last, mark];
    else groups.push([mark]);
  }
  return groups;
}

/** An element of its own for marks of which the structure says what they say (ISO 32000-1, 14.9.4). */
function spanOf(writing: Writing, marks: Marks, parent: Parent): PdfRef {
  const [{ page }] = marks;
  const mcids = marks.map(({ mcid }) => mcid);
  const ref = writing.sink.put(
    dict({
      Type: name('StructElem'),
      ...writing.roles.elementEntries('Span', parent.role),
      P: parent.ref,
      Pg: writing.pageRefs[page],
      K: mcids.length === 1 ? mcids[0] : mcids,
      ActualText: text(marks.map(({ spoken = '' }) => spoken).join('')),
    }),
  );
  for (const mcid of mcids) writing.spans.set(`${page} ${mcid}`, ref);
  return ref;
}

function writeParentTree(writing: Writing): PdfRef {
  const entries: (readonly [number, PdfValue])[] = writing.pageRefs.map((_, page) => {
    const owners = writing.marks
      .ownersOf(page)
      .map((owner, mcid) => writing.spans.get(`${page} ${mcid}`) ?? refOf(writing.refs, owner.id));
    return [page, writing.sink.put(owners)];
  });
  for (const annotation of writing.annotations) {
    entries.push([annotation.structParent, refOf(writing.refs, annotation.element)]);
  }
  return numberTree(writing.sink, entries);
}
