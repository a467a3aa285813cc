import type { Severity } from './diagnostic.ts';

/** One code of the catalogue. A code is `GA` and three digits, and is never used again for another fault. */
export type CatalogueEntry = {
  readonly code: string;
  readonly severity: Severity;
  /** The fault in a few words, for the list in the docs. */
  readonly title: string;
  /** What to do, when a report gives nothing better. */
  readonly hint: string | null;
  /** The paragraph of the docs: when it happens and how to mend it. */
  readonly explanation: string;
};
