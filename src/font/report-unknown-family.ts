import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';

/** CSS's generic families name no file; they are passed over without a report. */
const GENERIC_FAMILIES: ReadonlySet<string> = new Set(['serif', 'sans-serif', 'monospace', 'system-ui']);

/** Whether a style sheet may name a family: it is one of `known`, whatever its case, or a generic one of CSS. */
export function isKnownFamily(family: string, known: readonly string[]): boolean {
  const wanted = family.toLowerCase();
  return GENERIC_FAMILIES.has(wanted) || known.some((each) => each.toLowerCase() === wanted);
}

/** Reports GA503 for a family that no font file belongs to, where the style sheet names it. */
export function reportUnknownFamily(
  family: string,
  { known, span }: { readonly known: readonly string[]; readonly span: Span | null },
  context: Context,
): void {
  const near = suggest(family, known);
  const found = known.length === 0 ? 'No fonts were found at all.' : `Families found: ${known.join(', ')}.`;
  reportFault(context, 'GA503', {
    message: `there is no font family “${family}”`,
    hint: near === null ? `${found} Another goes into fonts/ of the paper.` : `Did you mean “${near}”?`,
    span,
  });
}
