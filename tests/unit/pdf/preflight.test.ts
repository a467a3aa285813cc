import { expect, test } from 'vitest';
import {
  drop,
  plant,
  rewrite,
  rewriteXmp,
  set,
  spoilFonts,
  spoilWidths,
  type Defect,
} from '../../tools/planted-defects.ts';
import { findingsOf } from '../../tools/findings-of.ts';
import { PDFName } from 'pdf-lib';
import { drawSample, samplePicture } from './draw-sample.ts';
import { sampleEdition } from './sample-edition.ts';

const picture = await samplePicture('alpha');

test.each(['screen', 'archive', 'next'] as const)(
  'finds nothing wrong in what is drawn as %s',
  async (profile) => {
    expect(findingsOf(await drawSample(sampleEdition(), picture, { profile }))).toEqual([]);
  },
);

const SOME: readonly (readonly [string, string, Defect['spoil']])[] = [
  ['no Tabs', 'ua1:7.18.3-1', drop('Type', '/Page', 'Tabs')],
  ['no Alt', 'ua1:7.3-1', drop('S', '/Figure', 'Alt')],
  ['no Contents of a link', 'ua1:7.18.5-2', drop('Subtype', '/Link', 'Contents')],
  ['no F', 'a2:6.3.2-1', drop('Subtype', '/Link', 'F')],
  ['no ParentTree', 'ua1:7.1-3', drop('Type', '/StructTreeRoot', 'ParentTree')],
  ['no StructParents', 'ua1:7.1-3', drop('Type', '/Page', 'StructParents')],
  ['no ToUnicode', 'ua1:7.21.7-1', drop('Subtype', '/Type0', 'ToUnicode')],
  ['no OutputIntent', 'a2:6.2.4.3-2', drop('Type', '/Catalog', 'OutputIntents')],
  ['H1, then H3', 'ua1:7.4.2-1', set('S', '/H2', 'S', 'H3')],
  ['a wrong W', 'ua1:7.21.5-1', spoilWidths],
  ['an untagged fill', 'ua1:7.1-3', rewrite((content) => `${content}\n0 0 9 9 re f`)],
  ['no title', 'ua1:7.1-9', rewriteXmp((packet) => packet.replace(/<dc:title>[^]*?<\/dc:title>/, ''))],
  [
    'a .notdef',
    'ua1:7.21.8-1',
    spoilFonts((font, context) =>
      font.set(PDFName.of('CIDToGIDMap'), context.register(context.stream(new Uint8Array(2)))),
    ),
  ],
];

test.each(SOME)('catches %s', async (_, rule, spoil) => {
  const drawn = await drawSample(sampleEdition(), picture);
  expect(findingsOf(await plant(drawn, { spoil })).map((finding) => finding.rule)).toContain(rule);
});
