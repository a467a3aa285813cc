import type { DocumentRecord } from './document-record.ts';
import { isoOf } from './calendar.ts';
import type { Edition } from './edition.ts';
import { uuidOf } from './uuid.ts';

/** What a record takes from outside the edition. */
export type RecordOptions = {
  /** Seconds since 1970, as the environment gives them (reproducible-builds.org); null when it gives none. */
  readonly sourceDateEpoch: string | null;
  /** galley's own version. */
  readonly version: string;
};

/** Second of the last day that four digits of year can say: 9999-12-31T23:59:59Z. */
const LAST_SECOND = 253_402_300_799;

/** What the files of an edition say about themselves: one record for Info, XMP and OPF. */
export function buildRecord(edition: Edition, options: RecordOptions): DocumentRecord {
  const { masthead } = edition;
  return {
    identifier: `urn:uuid:${uuidOf(identityOf(edition))}`,
    title: titleOf(edition),
    sortTitle: [edition.name, edition.date.iso, edition.number].filter((part) => part !== null).join(', '),
    language: edition.language,
    languages: edition.languages,
    creator: edition.creator,
    publisher: masthead.publisher,
    place: masthead.place,
    publicationName: edition.name,
    issn: masthead.issn,
    volume: edition.volume,
    number: edition.number,
    editionOfDay: edition.ofDay,
    coverDate: edition.date.iso,
    coverDisplayDate: edition.date.printed,
    frequency: edition.frequency,
    rights: edition.rights,
    source: edition.source,
    notice: edition.notice,
    corrections: edition.corrections.map(
      ({ date, story, text }) => `${date}: ${text}${story === null ? '' : ` (${story})`}`,
    ),
    contact: masthead.contact,
    note: masthead.note,
    subjects: edition.sections.map((section) => section.title),
    modified: edition.revised ?? epochTime(options.sourceDateEpoch) ?? coverTime(edition),
    tool: `galley ${options.version}`,
  };
}

/** The facts that make an edition this one. The file stem holds number, date, edition of the day and variant. */
function identityOf(edition: Edition): readonly string[] {
  return [
    edition.masthead.issn ?? edition.name,
    edition.number ?? '',
    edition.date.iso,
    edition.language,
    edition.variant ?? '',
    edition.fileStem,
  ];
}

/** The issue line where it names the paper, else the name before it. */
function titleOf(edition: Edition): string {
  return edition.issueLine.includes(edition.name)
    ? edition.issueLine
    : `${edition.name}, ${edition.issueLine}`;
}

/** Midnight at the start of the issue's date; a month's or year's first day. */
function coverTime(edition: Edition): string {
  const { year, month, day } = edition.date.start;
  return `${isoOf({ year, month: month ?? 1, day: day ?? 1 })}T00:00:00Z`;
}

/**
 * Seconds since 1970 as date and time of UTC; null for what is no such number.
 *
 * Days to dates after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days: years begin in
 * March, so that the leap day is the last, and 400 of them have 146,097 days.
 */
function epochTime(seconds: string | null): string | null {
  if (seconds === null || !/^\d{1,12}$/.test(seconds) || Number(seconds) > LAST_SECOND) return null;
  const total = Number(seconds);
  const days = Math.floor(total / 86_400) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const clock = [Math.floor((total % 86_400) / 3600), Math.floor((total % 3600) / 60), total % 60];
  return `${isoOf({ year, month, day })}T${clock.map((part) => String(part).padStart(2, '0')).join(':')}Z`;
}
