import { PDFName } from 'pdf-lib';
import { dictionaries, drop, put, set, spoilFonts, type Defect, type Spoil } from './plant-defect.ts';

/** Defects of fonts. */
export const FONTS: readonly Defect[] = [
  put('a font that is not embedded', 'ua1:7.21.4.1-1', drop('Type', '/FontDescriptor', 'FontFile2')),
  put('no CIDToGIDMap', 'ua1:7.21.3.2-1', drop('Subtype', '/CIDFontType2', 'CIDToGIDMap')),
  put('a code map that is not there', 'ua1:7.21.3.3-1', set('Subtype', '/Type0', 'Encoding', 'Own-H')),
  put('a font of no Type', 'a2:6.2.11.2-1', drop('Subtype', '/Type0', 'Type'), {
    unlike: 'veraPDF takes for a font whatever stands under Font.',
  }),
  put(
    'a glyph that the font does not have',
    'ua1:7.21.4.1-2',
    spoilFonts((font, context) => {
      const map = new Uint8Array(1000).fill(0xfe);
      font.set(PDFName.of('CIDToGIDMap'), context.register(context.stream(map)));
    }),
  ),
  put('a text that is U+FFFE', 'ua1:7.21.7-2', rewriteMaps('<FFFE>')),
  put('a text of private use', 'a2:6.2.11.7.3-1', rewriteMaps('<E000>')),
  put(
    'a font that cannot be read',
    'pdf:9.9-1',
    (context) => {
      for (const one of dictionaries(context, 'Type', '/FontDescriptor'))
        one.set(PDFName.of('FontFile2'), context.register(context.flateStream(new Uint8Array(9))));
    },
    { judge: '7.21.4.1-1' },
  ),
];

/** Gives the first code of each ToUnicode another text. */
function rewriteMaps(text: string): Spoil {
  return (context) => {
    for (const font of dictionaries(context, 'Subtype', '/Type0')) {
      const codes = Array.from(
        { length: 100 },
        (_, code) => `<${code.toString(16).padStart(4, '0')}> ${text}`,
      );
      const map = `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 100 beginbfchar ${codes.join(' ')} endbfchar endcmap`;
      font.set(PDFName.of('ToUnicode'), context.register(context.stream(Buffer.from(map))));
    }
  };
}
