import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attributesOf, ELEMENTS } from '../../../src/markup/vocabulary.ts';
import { editionData, editionParts } from '../../../src/template/edition-data.ts';
import { BLOCK_HELPERS, INLINE_HELPERS } from '../../../src/template/engine/helper-names.ts';
import { fieldNames } from '../../../src/template/template-data.ts';
import { EDITION } from './an-edition.ts';

const GUIDE = readFileSync(new URL('../../../docs/themes.md', import.meta.url), 'utf8');
const WORDS: ReadonlySet<string> = new Set(GUIDE.match(/[\w:-]+/g));

test('the theme guide names every element, and every attribute of the make-up', () => {
  const makeUp = [...ELEMENTS.keys()].filter((name) => name.startsWith('ed-'));
  const wanted = [...ELEMENTS.keys(), ...makeUp.flatMap(attributesOf)];
  expect(wanted.filter((name) => !WORDS.has(name))).toEqual([]);
  const named = GUIDE.match(/ed-[a-z]+(?=`)/g) ?? [];
  expect(named.filter((name) => !ELEMENTS.has(name) && !GUIDE.includes(`-${name}`))).toEqual([]);
});

test('the theme guide names every field and part of an edition, and every helper', () => {
  const fields = fieldNames({ ...editionData(EDITION), words: null });
  const parts = [...editionParts(EDITION).keys()].filter((name) => !name.includes('.'));
  const wanted = [...fields, ...parts, ...BLOCK_HELPERS, ...INLINE_HELPERS];
  expect(wanted.filter((name) => !WORDS.has(name))).toEqual([]);
});
