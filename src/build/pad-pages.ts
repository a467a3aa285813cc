import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { Page } from '../page/page.ts';

/**
 * An edition with a page count that the press can print: empty pages follow the last one. Reports GA911 where the
 * manifest wants no page added.
 */
export function padPages(composed: ComposedEdition, edition: Edition, context: Context): ComposedEdition {
  const { pagesOf, isPadded } = edition.print;
  const count = composed.pages.length;
  const missing = (pagesOf - (count % pagesOf)) % pagesOf;
  if (missing === 0) return composed;
  if (!isPadded) {
    reportFault(context, 'GA911', {
      message: `the edition has ${count} ${count === 1 ? 'page' : 'pages'}, and \`pad: refuse\` wants a multiple of ${pagesOf}`,
      span: edition.spans['print.pad'] ?? null,
      trail: [edition.issueId, edition.language],
    });
    return composed;
  }
  return { ...composed, pages: fillPages(composed.pages, count + missing) };
}

/** Pages up to a count; what is added is empty, of the last page's size, labelled on from it where that is a number. */
export function fillPages(pages: readonly Page[], count: number): readonly Page[] {
  const last = pages.at(-1);
  if (last === undefined) return pages;
  const added = Array.from({ length: count - pages.length }, (_, offset): Page => {
    const index = pages.length + offset;
    const label = /^[1-9]\d*$/.test(last.label) ? String(Number(last.label) + offset + 1) : String(index + 1);
    return { index, label, size: last.size, fragments: [], beads: [] };
  });
  return [...pages, ...added];
}
