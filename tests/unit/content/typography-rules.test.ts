import { expect, test } from 'vitest';
import { typesetText } from '../../../src/content/typography.ts';
import { typographyRules } from '../../../src/content/typography/typography-rules.ts';
import { ENGLISH } from './edition-fixture.ts';

// What is typed alike comes out as each language has it, in an English paper.

test.each([
  ['en', '"One \'two\'" and--three', '“One ‘two’” and—three'],
  ['en-GB', '"One \'two\'" and--three', '“One ‘two’” and—three'],
  ['es', '"Uno \'dos\'" y -- tres -- va', '«Uno “dos”» y —tres— va'],
  ['ca', '"U \'dos\'" i -- tres -- va', '«U “dos”» i —tres— va'],
  ['de', '"Eins \'zwei\'" -- drei', '„Eins ‚zwei‘“\u00A0– drei'],
  ['fr', '"Un \'deux\'" -- trois', '«\u202FUn “deux”\u202F»\u00A0– trois'],
  ['it', '"Uno \'due\'" -- tre', '«Uno “due”»\u00A0– tre'],
  ['pt', '"Um \'dois\'" -- três', '“Um ‘dois’”\u00A0– três'],
  ['el', '"Ένα \'δύο\'" -- τρία', '«Ένα “δύο”»\u00A0– τρία'],
  ['ru', '"Один \'два\'" -- три', '«Один „два“»\u00A0— три'],
])('%s: %s', (language, typed, set) => {
  expect(typesetText(typed, typographyRules(language, ENGLISH))).toBe(set);
});

test('numbers keep their units in Cyrillic too, and № its number', () => {
  const rules = typographyRules('ru', ENGLISH);
  expect(typesetText('12 км, 40 кг и 3 матроса, № 7, стр. 9', rules)).toBe(
    '12\u00A0км, 40\u00A0кг и 3 матроса, №\u00A07, стр.\u00A09',
  );
});
