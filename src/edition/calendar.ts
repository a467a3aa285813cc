import type { CalendarDate } from './edition.ts';

/** Days of a month of the Gregorian calendar, carried back beyond its beginning. `month` is 1-based. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * Day of the week of a Gregorian date, Sunday 0 (Sakamoto's method).
 *
 * @example
 * weekdayOf(1997, 3, 16) // 0
 */
export function weekdayOf(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  const sum = y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day;
  return ((sum % 7) + 7) % 7;
}

/**
 * The day after another. A date without a day is itself.
 *
 * @example
 * dayAfter({ year: 1996, month: 2, day: 28 }) // { year: 1996, month: 2, day: 29 }
 */
export function dayAfter(date: CalendarDate): CalendarDate {
  const { year, month, day } = date;
  if (month === null || day === null) return date;
  if (day < daysInMonth(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/**
 * A date as ISO 8601 writes it, as far as it is known.
 *
 * @example
 * isoOf({ year: 1997, month: 3, day: null }) // '1997-03'
 */
export function isoOf(date: CalendarDate): string {
  const parts = [String(date.year).padStart(4, '0')];
  if (date.month !== null) parts.push(String(date.month).padStart(2, '0'));
  if (date.month !== null && date.day !== null) parts.push(String(date.day).padStart(2, '0'));
  return parts.join('-');
}

/** What came of reading a date. */
export type DateReading =
  | { readonly kind: 'date'; readonly start: CalendarDate; readonly end: CalendarDate | null }
  /** `reason` completes "`date` cannot be `…`:". */
  | { readonly kind: 'fault'; readonly reason: string };

/**
 * Reads a day, a month, a year, or two of one kind with a slash between.
 *
 * @example
 * parseDate('1997-03-16/1997-03-22')
 */
export function parseDate(text: string): DateReading {
  const parts = text.trim().split(/\s*\/\s*/);
  const [first = '', second] = parts;
  const start = parseSingle(first);
  if (typeof start === 'string') return { kind: 'fault', reason: start };
  if (second === undefined) return { kind: 'date', start, end: null };
  const end = parseSingle(second);
  // 5/4/1997 and 1997/4/5 are one date, in another way of writing.
  if (typeof end === 'string') return { kind: 'fault', reason: end };
  if (parts.length > 2) return { kind: 'fault', reason: 'a range has two dates' };
  if (isoOf(start).length !== isoOf(end).length) {
    return { kind: 'fault', reason: 'both dates of a range are days, or months, or years' };
  }
  if (isoOf(end) <= isoOf(start)) return { kind: 'fault', reason: 'the range ends before it begins' };
  return { kind: 'date', start, end };
}

function parseSingle(text: string): CalendarDate | string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (found === null) return 'it is not written year-month-day';
  const year = Number(found[1]);
  const month = found[2] === undefined ? null : Number(found[2]);
  const day = found[3] === undefined ? null : Number(found[3]);
  if (year === 0) return 'there was no year 0';
  if (month !== null && (month < 1 || month > 12)) return `there is no month ${month}`;
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) {
    return `that month has ${daysInMonth(year, month)} days`;
  }
  return { year, month, day };
}
