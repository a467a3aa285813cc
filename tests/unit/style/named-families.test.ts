import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { namedFamilies } from '../../../src/style/named-families.ts';
import { parseSheet } from '../../../src/style/parse-sheet.ts';

const families = (css: string): readonly (readonly [string, string])[] =>
  namedFamilies([parseSheet(css, 'print.css', createCollector())]).map(({ family, span }) => [
    family,
    css.slice(span.start, span.end),
  ]);

test('families of font-family and font, with the values that name them', () => {
  expect(
    families('p { font-family: Quay Sans, serif; } h1 { color: red; font: bold 9pt "Quay Serif"; }'),
  ).toEqual([
    ['Quay Sans', 'Quay Sans, serif'],
    ['serif', 'Quay Sans, serif'],
    ['Quay Serif', 'bold 9pt "Quay Serif"'],
  ]);
  expect(families('p { font-family: inherit; }')).toEqual([]);
});

test('a list of families in a variable counts where a family is asked of it', () => {
  const css =
    ':root { --text: "Quay Text", serif; --ink: red; } p { font-family: var(--text); color: var(--ink); }';
  expect(families(css)).toEqual([
    ['Quay Text', '"Quay Text", serif'],
    ['serif', '"Quay Text", serif'],
  ]);
  expect(families(css.replace('font-family', 'quotes'))).toEqual([]);
});
