import type { DocumentRecord } from './document-record.ts';

/**
 * How an issue may be cited, without a word of any language: name, place and publisher, volume and number, date, ISSN,
 * identifier (after ISO 690, 9).
 *
 * @example
 * formatCitation(record) // 'The Lantern. Port Ann: The Lantern Press. 3 (7), June 4, 2021. ISSN 1234-5679. urn:uuid:…'
 */
export function formatCitation(record: DocumentRecord): string {
  const { volume, number, issn } = record;
  const publisher = [record.place, record.publisher].filter((part) => part !== null).join(': ');
  const counted = volume === null || number === null ? (volume ?? number) : `${volume} (${number})`;
  const dated = [counted, record.coverDisplayDate].filter((part) => part !== null).join(', ');
  const parts = [
    record.publicationName,
    publisher,
    dated,
    issn === null ? '' : `ISSN ${issn}`,
    record.identifier,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/\.$/, ''))
    .join('. ');
}
