import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import {
  dictionaries,
  dictionary,
  drop,
  insert,
  plainObject,
  put,
  rewrite,
  rewriteXmp,
  set,
  spoilFonts,
  spoilWidths,
  type Defect,
  type PlainValue,
  type Spoil,
} from './plant-defect.ts';
import { FONTS } from './planted-font-defects.ts';
import { ANNOTATIONS, STRUCTURE } from './planted-structure-defects.ts';

/** A defect of the saved bytes, one character a byte. */
const edit = (
  name: string,
  rule: string,
  change: (text: string) => string,
  more: Partial<Defect> = {},
): Defect => ({ name, profile: 'screen', rule, edit: change, ...more });

/** The defects of the design: veraPDF caught all of them, qpdf and poppler none. */
export const TWELVE: readonly Defect[] = [
  put('no Tabs', 'ua1:7.18.3-1', drop('Type', '/Page', 'Tabs')),
  put('no Alt', 'ua1:7.3-1', drop('S', '/Figure', 'Alt')),
  put('no Contents of a link', 'ua1:7.18.5-2', drop('Subtype', '/Link', 'Contents')),
  put('no F', 'a2:6.3.2-1', drop('Subtype', '/Link', 'F')),
  put('no ParentTree', 'ua1:7.1-3', drop('Type', '/StructTreeRoot', 'ParentTree')),
  put('no StructParents', 'ua1:7.1-3', drop('Type', '/Page', 'StructParents')),
  put('no ToUnicode', 'ua1:7.21.7-1', drop('Subtype', '/Type0', 'ToUnicode')),
  put('no OutputIntent', 'a2:6.2.4.3-2', drop('Type', '/Catalog', 'OutputIntents')),
  put('H1, then H3', 'ua1:7.4.2-1', set('S', '/H2', 'S', 'H3')),
  put('a wrong W', 'ua1:7.21.5-1', spoilWidths),
  put(
    'an untagged fill',
    'ua1:7.1-3',
    rewrite((content) => `${content}\n0 0 9 9 re f`),
  ),
  put(
    'a .notdef',
    'ua1:7.21.8-1',
    spoilFonts((font, context) =>
      font.set(PDFName.of('CIDToGIDMap'), context.register(context.stream(new Uint8Array(2)))),
    ),
  ),
];

const catalog = (context: PDFContext): PDFDict => dictionary(context, 'Type', '/Catalog');
const setCatalog =
  (key: string, value: PlainValue): Spoil =>
  (context) =>
    catalog(context).set(PDFName.of(key), plainObject(context, value));

/** Draws a rectangle under a graphics state that is made for it. */
const paintUnder =
  (state: Record<string, string | boolean | number>): Spoil =>
  (context) => {
    const page = dictionary(context, 'Type', '/Page');
    const resources = context.lookup(page.get(PDFName.of('Resources')), PDFDict);
    resources.set(PDFName.of('ExtGState'), context.obj({ Bad: state }));
    insert('/Artifact BMC q /Bad gs 0 0 9 9 re f Q EMC')(context);
  };

const DOCUMENT: readonly Defect[] = [
  put('no Marked', 'ua1:6.2-1', drop('Type', '/Catalog', 'MarkInfo')),
  put('Suspects', 'ua1:7.1-4', (context) =>
    catalog(context).lookup(PDFName.of('MarkInfo'), PDFDict).set(PDFName.of('Suspects'), context.obj(true)),
  ),
  put('no structure tree', 'ua1:7.1-11', drop('Type', '/Catalog', 'StructTreeRoot')),
  put('no DisplayDocTitle', 'ua1:7.1-10', drop('Type', '/Catalog', 'ViewerPreferences')),
  put('no Lang', 'ua1:7.2-34', drop('Type', '/Catalog', 'Lang')),
  put('a language that is none', 'ua1:7.2-29', (context) =>
    catalog(context).set(PDFName.of('Lang'), PDFString.of('en_GB!')),
  ),
  put('no Metadata', 'a2:6.6.2.1-1', drop('Type', '/Metadata', 'Type')),
  put(
    'no title',
    'ua1:7.1-9',
    rewriteXmp((packet) => packet.replace(/<dc:title>[^]*?<\/dc:title>/, '')),
  ),
  put(
    'XMP that is no XML',
    'pdf:14.3.2-1',
    rewriteXmp((packet) => packet.replace('</rdf:RDF>', '')),
    {
      unlike: 'Nothing is claimed where XMP cannot be read, and veraPDF judges by what it takes for granted.',
    },
  ),
  put(
    'a property that nobody knows',
    'a2:6.6.2.3.1-1',
    rewriteXmp((packet) => packet.replace('<pdf:Producer>', '<pdf:Odd>1</pdf:Odd><pdf:Producer>')),
  ),
  put(
    'a description without a category',
    'a2:6.6.2.3.3-7',
    rewriteXmp((packet) => packet.replace('<pdfaProperty:category>external</pdfaProperty:category>', '')),
    { judge: '6.6.2.3.3-9' },
  ),
  put(
    'a level that is none',
    'a2:6.6.4-3',
    rewriteXmp((packet) => packet.replace('conformance>A<', 'conformance>X<')),
    {
      unlike: 'veraPDF chooses its rules by the level, and has none for X.',
    },
  ),
  put(
    'a claim with a prefix of its own',
    'a2:6.6.4-4',
    rewriteXmp((packet) => packet.replaceAll('pdfaid:', 'aid:').replace('xmlns:pdfaid', 'xmlns:aid')),
  ),
  put(
    'another title in Info',
    'pdf:14.3.3-1',
    (context) =>
      context.lookup(context.trailerInfo.Info, PDFDict).set(PDFName.of('Title'), PDFString.of('Another')),
    { unlike: 'PDF/A-2 lets readers ignore Info; we write both from one record and want them equal.' },
  ),
  put('AA in the catalog', 'a2:6.5.2-1', setCatalog('AA', {})),
  put('AA in a page', 'a2:6.5.2-2', set('Type', '/Page', 'AA', {})),
  put('a script', 'a2:6.5.1-1', set('Subtype', '/Link', 'A', { S: 'JavaScript' })),
  put('a program that is started', 'a2:6.5.1-1', set('Subtype', '/Link', 'A', { S: 'Launch' })),
  put('a named action', 'a2:6.5.1-2', set('Subtype', '/Link', 'A', { S: 'Named', N: 'Print' })),
  put('XFA', 'a2:6.4.2-1', setCatalog('AcroForm', { Fields: [], XFA: [] })),
  put('NeedAppearances', 'a2:6.4.1-3', setCatalog('AcroForm', { Fields: [], NeedAppearances: true })),
  put('layers without a name', 'ua1:7.10-1', setCatalog('OCProperties', { OCGs: [], D: {} })),
  put('Requirements', 'a2:6.11-1', setCatalog('Requirements', [])),
  put('a profile that is none', 'a2:6.2.3-1', (context) => {
    const intent = dictionary(context, 'S', '/GTS_PDFA1');
    intent.set(
      PDFName.of('DestOutputProfile'),
      context.register(context.stream(new Uint8Array(200), { N: 3 })),
    );
  }),
  put('a file without its relation', 'a3:6.8-3', drop('Type', '/Filespec', 'AFRelationship'), {
    profile: 'archive',
  }),
  put('a file with one name', 'ua1:7.11-1', drop('Type', '/Filespec', 'UF'), { profile: 'archive' }),
  put('a file of no type', 'a3:6.8-1', drop('Type', '/EmbeddedFile', 'Subtype'), { profile: 'archive' }),
  put('a file that belongs to nothing', 'a3:6.8-4', drop('Type', '/Catalog', 'AF'), { profile: 'archive' }),
];

const CONTENT: readonly Defect[] = [
  put(
    'a mark that is not closed',
    'pdf:14.6.1-1',
    rewrite((content) => content.replace('EMC', '')),
    {
      unlike: 'veraPDF does not ask for the nesting of marks.',
    },
  ),
  put(
    'a mark twice',
    'ua1:7.1-3',
    rewrite((content) => content.replace('/MCID 1>>', '/MCID 0>>')),
    {
      unlike: 'veraPDF looks for one element for each mark, and does not count.',
    },
  ),
  put(
    'a mark that no element holds',
    'ua1:7.1-3',
    rewrite((content) => content.replace('/MCID 1>>', '/MCID 99>>')),
  ),
  put(
    'an artifact in a tag',
    'ua1:7.1-1',
    rewrite((content) => content.replace(/(\/MCID 1>> BDC)/, '$1 /Artifact BMC EMC')),
  ),
  put(
    'a tag in an artifact',
    'ua1:7.1-2',
    rewrite((content) => content.replace(/(\/P <<\/MCID)/, '/Artifact BMC $1') + ' EMC'),
  ),
  put('a colour of ink', 'a2:6.2.4.3-3', insert('/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC')),
  put('an operator that is none', 'a2:6.2.2-1', insert('BX 1 oops EX')),
  put('states saved 29 deep', 'a2:6.1.13-8', insert(`${'q '.repeat(29)}${'Q '.repeat(29)}`)),
  put('a font that is not there', 'pdf:7.8.3-1', insert('BT /Nowhere 9 Tf ET'), {
    unlike: 'PDF/A-2 does not ask for it by itself.',
  }),
  put('a rendering intent that is none', 'a2:6.2.6-1', insert('/Loud ri')),
  put('a transfer function', 'a2:6.2.5-1', paintUnder({ TR: 'Identity' })),
  put('a blend mode that is none', 'a2:6.2.10-1', paintUnder({ BM: 'Loud' })),
  put('a picture that is interpolated', 'a2:6.2.8-3', set('Subtype', '/Image', 'Interpolate', true)),
  put('a picture with Alternates', 'a2:6.2.8-1', (context) => {
    for (const image of dictionaries(context, 'Subtype', '/Image'))
      image.set(PDFName.of('Alternates'), context.obj([]));
  }),
  put('a page of two points', 'a2:6.1.13-11', set('Type', '/Page', 'TrimBox', [0, 0, 2, 400])),
  put('a page without its Resources', 'a2:6.2.2-2', (context) => {
    const pages = dictionary(context, 'Type', '/Pages');
    for (const page of dictionaries(context, 'Type', '/Page')) {
      pages.set(PDFName.of('Resources'), page.get(PDFName.of('Resources')) ?? context.obj({}));
      page.delete(PDFName.of('Resources'));
    }
  }),
  put('steps of a page', 'a2:6.10-2', set('Type', '/Page', 'PresSteps', {})),
  put(
    'the end of the content is missing',
    'pdf:7.8.2-1',
    rewrite((content) => `${content}\n(open`),
    {
      unlike: 'veraPDF reads as far as it can.',
    },
  ),
];

const odd =
  (value: PDFObject): Spoil =>
  (context) =>
    catalog(context).set(PDFName.of('Odd'), value);

const BYTES: readonly Defect[] = [
  edit('a version that is none', 'a2:6.1.2-1', (text) => text.replace('%PDF-1.7', '%PDF-1.9')),
  edit('no bytes above 127 after the header', 'a2:6.1.2-2', (text) =>
    text.replace(/\n%[\x80-\xff]{4}/, '\n%AAAA'),
  ),
  edit('data behind the end', 'a2:6.1.3-3', (text) => `${text}\nmore`),
  edit('no ID', 'a2:6.1.3-1', (text) => text.replace('/ID ', '/IX ')),
  edit('a wrong Length', 'a2:6.1.7.1-1', (text) =>
    text.replace(
      /\/Length (\d+)(\d)\b/,
      (_, many: string, last: string) => `/Length ${many}${(Number(last) + 5) % 10}`,
    ),
  ),
  edit('no end of line before endstream', 'a2:6.1.7.1-2', (text) =>
    text.replace('\nendstream', ' endstream'),
  ),
  edit('no end of line behind obj', 'a2:6.1.9-1', (text) => text.replace(' 0 obj\n', ' 0 obj ')),
  edit(
    'a cross-reference that leads nowhere',
    'pdf:7.5.4-1',
    (text) => text.replace(/startxref\n\d+/, 'startxref\n7'),
    {
      unlike: 'veraPDF repairs it, and does not say so.',
    },
  ),
  put('three hexadecimal digits', 'a2:6.1.6-1', odd(PDFHexString.of('ABC'))),
  put('a hexadecimal X', 'a2:6.1.6-2', odd(PDFHexString.of('ABXC'))),
  put('a long string', 'a2:6.1.13-3', odd(PDFString.of('x'.repeat(33_000)))),
  put('a long name', 'a2:6.1.13-4', odd(PDFName.of('n'.repeat(200)))),
  put('a large integer', 'a2:6.1.13-1', odd(PDFNumber.of(3_000_000_000))),
  put('a stream packed by LZW', 'a2:6.1.7.2-1', (context) =>
    odd(context.register(context.stream(new Uint8Array([0x80, 0x0b, 0x60, 0x50]), { Filter: 'LZWDecode' })))(
      context,
    ),
  ),
  put('data of another file', 'a2:6.1.7.1-3', (context) =>
    odd(context.register(context.stream(new Uint8Array(1), { FFilter: 'FlateDecode' })))(context),
  ),
];

/** Those of the profiles that other standards stand for. */
const OTHERS: readonly Defect[] = [
  put(
    'no year',
    'ua2:5-5',
    rewriteXmp((packet) => packet.replace('<pdfuaid:rev>2024</pdfuaid:rev>', '')),
    {
      profile: 'next',
    },
  ),
  put('a Document of no namespace', 'ua2:8.2.5.2-2', drop('S', '/Document', 'NS'), { profile: 'next' }),
  put('a picture without words', 'ua2:8.2.5.28.2-1', drop('S', '/Figure', 'Alt'), { profile: 'next' }),
  put('no Tabs in PDF 2.0', 'ua2:8.9.3.3-1', drop('Type', '/Page', 'Tabs'), { profile: 'next' }),
  put('a wrong W in PDF 2.0', 'ua2:8.4.5.6-1', spoilWidths, { profile: 'next' }),
  put('ink on the screen of PDF 2.0', 'a4:6.2.4.3-3', insert('/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC'), {
    profile: 'next',
  }),
  put(
    'an Info in PDF 2.0',
    'a4:6.1.3-4',
    (context) => {
      context.trailerInfo.Info = context.register(context.obj({}));
    },
    { profile: 'next' },
  ),
  put(
    'a place instead of an element',
    'ua2:8.8-1',
    (context) => {
      const page = context
        .enumerateIndirectObjects()
        .find(([, object]) => object === dictionary(context, 'Type', '/Page'));
      if (page === undefined) throw new Error('there is no page');
      const destination = context.obj([page[0], 'Fit']);
      dictionary(context, 'Subtype', '/Link').set(PDFName.of('Dest'), destination);
      dictionary(context, 'Subtype', '/Link').delete(PDFName.of('A'));
    },
    { profile: 'next' },
  ),
  ...pressDefects(),
];

/** veraPDF knows no PDF/X. */
function pressDefects(): readonly Defect[] {
  const more = { profile: 'print', unlike: 'veraPDF does not judge PDF/X.' } as const;
  return [
    put('no TrimBox', 'x4:trim-box', drop('Type', '/Page', 'TrimBox'), more),
    put(
      'a TrimBox out of the BleedBox',
      'x4:boxes',
      set('Type', '/Page', 'BleedBox', [50, 50, 90, 90]),
      more,
    ),
    put(
      'an annotation on the page',
      'x4:annotation',
      (context) => {
        const note = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [30, 30, 60, 60], F: 4 });
        dictionary(context, 'Type', '/Page').set(PDFName.of('Annots'), context.obj([context.register(note)]));
      },
      more,
    ),
    put(
      'not a word on traps',
      'x4:trapped',
      (context) => void context.lookup(context.trailerInfo.Info, PDFDict).delete(PDFName.of('Trapped')),
      more,
    ),
    put('no intent of the press', 'x4:intent', set('S', '/GTS_PDFX', 'S', 'GTS_OTHER'), more),
    put('no name of the press', 'x4:intent', drop('S', '/GTS_PDFX', 'OutputConditionIdentifier'), more),
    put('something to do at the opening', 'x4:action', setCatalog('OpenAction', []), more),
    put(
      'a date is missing',
      'x4:dates',
      rewriteXmp((packet) => packet.replace(/<xmp:CreateDate>[^<]*<\/xmp:CreateDate>/, '')),
      more,
    ),
    put('RGB on a press', 'x4:device-rgb', insert('/Artifact BMC 1 0 0 rg 0 0 9 9 re f EMC'), {
      profile: 'print',
      judge: '6.2.4.3-2',
    }),
  ];
}

const ALL: readonly Defect[] = [
  ...TWELVE,
  ...DOCUMENT,
  ...CONTENT,
  ...FONTS,
  ...STRUCTURE,
  ...ANNOTATIONS,
  ...BYTES,
  ...OTHERS,
];

/** Defects of which veraPDF says the same, each alone. */
export const DEFECTS: readonly Defect[] = ALL.filter(({ unlike }) => unlike === undefined);

/** Defects beyond what veraPDF asks for, or that it judges otherwise, each with the reason. */
export const BEYOND: readonly Defect[] = ALL.filter(({ unlike }) => unlike !== undefined);
