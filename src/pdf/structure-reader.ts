import { PDFArray, PDFDict, PDFNumber, PDFRef, type PDFObject } from 'pdf-lib';
import { lookUp, nameOf, type OpenedPdf } from './open-pdf.ts';

/** What a structure element of a saved file holds, besides elements. */
export type SavedElement = {
  readonly dictionary: PDFDict;
  readonly role: string;
  /** Marks, as page index and MCID. */
  readonly marks: readonly { readonly page: number; readonly mcid: number }[];
  /** Annotations that it refers to. */
  readonly objects: readonly PDFRef[];
};

/** All elements of the structure tree, in reading order. */
export function savedElements(file: OpenedPdf): readonly SavedElement[] {
  const root = lookUp(file.context, file.catalog, 'StructTreeRoot');
  const elements: SavedElement[] = [];
  if (root instanceof PDFDict) for (const kid of kidsOf(file, root)) visit(file, kid, elements, new Set());
  return elements;
}

function kidsOf(file: OpenedPdf, element: PDFDict): readonly (PDFObject | undefined)[] {
  const kids = lookUp(file.context, element, 'K');
  if (kids instanceof PDFArray) return kids.asArray().map((kid) => file.context.lookup(kid));
  return kids === undefined ? [] : [kids];
}

function visit(
  file: OpenedPdf,
  element: PDFObject | undefined,
  elements: SavedElement[],
  seen: Set<PDFDict>,
): void {
  if (!(element instanceof PDFDict) || seen.has(element)) return;
  seen.add(element);
  const own = pageIndex(file, element);
  const marks: { page: number; mcid: number }[] = [];
  const objects: PDFRef[] = [];
  const saved = {
    dictionary: element,
    role: nameOf(lookUp(file.context, element, 'S')) ?? '',
    marks,
    objects,
  };
  elements.push(saved);
  for (const kid of kidsOf(file, element)) {
    if (kid instanceof PDFNumber && own !== null) marks.push({ page: own, mcid: kid.asNumber() });
    if (!(kid instanceof PDFDict)) continue;
    const kind = nameOf(lookUp(file.context, kid, 'Type'));
    if (kind === 'OBJR') addReference(kid, objects);
    else if (kind !== 'MCR') visit(file, kid, elements, seen);
    else addMark(file, kid, own, marks);
  }
}

function addMark(
  file: OpenedPdf,
  kid: PDFDict,
  own: number | null,
  marks: { page: number; mcid: number }[],
): void {
  const page = pageIndex(file, kid) ?? own;
  const mcid = lookUp(file.context, kid, 'MCID');
  if (page !== null && mcid instanceof PDFNumber) marks.push({ page, mcid: mcid.asNumber() });
}

function addReference(kid: PDFDict, objects: PDFRef[]): void {
  const object = rawEntry(kid, 'Obj');
  if (object instanceof PDFRef) objects.push(object);
}

function pageIndex(file: OpenedPdf, dictionary: PDFDict): number | null {
  return file.pageOf(rawEntry(dictionary, 'Pg'));
}

/** An entry as it stands, references not followed. */
export function rawEntry(dictionary: PDFDict, key: string): PDFObject | undefined {
  return dictionary.entries().find(([name]) => name.decodeText() === key)?.[1];
}

/** The entries of the parent tree by key: an element for an annotation, a list of elements for a page. */
export function parentTree(file: OpenedPdf): ReadonlyMap<number, PDFObject> {
  const root = lookUp(file.context, file.catalog, 'StructTreeRoot');
  const entries = new Map<number, PDFObject>();
  if (root instanceof PDFDict) collectNumbers(file, lookUp(file.context, root, 'ParentTree'), entries, 0);
  return entries;
}

/** A number tree is never deeper in earnest. */
const DEEPEST = 20;

function collectNumbers(
  file: OpenedPdf,
  node: PDFObject | undefined,
  entries: Map<number, PDFObject>,
  depth: number,
): void {
  if (!(node instanceof PDFDict) || depth > DEEPEST) return;
  const numbers = lookUp(file.context, node, 'Nums');
  const list = numbers instanceof PDFArray ? numbers.asArray() : [];
  for (let index = 0; index + 1 < list.length; index += 2) {
    const key = list[index];
    const value = file.context.lookup(list[index + 1]);
    if (key instanceof PDFNumber && value !== undefined) entries.set(key.asNumber(), value);
  }
  const kids = lookUp(file.context, node, 'Kids');
  if (!(kids instanceof PDFArray)) return;
  for (const kid of kids.asArray()) collectNumbers(file, file.context.lookup(kid), entries, depth + 1);
}
