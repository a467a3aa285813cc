import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFObject } from 'pdf-lib';
import { dictOf, itemsOf, lookUp, nameOf, rawEntry, textOf } from '../object-lookup.ts';
import type { Say } from './finding.ts';
import type { InspectedFile } from './inspect-file.ts';

const MEDIA_TYPE = /^[-\w+.]+\/[-\w+.]+$/;

/** Files that are attached. */
export function checkAttachments(inspected: InspectedFile, say: Say): void {
  const { context } = inspected.file;
  const associated = associatedFiles(inspected);
  for (const [, object] of context.enumerateIndirectObjects()) {
    visit(object, (specification) => checkFile(specification, { inspected, associated }, say), 0);
  }
}

/** Calls for every file specification that holds a file, at any depth of an object. */
function visit(object: PDFObject, found: (specification: PDFDict) => void, depth: number): void {
  if (depth > 20) return;
  if (object instanceof PDFArray) for (const item of object.asArray()) visit(item, found, depth + 1);
  const dict = dictOf(object);
  if (dict === null) return;
  if (dict.has(PDFName.of('EF')) && lookUp(dict.context, dict, 'EF') instanceof PDFDict) found(dict);
  for (const value of dict.values()) visit(value, found, depth + 1);
}

function checkFile(
  specification: PDFDict,
  {
    inspected,
    associated,
  }: { readonly inspected: InspectedFile; readonly associated: ReadonlySet<PDFObject> },
  say: Say,
): void {
  const { context } = specification;
  const place = { object: specification };
  const name =
    textOf(lookUp(context, specification, 'UF')) ?? textOf(lookUp(context, specification, 'F')) ?? '';
  say('attachment', `the file "${name}" is attached`, place);
  const hasNames = ['F', 'UF'].every((key) => (textOf(lookUp(context, specification, key)) ?? '') !== '');
  if (!hasNames) say('attachment-names', `the attached file "${name}" has not both F and UF`, place);
  if (nameOf(lookUp(context, specification, 'AFRelationship')) === null)
    say('attachment-relation', `the attached file "${name}" has no AFRelationship`, place);
  if (!associated.has(specification))
    say('attachment-orphan', `the attached file "${name}" is in no AF`, place);
  if (textOf(lookUp(context, specification, 'Desc')) === null)
    say('attachment-description', `the attached file "${name}" has no Desc`, place);
  const files = lookUp(context, specification, 'EF');
  const stream =
    files instanceof PDFDict ? (lookUp(context, files, 'F') ?? lookUp(context, files, 'UF')) : undefined;
  if (!(stream instanceof PDFRawStream)) return;
  const type = nameOf(lookUp(context, stream.dict, 'Subtype')) ?? '';
  if (!MEDIA_TYPE.test(type))
    say('attachment-type', `the media type of the attached file "${name}" is "${type}"`, { object: stream });
  if (inspected.claims.pdfA?.part === '2' && type !== 'application/pdf')
    say('attachment-kind', `the attached file "${name}" is no PDF`, place);
}

/** What AF of the catalog, of pages, elements, forms and annotations lists. */
function associatedFiles({ file }: InspectedFile): ReadonlySet<PDFObject> {
  const { context } = file;
  const found = new Set<PDFObject>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = dictOf(object);
    const list = dict === null ? undefined : rawEntry(dict, 'AF');
    if (list === undefined) continue;
    for (const item of itemsOf(context, list)) if (item !== undefined) found.add(item);
  }
  return found;
}
