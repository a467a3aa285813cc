import type { DocumentRecord } from '../../edition/document-record.ts';
import type { ContactKind } from '../../edition/edition.ts';
import type { MarkupElement } from '../../markup/markup-tree.ts';
import { element } from '../markup-node.ts';

/** Properties of schema.org's Organization for the kinds of contact row. */
const PROPERTIES: Readonly<Record<ContactKind, string>> = {
  post: 'schema:address',
  phone: 'schema:telephone',
  fax: 'schema:faxNumber',
  email: 'schema:email',
  web: 'schema:url',
};

/** The contact block in the package: each row in its order with its printed label, then the note. */
export function contactMetadata(record: DocumentRecord): readonly MarkupElement[] {
  const rows = record.contact.flatMap((row, index) => {
    const id = `contact-${index + 1}`;
    return [
      element('meta', { property: PROPERTIES[row.kind], id }, [row.value]),
      element('meta', { refines: `#${id}`, property: 'schema:name' }, [row.label]),
    ];
  });
  return record.note === null
    ? rows
    : [...rows, element('meta', { property: 'schema:contactPoint' }, [record.note])];
}
