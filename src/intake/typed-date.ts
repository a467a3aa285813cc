import { daysInMonth, isoOf } from '../edition/calendar.ts';

/** A date found in a typed line. */
export type TypedDate = {
  readonly start: number;
  readonly end: number;
  /** As typed, weekday included. */
  readonly text: string;
  /** As a manifest takes it: `1997-03-16`, `1997-03`, `1997` or `1997-03-16/1997-03-22`. */
  readonly iso: string;
  /** How a date of this kind is printed when nothing else is said, in the language; null for a range. */
  readonly usual: string | null;
};

/** Names of months as typed, English and Spanish, January first; the first of each is the full name. */
const MONTHS: readonly { readonly en: readonly string[]; readonly es: readonly string[] }[] = [
  { en: ['January', 'Jan'], es: ['enero', 'ene'] },
  { en: ['February', 'Feb'], es: ['febrero', 'feb'] },
  { en: ['March', 'Mar'], es: ['marzo', 'mar'] },
  { en: ['April', 'Apr'], es: ['abril', 'abr'] },
  { en: ['May'], es: ['mayo', 'may'] },
  { en: ['June', 'Jun'], es: ['junio', 'jun'] },
  { en: ['July', 'Jul'], es: ['julio', 'jul'] },
  { en: ['August', 'Aug'], es: ['agosto', 'ago'] },
  { en: ['September', 'Sept', 'Sep'], es: ['septiembre', 'setiembre', 'sept', 'sep'] },
  { en: ['October', 'Oct'], es: ['octubre', 'oct'] },
  { en: ['November', 'Nov'], es: ['noviembre', 'nov'] },
  { en: ['December', 'Dec'], es: ['diciembre', 'dic'] },
];

const WEEKDAYS =
  'sunday|monday|tuesday|wednesday|thursday|friday|saturday|domingo|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado';
const MONTH = [...new Set(MONTHS.flatMap(({ en, es }) => [...en, ...es]))]
  .sort((a, b) => b.length - a.length)
  .join('|');
const BEFORE = `(?<![\\p{L}\\p{N}])(?:(?:${WEEKDAYS})\\.?,?\\s+)?(?:(?:del?|el)\\s+)?`;
const AFTER = '(?![\\p{L}\\p{N}])';
const ORDINAL = '(?:st|nd|rd|th|º|°|o)?';
const TO = '\\s*(?:-|–|—|to|and|al?|y)\\s*';
const YEAR = '(?<year>1[4-9]\\d\\d|2[01]\\d\\d)';

/** In the order in which they are tried: the fuller form first. */
const FORMS: readonly RegExp[] = [
  `(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})`,
  `(?<day>\\d{1,2})${ORDINAL}(?:(?:\\s+(?:de\\s+)?(?<month>${MONTH})\\.?)?${TO}(?<lastDay>\\d{1,2})${ORDINAL})?` +
    `\\s+(?:(?:de|of)\\s+)?(?<lastMonth>${MONTH})\\.?,?\\s+(?:del?\\s+)?${YEAR}`,
  `(?<month>${MONTH})\\.?\\s+(?<day>\\d{1,2})${ORDINAL}` +
    `(?:${TO}(?:(?<lastMonth>${MONTH})\\.?\\s+)?(?<lastDay>\\d{1,2})${ORDINAL})?,?\\s+(?:del?\\s+)?${YEAR}`,
  `(?<slash1>\\d{1,2})[/.](?<slash2>\\d{1,2})[/.]${YEAR}`,
  `(?<month>${MONTH})\\.?(?:(?:${TO}|/)(?<lastMonth>${MONTH})\\.?)?,?\\s+(?:del?\\s+)?${YEAR}`,
  YEAR,
].map((form) => new RegExp(BEFORE + form + AFTER, 'iu'));

/**
 * Finds the date of a line, in English or Spanish. `language` says how 3/4/1997 reads: month first in English.
 *
 * @example
 * findTypedDate('Harbour Worker #12, May 4, 2025', 'en') // { iso: '2025-05-04', text: 'May 4, 2025', … }
 */
export function findTypedDate(line: string, language: string): TypedDate | null {
  for (const form of FORMS) {
    const match = form.exec(line);
    if (match === null) continue;
    const parts = readParts(match.groups ?? {}, language);
    const described = parts === null ? null : describe(parts, language);
    if (described === null) continue;
    return { start: match.index, end: match.index + match[0].length, text: match[0], ...described };
  }
  return null;
}

type Day = { readonly month: number | null; readonly day: number | null };
type Parts = { readonly year: number; readonly first: Day; readonly last: Day | null };

function readParts(groups: Readonly<Record<string, string | undefined>>, language: string): Parts | null {
  const year = Number(groups['year']);
  if (groups['slash1'] !== undefined)
    return readSlashes(year, Number(groups['slash1']), Number(groups['slash2']), language);
  const lastMonth = monthNumber(groups['lastMonth']);
  const month = monthNumber(groups['month']) ?? lastMonth;
  const day = groups['day'] === undefined ? null : Number(groups['day']);
  const lastDay = groups['lastDay'] === undefined ? null : Number(groups['lastDay']);
  const isRange = lastDay !== null || (day === null && lastMonth !== null && groups['month'] !== undefined);
  const first = { month, day };
  const last = isRange ? { month: lastMonth ?? month, day: lastDay } : null;
  return isDay(year, first) && (last === null || isDay(year, last)) ? { year, first, last } : null;
}

function readSlashes(year: number, one: number, two: number, language: string): Parts | null {
  const monthFirst = { month: one, day: two };
  const dayFirst = { month: two, day: one };
  const order = language === 'en' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  const first = order.find((day) => isDay(year, day));
  return first === undefined ? null : { year, first, last: null };
}

function monthNumber(name: string | undefined): number | null {
  if (name === undefined) return null;
  if (/^\d+$/.test(name)) return Number(name);
  const plain = name.toLowerCase();
  const index = MONTHS.findIndex(({ en, es }) =>
    [...en, ...es].some((known) => known.toLowerCase() === plain),
  );
  return index < 0 ? null : index + 1;
}

function isDay(year: number, { month, day }: Day): boolean {
  if (month === null) return day === null;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= daysInMonth(year, month));
}

/** Null for a range that ends before it begins. */
function describe(parts: Parts, language: string): Pick<TypedDate, 'iso' | 'usual'> | null {
  const { year, first, last } = parts;
  if (last === null) return { iso: isoOf({ year, ...first }), usual: usualDate(year, first, language) };
  // "December 28-January 3, 1998" begins in the year before the one that is typed.
  const startsBefore = last.month !== null && first.month !== null && last.month < first.month;
  const start = isoOf({ year: startsBefore ? year - 1 : year, ...first });
  const end = isoOf({ year, ...last });
  return start < end ? { iso: `${start}/${end}`, usual: null } : null;
}

function usualDate(year: number, { month, day }: Day, language: string): string {
  const names = month === null ? null : MONTHS[month - 1];
  if (names === null || names === undefined) return String(year);
  if (language === 'es')
    return day === null ? `${names.es[0]} de ${year}` : `${day} de ${names.es[0]} de ${year}`;
  return day === null ? `${names.en[0]} ${year}` : `${names.en[0]} ${day}, ${year}`;
}
