import { PDFArray, PDFDict, PDFNumber, PDFRef, type PDFObject } from 'pdf-lib';
import { itemsOf, lookUp, nameOf, rawEntry, textOf } from './object-lookup.ts';
import type { OpenedPdf } from './open-pdf.ts';
import { readRoles, type Roles } from './saved-roles.ts';

/** A mark that an element holds: in the content of a page, or in a stream that a page paints. */
export type SavedMark = {
  /** From 0; null when the element does not say which. */
  readonly page: number | null;
  readonly mcid: number;
  readonly stream: PDFObject | null;
};

/** An element of the structure tree of a saved file. */
export type SavedElement = {
  readonly dictionary: PDFDict;
  /** As written. */
  readonly role: string;
  /** The role of PDF that it leads to; null when it leads to none. */
  readonly standard: string | null;
  readonly parent: SavedElement | null;
  readonly children: readonly SavedElement[];
  readonly marks: readonly SavedMark[];
  /** Annotations that it refers to. */
  readonly objects: readonly PDFRef[];
  /** Its own or that of an element above; null when none has any. */
  readonly language: string | null;
};

/** The structure tree of a saved file. */
export type SavedStructure = {
  readonly root: PDFDict | null;
  /** All elements in the order of reading. */
  readonly elements: readonly SavedElement[];
  readonly roles: Roles;
};

/** Elements in elements: a file that goes deeper is made to break its reader. */
const DEEPEST = 500;

type Growing = SavedElement & {
  readonly children: SavedElement[];
  readonly marks: SavedMark[];
  readonly objects: PDFRef[];
};

/** Reads the structure tree. Each element is read once, where it is met first. */
export function readStructure(file: OpenedPdf): SavedStructure {
  const root = lookUp(file.context, file.catalog, 'StructTreeRoot');
  const roles = readRoles(file.context, root instanceof PDFDict ? root : null);
  const elements: SavedElement[] = [];
  const seen = new Set<PDFDict>();
  const visit = (dictionary: PDFDict, parent: Growing | null, depth: number): void => {
    if (seen.has(dictionary) || depth > DEEPEST) return;
    seen.add(dictionary);
    const role = nameOf(lookUp(file.context, dictionary, 'S')) ?? '';
    const element: Growing = {
      dictionary,
      role,
      standard: roles.standardOf(role, dictionary),
      parent,
      children: [],
      marks: [],
      objects: [],
      language: textOf(lookUp(file.context, dictionary, 'Lang')) ?? parent?.language ?? null,
    };
    elements.push(element);
    parent?.children.push(element);
    const page = pageIndex(file, dictionary);
    for (const kid of itemsOf(file.context, rawEntry(dictionary, 'K'))) {
      const inner = readKid(file, kid, { element, page });
      if (inner !== null) visit(inner, element, depth + 1);
    }
  };
  if (root instanceof PDFDict)
    for (const kid of itemsOf(file.context, rawEntry(root, 'K')))
      if (kid instanceof PDFDict) visit(kid, null, 0);
  return { root: root instanceof PDFDict ? root : null, elements, roles };
}

/** Takes up a mark or a reference; gives the dictionary of an element. */
function readKid(
  file: OpenedPdf,
  kid: PDFObject | undefined,
  { element, page }: { readonly element: Growing; readonly page: number | null },
): PDFDict | null {
  if (kid instanceof PDFNumber) element.marks.push({ page, mcid: kid.asNumber(), stream: null });
  if (!(kid instanceof PDFDict)) return null;
  const kind = nameOf(lookUp(file.context, kid, 'Type'));
  if (kind === 'OBJR') {
    const object = rawEntry(kid, 'Obj');
    if (object instanceof PDFRef) element.objects.push(object);
    return null;
  }
  if (kind !== 'MCR') return kid;
  const mcid = lookUp(file.context, kid, 'MCID');
  if (mcid instanceof PDFNumber)
    element.marks.push({
      page: pageIndex(file, kid) ?? page,
      mcid: mcid.asNumber(),
      stream: lookUp(file.context, kid, 'Stm') ?? null,
    });
  return null;
}

function pageIndex(file: OpenedPdf, dictionary: PDFDict): number | null {
  return file.pageOf(rawEntry(dictionary, 'Pg'));
}

/** The entries of the parent tree by key: an element for an annotation, a list of elements for a page. */
export function parentTree(file: OpenedPdf): ReadonlyMap<number, PDFObject> {
  const root = lookUp(file.context, file.catalog, 'StructTreeRoot');
  const entries = new Map<number, PDFObject>();
  const seen = new Set<PDFDict>();
  const collect = (node: PDFObject | undefined): void => {
    if (!(node instanceof PDFDict) || seen.has(node) || seen.size > MOST_NODES) return;
    seen.add(node);
    const numbers = lookUp(file.context, node, 'Nums');
    const list = numbers instanceof PDFArray ? numbers.asArray() : [];
    for (let index = 0; index + 1 < list.length; index += 2) {
      const key = file.context.lookup(list[index]);
      const value = file.context.lookup(list[index + 1]);
      if (key instanceof PDFNumber && value !== undefined) entries.set(key.asNumber(), value);
    }
    const kids = lookUp(file.context, node, 'Kids');
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) collect(file.context.lookup(kid));
  };
  if (root instanceof PDFDict) collect(lookUp(file.context, root, 'ParentTree'));
  return entries;
}

/** Nodes of a tree, each once; a chain of so many would exhaust the stack. */
const MOST_NODES = 5000;
