import { createCollector, reportFault, type Collector } from '../diagnostics/context.ts';
import type { Edition, Teaser } from '../edition/edition.ts';
import { composeEdition, type ComposeInput, type ComposeResult } from './compose-edition.ts';

/**
 * Composes an edition, and anew without the teasers of stories that came to begin on the page of their teaser: who reads it has
 * them before him. Reports GA727 for each that is left out.
 */
export function composeWithTeasers(input: ComposeInput, context: Collector): ComposeResult | null {
  const out = new Map<Teaser, string>();
  for (;;) {
    const kept = createCollector();
    const teasers = input.edition.teasers.filter((teaser) => !out.has(teaser));
    const result = composeEdition({ ...input, edition: { ...input.edition, teasers } }, kept);
    const before = out.size;
    for (const teaser of teasers) {
      const label = result?.besideTeasers.get(teaser.story);
      if (label !== undefined) out.set(teaser, label);
    }
    if (out.size > before) continue;
    kept.diagnostics.forEach(context.report);
    for (const [teaser, label] of out) reportLeftOut(teaser, label, input.edition, context);
    return context.hasError() ? null : result;
  }
}

function reportLeftOut({ key, story }: Teaser, label: string, edition: Edition, context: Collector): void {
  reportFault(context, 'GA727', {
    message: `"${story}" begins on page ${label}, where its teaser would stand: the teaser is left out`,
    span: edition.spans[`${key}.story`] ?? edition.spans[key] ?? null,
    trail: [edition.issueId, edition.language],
  });
}
