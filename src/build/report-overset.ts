import { ptToInch } from '../core/units.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { DraftEdition } from '../layout/composer.ts';

/** What stands on pages beyond those that the manifest asks for. */
type Overset = { readonly name: string; readonly inches: number };

/**
 * Compares the pages with those that the manifest asks for. Reports GA709 for fewer, GA712 for each story that more
 * would be needed for, with its depth; GA713 instead where the edition is a draft.
 */
export function reportPageCount(
  draft: Pick<DraftEdition, 'pages' | 'tops'>,
  { edition, isDraft }: { readonly edition: Edition; readonly isDraft: boolean },
  context: Context,
): void {
  const { pageCount, spans } = edition;
  const { length } = draft.pages;
  if (pageCount === null || pageCount === length) return;
  const place = { span: spans['pages'] ?? null, trail: [edition.issueId, edition.language] };
  if (length < pageCount) {
    const message = `the manifest asks for ${pageCount} pages, and the matter makes ${length}`;
    reportFault(context, 'GA709', { message, ...place });
    return;
  }
  for (const { name, inches } of oversetOf(draft, pageCount)) {
    const lines = Math.round(inches / ptToInch(edition.grid.baseline));
    const depth = `${lines} ${lines === 1 ? 'line' : 'lines'} (${inches.toFixed(1)} column inches)`;
    reportFault(context, isDraft ? 'GA713' : 'GA712', {
      message: `"${name}" is overset by ${depth}: it does not go into ${pageCount === 1 ? 'the page' : `the ${pageCount} pages`} that the manifest asks for`,
      hint: `Cut ${lines} ${lines === 1 ? 'line' : 'lines'}, ask for ${length} pages, or let pictures be cropped (crop:).${isDraft ? '' : ' `galley build --draft` shows what is over.'}`,
      ...place,
    });
  }
}

/** Stories with matter on further pages, in the order in which they stand there. */
function oversetOf({ tops }: Pick<DraftEdition, 'tops'>, pageCount: number): readonly Overset[] {
  const over = new Map<string, number>();
  for (const { flow, pageIndex, inches } of tops) {
    if (pageIndex < pageCount || flow.kind !== 'story') continue;
    over.set(flow.name, (over.get(flow.name) ?? 0) + inches);
  }
  return [...over].map(([name, inches]) => ({ name, inches }));
}
