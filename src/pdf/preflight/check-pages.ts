import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFObject } from 'pdf-lib';
import { lookUp, rawEntry } from '../object-lookup.ts';
import type { OpenedPdf, OpenedPage } from '../open-pdf.ts';
import type { Say } from './finding.ts';
import { annotationsOf, type InspectedFile } from './inspect-file.ts';

/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

/** Least and largest side of a box, in units (ISO 19005-2, 6.1.13). */
const SIDES = [3, 14_400] as const;

const BOXES = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'];

/** What stands in the dictionaries of pages, and how their content is marked. */
export function checkPages(inspected: InspectedFile, say: Say): void {
  const { file } = inspected;
  if (file.pages.length === 0) say('page-count', 'there are no pages', { object: file.catalog });
  file.pages.forEach((page, index) => {
    const place = { page: index, object: page.dictionary };
    checkBoxes(page, (rule, message) => say(rule, message, place));
    if (page.dictionary.has(PDFName.of('AA'))) say('page-actions', 'the page has AA', place);
    if (page.dictionary.has(PDFName.of('PresSteps'))) say('page-steps', 'the page has PresSteps', place);
    if (annotationsOf(file, index).length > 0 && rawEntry(page.dictionary, 'Tabs')?.toString() !== '/S')
      say('tab-order', 'the page has annotations, but no Tabs S', place);
    checkCover(inspected, index, say);
  });
  checkContents(inspected, say);
}

function checkBoxes(page: OpenedPage, say: (rule: BoxRule, message: string) => void): void {
  const media = boxOf(page, 'MediaBox');
  if (media === null) {
    say('page-media', 'the page has no MediaBox');
    return;
  }
  for (const key of BOXES) {
    const box = boxOf(page, key);
    if (box === null) continue;
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    if ([width, height].some((side) => side < SIDES[0] || side > SIDES[1]))
      say('page-size', `the ${key} measures ${width} × ${height}`);
  }
  const [trim, art, bleed] = [boxOf(page, 'TrimBox'), boxOf(page, 'ArtBox'), boxOf(page, 'BleedBox')];
  if (trim === null && art === null) say('page-trim', 'the page has neither TrimBox nor ArtBox');
  if (trim !== null && art !== null) say('page-trim', 'the page has both TrimBox and ArtBox');
  const inner = trim ?? art;
  if (inner !== null && !isWithin(inner, bleed ?? media))
    say('page-boxes', 'the TrimBox reaches out of the BleedBox');
  if (bleed !== null && !isWithin(bleed, media))
    say('page-boxes', 'the BleedBox reaches out of the MediaBox');
}

type BoxRule = 'page-media' | 'page-size' | 'page-trim' | 'page-boxes';

/** A hundredth of a point is no breach: boxes are written rounded. */
const TOLERANCE = 0.01;

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner[0] >= outer[0] - TOLERANCE &&
    inner[1] >= outer[1] - TOLERANCE &&
    inner[2] <= outer[2] + TOLERANCE &&
    inner[3] <= outer[3] + TOLERANCE
  );
}

/** A box of a page; null where it is not there. */
export function boxOf(page: Pick<OpenedPage, 'attribute' | 'dictionary'>, key: string): Box | null {
  return readBox(page.dictionary, page.attribute(key));
}

/** A rectangle from its array, sides in order; null for anything else. */
export function readBox(holder: PDFDict, object: PDFObject | undefined): Box | null {
  if (!(object instanceof PDFArray)) return null;
  const sides = object.asArray().map((item) => {
    const found = holder.context.lookup(item);
    return found instanceof PDFNumber ? found.asNumber() : 0;
  });
  const [left = 0, bottom = 0, right = 0, top = 0] = sides;
  return [Math.min(left, right), Math.min(bottom, top), Math.max(left, right), Math.max(bottom, top)];
}

/** All content is tagged or an artifact. */
function checkCover({ file, covers }: InspectedFile, index: number, say: Say): void {
  const page = file.pages[index];
  const bare = covers[index]?.get('bare');
  if (page === undefined || bare === undefined) return;
  const times = bare.count === 1 ? 'once' : `${bare.count} times`;
  say('untagged', `the page paints ${times} outside of tags and artifacts, first by ${bare.first}`, {
    page: index,
    object: page.dictionary,
  });
}

/** Every stream of content by itself. */
function checkContents({ contents, formCounts }: InspectedFile, say: Say): void {
  for (const { uses, holder, page, hasOwnResources, syntaxFaults } of contents) {
    const place = { page, object: holder };
    for (const message of syntaxFaults.slice(0, 1)) say('content-syntax', message, place);
    for (const { rule, message } of uses.breaches) say(rule, message, place);
    for (const name of uses.missing) say('resource-missing', `${name} is not among the resources`, place);
    if (uses.namesResources && !hasOwnResources)
      say('resources-own', 'there are no Resources of its own', place);
  }
  for (const { uses, holder, page } of contents) {
    const count = holder instanceof PDFRawStream ? (formCounts.get(holder) ?? 0) : 0;
    if (count > 1 && uses.mcids.length > 0)
      say('form-shared', `a form with tagged content is painted ${count} times`, { page, object: holder });
  }
}

/** No annotation lies where the press prints. */
export function checkBleed(file: OpenedPdf, say: Say): void {
  file.pages.forEach((page, index) => {
    const printed = boxOf(page, 'BleedBox') ?? boxOf(page, 'TrimBox') ?? boxOf(page, 'MediaBox');
    for (const { dictionary } of annotationsOf(file, index)) {
      const rect = readBox(dictionary, lookUp(file.context, dictionary, 'Rect'));
      const kind = rawEntry(dictionary, 'Subtype')?.toString() ?? '';
      if (printed === null || rect === null || ['/TrapNet', '/PrinterMark'].includes(kind)) continue;
      const isApart =
        rect[2] <= printed[0] || rect[0] >= printed[2] || rect[3] <= printed[1] || rect[1] >= printed[3];
      if (!isApart)
        say('bleed-annotation', `an annotation of kind ${kind.slice(1)} lies on what is printed`, {
          page: index,
          object: dictionary,
        });
    }
  });
}
