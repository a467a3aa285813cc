import { expect, test } from 'vitest';
import { parse } from './edition-fixture.ts';

const story = (fields: string): readonly string[] =>
  parse(`---\nheadline: H\nbyline: Ana\n${fields}---\nText.\n`).codes;

test('what is said of a picture or a portrait without a file is told', () => {
  expect(story('picture: { alt: A pier }\n')).toEqual(['GA245']);
  expect(story('portrait: { alt: Ana laughs }\n')).toEqual(['GA245']);
  expect(story('picture: { file: "", credit: Ana }\n')).not.toEqual([]);
  expect(story('picture:\nportrait:\n')).toEqual([]);
  expect(parse('# H\n\n![A pier]()\n').codes).toEqual(['GA245']);
});

test('a translation names no file when its original does', () => {
  const original = (fields: string): object => ({
    language: 'es',
    languages: ['en', 'es'],
    original: { file: '/paper/12/articles/ferry.en.md', text: `---\nheadline: H\n${fields}---\nText.\n` },
  });
  const text = '---\nheadline: T\npicture: { alt: Un muelle }\n---\nTexto.\n';
  expect(parse(text, original('picture: { file: pier.jpg, alt: A pier }\n')).codes).toEqual([]);
  expect(parse(text, original('')).codes).toEqual(['GA245']);
});

test('a picture written out as data is told as such, by its format and how to convert it', () => {
  const heic = btoa(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'\0'.repeat(40)}`);
  const [fault] = parse(`# H\n\n![A pier](data:image/jpeg;base64,${heic})\n`).collector.diagnostics;
  expect(fault?.code).toBe('GA209');
  expect(fault?.message).toContain('a HEIC picture');
  expect(fault?.hint).toContain('heif-convert');
  const [png] = parse('# H\n\n![A pier](data:image/png;base64,iVBORw0KGgo=)\n').collector.diagnostics;
  expect(png?.hint).toBe('Save the picture as a file in images/ and write its name here.');
});
