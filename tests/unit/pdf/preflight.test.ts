import { inflate } from 'pako';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFContext,
} from 'pdf-lib';
import { expect, test } from 'vitest';
import { preflightPdf } from '../../../src/pdf/preflight.ts';
import { drawSample, samplePicture } from './draw-sample.ts';
import { sampleEdition } from './sample-edition.ts';

const drawn = drawSample(sampleEdition(), await samplePicture('alpha'));

test('finds nothing wrong in what is drawn', async () => {
  expect(await preflightPdf(await drawn)).toEqual([]);
});

/** Every dictionary of the file that has these entries. */
function dictionaries(context: PDFContext, key: string, value?: string): PDFDict[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dictionary = object instanceof PDFRawStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) return [];
    const entry = dictionary.get(PDFName.of(key));
    return entry !== undefined && (value === undefined || entry.toString() === value) ? [dictionary] : [];
  });
}

const drop = (key: string, value: string, dropped: string) => (context: PDFContext) => {
  for (const dictionary of dictionaries(context, key, value)) dictionary.delete(PDFName.of(dropped));
};

/** Rewrites the content of the first page. */
const rewrite = (change: (content: string) => string) => (context: PDFContext) => {
  const page = dictionaries(context, 'Type', '/Page')[0];
  const reference = page?.get(PDFName.of('Contents'));
  const stream = context.lookup(reference);
  if (!(stream instanceof PDFRawStream)) throw new Error('the page has no content');
  const content = change(Buffer.from(inflate(stream.contents)).toString('latin1'));
  const changed = context.stream(Buffer.from(content, 'latin1'));
  page?.set(PDFName.of('Contents'), context.register(changed));
};

/** Rewrites the CIDToGIDMap or W of every font. */
const spoilFonts = (spoil: (font: PDFDict, context: PDFContext) => void) => (context: PDFContext) => {
  for (const font of dictionaries(context, 'Subtype', '/CIDFontType2')) spoil(font, context);
};

const DEFECTS: readonly (readonly [string, string, (context: PDFContext) => void])[] = [
  ['no Tabs', 'link', drop('Type', '/Page', 'Tabs')],
  ['no Alt', 'alternative-text', drop('S', '/Figure', 'Alt')],
  ['no Contents of a link', 'link', drop('Subtype', '/Link', 'Contents')],
  ['no F', 'link', drop('Subtype', '/Link', 'F')],
  ['no ParentTree', 'parent-tree', drop('Type', '/StructTreeRoot', 'ParentTree')],
  ['no StructParents', 'parent-tree', drop('Type', '/Page', 'StructParents')],
  ['no ToUnicode', 'text', drop('Subtype', '/Type0', 'ToUnicode')],
  ['no OutputIntent', 'output-intent', drop('Type', '/Catalog', 'OutputIntents')],
  [
    'H1, then H3',
    'heading-order',
    (context) => {
      for (const heading of dictionaries(context, 'S', '/H2')) heading.set(PDFName.of('S'), PDFName.of('H3'));
    },
  ],
  [
    'a wrong W',
    'width',
    spoilFonts((font, context) => {
      const widths = context.lookup(font.get(PDFName.of('W')), PDFArray).lookup(1, PDFArray);
      widths.set(0, PDFNumber.of(widths.lookup(0, PDFNumber).asNumber() + 20));
    }),
  ],
  ['an untagged fill', 'marked-content', rewrite((content) => `${content}\n0 0 9 9 re f`)],
  [
    'a .notdef',
    'text',
    spoilFonts((font, context) => {
      font.set(PDFName.of('CIDToGIDMap'), context.register(context.stream(new Uint8Array(2))));
    }),
  ],
  ['a mark that is not closed', 'marked-content', rewrite((content) => content.replace('EMC', ''))],
  ['a mark twice', 'parent-tree', rewrite((content) => content.replace('/MCID 1>>', '/MCID 0>>'))],
  [
    'a colour of ink',
    'colour',
    rewrite((content) => content.replace(/[\d.]+ [\d.]+ [\d.]+ rg/, '0 0 0 1 k')),
  ],
  [
    'another title in Info',
    'metadata',
    (context) => {
      const info = context.lookup(context.trailerInfo.Info, PDFDict);
      info.set(PDFName.of('Title'), PDFString.of('Another'));
    },
  ],
  [
    'a script',
    'document',
    (context) => {
      for (const link of dictionaries(context, 'Subtype', '/Link')) {
        link.set(PDFName.of('A'), context.obj({ S: 'JavaScript' }));
      }
    },
  ],
  [
    'no OBJR',
    'link',
    (context) => {
      for (const link of dictionaries(context, 'S', '/Link')) link.delete(PDFName.of('K'));
    },
  ],
];

test.each(DEFECTS)('catches %s', async (_, rule, spoil) => {
  const document = await PDFDocument.load(await drawn, { updateMetadata: false });
  spoil(document.context);
  const faults = await preflightPdf(await document.save({ updateFieldAppearances: false }));
  expect(faults.map((fault) => fault.rule)).toContain(rule);
});
