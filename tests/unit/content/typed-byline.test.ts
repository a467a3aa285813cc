import { expect, test } from 'vitest';
import { parse } from './edition-fixture.ts';

test.each([
  ['# H\n\nBy Anna Example\n\nText.', true],
  ['# H\n\n**by Dr. Anna Example, Ph.D.**\n\nText.', true],
  ['---\nlanguage: es\n---\n# H\n\nPor Ana Ejemplo\n\nTexto.', true],
  ['---\nbyline: Anna Example\n---\n# H\n\nBy Ben Example\n\nText.', false],
  ['# H\n\nBy Anna Example', false],
  ['# H\n\nBy Monday it was over.\n\nText.', false],
  ['# H\n\nBy now\n\nText.', false],
  ['# H\n\nText.\n\nBy Anna Example', false],
  ['---\nlanguage: es\n---\n# H\n\nBy Ana Ejemplo\n\nTexto.', false],
])('a byline typed as text: %j', (text, isTold) => {
  expect(parse(`${text}\n`).codes).toEqual(isTold ? ['GA250'] : []);
});
