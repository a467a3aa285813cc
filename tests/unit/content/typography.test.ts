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
};
const spanish: TypographyRules = {
  outer: ['«', '»'],
  inner: ['“', '”'],
  dash: '—',
  dashSpacing: 'hugging',
  continuation: '»',
  elisions: [],
};

test.each([
  // nested marks, and the typist's space between two closing ones
  ['"`We wait,\' the pilot said. `We ask again.\' "', '“‘We wait,’ the pilot said. ‘We ask again.’\u202F”'],
  ['"He said \'go\' and went."', '“He said ‘go’ and went.”'],
  ["``Two marks'' as one", '“Two marks” as one'],
  // after brackets and dashes
  ['("so called")', '(“so called”)'],
  ['the "lamp"--or "lantern"--burns', 'the “lamp”—or “lantern”—burns'],
  ['"Wait--" he said', '“Wait—” he said'],
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
  ['name ____ ---- here', 'name ____ ---- here'],
  ['pages 3--5', 'pages 3–5'],
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
  ['"El `faro\' arde"', '«El “faro” arde»'],
])('Spanish: %s', (typed, set) => {
  expect(typesetText(typed, spanish)).toBe(set);
});

test('a quotation that runs over paragraphs repeats the mark of the language', () => {
  const first = findTypographyEdits('"The first,', english, false);
  expect(first.isQuoteOpen).toBe(true);
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
