import { describe, expect, test } from 'vitest';
import { sniffFileFormat } from '../../../src/core/foreign-format.ts';

/** A character is a byte. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const idOf = (text: string): string | null => sniffFileFormat(bytesOf(text))?.id ?? null;

/** Local headers of a ZIP, as far as they are looked at. */
const zip = (...names: readonly string[]): string =>
  names.map((name) => `PK\x03\x04${'\0'.repeat(26)}${name}`).join('');

/** A TIFF whose first directory has these tags, each with a value. */
function tiff(mark: 'II' | 'MM', tags: readonly (readonly [number, number])[]): string {
  const isLittle = mark === 'II';
  const view = new DataView(new ArrayBuffer(10 + tags.length * 12));
  view.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, isLittle);
  view.setUint32(4, 8, isLittle);
  view.setUint16(8, tags.length, isLittle);
  tags.forEach(([tag, value], index) => {
    view.setUint16(10 + index * 12, tag, isLittle);
    view.setUint16(12 + index * 12, 4, isLittle);
    view.setUint32(18 + index * 12, value, isLittle);
  });
  return String.fromCharCode(...new Uint8Array(view.buffer));
}

test.each([
  ['jpeg', '\xff\xd8\xff\xe0'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['webp', 'RIFF\0\0\0\0WEBPVP8 '],
  ['gif', 'GIF89a'],
  ['heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['heic', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
  ['avif', '\0\0\0\x1cftypavif\0\0\0\0avifmif1'],
  ['avif', '\0\0\0\x1cftypmif1\0\0\0\0mif1avif'],
  ['video', '\0\0\0\x20ftypisom\0\0\x02\0isomiso2mp41'],
  ['raw', '\0\0\0\x18ftypcrx \0\0\0\x01crx isom'],
  ['raw', 'II*\0\x10\0\0\0CR\x02\0'],
  [
    'raw',
    tiff('MM', [
      [0xfe, 1],
      [0x14a, 100],
    ]),
  ],
  [
    'raw',
    tiff('II', [
      [0x100, 10],
      [0xc612, 1],
    ]),
  ],
  ['tiff', tiff('II', [[0x100, 10]])],
  ['tiff', tiff('MM', [[0xfe, 1]])],
  ['tiff', 'MM\0*'],
  ['bmp', 'BM\x46\0\0\0\0\0\0\0\x36'],
  ['psd', '8BPS\0\x01'],
  ['pdf', '%PDF-1.7\n'],
  ['postscript', '%!PS-Adobe-3.0 EPSF-3.0'],
  ['doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['docx', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml')],
  ['odt', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
  ['sheet', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
  ['sheet', zip('[Content_Types].xml', 'xl/workbook.xml')],
  ['epub', zip('mimetypeapplication/epub+zip')],
  ['pages', zip('Index/Document.iwa', 'preview.jpg')],
  ['zip', zip('notes.txt')],
  ['rtf', '{\\rtf1\\ansi'],
  ['html', '\xef\xbb\xbf<!DOCTYPE html>\n<html lang="en">'],
  ['html', `<!-- ${'saved from the web '.repeat(100)}-->\n<HTML>`],
  ['svg', '<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg">'],
])('%s', (id, text) => {
  expect(idOf(text)).toBe(id);
});

describe('text is none of them', () => {
  test.each([
    ['an empty file', ''],
    ['front matter', '---\nheadline: A\n---\n'],
    ['YAML', 'name: Quayside\n'],
    ['two letters that begin a picture too', 'BM and II met on the pier.'],
    ['an element inside a line', 'The tag <html> begins a page.'],
    ['an unknown element', '<p>Words</p>'],
    ['a short TIFF mark', 'II'],
  ])('%s', (_, text) => {
    expect(idOf(text)).toBeNull();
  });
});

test('every format but those that are set says how to convert it', () => {
  for (const mark of ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n'])
    expect(sniffFileFormat(bytesOf(mark))?.asPicture).toBeNull();
  expect(sniffFileFormat(bytesOf('%PDF-1.7'))?.asPicture).toMatch(/pdftoppm/);
  expect(sniffFileFormat(bytesOf('%PDF-1.7'))?.asText).toMatch(/pdftotext/);
});

test('the base64 text of a file is named by what it codes, with or without the head of an address', () => {
  const heic = btoa(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'\0'.repeat(200)}`);
  const lines = heic.replaceAll(/.{76}/g, '$&\r\n');
  for (const text of [heic, lines, `data:image/jpeg;base64,${heic}`]) {
    const format = sniffFileFormat(bytesOf(text));
    expect(format?.name).toBe('the base64 text of a HEIC picture');
    expect(format?.asPicture).toContain('heif-convert');
  }
  expect(sniffFileFormat(bytesOf(btoa(`\xff\xd8\xff\xe0${'x'.repeat(60)}`)))?.name).toBe(
    'the base64 text of a JPEG picture',
  );
  expect(idOf(`${'Aword'.repeat(20)} and more`)).toBeNull();
  expect(idOf(btoa('Words of a text in base64 are no file at all.'))).toBeNull();
});
