import type { Span } from '../core/origin.ts';
import type { Diagnostic, Related } from './diagnostic.ts';
import { CATALOGUE } from './catalogue.ts';

/** What a stage gets beside its input: the place to report faults to. */
export type Context = { readonly report: (diagnostic: Diagnostic) => void };

/** What varies from one report of a code to the next. */
export type FaultDetails = {
  readonly message: string;
  readonly hint?: string | null;
  readonly span?: Span | null;
  /** As in {@link Diagnostic.sought}. */
  readonly sought?: string;
  readonly related?: readonly Related[];
  readonly trail?: readonly string[];
};

/**
 * Reports a fault by its code; severity and the usual hint come from the catalogue.
 *
 * @throws Error for a code the catalogue does not hold: that is our bug.
 */
export function reportFault(context: Context, code: string, details: FaultDetails): void {
  const entry = CATALOGUE.get(code);
  if (entry === undefined) throw new Error(`diagnostic code ${code} is not in the catalogue`);
  context.report({
    code,
    severity: entry.severity,
    message: details.message,
    hint: details.hint === undefined ? entry.hint : details.hint,
    span: details.span ?? null,
    ...(details.sought === undefined ? {} : { sought: details.sought }),
    related: details.related ?? [],
    trail: details.trail ?? [],
  });
}

/** A context that keeps what is reported, in order. */
export type Collector = Context & {
  readonly diagnostics: readonly Diagnostic[];
  readonly hasError: () => boolean;
};

/** Makes an empty collector. */
export function createCollector(): Collector {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report: (diagnostic) => void diagnostics.push(diagnostic),
    hasError: () => diagnostics.some((diagnostic) => diagnostic.severity === 'error'),
  };
}
