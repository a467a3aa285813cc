/** A property of a schema that PDF/A does not know of itself (ISO 19005-2, 6.6.2.3.3). */
export type SchemaProperty = {
  readonly name: string;
  readonly valueType: 'Text' | 'Integer' | 'seq Text';
  readonly description: string;
};

/** A schema that must be described inside the file. */
export type ExtensionSchema = {
  readonly prefix: string;
  readonly uri: string;
  readonly title: string;
  readonly properties: readonly SchemaProperty[];
};

const property = (
  name: string,
  description: string,
  valueType: SchemaProperty['valueType'] = 'Text',
): SchemaProperty => ({
  name,
  valueType,
  description,
});

/** PDF/UA identification (ISO 14289-1, 5). */
export const PDF_UA_SCHEMA: ExtensionSchema = {
  prefix: 'pdfuaid',
  uri: 'http://www.aiim.org/pdfua/ns/id/',
  title: 'PDF/UA identification schema',
  properties: [property('part', 'Part of ISO 14289 to which the file conforms', 'Integer')],
};

/** PDF/X identification (ISO 15930-7). */
export const PDF_X_SCHEMA: ExtensionSchema = {
  prefix: 'pdfxid',
  uri: 'http://www.npes.org/pdfx/ns/id/',
  title: 'PDF/X identification schema',
  properties: [property('GTS_PDFXVersion', 'Part of ISO 15930 to which the file conforms')],
};

/** PRISM Basic Metadata 2.0: what a serial says of an issue. Dates are text, since an issue may cover a range. */
export const PRISM_SCHEMA: ExtensionSchema = {
  prefix: 'prism',
  uri: 'http://prismstandard.org/namespaces/basic/2.0/',
  title: 'PRISM basic metadata',
  properties: [
    property('publicationName', 'Name of the newspaper'),
    property('issn', 'ISSN of the newspaper'),
    property('volume', 'Volume of the issue'),
    property('number', 'Number of the issue'),
    property('edition', 'Edition of the day'),
    property('coverDate', 'Date of the issue, ISO 8601; an interval for a range'),
    property('coverDisplayDate', 'Date of the issue as printed'),
    property('section', 'Sections of the issue, in order', 'seq Text'),
    property('versionIdentifier', 'Date of the last correction of the electronic edition'),
    property('copyright', 'Terms on which the issue may be used'),
  ],
};

/** What newspapers print about themselves and no public schema has a word for. */
export const GALLEY_SCHEMA: ExtensionSchema = {
  prefix: 'galley',
  uri: 'http://ns.galley.example/1.0/',
  title: 'galley newspaper schema',
  properties: [
    property('contact', 'Rows of the contact block as printed, label and value', 'seq Text'),
    property('note', 'Note printed with the contact block'),
    property('corrections', 'Corrections of the issue: date, text and the id of the story', 'seq Text'),
    property('notice', 'What kind of file this is, where it is no issue of the newspaper'),
    property('source', 'What the content of the file was made from'),
    property('place', 'Place of publication'),
    property('frequency', 'How often the newspaper appears'),
    property('citation', 'How the issue may be cited'),
    property('languages', 'Languages in which the issue exists', 'seq Text'),
  ],
};
