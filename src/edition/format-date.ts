import type { Locale } from '../manifest/locale.ts';
import { weekdayOf } from './calendar.ts';
import type { CalendarDate } from './edition.ts';
import { fillPattern } from './fill-pattern.ts';

/** A date in words of the locale; `isLong` adds the weekday to a single day. */
export function formatDate(
  start: CalendarDate,
  end: CalendarDate | null,
  locale: Locale,
  options: { readonly isLong: boolean },
): string {
  if (end !== null) {
    const inclusive = formatInclusive(start, end, locale);
    if (inclusive !== null) return inclusive;
    const range = { start: formatOne(start, locale, false), end: formatOne(end, locale, false) };
    return fillPattern(locale.datePatterns.range, range);
  }
  return formatOne(start, locale, options.isLong);
}

/** Days of one month, days of one year or months of one year, by a pattern that says what they share once; else null. */
function formatInclusive(start: CalendarDate, end: CalendarDate, locale: Locale): string | null {
  const { daysOfMonth, daysOfYear, monthsOfYear } = locale.datePatterns;
  if (start.year !== end.year || start.month === null || end.month === null) return null;
  const hasDays = start.day !== null && end.day !== null;
  const isOneMonth = start.month === end.month;
  const pattern = hasDays ? (isOneMonth ? daysOfMonth : daysOfYear) : isOneMonth ? null : monthsOfYear;
  if (pattern === null || (start.day === null) !== (end.day === null)) return null;
  const [firstMonth = '', lastMonth = ''] = [start, end].map(({ month }) => locale.months[(month ?? 1) - 1]);
  const [first = '', last = ''] = [start, end].map(({ day }) => (day === null ? '' : dayOf(day, locale)));
  return fillPattern(pattern, {
    first,
    last,
    firstMonth,
    lastMonth,
    month: firstMonth,
    year: String(start.year),
  });
}

/** The first of a month may have a form of its own. */
const dayOf = (day: number, { datePatterns }: Locale): string =>
  day === 1 ? (datePatterns.first ?? '1') : String(day);

function formatOne(date: CalendarDate, locale: Locale, isLong: boolean): string {
  const { year, month, day } = date;
  const patterns = locale.datePatterns;
  if (month === null) return fillPattern(patterns.year, { year: String(year) });
  const words = { year: String(year), month: locale.months[month - 1] ?? '' };
  if (day === null) return fillPattern(patterns.month, words);
  const weekday = locale.weekdays[weekdayOf(year, month, day)] ?? '';
  return fillPattern(isLong ? patterns.dayLong : patterns.day, {
    ...words,
    day: dayOf(day, locale),
    weekday,
  });
}
