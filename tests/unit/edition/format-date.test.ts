import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { CalendarDate } from '../../../src/edition/edition.ts';
import { formatDate } from '../../../src/edition/format-date.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { loadLocale } from '../../../src/manifest/load-locale.ts';
import { loadTheme } from '../../../src/manifest/load-theme.ts';
import type { Locale } from '../../../src/manifest/locale.ts';
import { PACKAGE_FILES } from './issue-fixture.ts';

function localeOf(language: string): Locale {
  const context = createCollector();
  const host = createMemoryHost(PACKAGE_FILES);
  const place = { host, packageFolder: '/galley', paperFolders: ['/p'], span: null };
  const found = loadTheme('tabloid', place, context);
  const locale =
    found === null ? null : loadLocale(language, { host, theme: found.theme, span: null }, context);
  if (locale === null) throw new Error(`no locale ${language}`);
  return locale;
}

const dateOf = (text: string): CalendarDate => {
  const [year = 0, month = null, day = null] = text.split('-').map(Number);
  return { year, month, day };
};

test.each([
  ['en', '2026-05-03', '2026-05-09', 'May 3–9, 2026'],
  ['en', '2026-05-31', '2026-06-06', 'May 31–June 6, 2026'],
  ['en', '2026-12-28', '2027-01-03', 'December 28, 2026–January 3, 2027'],
  ['en', '2026-05', '2026-06', 'May–June 2026'],
  ['en', '2025', '2026', '2025–2026'],
  ['de', '2026-05-03', '2026-05-09', '3.–9. Mai 2026'],
  ['de', '2026-05', '2026-06', 'Mai/Juni 2026'],
  ['es', '2026-05-03', '2026-05-09', '3–9 de mayo de 2026'],
  ['fr', '2026-05-01', '2026-05-07', '1er–7 mai 2026'],
  ['it', '2026-05-31', '2026-06-06', '31 maggio – 6 giugno 2026'],
])('a range says once what its ends share: %s, %s to %s', (language, start, end, said) => {
  expect(formatDate(dateOf(start), dateOf(end), localeOf(language), { isLong: true })).toBe(said);
});

test('without such patterns both ends are said whole', () => {
  const locale = localeOf('en');
  const none = { daysOfMonth: null, daysOfYear: null, monthsOfYear: null };
  const plain = { ...locale, datePatterns: { ...locale.datePatterns, ...none } };
  const dates = [dateOf('2026-05-03'), dateOf('2026-05-09')] as const;
  expect(formatDate(...dates, plain, { isLong: true })).toBe('May 3, 2026–May 9, 2026');
});
