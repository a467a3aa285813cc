import type { DocumentRecord } from '../edition/document-record.ts';
import { documentInfo } from './document-info.ts';
import { formatCitation } from '../edition/format-citation.ts';
import type { ProfileSwitches } from './profile-switches.ts';
import { claimsOf, describedSchemas } from './xmp-identity.ts';
import {
  GALLEY_SCHEMA,
  PDF_UA_SCHEMA,
  PDF_X_SCHEMA,
  PRISM_SCHEMA,
  type ExtensionSchema,
} from './xmp-schemas.ts';

/**
 * The XMP packet of an edition (ISO 16684-1): what the profile claims, Dublin Core, PRISM, our own schema, and the
 * descriptions of those that PDF/A does not know. Read-only, without padding: nobody edits in place.
 */
export function xmpPacket(record: DocumentRecord, switches: ProfileSwitches): string {
  const [ofPrism, ofOwn] = [prism(record), own(record)];
  const schemas = [
    PDF_UA_SCHEMA,
    PDF_X_SCHEMA,
    onlyUsed(PRISM_SCHEMA, ofPrism),
    onlyUsed(GALLEY_SCHEMA, ofOwn),
  ];
  const parts = [
    ...claimsOf(switches).map(({ prefix, uri, properties }) =>
      describe(
        prefix,
        uri,
        properties.map(([key, value]) => simple(key, value)),
      ),
    ),
    describe('dc', 'http://purl.org/dc/elements/1.1/', dublinCore(record)),
    describe('xmp', 'http://ns.adobe.com/xap/1.0/', basics(record)),
    describe('xmpMM', 'http://ns.adobe.com/xap/1.0/mm/', identity(record)),
    describe('pdf', 'http://ns.adobe.com/pdf/1.3/', adobePdf(record)),
    describeSchema(PRISM_SCHEMA, ofPrism),
    describeSchema(GALLEY_SCHEMA, ofOwn),
    extensionSchemas(describedSchemas(switches, schemas)),
  ];
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    ...parts.filter((part) => part !== ''),
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

/** A property without its prefix, and its content as XML; null when there is nothing to say. */
type Property = readonly [name: string, content: string] | null;

function dublinCore(record: DocumentRecord): readonly Property[] {
  const info = documentInfo(record);
  return [
    ['title', alternative(info.title)],
    ['creator', list('Seq', [info.author])],
    info.subject === null ? null : ['description', alternative(info.subject)],
    record.publisher === null ? null : ['publisher', list('Bag', [record.publisher])],
    record.subjects.length === 0 ? null : ['subject', list('Bag', record.subjects)],
    record.rights === null ? null : ['rights', alternative(record.rights)],
    simple('source', record.source),
    simple('identifier', record.identifier),
    ['language', list('Bag', [record.language])],
    // The first day: the standard's date type knows no ranges.
    ['date', list('Seq', [record.coverDate.split('/')[0] ?? record.coverDate])],
    simple('format', 'application/pdf'),
  ];
}

function basics(record: DocumentRecord): readonly Property[] {
  const { date, tool } = documentInfo(record);
  return [
    simple('CreatorTool', tool),
    simple('CreateDate', date),
    simple('ModifyDate', date),
    simple('MetadataDate', date),
  ];
}

/** Which document this is, and which version of it (PDF/X-4 wants all three). */
function identity(record: DocumentRecord): readonly Property[] {
  return [
    simple('DocumentID', record.identifier),
    simple('VersionID', record.modified),
    simple('RenditionClass', 'default'),
  ];
}

function adobePdf(record: DocumentRecord): readonly Property[] {
  const { tool, keywords } = documentInfo(record);
  return [simple('Producer', tool), simple('Keywords', keywords)];
}

function prism(record: DocumentRecord): readonly Property[] {
  return [
    simple('publicationName', record.publicationName),
    simple('issn', record.issn),
    simple('volume', record.volume),
    simple('number', record.number),
    simple('edition', record.editionOfDay),
    simple('coverDate', record.coverDate),
    simple('coverDisplayDate', record.coverDisplayDate),
    record.subjects.length === 0 ? null : ['section', list('Seq', record.subjects)],
    simple('versionIdentifier', record.modified),
    simple('copyright', record.rights),
  ];
}

function own(record: DocumentRecord): readonly Property[] {
  const rows = record.contact.map((row) => (row.label === '' ? row.value : `${row.label}: ${row.value}`));
  return [
    rows.length === 0 ? null : ['contact', list('Seq', rows)],
    simple('note', record.note),
    record.corrections.length === 0 ? null : ['corrections', list('Seq', record.corrections)],
    simple('notice', record.notice),
    simple('source', record.source),
    simple('place', record.place),
    simple('frequency', record.frequency),
    simple('citation', formatCitation(record)),
    ['languages', list('Seq', record.languages)],
  ];
}

const simple = (name: string, value: string | null): Property =>
  value === null ? null : [name, escapeXml(value)];

const alternative = (value: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt>`;

const list = (kind: 'Seq' | 'Bag', values: readonly string[]): string =>
  `<rdf:${kind}>${values.map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`).join('')}</rdf:${kind}>`;

/** A schema with the properties that a packet has: only these have to be described. */
const onlyUsed = (schema: ExtensionSchema, used: readonly Property[]): ExtensionSchema => ({
  ...schema,
  properties: schema.properties.filter(({ name }) => used.some((property) => property?.[0] === name)),
});

const describeSchema = (schema: ExtensionSchema, properties: readonly Property[]): string =>
  describe(schema.prefix, schema.uri, properties);

function describe(prefix: string, uri: string, properties: readonly Property[]): string {
  const lines = properties
    .filter((property) => property !== null)
    .map(([name, content]) => `<${prefix}:${name}>${content}</${prefix}:${name}>`);
  return [`<rdf:Description rdf:about="" xmlns:${prefix}="${uri}">`, ...lines, '</rdf:Description>'].join(
    '\n',
  );
}

function extensionSchemas(schemas: readonly ExtensionSchema[]): string {
  if (schemas.length === 0) return '';
  return [
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
      ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
    '<pdfaExtension:schemas><rdf:Bag>',
    ...schemas.map(schemaItem),
    '</rdf:Bag></pdfaExtension:schemas>',
    '</rdf:Description>',
  ].join('\n');
}

function schemaItem(schema: ExtensionSchema): string {
  return [
    '<rdf:li rdf:parseType="Resource">',
    `<pdfaSchema:schema>${escapeXml(schema.title)}</pdfaSchema:schema>`,
    `<pdfaSchema:namespaceURI>${schema.uri}</pdfaSchema:namespaceURI>`,
    `<pdfaSchema:prefix>${schema.prefix}</pdfaSchema:prefix>`,
    '<pdfaSchema:property><rdf:Seq>',
    ...schema.properties.map(
      (property) =>
        '<rdf:li rdf:parseType="Resource">' +
        `<pdfaProperty:name>${property.name}</pdfaProperty:name>` +
        `<pdfaProperty:valueType>${property.valueType}</pdfaProperty:valueType>` +
        '<pdfaProperty:category>external</pdfaProperty:category>' +
        `<pdfaProperty:description>${escapeXml(property.description)}</pdfaProperty:description>` +
        '</rdf:li>',
    ),
    '</rdf:Seq></pdfaSchema:property>',
    '</rdf:li>',
  ].join('\n');
}

/** Escapes text for XML 1.0 and leaves out what it may not hold. */
function escapeXml(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
