import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, daysInMonth, isoOf, parseDate, weekdayOf } from '../../../src/edition/calendar.ts';
import { findIssnFault } from '../../../src/edition/issn.ts';
import { slugOf } from '../../../src/edition/slug.ts';

test('weekdays and lengths of months agree with the platform', () => {
  const date = fc.date({
    min: new Date('0100-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, (day) => {
      const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + 1];
      expect(weekdayOf(year, month, day.getUTCDate())).toBe(day.getUTCDay());
      const last = new Date(0);
      last.setUTCFullYear(year, month, 0);
      expect(daysInMonth(year, month)).toBe(last.getUTCDate());
      const next = new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10);
      if (day.getUTCFullYear() < 9999)
        expect(isoOf(dayAfter({ year, month, day: day.getUTCDate() }))).toBe(next);
    }),
    { seed: 898, numRuns: 1000 },
  );
});

test('a range is two dates of one kind, in order', () => {
  expect(parseDate('1997-03 / 1997-04')).toMatchObject({
    kind: 'date',
    end: { year: 1997, month: 4, day: null },
  });
  expect(parseDate('1997-04/1997-03')).toEqual({ kind: 'fault', reason: 'the range ends before it begins' });
  expect(parseDate('1997-03/1997-04/1997-05')).toEqual({ kind: 'fault', reason: 'a range has two dates' });
  for (const third of ['foo', '', '1997-03-29'])
    expect(parseDate(`1997-03-16/1997-03-22/${third}`)).toEqual({
      kind: 'fault',
      reason: 'a range has two dates',
    });
  const written = { kind: 'fault', reason: 'it is not written year-month-day' };
  for (const date of ['05/01/2026', '5/1', 'May 4, 2026', '1997-03/April', '1997/3/16'])
    expect(parseDate(date)).toEqual(written);
  expect(parseDate('1997-04-31')).toEqual({ kind: 'fault', reason: 'that month has 30 days' });
});

test('the check digit of an ISSN', () => {
  expect(findIssnFault('2049-3630')).toBeNull();
  expect(findIssnFault('0317-8471')).toBeNull();
  expect(findIssnFault('2434-561X')).toBeNull();
  expect(findIssnFault('2049-3631')).toContain('should be 0');
  expect(findIssnFault('20493630')).toContain('two groups');
});

test('slugs are safe and never empty', () => {
  expect(slugOf('La Mañana')).toBe('la-manana');
  expect(slugOf("Sailor's Café & Bar")).toBe('sailors-cafe-bar');
  expect(slugOf('İzmir Postası')).toBe('izmir-postasi');
  expect(slugOf('Łódź i Øresund')).toBe('lodz-i-oresund');
  expect(slugOf('Τα Νέα του Πειραιά')).toBe('ta-nea-tou-peiraia');
  expect(slugOf('Крымская правда, Україна')).toBe('krymskaia-pravda-ukraina');
  expect(slugOf('../../etc')).toBe('etc');
  expect(slugOf('新闻')).toMatch(/^slug-[0-9a-f]{8}$/);
  expect(slugOf('新闻')).not.toBe(slugOf('新聞'));
});
