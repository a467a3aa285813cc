import { PDFArray, PDFBool, PDFDict, PDFNumber, PDFRawStream, type PDFObject } from 'pdf-lib';
import { lookUp, streamText, textOf, type OpenedPage, type OpenedPdf } from './open-pdf.ts';
import type { PreflightFault, PreflightRule } from './preflight-fault.ts';

const fault = (rule: PreflightRule, message: string): PreflightFault => ({ rule, message });

/** What stands in catalog, metadata and page dictionaries. */
export function checkDocument(file: OpenedPdf): readonly PreflightFault[] {
  return [
    ...checkCatalog(file),
    ...checkOutputIntent(file),
    ...checkMetadata(file),
    ...file.pages.flatMap((page, index) => checkPage(file, page, index)),
    ...checkActions(file),
  ];
}

function checkCatalog(file: OpenedPdf): readonly PreflightFault[] {
  const faults: PreflightFault[] = [];
  const { context, catalog } = file;
  if ((textOf(lookUp(context, catalog, 'Lang')) ?? '') === '')
    faults.push(fault('document', 'the catalog has no Lang'));
  if (!isTrue(file, 'MarkInfo', 'Marked')) faults.push(fault('document', 'MarkInfo does not say Marked'));
  if (!isTrue(file, 'ViewerPreferences', 'DisplayDocTitle'))
    faults.push(fault('document', 'ViewerPreferences do not say DisplayDocTitle'));
  if (!(lookUp(context, catalog, 'StructTreeRoot') instanceof PDFDict))
    faults.push(fault('document', 'there is no structure tree'));
  if (!(context.trailerInfo.ID instanceof PDFArray)) faults.push(fault('document', 'the trailer has no ID'));
  return faults;
}

function isTrue(file: OpenedPdf, dictionary: string, key: string): boolean {
  const holder = lookUp(file.context, file.catalog, dictionary);
  return holder instanceof PDFDict && lookUp(file.context, holder, key) === PDFBool.True;
}

function checkOutputIntent(file: OpenedPdf): readonly PreflightFault[] {
  const intents = lookUp(file.context, file.catalog, 'OutputIntents');
  const intent = intents instanceof PDFArray ? file.context.lookup(intents.asArray()[0]) : undefined;
  const profile = intent instanceof PDFDict ? lookUp(file.context, intent, 'DestOutputProfile') : undefined;
  return profile instanceof PDFRawStream
    ? []
    : [fault('output-intent', 'there is no output intent with a profile')];
}

/** Entries of Info, and what XMP calls them. */
const TWINS = [
  ['Title', 'dc:title'],
  ['Author', 'dc:creator'],
  ['Subject', 'dc:description'],
  ['Keywords', 'pdf:Keywords'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
] as const;

function checkMetadata(file: OpenedPdf): readonly PreflightFault[] {
  const stream = lookUp(file.context, file.catalog, 'Metadata');
  if (!(stream instanceof PDFRawStream)) return [fault('metadata', 'there is no XMP')];
  const xmp = Buffer.from(streamText(stream), 'latin1').toString('utf8');
  const faults: PreflightFault[] = [];
  const say = (message: string): void => void faults.push(fault('metadata', message));
  if (xmpValue(xmp, 'pdfaid:part') !== '2' || xmpValue(xmp, 'pdfaid:conformance') !== 'A')
    say('XMP does not claim PDF/A-2a');
  if (xmpValue(xmp, 'pdfuaid:part') !== '1') say('XMP does not claim PDF/UA-1');
  if ((xmpValue(xmp, 'dc:title') ?? '') === '') say('XMP has no title');
  const info = file.context.lookup(file.context.trailerInfo.Info);
  for (const [entry, property] of TWINS) {
    const value = info instanceof PDFDict ? textOf(lookUp(file.context, info, entry)) : null;
    if (value !== xmpValue(xmp, property)) say(`${entry} of Info and ${property} of XMP differ`);
  }
  return faults;
}

/** The first value of a property, with its XML undone; null without one. */
function xmpValue(xmp: string, property: string): string | null {
  const content = new RegExp(`<${property}[^>]*>([^]*?)</${property}>`).exec(xmp)?.[1];
  if (content === undefined) return null;
  const text = /<rdf:li[^>]*>([^]*?)<\/rdf:li>/.exec(content)?.[1] ?? content;
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Least and largest side of a page, in points (ISO 19005-2, 6.1.13). */
const SIDES = [3, 14_400] as const;

/** Operators that set colours which sRGB gives no meaning. */
const FOREIGN_COLOURS = new Set(['k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN', 'sh']);

function checkPage(file: OpenedPdf, page: OpenedPage, index: number): readonly PreflightFault[] {
  const faults: PreflightFault[] = [];
  const say = (rule: PreflightRule, message: string): void =>
    void faults.push(fault(rule, `page ${index + 1}: ${message}`));
  for (const message of checkBoxes(file, page.dictionary)) say('page', message);
  const hasMarks = page.content.marks.some((mark) => mark.mcid !== null);
  if (hasMarks && lookUp(file.context, page.dictionary, 'StructParents') === undefined) {
    say('parent-tree', 'has marks, but no StructParents');
  }
  for (const operator of new Set(page.content.operators)) {
    if (FOREIGN_COLOURS.has(operator))
      say('colour', `sets a colour by ${operator}; the output intent is sRGB`);
  }
  return faults;
}

function checkBoxes(file: OpenedPdf, page: PDFDict): readonly string[] {
  const media = boxOf(file, page, 'MediaBox');
  if (media === null) return ['has no MediaBox'];
  const messages: string[] = [];
  const [left = 0, bottom = 0, right = 0, top = 0] = media;
  const sides = [right - left, top - bottom];
  if (sides.some((side) => side < SIDES[0] || side > SIDES[1]))
    messages.push(`is ${sides.join(' × ')} points`);
  const [trimLeft = 0, trimBottom = 0, trimRight = 0, trimTop = 0] = boxOf(file, page, 'TrimBox') ?? media;
  const isInside = trimLeft >= left && trimBottom >= bottom && trimRight <= right && trimTop <= top;
  if (!isInside) messages.push('its TrimBox reaches out of the MediaBox');
  return messages;
}

function boxOf(file: OpenedPdf, page: PDFDict, key: string): readonly number[] | null {
  const box = lookUp(file.context, page, key);
  return box instanceof PDFArray
    ? box.asArray().map((side) => (side instanceof PDFNumber ? side.asNumber() : 0))
    : null;
}

/** What a file may not do by itself (ISO 19005-2, 6.5.1). */
const FORBIDDEN_KEYS = new Set(['OpenAction', 'AA', 'JavaScript', 'JS', 'EmbeddedFiles']);
const FORBIDDEN_ACTIONS = new Set([
  '/JavaScript',
  '/Launch',
  '/SubmitForm',
  '/ImportData',
  '/Movie',
  '/Sound',
  '/ResetForm',
]);

function checkActions(file: OpenedPdf): readonly PreflightFault[] {
  const faults: PreflightFault[] = [];
  for (const [, object] of file.context.enumerateIndirectObjects()) visitActions(object, faults);
  return faults;
}

function visitActions(object: PDFObject, faults: PreflightFault[]): void {
  if (object instanceof PDFArray) for (const item of object.asArray()) visitActions(item, faults);
  if (!(object instanceof PDFDict)) return;
  for (const [key, value] of object.entries()) {
    const isAction = key.decodeText() === 'S' && FORBIDDEN_ACTIONS.has(value.toString());
    if (FORBIDDEN_KEYS.has(key.decodeText()) || isAction)
      faults.push(fault('document', `${key.toString()} ${isAction ? value.toString() : ''} is there`.trim()));
    else visitActions(value, faults);
  }
}
