import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib';
import { lookUp, nameOf, numberOf, textOf } from '../object-lookup.ts';
import type { SavedElement } from '../structure-reader.ts';
import { boxOf, readBox } from './check-pages.ts';
import type { Say } from './finding.ts';
import { annotationsOf, type InspectedFile } from './inspect-file.ts';

/** Annotation flags (ISO 32000-1, table 165). */
const INVISIBLE = 1;
const HIDDEN = 2;
const PRINT = 4;
const NO_VIEW = 32;
const TOGGLE_NO_VIEW = 256;

/** Kinds of annotations that PDF/A-2 takes (ISO 19005-2, 6.3.1); part 1 takes no attached files besides. */
const KINDS = new Set(
  (
    'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink ' +
    'Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact'
  ).split(' '),
);

/** Annotations: kinds, flags, looks; words and tags of those that are seen. */
export function checkAnnotations(inspected: InspectedFile, say: Say): void {
  const { file, structure } = inspected;
  const holders = new Map<PDFObject, SavedElement[]>();
  for (const element of structure.elements)
    for (const object of element.objects) {
      const list = holders.get(object) ?? [];
      holders.set(object, list);
      list.push(element);
    }
  file.pages.forEach((page, index) => {
    const shown = boxOf(page, 'CropBox') ?? boxOf(page, 'MediaBox');
    for (const { dictionary, entry } of annotationsOf(file, index)) {
      const here = (rule: Parameters<Say>[0], message: string): void =>
        say(rule, message, { page: index, object: dictionary });
      checkLook(inspected, dictionary, here);
      const rect = readBox(dictionary, lookUp(file.context, dictionary, 'Rect'));
      const isOutside =
        rect !== null &&
        shown !== null &&
        (rect[2] < shown[0] || rect[0] > shown[2] || rect[3] < shown[1] || rect[1] > shown[3]);
      const flags = numberOf(lookUp(file.context, dictionary, 'F')) ?? 0;
      if (isOutside || (flags & HIDDEN) !== 0) continue;
      checkWords(inspected, dictionary, { holder: holders.get(entry)?.[0] ?? null, here });
      checkTag(inspected, { dictionary, entry, holders: holders.get(entry) ?? [] }, here);
    }
  });
}

type SayHere = (rule: Parameters<Say>[0], message: string) => void;

function checkLook({ file, claims }: InspectedFile, annotation: PDFDict, say: SayHere): void {
  const { context } = file;
  const kind = nameOf(lookUp(context, annotation, 'Subtype')) ?? 'unknown';
  const isAllowed =
    claims.pdfA?.part === '1' ? kind !== 'FileAttachment' && KINDS.has(kind) : KINDS.has(kind);
  if (!isAllowed) say('annotation-type', `an annotation of kind ${kind} is there`);
  const flags = lookUp(context, annotation, 'F');
  if (kind !== 'Popup' && !(flags instanceof PDFNumber)) say('annotation-flags', `a ${kind} has no F`);
  if (flags instanceof PDFNumber) {
    const bits = flags.asNumber();
    const unseen = INVISIBLE | HIDDEN | NO_VIEW | TOGGLE_NO_VIEW;
    if ((bits & PRINT) === 0 || (bits & unseen) !== 0) say('annotation-hidden', `a ${kind} has F ${bits}`);
  }
  checkLooks(annotation, kind, say);
  const opacity = numberOf(lookUp(context, annotation, 'CA'));
  if (opacity !== null && opacity !== 1) say('annotation-opaque', `CA of a ${kind} is ${opacity}`);
  const acts = ['A', 'AA'].filter((key) => annotation.has(PDFName.of(key)));
  if (kind === 'Widget' && acts.length > 0) say('widget-action', `a Widget has ${acts.join(' and ')}`);
}

function checkLooks(annotation: PDFDict, kind: string, say: SayHere): void {
  const { context } = annotation;
  const looks = lookUp(context, annotation, 'AP');
  const rect = readBox(annotation, lookUp(context, annotation, 'Rect'));
  const isEmpty = rect !== null && rect[0] === rect[2] && rect[1] === rect[3];
  if (!(looks instanceof PDFDict) && !isEmpty && kind !== 'Popup' && kind !== 'Link')
    say('annotation-look', `a ${kind} has no appearance`);
  if (looks instanceof PDFDict) {
    if (looks.keys().some((key) => key.decodeText() !== 'N') || !looks.has(PDFName.of('N')))
      say('annotation-looks', `the appearance of a ${kind} has not N alone`);
    const isButton = kind === 'Widget' && nameOf(inherited(annotation, 'FT')) === 'Btn';
    const normal = lookUp(context, looks, 'N');
    if (!isButton && normal !== undefined && !(normal instanceof PDFRawStream))
      say('annotation-looks', `the appearance of a ${kind} is no stream`);
  }
}

/** An entry of a field or of one above it. */
function inherited(field: PDFDict, key: string): PDFObject | undefined {
  let at: PDFObject | undefined = field;
  for (let step = 0; step < 32 && at instanceof PDFDict; step += 1) {
    const found = lookUp(at.context, at, key);
    if (found !== undefined) return found;
    at = lookUp(at.context, at, 'Parent');
  }
  return undefined;
}

/** A description, in the annotation or in the element that refers to it. */
function checkWords(
  { file }: InspectedFile,
  annotation: PDFDict,
  { holder, here }: { readonly holder: SavedElement | null; readonly here: SayHere },
): void {
  const kind = nameOf(lookUp(file.context, annotation, 'Subtype')) ?? 'unknown';
  const contents = (textOf(lookUp(file.context, annotation, 'Contents')) ?? '').trim();
  const alt = holder === null ? '' : (textOf(lookUp(file.context, holder.dictionary, 'Alt')) ?? '').trim();
  if (kind === 'Widget') {
    const name = (textOf(inherited(annotation, 'TU')) ?? '').trim();
    if (name === '' && alt === '') here('field-text', 'a form field has no TU');
  } else if (kind === 'Link') {
    if (contents === '') here('link-text', 'a link has no Contents');
  } else if (contents === '' && alt === '' && !['Popup', 'PrinterMark'].includes(kind))
    here('annotation-text', `a ${kind} has no Contents`);
}

/** The tag that an annotation stands in: element and annotation lead to each other. */
function checkTag(
  inspected: InspectedFile,
  one: { readonly dictionary: PDFDict; readonly entry: PDFObject; readonly holders: readonly SavedElement[] },
  say: SayHere,
): void {
  const { file, structure, parents, claims } = inspected;
  const kind = nameOf(lookUp(file.context, one.dictionary, 'Subtype')) ?? 'unknown';
  if (kind === 'TrapNet') say('trap-network', 'a trap network is there');
  if (['Popup', 'PrinterMark', 'TrapNet'].includes(kind) || structure.root === null) return;
  const [rule, wanted] = tagOf(kind, claims.pdfUA === '2');
  const key = numberOf(lookUp(file.context, one.dictionary, 'StructParent'));
  const parent = key === null ? undefined : parents.get(key);
  const [holder] = one.holders;
  if (!(one.entry instanceof PDFRef)) say(rule, `a ${kind} is no object of its own`);
  else if (one.holders.length !== 1 || holder === undefined)
    say(
      rule,
      `${one.holders.length === 0 ? 'no element refers' : `${one.holders.length} elements refer`} to a ${kind}`,
    );
  else if (!wanted.includes(holder.standard ?? '')) say(rule, `a ${kind} is referred to by a ${holder.role}`);
  else if (parent === undefined) say(rule, `a ${kind} has no StructParent that leads to an element`);
  else if (parent !== holder.dictionary) say(rule, `StructParent of a ${kind} leads to another element`);
}

function tagOf(kind: string, isSecond: boolean): readonly [Parameters<Say>[0], readonly string[]] {
  switch (kind) {
    case 'Link':
      return ['link-tag', isSecond ? ['Link', 'Reference'] : ['Link']];
    case 'Widget':
      return ['field-tag', ['Form']];
    default:
      return ['annotation-tag', ['Annot']];
  }
}
