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
  ['nl', '"Eén \'twee\'" -- drie', '“Eén ‘twee’”\u00A0– drie'],
  ['pl', '"Jeden \'dwa\'" -- trzy', '„Jeden «dwa»”\u00A0– trzy'],
  ['cs', '"Jeden \'dva\'" -- tři', '„Jeden ‚dva‘“\u00A0– tři'],
  ['ru', '"Один \'два\'" -- три', '«Один „два“»\u00A0— три'],
])('%s: %s', (language, typed, set) => {
  expect(typesetText(typed, typographyRules(language, ENGLISH))).toBe(set);
});

test.each([
  ["'s Avonds, 't was 's ochtends, 'n dag, 'k weet", '’s Avonds, ’t was ’s ochtends, ’n dag, ’k weet'],
  ["in de jaren '80, 's-Hertogenbosch, 'snel'", 'in de jaren ’80, ’s-Hertogenbosch, ‘snel’'],
])('Dutch words that begin with an apostrophe: %s', (typed, set) => {
  expect(typesetText(typed, typographyRules('nl', ENGLISH))).toBe(set);
  const own = { ...ENGLISH, language: 'nl' };
  expect(typesetText(typed, typographyRules('nl-BE', own))).toBe(set);
});

test.each([
  ['pl', 'A w domu z "psem" i u Ewy, o (tym) on', 'A_w_domu z_„psem” i_u_Ewy, o_(tym) on'],
  ['cs', 'V lese a k vodě s ním', 'V_lese a_k_vodě s_ním'],
  ['pl', 'punkt a) tak, witamina a. Dom, x y', 'punkt a) tak, witamina a. Dom, x y'],
  ['en', 'a house, I am', 'a house, I am'],
])('%s: words of one letter stay with the next: %s', (language, typed, set) => {
  expect(typesetText(typed, typographyRules(language, ENGLISH)).replaceAll('\u00A0', '_')).toBe(set);
});

test('numbers keep their units in Cyrillic too, and № its number', () => {
  const rules = typographyRules('ru', ENGLISH);
  expect(typesetText('12 км, 40 кг и 3 матроса, № 7, стр. 9', rules)).toBe(
    '12\u00A0км, 40\u00A0кг и 3 матроса, №\u00A07, стр.\u00A09',
  );
});

test.each([
  ['Tel. 020 7946 0000, 01632 960 514', 'Tel. 020_7946_0000, 01632_960_514'],
  ['+34 91 555 01 42 or (773) 555-0142', '+34_91_555_01_42 or (773)_555-0142'],
  ['+44 (0)20 7946 0000', '+44_(0)20_7946_0000'],
  ['01 23 45 67 89', '01_23_45_67_89'],
  ['in 1990 200 boats and 0 or 1 of 12', 'in 1990 200 boats and 0 or 1 of 12'],
  ['the 05 07 bus, 0 200', 'the 05 07 bus, 0_200'],
  ['€ 12, CHF 40 and R$ 7, 12 € 30 boats', '€_12, CHF_40 and R$_7, 12_€ 30 boats'],
])('%s does not break in its numbers', (typed, set) => {
  expect(typesetText(typed, typographyRules('en', ENGLISH))).toBe(set.replaceAll('_', '\u00A0'));
});

test.each([
  ['en', '5 - 6 pm, Quiz - in the hall', '5–6 pm, Quiz_– in the hall'],
  ['en', 'a - b, 5 - 3 = 2, 2 + 5 - 3', 'a_– b, 5 - 3_= 2, 2_+ 5 - 3'],
  ['en', 'pre- and post-war -- so', 'pre- and post-war—so'],
  ['es', 'Quiosco - abierto', 'Quiosco_– abierto'],
  ['ru', 'Паром - отменён', 'Паром_— отменён'],
])('%s: a hyphen between spaces is a dash, and a range between figures: %s', (language, typed, set) => {
  const rules = typographyRules(language, ENGLISH);
  expect(typesetText(typed, rules).replaceAll('\u00A0', '_')).toBe(set);
});

test.each([
  ['pages 9 - 12, 9.30 - 9.45', 'pages_9–12, 9.30–9.45'],
  ['900 - 1,500 and 1,500 - 1,600 boats', '900–1,500 and 1,500–1,600 boats'],
  ['10 - 2 pm, 11 - 1 a.m.', '10–2 pm, 11–1 a.m.'],
  ['9 am - 5 pm, 9am - 5pm', '9 am_– 5 pm, 9am_– 5pm'],
  ['5 km - 10 km, 3 May - 5 June', '5_km_– 10_km, 3 May_– 5 June'],
  ['in 1983-84 - the worst year - and 3 - at most', 'in 1983–84_– the worst year_– and 3_– at most'],
  ['The ferry - 8 boats - left', 'The ferry_– 8 boats_– left'],
  ['The ferry - she is old - 8 metres long', 'The ferry_– she is old_– 8 metres long'],
  ['(at the quay) - 8 pm', '(at the quay)_– 8 pm'],
])('spaced hyphens between figures: %s', (typed, set) => {
  expect(typesetText(typed, typographyRules('en', ENGLISH)).replaceAll('\u00A0', '_')).toBe(set);
});

test.each([
  '10 - 3 - 2 = 5',
  'x = a - b',
  '2 + 5 - 3',
  '3 - 2 + 5',
  '12 - 3 - 2024',
  '3 - 12 - 2024',
  'from - 5 to - 10',
  'from 5 to - 10',
  'at noon: - 5',
  'Room 5 - 3 miles',
  'Quiz - 8 boats',
  'Gate B2 - 5 miles',
])('a hyphen in a sum or a chain, or that may be a minus, stays: %s', (typed) => {
  expect(typesetText(typed, typographyRules('en', ENGLISH)).replaceAll('\u00A0', ' ')).toBe(typed);
});
