import type { Locale } from '../../src/manifest/locale.ts';

/** Date patterns that say nothing, for tests in which no date is printed. */
export const NO_DATE_PATTERNS: Locale['datePatterns'] = {
  day: '',
  dayLong: '',
  month: '',
  year: '',
  range: '',
  daysOfMonth: null,
  daysOfYear: null,
  monthsOfYear: null,
  first: null,
};
