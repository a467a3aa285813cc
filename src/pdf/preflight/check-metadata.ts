import { PDFDict, PDFRawStream } from 'pdf-lib';
import { lookUp, nameOf, textOf } from '../object-lookup.ts';
import { filtersOf } from '../syntax/decode-stream.ts';
import { sameDate } from './xmp-date.ts';
import type { Say } from './finding.ts';
import type { InspectedFile } from './inspect-file.ts';
import { checkDescriptions } from './check-xmp-schemas.ts';
import { NAMESPACES, xmpValue, type XmpPacket } from './xmp-packet.ts';

/** Metadata: the packet as such, what it claims, and whether Info says the same. */
export function checkMetadata(inspected: InspectedFile, say: Say): void {
  const { file, packet } = inspected;
  const stream = lookUp(file.context, file.catalog, 'Metadata');
  const isKind =
    stream instanceof PDFRawStream &&
    nameOf(lookUp(file.context, stream.dict, 'Type')) === 'Metadata' &&
    nameOf(lookUp(file.context, stream.dict, 'Subtype')) === 'XML';
  if (!isKind) say('metadata', 'the catalog has no Metadata of Subtype XML', { object: file.catalog });
  if (stream instanceof PDFRawStream && filtersOf(stream.dict).length > 0)
    say('xmp-filter', 'the metadata stream is packed', { object: stream });
  if (packet !== null) {
    const place = { object: stream ?? null };
    if (packet.fault !== null) say('xmp-syntax', `XMP: ${packet.fault}`, place);
    if (!packet.isUtf8) say('xmp-encoding', 'XMP is not UTF-8', place);
    if (/\bbytes\s*=/.test(packet.head)) say('xmp-bytes', 'the head of the packet has bytes', place);
    if (/\bencoding\s*=/.test(packet.head))
      say('xmp-encoding-attribute', 'the head of the packet has encoding', place);
    if ((xmpValue(packet, NAMESPACES.dc, 'title') ?? '') === '')
      say('xmp-title', 'XMP has no dc:title', place);
    checkDescriptions(packet, (rule, message) => say(rule, message, place));
    checkPressDates(packet, say);
  }
  checkClaims(inspected, say);
  checkInfo(inspected, say);
}

function checkClaims({ file, packet, claims }: InspectedFile, say: Say): void {
  const { pdfA, pdfUA } = claims;
  if (packet === null) return;
  const place = { object: lookUp(file.context, file.catalog, 'Metadata') ?? null };
  const isPart = (part: string, parts: string): boolean => part.length === 1 && parts.includes(part);
  if (pdfA !== null && !isPart(pdfA.part, '1234'))
    say('claim-part', `XMP claims part "${pdfA.part}" of PDF/A`, place);
  if (pdfUA !== null && !isPart(pdfUA, '12'))
    say('claim-part', `XMP claims part "${pdfUA}" of PDF/UA`, place);
  const levels = { '1': ['A', 'B'], '4': ['', 'E', 'F'] }[pdfA?.part ?? ''] ?? ['A', 'B', 'U'];
  if (pdfA !== null && !levels.includes(pdfA.level))
    say('claim-level', `XMP claims level "${pdfA.level}" of PDF/A-${pdfA.part}`, place);
  for (const property of packet.properties) {
    const wanted = { [NAMESPACES.pdfaid]: 'pdfaid', [NAMESPACES.pdfuaid]: 'pdfuaid' }[property.space];
    if (wanted !== undefined && property.prefix !== wanted)
      say('claim-prefix', `${property.name} has the prefix ${property.prefix}`, place);
  }
  const year = (space: string): boolean => /^\d{4}$/.test(xmpValue(packet, space, 'rev') ?? '');
  if (pdfA?.part === '4' && !year(NAMESPACES.pdfaid)) say('claim-year', 'pdfaid:rev is no year', place);
  if (pdfUA === '2' && !year(NAMESPACES.pdfuaid)) say('claim-year', 'pdfuaid:rev is no year', place);
}

/** What PDF/X-4 wants to be told. */
const PRESS_PROPERTIES = [
  [NAMESPACES.xmp, 'CreateDate'],
  [NAMESPACES.xmp, 'ModifyDate'],
  [NAMESPACES.xmp, 'MetadataDate'],
  [NAMESPACES.xmpMM, 'DocumentID'],
  [NAMESPACES.xmpMM, 'VersionID'],
  [NAMESPACES.xmpMM, 'RenditionClass'],
] as const;

function checkPressDates(packet: XmpPacket, say: Say): void {
  for (const [space, name] of PRESS_PROPERTIES)
    if ((xmpValue(packet, space, name) ?? '') === '') say('x-dates', `XMP has no ${name}`);
}

/** Entries of Info, and what XMP calls them. */
const TWINS = [
  ['Title', NAMESPACES.dc, 'title'],
  ['Author', NAMESPACES.dc, 'creator'],
  ['Subject', NAMESPACES.dc, 'description'],
  ['Keywords', NAMESPACES.pdf, 'Keywords'],
  ['Creator', NAMESPACES.xmp, 'CreatorTool'],
  ['Producer', NAMESPACES.pdf, 'Producer'],
] as const;

const DATES = [
  ['CreationDate', 'CreateDate'],
  ['ModDate', 'ModifyDate'],
] as const;

function checkInfo({ file, packet, claims }: InspectedFile, say: Say): void {
  const info = file.context.lookup(file.context.trailerInfo.Info);
  if (claims.pdfX !== null) checkTrapped(file.context.lookup(file.context.trailerInfo.Info), say);
  if (!(info instanceof PDFDict)) return;
  if (claims.pdfA?.part === '4' && lookUp(file.context, file.catalog, 'PieceInfo') === undefined)
    say('info-present', 'the trailer has Info', { object: info });
  if (packet === null || packet.fault !== null) return;
  for (const [entry, space, name] of TWINS) {
    const said = textOf(lookUp(file.context, info, entry));
    const twin = xmpValue(packet, space, name);
    if (said !== null && said !== (twin ?? ''))
      say('info-differs', `${entry} of Info is "${short(said)}", ${name} of XMP ${quoted(twin)}`, {
        object: info,
      });
  }
  for (const [entry, name] of DATES) {
    const said = textOf(lookUp(file.context, info, entry));
    const twin = xmpValue(packet, NAMESPACES.xmp, name);
    if (said !== null && !sameDate(said, twin ?? ''))
      say('info-differs', `${entry} of Info is ${said}, ${name} of XMP ${quoted(twin)}`, { object: info });
  }
}

function checkTrapped(info: unknown, say: Say): void {
  const said = info instanceof PDFDict ? nameOf(lookUp(info.context, info, 'Trapped')) : null;
  if (said !== 'True' && said !== 'False')
    say(
      'trapped',
      `Trapped of Info is ${said ?? 'missing'}`,
      info instanceof PDFDict ? { object: info } : {},
    );
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const quoted = (text: string | null): string => (text === null ? 'is missing' : `is "${short(text)}"`);
