import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typesetText, findTypographyEdits } from '../../../src/content/typography.ts';
import { applyEdits } from '../../../src/content/typography/text-edit.ts';
import type { TypographyRules } from '../../../src/content/typography/typography-rules.ts';
import { splitWords } from '../../../src/core/words.ts';

const english: TypographyRules = {
  outer: ['“', '”'],
  inner: ['‘', '’'],
  dash: '—',
  dashSpacing: 'closed',
  continuation: '“',
  elisions: ['tis', 'n'],
  spaceBefore: {},
};
const spanish: TypographyRules = {
  outer: ['«', '»'],
  inner: ['“', '”'],
  dash: '—',
  dashSpacing: 'hugging',
  continuation: '»',
  elisions: [],
  spaceBefore: {},
};

test.each([
  // nested marks, and the typist's space between two closing ones
  ['"`We wait,\' the pilot said. `We ask again.\' "', '“‘We wait,’ the pilot said. ‘We ask again.’\u202F”'],
  ['"He said \'go\' and went."', '“He said ‘go’ and went.”'],
  ["``Two marks'' as one", '“Two marks” as one'],
  // two backticks, as for code in Markdown, are a pair like any other
  ["the `word` here, `two words`s, and `a' with `b`", 'the ‘word’ here, ‘two words’s, and ‘a’ with ‘b’'],
  ['``Two`` and ```one` inside``', '“Two” and “‘one’ inside”'],
  ["`the pilots' boats`", '‘the pilots’ boats’'],
  ['"`We wait`"', '“‘We wait’”'],
  // alone, a backtick stays as typed; before a decade it is an apostrophe
  ['a `lone tick, "and `another"', 'a `lone tick, “and `another”'],
  ['caf`e, word ` word and word`', 'caf`e, word ` word and word`'],
  ['the `90s', 'the ’90s'],
  // what is quoted over paragraphs takes its inner quotation along
  ['"So: `we wait.', '“So: ‘we wait.'],
  // after brackets and dashes
  ['("so called")', '(“so called”)'],
  ['the "lamp"--or "lantern"--burns', 'the “lamp”—or “lantern”—burns'],
  ['"Wait--" he said', '“Wait—” he said'],
  ['He said: "Wait -- so he did --". He waited', 'He said: “Wait—so he did—”. He waited'],
  ['"He said "...so it is" and went"', '“He said “…so it is” and went”'],
  ['"[The] clerk"', '“[The] clerk”'],
  // apostrophes
  ["don't, the pilots' boat, rock 'n' roll", 'don’t, the pilots’ boat, rock ’n’ roll'],
  ["the '90s and the class of '68", 'the ’90s and the class of ’68'],
  ["'Tis late", '’Tis late'],
  ["`The pilots' boats are late,' he said", '‘The pilots’ boats are late,’ he said'],
  // primes stay
  ['6\'2" tall and 5\' wide, a 12" pipe', '6\'2" tall and 5\' wide, a 12" pipe'],
  ['"He is 6\'2"," she said', '“He is 6\'2",” she said'],
  ['"in 1984"', '“in 1984”'],
  // dashes
  ['word--word', 'word—word'],
  ['word -- word', 'word—word'],
  ['word---word', 'word—word'],
  ['-- said so', '— said so'],
  ['He was in the piano. -- Tomasz', 'He was in the piano. —Tomasz'],
  ['ST. LOUIS, Mo. -- Police said', 'ST. LOUIS, Mo.—Police said'],
  ['WASHINGTON, D.C. -- The mayor', 'WASHINGTON, D.C.—The mayor'],
  ['open 9 a.m. -- 5 p.m.', 'open 9 a.m.—5 p.m.'],
  ['Acme Inc. -- Chicago in short -- closed', 'Acme Inc.—Chicago in short—closed'],
  ['Why over? -- It was two-tired. Who? -- "Me."', 'Why over? —It was two-tired. Who? —“Me.”'],
  ['"Yes." -- Ann', '“Yes.” —Ann'],
  ['He said "yes" -- That was all', 'He said “yes”—That was all'],
  ['He asked -- was it right? -- I do not know', 'He asked—was it right?—I do not know'],
  ['the U.S. -- or half of it', 'the U.S.—or half of it'],
  ['over?--It was', 'over?—It was'],
  ['name ____ ---- here', 'name ____ ---- here'],
  ['pages 3--5', 'pages\u00A03–5'],
  // dots
  ['ropes...nets', 'ropes…nets'],
  ['the end.... Then', 'the end.… Then'],
  ['the end. . . . Then . . . so', 'the end.… Then … so'],
  ['Name ..... page', 'Name ..... page'],
  ['[...] and […]', '[…] and […]'],
  // ranges
  ['In the winter of 1983-84', 'In the winter of 1983–84'],
  [
    '773-227-4066, 227-4066, 1997-03-16, M-60, ISSN 0307-1758',
    '773-227-4066, 227-4066, 1997-03-16, M-60, ISSN 0307-1758',
  ],
])('English: %s', (typed, set) => {
  expect(typesetText(typed, english)).toBe(set);
});

test.each([
  ['el puerto --dijo-- abre', 'el puerto —dijo— abre'],
  ['el puerto--dijo--abre', 'el puerto —dijo— abre'],
  ['el puerto -- dijo -- abre', 'el puerto —dijo— abre'],
  ['el puerto --dijo--, y abre', 'el puerto —dijo—, y abre'],
  ['-- Hola --dijo Ana--. Adiós', '—Hola —dijo Ana—. Adiós'],
  ['"Dijo \'sí\' -- y no lo oyó --".', '«Dijo “sí” —y no lo oyó—».'],
  ['"El `faro\' arde"', '«El “faro” arde»'],
])('Spanish: %s', (typed, set) => {
  expect(typesetText(typed, spanish)).toBe(set);
});

test('a quotation that runs over paragraphs repeats the mark of the language', () => {
  const first = findTypographyEdits('"The first,', english, false);
  expect(first.openAt).toBe(0);
  const second = '"the second."';
  expect(applyEdits(second, findTypographyEdits(second, english, true).edits)).toBe('“the second.”');
  expect(applyEdits(second, findTypographyEdits(second, spanish, true).edits)).toBe('»the second.»');
});

test('no word changes, whatever is typed', () => {
  const piece = fc.constantFrom(
    'word',
    'Ana',
    'ñandú',
    "don't",
    "'90s",
    '1983-84',
    '6\'2"',
    '"',
    "'",
    '`',
    '``',
    "''",
    '--',
    '---',
    ' -- ',
    '...',
    '....',
    '. . .',
    ' ',
    ' ',
    ' ',
    ',',
    '.',
    '(',
    ')',
    '[',
    ']',
    '“',
    '”',
    '-',
    '#895',
    '¿',
    '!',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(english, spanish), (pieces, rules) => {
      const typed = pieces.join('');
      const words = (text: string): readonly string[] => splitWords(text).map((entry) => entry.word);
      expect(words(typesetText(typed, rules))).toEqual(words(typed));
    }),
    { seed: 7, numRuns: 3000 },
  );
});

const french: TypographyRules = {
  outer: ['«\u202F', '\u202F»'],
  inner: ['“', '”'],
  dash: '–',
  dashSpacing: 'spaced',
  continuation: '«\u202F',
  elisions: [],
  spaceBefore: { ';!?': '\u202F', ':': '\u00A0' },
};

test.each([
  // a space before the high marks, typed or not; none in addresses and times of day
  ['Quoi ? Non!', 'Quoi\u202F? Non\u202F!'],
  ['Voici: un; deux', 'Voici\u00A0: un\u202F; deux'],
  ['Il dit: "Venez!"', 'Il dit\u00A0: «\u202FVenez\u202F!\u202F»'],
  ['Il dit «Venez» et « va ».', 'Il dit «\u202FVenez\u202F» et «\u202Fva\u202F».'],
  ['Vraiment?!', 'Vraiment\u202F?!'],
  ['une première depuis 1968 --, et --!', 'une première depuis 1968\u00A0–, et\u00A0–!'],
  ['à 12:30, https://quai.example/?a=1', 'à 12:30, https://quai.example/?a=1'],
])('French: %s', (typed, set) => expect(typesetText(typed, french)).toBe(set));

test.each([
  ['-17', '\u221217'],
  ['-0.4 %', '\u22120.4\u00A0%'],
  ['at -3 °C, (-12 °C) and -4', 'at \u22123\u00A0°C, (\u221212\u00A0°C) and -4'],
  ['555-0100, A-4', '555-0100, A-4'],
])('minus: %s', (typed, set) => expect(typesetText(typed, english)).toBe(set));

test.each([
  ['12 km of rope, 40 % of 1,200 kg', '12\u00A0km of rope, 40\u00A0% of 1,200\u00A0kg'],
  ['12 knots and 3 men', '12 knots and 3 men'],
  ['J. K. Example and A. Holm', 'J.\u00A0K.\u00A0Example and A.\u00A0Holm'],
  ['see p. 12 and no. 7', 'see p.\u00A012 and no.\u00A07'],
  ['on page 1, No. 7 and No 8', 'on page\u00A01, No.\u00A07 and No\u00A08'],
  ['a page of 12, homepage 3', 'a page of 12, homepage 3'],
  ['Seite 3, páginas 4', 'Seite\u00A03, páginas\u00A04'],
  ['z. B. hier', 'z.\u00A0B. hier'],
  ['the end. A boat', 'the end. A boat'],
  ['1 200 men, 12 500 000 and 4 1200', '1\u00A0200 men, 12\u00A0500\u00A0000 and 4 1200'],
  ['-11 806,55 and A-11 806', '-11\u00A0806,55 and A-11 806'],
  [
    'François Ier, John XXIII and Henry V; Anna I know',
    'François\u00A0Ier, John\u00A0XXIII and Henry\u00A0V; Anna I know',
  ],
  ['with Mme Dubreuil, Dr. Example and Mr Holm', 'with Mme\u00A0Dubreuil, Dr.\u00A0Example and Mr\u00A0Holm'],
  ['N = 2 · 3 · 5, 4 × 100 and a = or b', 'N\u00A0= 2\u00A0· 3\u00A0· 5, 4\u00A0× 100 and a\u00A0= or b'],
])('spaces that do not break: %s', (typed, set) => expect(typesetText(typed, english)).toBe(set));
