import type { Span } from '../core/origin.ts';

/** `error` stops the build after its stage; `warning` is printed and counted. */
export type Severity = 'error' | 'warning';

/** A further place that belongs to a fault: the first of two duplicates, the line that refers to a file. */
export type Related = { readonly message: string; readonly span: Span };

/** One fault of the user's, as data. Codes and their titles stand in the catalogue. */
export type Diagnostic = {
  readonly code: string;
  readonly severity: Severity;
  /** What failed, with the author's value and the wanted one. No place in it: that is `span`. */
  readonly message: string;
  /** What to do about it, one or two sentences; null when the message says it. */
  readonly hint: string | null;
  readonly span: Span | null;
  /** What is looked for in the source under `span`, to say the place more closely; gone from what is printed. */
  readonly sought?: string;
  readonly related: readonly Related[];
  /** From the issue inwards: `['0898', 'page 1', 'lead']`; empty when the span says it all. */
  readonly trail: readonly string[];
};
