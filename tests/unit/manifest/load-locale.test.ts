import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
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
  const place = { host, packageFolder: '/galley', publicationFolder: '/p', span: null };
  const found = loadTheme(theme, place, context);
  const locale =
    found === null ? null : loadLocale(language, { host, theme: found.theme, span: null }, context);
  return {
    locale,
    codes: context.diagnostics.map(({ code }) => code),
    hint: context.diagnostics[0]?.hint ?? null,
  };
}

test('English and Spanish have the same words', () => {
  const en = load('en').locale;
  const es = load('es').locale;
  expect(Object.keys(es?.words ?? {})).toEqual(Object.keys(en?.words ?? {}));
  expect(Object.keys(es?.languageNames ?? {})).toEqual(Object.keys(en?.languageNames ?? {}));
  expect(Object.keys(es?.roles ?? {})).toEqual(Object.keys(en?.roles ?? {}));
  const places = (locale: Locale | null): string[] =>
    Object.values(locale?.words ?? {}).map((word) => [...word.matchAll(/\{\w+\}/g)].join());
  expect(places(es)).toEqual(places(en));
});

test('a paper’s own file goes over the theme’s, word by word', () => {
  const { locale, codes } = load('es-MX', {
    '/p/templates/locale/es.yaml': 'quotes: { outer: [«, »] }\nwords: { page: Pág. }',
  });
  expect(codes).toEqual([]);
  expect(locale).toMatchObject({ language: 'es-MX', quotes: { outer: ['«', '»'], inner: ['‘', '’'] } });
  expect(locale?.words).toMatchObject({ page: 'Pág.', contents: 'Índice' });
});

test('a language without words, a theme that is nowhere, a year of eleven months', () => {
  expect(load('sp')).toMatchObject({ locale: null, codes: ['GA141'] });
  expect(load('en', {}, 'tabloyd')).toMatchObject({ codes: ['GA140'], hint: 'Did you mean `tabloid`?' });
  expect(load('en', { '/p/templates/locale/en.yaml': 'months: [January]' }).codes).toEqual(['GA111']);
});

test('a paper’s own theme has what it leaves out from galley’s', () => {
  const host = createMemoryHost({
    ...PACKAGE_FILES,
    '/p/templates/quay/print.css': '',
    '/p/templates/x.hbs': '',
    '/p/fonts/a/a.ttf': '',
  });
  const place = { host, packageFolder: '/galley', publicationFolder: '/p', span: null };
  expect(loadTheme('quay', place, createCollector())?.theme).toEqual({
    name: 'quay',
    folders: ['/p/templates/quay', '/p/templates', '/galley/templates/tabloid'],
    fontFolders: ['/p/fonts'],
  });
});
