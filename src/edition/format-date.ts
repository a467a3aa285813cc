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
    const range = { start: formatOne(start, locale, false), end: formatOne(end, locale, false) };
    return fillPattern(locale.datePatterns.range, range);
  }
  return formatOne(start, locale, options.isLong);
}

function formatOne(date: CalendarDate, locale: Locale, isLong: boolean): string {
  const { year, month, day } = date;
  const patterns = locale.datePatterns;
  if (month === null) return fillPattern(patterns.year, { year: String(year) });
  const words = { year: String(year), month: locale.months[month - 1] ?? '' };
  if (day === null) return fillPattern(patterns.month, words);
  const dayText = day === 1 ? (patterns.first ?? '1') : String(day);
  const weekday = locale.weekdays[weekdayOf(year, month, day)] ?? '';
  return fillPattern(isLong ? patterns.dayLong : patterns.day, { ...words, day: dayText, weekday });
}
