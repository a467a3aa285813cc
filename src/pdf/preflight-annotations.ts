import { PDFArray, PDFDict, PDFNumber, PDFRef, type PDFObject } from 'pdf-lib';
import { lookUp, nameOf, textOf, type OpenedPdf } from './open-pdf.ts';
import type { PreflightFault } from './preflight-fault.ts';
import { parentTree, savedElements, type SavedElement } from './structure-reader.ts';

/** Annotation flags (ISO 32000-1, table 165): Print must be set, Invisible, Hidden, NoView and ToggleNoView not. */
const PRINT = 4;
const UNSEEN = 1 | 2 | 32 | 256;

/** Links are announced, printed, tagged and reached in order. */
export function checkAnnotations(file: OpenedPdf): readonly PreflightFault[] {
  const elements = savedElements(file);
  const parents = parentTree(file);
  return file.pages.flatMap((page, index) => {
    const annotations = lookUp(file.context, page.dictionary, 'Annots');
    const list = annotations instanceof PDFArray ? annotations.asArray() : [];
    if (list.length === 0) return [];
    const messages = list.flatMap((annotation) => checkAnnotation(file, annotation, { elements, parents }));
    if (nameOf(lookUp(file.context, page.dictionary, 'Tabs')) !== 'S')
      messages.unshift('has links, but no Tabs /S');
    return messages.map((message) => ({ rule: 'link' as const, message: `page ${index + 1}: ${message}` }));
  });
}

function checkAnnotation(
  file: OpenedPdf,
  reference: PDFObject,
  tree: { readonly elements: readonly SavedElement[]; readonly parents: ReadonlyMap<number, PDFObject> },
): string[] {
  const annotation = file.context.lookup(reference);
  if (!(annotation instanceof PDFDict) || !(reference instanceof PDFRef))
    return ['an annotation is no dictionary of its own'];
  const messages: string[] = [];
  const kind = nameOf(lookUp(file.context, annotation, 'Subtype'));
  if (kind !== 'Link') messages.push(`an annotation of kind ${kind ?? 'unknown'} is there`);
  if ((textOf(lookUp(file.context, annotation, 'Contents')) ?? '').trim() === '')
    messages.push('a link has no Contents');
  const flags = lookUp(file.context, annotation, 'F');
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  if ((bits & PRINT) === 0 || (bits & UNSEEN) !== 0)
    messages.push(`a link has F ${bits}: it must be printed and seen`);
  const key = lookUp(file.context, annotation, 'StructParent');
  const parent = key instanceof PDFNumber ? tree.parents.get(key.asNumber()) : undefined;
  const holders = tree.elements.filter((element) => element.objects.includes(reference));
  const [holder] = holders;
  if (holders.length !== 1 || holder === undefined)
    messages.push(`${holders.length} elements refer to a link`);
  else if (holder.role !== 'Link') messages.push(`a link is referred to by a ${holder.role}`);
  if (parent === undefined || parent !== holder?.dictionary)
    messages.push('the parent tree does not lead from a link to its element');
  return messages;
}
