import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { joinReaderSheets, readReaderSheet } from '../../../src/style/read-reader-sheet.ts';

const read = (text: string): { codes: readonly string[]; css: string } => {
  const context = createCollector();
  const sheet = readReaderSheet(text, '/paper/templates/reader.css', context);
  return { codes: context.diagnostics.map(({ code }) => code), css: joinReaderSheets([sheet]) };
};

test.each([
  'p { background: image-set("x.png" 1x); }',
  'p { background: -webkit-image-set(url(x.png) 1x); }',
  '@font-face { font-family: Quay; src: url(quay.woff2); }',
  '@media print { p { background: url(x.png); } }',
])('what asks for a file is told: %s', (text) => {
  expect(read(text).codes).toEqual(['GA414']);
});

test.each([
  'p { background: url("data:image/gif;base64,R0lGODlhAQABAAAAACw="); }',
  '@media (prefers-color-scheme: dark) { p { color: white; } }',
  'p { mask: url(#a); content: "x.png"; }',
  '@font-face { font-family: Quay; font-display: swap; unicode-range: U+26; src: local(Quay); }',
  'p { -epub-hyphens: auto; --ink: red; color: var(--ink) !important; text-wrap: pretty; }',
  '@supports not (colr: red) { p { color: red; } }',
  '@supports (display: grid) and (colr: red) { @media print { p { color: red; } } }',
  'p { hyphenate-limit-lines: 2; string-set: head content(); text-align-all: start; mso-hide: all; }',
  'p { adobe-hyphenate: none; oeb-column-number: 2; }',
])('what readers know may stand there: %s', (text) => {
  expect(read(text)).toEqual({ codes: [], css: text });
});

test.each([
  ['p { colr: red }', ['GA416']],
  ['@supports (display: grid) { p { colr: red } }', ['GA416']],
  ['p { color: red !importent }', ['GA416']],
  ['p { color: red }\n/* to be taken out\np { colr: red }', ['GA400']],
  ['p { & b { color: red } }', ['GA414']],
  ['.a { color: red; @media print { color: blue } }', ['GA414']],
  ['@media print { p { b { color: red } } }', ['GA414']],
])('what no reading system takes is told: %s', (text, codes) => {
  expect(read(text).codes).toEqual(codes);
});

test('names of namespaces are no files, and stand before the rules of all sheets', () => {
  const namespace = '@namespace epub url("http://www.idpf.org/2007/ops");';
  const { codes, css } = read(`@charset "utf-8";\n${namespace}\np { margin: 0; }\n`);
  expect(codes).toEqual([]);
  expect(css.startsWith(namespace)).toBe(true);
  expect(css).not.toContain('charset');
  const own = readReaderSheet(`${namespace}\np { margin: 0; }`, '/b.css', createCollector());
  const theme = readReaderSheet('q { margin: 0; }', '/a.css', createCollector());
  const joined = joinReaderSheets([theme, own]);
  expect(joined.indexOf('@namespace')).toBeLessThan(joined.indexOf('q {'));
  expect(joined.indexOf('q {')).toBeLessThan(joined.indexOf('p {'));
});
