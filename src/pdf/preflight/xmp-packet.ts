import { readXml, type XmlElement } from './xml-reader.ts';

/** A property of a metadata packet. */
export type XmpProperty = {
  readonly space: string;
  readonly prefix: string;
  readonly name: string;
  /** The value, or the items of a list in order; of a structure the text of its fields. */
  readonly values: readonly string[];
  /** The element, for those that look deeper; null for one that is written as an attribute. */
  readonly element: XmlElement | null;
};

/** What a packet says. */
export type XmpPacket = {
  readonly properties: readonly XmpProperty[];
  /** Why it is not well-formed; null when it is. */
  readonly fault: string | null;
  /** The head of the packet, `<?xpacket begin… ?>`; empty without one. */
  readonly head: string;
  readonly isUtf8: boolean;
};

export const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
} as const;

/** Reads an XMP packet (ISO 16684-1). */
export function readXmp(bytes: Uint8Array): XmpPacket {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  const source = isUtf16 ? Buffer.from(view).swap16().toString('utf16le') : view.toString('utf8');
  const isUtf8 = !isUtf16 && !source.includes('\ufffd');
  const head = /<\?xpacket begin[^]*?\?>/.exec(source)?.[0] ?? '';
  const root = readXml(source);
  if (typeof root === 'string') return { properties: [], fault: root, head, isUtf8 };
  const rdf =
    root.space === NAMESPACES.rdf ? root : root.children.find((child) => child.space === NAMESPACES.rdf);
  if (rdf?.name !== 'RDF') return { properties: [], fault: 'there is no rdf:RDF', head, isUtf8 };
  return { properties: rdf.children.flatMap(propertiesOf), fault: null, head, isUtf8 };
}

function propertiesOf(description: XmlElement): readonly XmpProperty[] {
  const written = description.attributes
    .filter(({ space }) => space !== '' && space !== NAMESPACES.rdf && !space.includes('XML/1998'))
    .map(({ space, prefix, name, value }) => ({ space, prefix, name, values: [value], element: null }));
  const nested = description.children.map((child) => ({
    space: child.space,
    prefix: child.prefix,
    name: child.name,
    values: valuesOf(child),
    element: child,
  }));
  return [...written, ...nested];
}

function valuesOf(property: XmlElement): readonly string[] {
  const [only] = property.children;
  if (only === undefined) return [property.text.trim()];
  const isList = only.space === NAMESPACES.rdf && ['Alt', 'Seq', 'Bag'].includes(only.name);
  const holders = isList ? itemsOf(only) : property.children;
  return holders.map((holder) => holder.text.trim());
}

/** The items of a list, the default of an alternative first. */
function itemsOf(list: XmlElement): readonly XmlElement[] {
  const isDefault = (item: XmlElement): boolean =>
    item.attributes.some(({ name, value }) => name === 'lang' && value === 'x-default');
  const items = list.children.filter((child) => child.name === 'li');
  return [...items.filter(isDefault), ...items.filter((item) => !isDefault(item))];
}

/** The first value of a property; null without one. */
export function xmpValue(packet: XmpPacket, space: string, name: string): string | null {
  const found = packet.properties.find((property) => property.space === space && property.name === name);
  return found?.values[0] ?? null;
}
