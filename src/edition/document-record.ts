import type { ContactRow } from './edition.ts';

/** What the files say about themselves: one record for Info, XMP and OPF. Absent is null, never the empty string. */
export type DocumentRecord = {
  /** `urn:uuid:…`, version 5 of publication, number, date, edition language and variant. */
  readonly identifier: string;
  /** "Revolutionary Worker #898, March 16, 1997", with the variant's notice left to `notice`. */
  readonly title: string;
  /** Title with the ISO date, for sorting. */
  readonly sortTitle: string;
  readonly language: string;
  /** Every language the issue exists in, this one among them. */
  readonly languages: readonly string[];
  readonly creator: string;
  readonly publisher: string | null;
  readonly place: string | null;
  readonly publicationName: string;
  readonly issn: string | null;
  readonly volume: string | null;
  readonly number: string | null;
  /** Which of several editions of its day, as "late". */
  readonly editionOfDay: string | null;
  /** ISO 8601, as {@link IssueDate.iso}. */
  readonly coverDate: string;
  readonly coverDisplayDate: string;
  readonly frequency: string | null;
  readonly rights: string | null;
  readonly source: string | null;
  readonly notice: string | null;
  /** Each with its date and, in parentheses, the id of its story, in the manifest's order. */
  readonly corrections: readonly string[];
  readonly contact: readonly ContactRow[];
  readonly note: string | null;
  /** Section titles, in order. */
  readonly subjects: readonly string[];
  /** `YYYY-MM-DDThh:mm:ssZ`: the manifest's `revised`, else SOURCE_DATE_EPOCH, else the date at midnight UTC. */
  readonly modified: string;
  /** `galley 0.1.0`. */
  readonly tool: string;
};
