import { PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { encodePdfDoc } from '../../../src/pdf/pdf-doc-encoding.ts';

test('what is encoded is read as it was', () => {
  const text = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€ plain ¡«ÄÿÞ';
  const encoded = encodePdfDoc(text) ?? expect.fail('not encoded');
  expect(encoded).toHaveLength(text.length);
  expect(PDFString.of(encoded).decodeText()).toBe(text);
});

test('other letters, line ends, and what looks like another encoding are left to UTF-16', () => {
  for (const text of ['Ω', 'a\u00adb', 'a\nb', '\u{1f600}', 'þÿ', 'ï»¿'])
    expect(encodePdfDoc(text)).toBeNull();
});
