import { expect, test } from 'vitest';
import { findHyphens, isCompound } from '../../../src/text/find-hyphens.ts';
import { createHyphenator, type HyphenLimits, type Hyphenator } from '../../../src/text/hyphenator.ts';
import { loadPatterns, patternKey } from '../../../src/text/load-patterns.ts';

const english = createHyphenator(await loadPatterns('en'), ['gal-ley', 'unbroken']);
const spanish = createHyphenator(await loadPatterns('es'), []);

/** The token with its points shown. */
function divided(token: string, hyphenator: Hyphenator | null, limits: HyphenLimits = [2, 1, 1]): string {
  const points = findHyphens(token, hyphenator, limits);
  return Array.from({ length: token.length }, (_, i) =>
    points.includes(i) ? `·${token[i]}` : token[i],
  ).join('');
}

test.each([
  'news·pa·per',
  'hy·phen·ation',
  'rep·re·sen·ta·tive',
  'through',
  'ta·ble',
  'as·so·ciate',
  'dec·li·na·tion',
  'project',
])('English: %s', (word) => {
  expect(divided(word.replaceAll('·', ''), english, [5, 2, 3])).toBe(word);
});

test.each(['pe·rió·di·co', 'cons·truc·ción', 'ca·rre·te·ra', 'ac·ción', 'pin·güino', 'ver·güen·za'])(
  'Spanish: %s',
  (word) => {
    expect(divided(word.replaceAll('·', ''), spanish, [4, 2, 2])).toBe(word);
  },
);

test('the limits count letters of the word, before and after', () => {
  expect(divided('table', english, [6, 2, 3])).toBe('table');
  expect(divided('table', english, [5, 2, 3])).toBe('ta·ble');
  expect(divided('newspaper', english, [5, 4, 4])).toBe('news·paper');
  expect(divided('newspaper', english, [5, 5, 5])).toBe('newspaper');
});

test('words with points of their own use those, in any case', () => {
  expect(divided('Galley', english)).toBe('Gal·ley');
  expect(divided('unbroken', english)).toBe('unbroken');
});

test('soft hyphens of the author stand alone', () => {
  expect(divided('newspa\u00adper', english)).toBe('newspa\u00ad·per');
  expect(divided('\u00adnews\u00ad', english)).toBe('\u00adnews\u00ad');
  expect(divided('newspaper', null)).toBe('newspaper');
  expect(divided('cafe\u00ad\u0301s\u00ade\u00ad\u200d\u0301', null)).toBe(
    'cafe\u00ad\u0301s\u00ad·e\u00ad\u200d\u0301',
  );
});

test.each([
  ['fr', 'l’im·pri·me·rie'],
  ['it', 'dell’ap·pro·fon·di·mento'],
  ['ca', 'l’en·qua·der·na·dora'],
  ['it', 'l’idea'],
])('%s: a word behind an article is divided as without it: %s', async (language, word) => {
  const hyphenator = createHyphenator(await loadPatterns(language), []);
  expect(divided(word.replaceAll('·', ''), hyphenator, [5, 2, 3])).toBe(word);
});

test('marks around a word are no letters of it; a possessive is not parted', () => {
  expect(divided('(“newspaper,”', english)).toBe('(“news·pa·per,”');
  expect(divided('newspaper’s', english, [5, 2, 3])).toBe('news·pa·per’s');
});

test('addresses, figures and short words in capitals are not divided', () => {
  for (const token of ['www.newspaper.example', 'newspaper@example.org', '1990ties', 'UNESCO']) {
    expect(divided(token, english)).toBe(token);
  }
  expect(divided('NEWSPAPER', english)).toBe('NEWS·PA·PER');
});

test('the parts of a compound are divided, as a last help to the lines', () => {
  expect(divided('paper-maker', english)).toBe('pa·per-mak·er');
  expect(isCompound('paper-maker')).toBe(true);
  expect(isCompound('-paper')).toBe(false);
});

test('a letter whose small form is longer divides nothing', () => {
  expect(english.points('İstanbulnewspaper', [2, 1, 1])).toEqual([]);
});

test('a region uses its language’s patterns, unless it has its own', () => {
  expect(patternKey('es-MX')).toBe('es');
  expect(patternKey('en-GB')).toBe('en-gb');
  expect(patternKey('sr-Latn-RS')).toBe('sr-latn');
  expect(patternKey('sr-RS')).toBe('sr');
  expect(patternKey('cs')).toBeNull();
  expect(patternKey('constructor')).toBeNull();
});

test.each([
  ['af', 'koe·rant·re·dak·sie'],
  ['be', 'га·зе·т·ны'],
  ['bg', 'вес·т·ни·кар·с·т·во'],
  ['bs', 'no·vi·nar·stvo'],
  ['cy', 'newydd·iad·ur·wyr'],
  ['da', 'avis·re·dak·tion'],
  ['et', 'aja·le·he·toi·me·tus'],
  ['fi', 'sa·no·ma·leh·ti'],
  ['gl', 'xor·na·lis·mo'],
  ['hr', 'no·vi·nar·stvo'],
  ['is', 'dag·blað·ið'],
  ['la', 'com·men·ta·rius'],
  ['lt', 'laik·raš·ti·nin·kas'],
  ['nb', 'avis·re·dak·sjo·nen'],
  ['nn', 'avis·re·dak·sjo·nen'],
  ['nl', 'wa·ter·staats·in·ge·ni·eur'],
  ['no', 'avis·re·dak·sjo·nen'],
  ['ru', 'га·зет·чи·ки'],
  ['sl', 'no·vi·nar·stvo'],
  ['sr', 'но·ви·нар·ство'],
  ['sr-latn', 'no·vi·nar·stvo'],
])('%s: the patterns divide %s', async (language, word) => {
  const hyphenator = createHyphenator(await loadPatterns(language), []);
  expect(divided(word.replaceAll('·', ''), hyphenator, [5, 2, 2])).toBe(word);
});
