import type { XmlElement } from './xml-reader.ts';
import { NAMESPACES, type XmpPacket } from './xmp-packet.ts';

/** Schemas that PDF/A knows (ISO 19005-2, 6.6.2.3.1): properties of their own need no description. */
const KNOWN_SPACES: ReadonlySet<string> = new Set([
  NAMESPACES.pdfaid,
  NAMESPACES.pdfaExtension,
  'http://ns.adobe.com/xap/1.0/rights/',
  'http://ns.adobe.com/xap/1.0/bj/',
  'http://ns.adobe.com/xap/1.0/t/pg/',
  'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
  'http://ns.adobe.com/photoshop/1.0/',
  'http://ns.adobe.com/camera-raw-settings/1.0/',
  'http://ns.adobe.com/tiff/1.0/',
  'http://ns.adobe.com/exif/1.0/',
  'http://ns.adobe.com/exif/1.0/aux/',
]);

/** Properties of the schemas that are used most (XMP specification 2005, part 1, chapter 4). */
const KNOWN_PROPERTIES: Readonly<Record<string, ReadonlySet<string>>> = {
  [NAMESPACES.dc]: new Set(
    (
      'contributor coverage creator date description format identifier language publisher relation rights source ' +
      'subject title type'
    ).split(' '),
  ),
  [NAMESPACES.xmp]: new Set(
    'Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname Rating Thumbnails'.split(
      ' ',
    ),
  ),
  [NAMESPACES.pdf]: new Set(['Keywords', 'PDFVersion', 'Producer', 'Trapped']),
  [NAMESPACES.xmpMM]: new Set(
    (
      'DerivedFrom DocumentID History Ingredients InstanceID LastURL Manager ManagedFrom ManageTo ManageUI ' +
      'ManagerVariant OriginalDocumentID Pantry RenditionClass RenditionParams RenditionOf SaveID VersionID Versions'
    ).split(' '),
  ),
};

type SayXmp = (rule: 'xmp-undescribed' | 'xmp-description', message: string) => void;

/** Properties are known or described, and descriptions are complete. */
export function checkDescriptions(packet: XmpPacket, say: SayXmp): void {
  const described = describedIn(packet, say);
  const told = new Set<string>();
  for (const { space, prefix, name } of packet.properties) {
    const isKnown =
      KNOWN_SPACES.has(space) ||
      KNOWN_PROPERTIES[space]?.has(name) === true ||
      described.has(`${space} ${name}`);
    if (isKnown || told.has(`${space} ${name}`)) continue;
    told.add(`${space} ${name}`);
    say('xmp-undescribed', `${prefix}:${name} is neither known nor described`);
  }
}

/** Namespace and name of every property that the packet describes. */
function describedIn(packet: XmpPacket, say: SayXmp): ReadonlySet<string> {
  const described = new Set<string>();
  const schemas = packet.properties.filter(
    ({ space, name }) => space === NAMESPACES.pdfaExtension && name === 'schemas',
  );
  for (const schema of schemas.flatMap(({ element }) => (element === null ? [] : listItems(element)))) {
    const space = fieldOf(schema, NAMESPACES.pdfaSchema, 'namespaceURI');
    for (const field of ['schema', 'namespaceURI', 'prefix'])
      if ((fieldOf(schema, NAMESPACES.pdfaSchema, field) ?? '') === '')
        say('xmp-description', `the description of ${space ?? 'a schema'} has no ${field}`);
    const list = childOf(schema, NAMESPACES.pdfaSchema, 'property');
    for (const property of list === undefined ? [] : listItems(list))
      described.add(`${space ?? ''} ${describedProperty(property, say)}`);
  }
  return described;
}

function describedProperty(property: XmlElement, say: SayXmp): string {
  const name = fieldOf(property, NAMESPACES.pdfaProperty, 'name') ?? '';
  for (const field of ['name', 'valueType', 'category', 'description'])
    if ((fieldOf(property, NAMESPACES.pdfaProperty, field) ?? '') === '')
      say('xmp-description', `the description of the property ${name} has no ${field}`);
  const category = fieldOf(property, NAMESPACES.pdfaProperty, 'category');
  if (category !== null && !['external', 'internal'].includes(category))
    say('xmp-description', `the category of the property ${name} is ${category}`);
  return name;
}

/** The items of a list, each as the element that holds its fields. */
function listItems(holder: XmlElement): readonly XmlElement[] {
  const list = holder.children.find(({ space }) => space === NAMESPACES.rdf);
  return (list?.children ?? []).map((item) => {
    const [only] = item.children;
    return only?.space === NAMESPACES.rdf && only.name === 'Description' ? only : item;
  });
}

const childOf = (element: XmlElement, space: string, name: string): XmlElement | undefined =>
  element.children.find((child) => child.space === space && child.name === name);

/** A field, written as an element or as an attribute; null without it. */
function fieldOf(element: XmlElement, space: string, name: string): string | null {
  const written = element.attributes.find((one) => one.space === space && one.name === name);
  return childOf(element, space, name)?.text.trim() ?? written?.value ?? null;
}
