import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFObject } from 'pdf-lib';
import { itemsOf, lookUp, nameOf, rawEntry } from '../object-lookup.ts';
import { filtersOf } from '../syntax/decode-stream.ts';
import type { Say } from './finding.ts';
import type { InspectedFile } from './inspect-file.ts';

/** Filters that PDF has (ISO 32000-1, table 6), but for LZWDecode and Crypt. */
const FILTERS = new Set([
  'ASCIIHexDecode',
  'ASCII85Decode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
  'JPXDecode',
]);

const MOST_OBJECTS = 8_388_607;

/** What the bytes look like, and the objects as such: streams, actions, limits. */
export function checkBytes({ file, claims }: InspectedFile, say: Say): void {
  const { parsed, context } = file;
  for (const { kind, offset, object, message } of parsed.notes)
    say(kind, message, object === null ? { offset } : { offset, object });
  const isSecond = claims.pdfA?.part === '4' || (claims.pdfA === null && claims.pdfUA === '2');
  const isKnown = isSecond ? parsed.version.startsWith('2.') : /^1\.[0-7]$/.test(parsed.version);
  if (!isKnown) say('header', `the header says PDF ${parsed.version}`, { offset: 0 });
  if (context.trailerInfo.ID === undefined || itemsOf(context, context.trailerInfo.ID).length < 2)
    say('trailer-id', 'the trailer has no ID of two parts');
  const objects = context.enumerateIndirectObjects();
  if (objects.length > MOST_OBJECTS) say('object-count', `the file has ${objects.length} objects`);
  for (const [reference, object] of objects) {
    if (object instanceof PDFRawStream) checkStream(object, say);
    visitActions(object, (message, rule) => say(rule, message, { object: reference }), 0);
  }
}

function checkStream(stream: PDFRawStream, say: Say): void {
  for (const key of ['F', 'FFilter', 'FDecodeParms'])
    if (stream.dict.has(PDFName.of(key))) say('stream-outside', `a stream has ${key}`, { object: stream });
  for (const [index, filter] of filtersOf(stream.dict).entries()) {
    const isIdentity = filter === 'Crypt' && cryptName(stream.dict, index) === 'Identity';
    if (!FILTERS.has(filter) && !isIdentity)
      say('filter', `a stream is packed by ${filter === '' ? 'what is no name' : filter}`, {
        object: stream,
      });
  }
}

function cryptName(dict: PDFDict, index: number): string {
  const parameters = itemsOf(dict.context, rawEntry(dict, 'DecodeParms'))[index];
  return parameters instanceof PDFDict
    ? (nameOf(lookUp(dict.context, parameters, 'Name')) ?? 'Identity')
    : 'Identity';
}

/** Kinds of actions (ISO 32000-1, table 198) and what PDF 2.0 added. */
const KINDS = new Set(
  (
    'GoTo GoToR GoToE Launch Thread URI Sound Movie Hide Named SubmitForm ResetForm ImportData JavaScript SetOCGState ' +
    'Rendition Trans GoTo3DView RichMediaExecute GoToDp SetState NOP'
  ).split(' '),
);

const ALLOWED = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm', 'GoToDp']);
const PAGE_TURNS = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);

/** Values in values: the objects of a file are not nested deeper by its reader. */
const DEEPEST = 210;

function visitActions(
  object: PDFObject,
  say: (message: string, rule: 'action' | 'named-action') => void,
  depth: number,
): void {
  if (depth > DEEPEST) return;
  if (object instanceof PDFArray) for (const item of object.asArray()) visitActions(item, say, depth + 1);
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  const kind = nameOf(lookUp(dict.context, dict, 'S'));
  const isAction =
    kind !== null && KINDS.has(kind) && !dict.has(PDFName.of('K')) && !dict.has(PDFName.of('P'));
  if (isAction && !ALLOWED.has(kind)) say(`an action of kind ${kind} is there`, 'action');
  if (isAction && kind === 'Named') {
    const name = nameOf(lookUp(dict.context, dict, 'N')) ?? '';
    if (!PAGE_TURNS.has(name)) say(`the action ${name} is there`, 'named-action');
  }
  for (const value of dict.values()) visitActions(value, say, depth + 1);
}
