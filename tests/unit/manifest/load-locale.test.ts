import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { compareCodePoints } from '../../../src/host/compare-code-points.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { loadLocale } from '../../../src/manifest/load-locale.ts';
import { loadTheme } from '../../../src/manifest/load-theme.ts';
import type { Locale } from '../../../src/manifest/locale.ts';
import { PACKAGE_FILES } from '../edition/issue-fixture.ts';

function load(
  language: string,
  files: Readonly<Record<string, string>> = {},
  theme = 'tabloid',
): { locale: Locale | null; codes: string[]; hint: string | null } {
  const context = createCollector();
  const host = createMemoryHost({ ...PACKAGE_FILES, ...files });
  const place = { host, packageFolder: '/galley', paperFolders: ['/p'], span: null };
  const found = loadTheme(theme, place, context);
  const locale =
    found === null ? null : loadLocale(language, { host, theme: found.theme, span: null }, context);
  return {
    locale,
    codes: context.diagnostics.map(({ code }) => code),
    hint: context.diagnostics[0]?.hint ?? null,
  };
}

/** The places to fill in a pattern, in one order. */
const placesOf = (pattern: string): string =>
  [...pattern.matchAll(/\{\w+\}/g)]
    .map(([place]) => place)
    .sort(compareCodePoints)
    .join();

const SHIPPED = Object.keys(PACKAGE_FILES)
  .flatMap((path) => /locale\/(\w+)\.yaml$/.exec(path)?.[1] ?? [])
  .filter((language) => language !== 'en');

test('the theme speaks German, English, Spanish, French, Italian and Portuguese', () => {
  expect([...SHIPPED, 'en'].sort(compareCodePoints)).toEqual(['de', 'en', 'es', 'fr', 'it', 'pt']);
});

test('a region has its own dates and dashes, and all other words of its language', () => {
  const { locale, codes } = load('en-GB');
  expect(codes).toEqual([]);
  expect(locale?.datePatterns.dayLong).toBe('{weekday} {day} {month} {year}');
  expect(locale?.dash).toBe(' – ');
  expect(locale?.words).toEqual(load('en').locale?.words);
  // What a paper says of the language goes before what galley says of its region.
  const own = load('en-GB', { '/p/templates/locale/en.yaml': 'dash: ~~' });
  expect(own.locale?.dash).toBe('~~');
});

test.each(SHIPPED)('%s has every word that English has, with the same places to fill', (language) => {
  const en = load('en').locale;
  const { locale, codes } = load(language);
  expect(codes).toEqual([]);
  expect(Object.keys(locale?.words ?? {})).toEqual(Object.keys(en?.words ?? {}));
  expect(Object.keys(locale?.languageNames ?? {})).toEqual(Object.keys(en?.languageNames ?? {}));
  expect(Object.keys(locale?.roles ?? {})).toEqual(Object.keys(en?.roles ?? {}));
  const places = (words: Locale['words'] = {}): string[] =>
    Object.values(words).map((word) => placesOf(word));
  expect(places(locale?.words)).toEqual(places(en?.words));
  const patternPlaces = (of: Locale | null): string[] =>
    [of?.issueLine, of?.issueLineWithVolume, of?.issueLineWithoutNumber, of?.datePatterns.range].map(
      (pattern) => placesOf(pattern ?? ''),
    );
  expect(patternPlaces(locale)).toEqual(patternPlaces(en));
  for (const key of ['day', 'month', 'year'] as const)
    expect(locale?.datePatterns[key], key).toContain(`{${key}}`);
});

test('no word of a language is left in English, but for those that are the same in both', () => {
  const en = load('en').locale?.words ?? {};
  for (const language of SHIPPED) {
    const words = load(language).locale?.words ?? {};
    const same = Object.keys(en).filter((key) => words[key] === en[key]);
    expect(same.length, `${language}: ${same.join(', ')}`).toBeLessThan(16);
    expect(same.filter((key) => key.startsWith('access') || key.startsWith('printed'))).toEqual([]);
  }
});

test('a paper’s own file goes over the theme’s, word by word', () => {
  const { locale, codes } = load('es-MX', {
    '/p/templates/locale/es.yaml': 'quotes: { outer: [«, »] }\nwords: { page: Pág. }',
  });
  expect(codes).toEqual([]);
  expect(locale).toMatchObject({ language: 'es-MX', quotes: { outer: ['«', '»'], inner: ['‘', '’'] } });
  expect(locale?.words).toMatchObject({ page: 'Pág.', contents: 'Índice' });
});

test('misspelt words and places of a paper’s own file are told, words of its own are not', () => {
  const told = (text: string): readonly (string | null)[] => {
    const { codes, hint } = load('en', { '/p/templates/locale/en.yaml': text });
    return [...codes, hint?.replace(/[?.:].*/, '') ?? null];
  };
  expect(told('words: { imprnt: Masthead }')).toEqual(['GA157', 'Did you mean `imprint`']);
  expect(told("words: { continuedOn: 'To {pge}' }")).toEqual(['GA157', 'Did you mean {page}']);
  expect(told("words: { next: 'On {n}' }")).toEqual(['GA157', 'It has none']);
  expect(told("issueLine: 'No. {numbr}'")).toEqual(['GA157', 'Did you mean {number}']);
  expect(told("datePatterns: { daysOfMonth: '{start} {month}' }")).toEqual([
    'GA157',
    'It may have {month} and {first} and {last} and {year}',
  ]);
  expect(told("datePatterns: { first: '{day}er' }")).toEqual(['GA157', 'It has none']);
  const unknown = load('en', {
    '/p/templates/locale/en.yaml': "datePatterns: { dayShort: '{day}.{month}.' }",
  });
  expect(unknown.codes).toEqual(['GA110']);
  expect(told("words: { tideTable: 'Tides of {day}', page: P }\ndatePatterns: { day: '{weekday}' }")).toEqual(
    [null],
  );
  const foreign = load('nl', {
    '/p/templates/locale/nl.yaml': PACKAGE_FILES['/galley/templates/tabloid/locale/es.yaml'] ?? '',
  });
  expect(foreign.codes).toEqual([]);
});

test('a language without words, a theme that is nowhere, a year of eleven months', () => {
  expect(load('sp')).toMatchObject({ locale: null, codes: ['GA141'] });
  expect(load('en', {}, 'tabloyd')).toMatchObject({ codes: ['GA140'], hint: 'Did you mean `tabloid`?' });
  expect(load('en', { '/p/templates/locale/en.yaml': 'months: [January]' }).codes).toEqual(['GA111']);
});
