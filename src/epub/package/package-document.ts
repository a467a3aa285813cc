import type { DocumentRecord } from '../../edition/document-record.ts';
import type { MarkupElement, MarkupNode } from '../../markup/markup-tree.ts';
import { serializeXhtml } from '../../markup/serialize-xhtml.ts';
import { accessibilityMetadata, type AccessibilityFacts } from './accessibility-metadata.ts';
import { contactMetadata } from './contact-metadata.ts';
import { element } from '../markup-node.ts';

/** A file of the book as the package lists it. */
export type PackageItem = {
  /** Unique in the package, an XML name. */
  readonly id: string;
  /** Path inside `OEBPS/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly properties: string | null;
};

/** What the package document says. */
export type PackageFacts = {
  readonly record: DocumentRecord;
  readonly direction: 'ltr' | 'rtl';
  readonly items: readonly PackageItem[];
  /** Ids of the documents in reading order. */
  readonly spine: readonly string[];
  /** Names of the people the masthead gives. */
  readonly staff: readonly string[];
  /** What the page-break markers count: the file name of the PDF. */
  readonly pageSource: string | null;
  readonly accessibility: AccessibilityFacts;
};

/** The package document (EPUB 3.3 §5), as text. */
export function writePackageDocument(facts: PackageFacts): string {
  const root = element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'edition-id',
      'xml:lang': facts.record.language,
      prefix: 'prism: http://prismstandard.org/namespaces/basic/3.0/',
      ...(facts.direction === 'rtl' ? { dir: 'rtl' } : {}),
    },
    [metadataElement(facts), manifestElement(facts.items), spineElement(facts)],
  );
  return `${serializeXhtml([breakLines(root, 0)], { declaration: true })}\n`;
}

function metadataElement(facts: PackageFacts): MarkupElement {
  const { record } = facts;
  return element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    element('dc:identifier', { id: 'edition-id' }, [record.identifier]),
    element('dc:title', { id: 'title' }, [record.title]),
    refine('title', 'title-type', 'main'),
    refine('title', 'file-as', record.sortTitle),
    element('dc:language', {}, [record.language]),
    // One date only is allowed; a range is told in full by prism:coverDisplayDate.
    element('dc:date', {}, [record.coverDate.split('/')[0] ?? record.coverDate]),
    meta('dcterms:modified', record.modified),
    ...peopleMetadata(facts),
    ...optional('dc:source', record.source),
    ...optional('dc:rights', record.rights),
    ...optional('dc:description', record.notice),
    ...record.subjects.map((subject) => element('dc:subject', {}, [subject])),
    ...seriesMetadata(record),
    ...record.corrections.map((correction) => meta('schema:correction', correction)),
    ...contactMetadata(record),
    ...(facts.pageSource === null ? [] : [meta('pageBreakSource', facts.pageSource)]),
    ...accessibilityMetadata(facts.accessibility),
    meta('schema:additionalType', 'https://schema.org/PublicationIssue'),
    element('meta', { name: 'generator', content: record.tool }),
    // EPUB 2's way to name the cover, which some shops and readers still look for.
    element('meta', { name: 'cover', content: 'cover-image' }),
  ]);
}

function peopleMetadata(facts: PackageFacts): readonly MarkupElement[] {
  const { record } = facts;
  return [
    element('dc:creator', { id: 'creator' }, [record.creator]),
    // MARC relator "issuing body": no person wrote a newspaper.
    element('meta', { refines: '#creator', property: 'role', scheme: 'marc:relators' }, ['isb']),
    ...facts.staff.map((name) => element('dc:contributor', {}, [name])),
    ...(record.publisher === null ? [] : [element('dc:publisher', { id: 'publisher' }, [record.publisher])]),
    ...(record.place === null ? [] : [meta('schema:locationCreated', record.place)]),
  ];
}

/** The paper as the series its issues belong to, and the issue's own numbers. */
function seriesMetadata(record: DocumentRecord): readonly MarkupElement[] {
  const isNumeric = record.number !== null && /^\d+(?:\.\d+)*$/.test(record.number);
  return [
    element('meta', { property: 'belongs-to-collection', id: 'series' }, [record.publicationName]),
    refine('series', 'collection-type', 'series'),
    ...(isNumeric && record.number !== null ? [refine('series', 'group-position', record.number)] : []),
    ...(record.issn === null ? [] : [refine('series', 'dcterms:identifier', `urn:issn:${record.issn}`)]),
    ...(record.frequency === null ? [] : [refine('series', 'dcterms:accrualPeriodicity', record.frequency)]),
    meta('prism:publicationName', record.publicationName),
    ...(record.issn === null ? [] : [meta('prism:issn', record.issn)]),
    ...(record.volume === null ? [] : [meta('prism:volume', record.volume)]),
    ...(record.number === null ? [] : [meta('prism:number', record.number)]),
    ...(record.editionOfDay === null ? [] : [meta('prism:edition', record.editionOfDay)]),
    meta('prism:coverDate', record.coverDate),
    meta('prism:coverDisplayDate', record.coverDisplayDate),
  ];
}

function manifestElement(items: readonly PackageItem[]): MarkupElement {
  return element(
    'manifest',
    {},
    items.map(({ id, path, mediaType, properties }) =>
      element('item', {
        id,
        href: path,
        'media-type': mediaType,
        ...(properties === null ? {} : { properties }),
      }),
    ),
  );
}

function spineElement(facts: PackageFacts): MarkupElement {
  return element(
    'spine',
    { 'page-progression-direction': facts.direction },
    facts.spine.map((idref) => element('itemref', { idref })),
  );
}

function meta(property: string, value: string): MarkupElement {
  return element('meta', { property }, [value]);
}

function refine(id: string, property: string, value: string): MarkupElement {
  return element('meta', { refines: `#${id}`, property }, [value]);
}

function optional(name: string, value: string | null): readonly MarkupElement[] {
  return value === null ? [] : [element(name, {}, [value])];
}

/** Puts each element that stands among elements on a line of its own: people read this file when a book fails. */
function breakLines(node: MarkupElement, depth: number): MarkupElement {
  const hasElements = node.children.some((child) => child.kind === 'element');
  if (!hasElements) return node;
  const inner = node.children.flatMap((child): (MarkupNode | string)[] => [
    `\n${'  '.repeat(depth + 1)}`,
    child.kind === 'text' ? child : breakLines(child, depth + 1),
  ]);
  return element(node.name, node.attributes, [...inner, `\n${'  '.repeat(depth)}`]);
}
