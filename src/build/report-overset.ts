import { ptToInch } from '../core/units.ts';
import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { DraftEdition } from '../layout/composer.ts';

/** Pages that one message names. */
const MOST_NAMED = 4;

/** Lines that smaller pictures may make room for. */
const MOST_BY_CROPPING = 40;

/** What stands on pages beyond those that the manifest asks for. */
type Overset = { readonly name: string; readonly inches: number };

/**
 * Compares the pages with those that the manifest asks for. Reports GA709 for fewer, and for more on which no story
 * stands, GA712 for each story that more would be needed for, with its depth and the pages that stand empty; GA713
 * instead where the edition is a draft.
 */
export function reportPageCount(
  draft: Pick<DraftEdition, 'pages' | 'tops' | 'contents'>,
  { edition, isDraft }: { readonly edition: Edition; readonly isDraft: boolean },
  context: Context,
): void {
  const { pageCount, leastPages, spans } = edition;
  const { length } = draft.pages;
  const place = { span: spans['pages'] ?? null, trail: [edition.issueId, edition.language] };
  if (length < leastPages) {
    const message = `the manifest asks for ${leastPages} pages, and the matter makes ${length}`;
    reportFault(context, 'GA709', { message, ...place });
    return;
  }
  if (pageCount === null || length === pageCount) return;
  const empty = emptyPages(draft, pageCount);
  const asked = pageCount === 1 ? 'the page' : `the ${pageCount} pages`;
  const room =
    empty.length === 0 ? '' : `, though ${pagesOf(empty)} ${empty.length === 1 ? 'stands' : 'stand'} empty`;
  const at = { ...place, span: ruleSpan(empty, edition) ?? place.span };
  const overset = oversetOf(draft, pageCount);
  if (overset.length === 0) reportMorePages(length, edition, context);
  const linesOf = (inches: number): number => Math.round(inches / ptToInch(edition.grid.baseline));
  const all = overset.reduce((sum, { inches }) => sum + linesOf(inches), 0);
  const cure = cureOf({ lines: all, stories: overset.length, length, empty });
  for (const { name, inches } of overset) {
    const lines = linesOf(inches);
    const depth = `${lines} ${lines === 1 ? 'line' : 'lines'} (${inches.toFixed(1)} column inches)`;
    reportFault(context, isDraft ? 'GA713' : 'GA712', {
      message: `"${name}" is overset by ${depth}: it does not go into ${asked} that the manifest asks for${room}`,
      hint: `${cure}${isDraft ? '' : ' `galley build --draft` shows what is over.'}`,
      ...at,
    });
  }
}

/** More pages than asked for, though no story stands on them: an advertisement asks for one of them, or the imprint does. */
function reportMorePages(length: number, edition: Edition, context: Context): void {
  const { pageCount, ads, spans, issueId, language } = edition;
  const index = ads.findIndex(({ page }) => (page ?? 0) > (pageCount ?? 0));
  const page = ads[index]?.page;
  const reason = page == null ? `there are ${length}` : `an advertisement asks for page ${page}`;
  reportFault(context, 'GA709', {
    message: `the manifest asks for ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}, and ${reason}`,
    ...(page == null
      ? {}
      : { hint: 'Name an earlier `page` for it, leave `page` out, or ask for more pages.' }),
    span: spans[`ads.${index}.page`] ?? spans['pages'] ?? null,
    trail: [issueId, language],
  });
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

/** Page numbers of the wanted pages on which nothing of the paper stands but its furniture. */
function emptyPages({ contents }: Pick<DraftEdition, 'contents'>, pageCount: number): readonly number[] {
  const used = new Set(contents.filter(({ flows }) => flows.length > 0).map(({ pageIndex }) => pageIndex));
  return Array.from({ length: pageCount }, (_, index) => index)
    .filter((index) => !used.has(index))
    .map((index) => index + 1);
}

/** Where the plan of the first empty page stands. */
function ruleSpan(empty: readonly number[], { pageRules, spans }: Edition): Span | null {
  const [page] = empty;
  if (page === undefined) return null;
  const rule = pageRules.find(({ first, last }) => first <= page && page <= last);
  return rule === undefined ? null : (spans[rule.path] ?? null);
}

function cureOf(over: {
  readonly lines: number;
  readonly stories: number;
  readonly length: number;
  readonly empty: readonly number[];
}): string {
  const { lines, stories, length, empty } = over;
  if (empty.length > 0) {
    return `Let stories stand on ${pagesOf(empty)}: under \`pages\`, name them there, or take \`rest: none\` or its section away; or ask for ${length} pages.`;
  }
  const cut = `${lines} ${lines === 1 ? 'line' : 'lines'}${stories === 1 ? '' : ' of all stories together'}`;
  return lines > MOST_BY_CROPPING
    ? `Cut ${cut}, or ask for ${length} pages.`
    : `Cut ${cut}, ask for ${length} pages, or let pictures be cropped (crop:).`;
}

function pagesOf(pages: readonly number[]): string {
  const shown = pages.slice(0, MOST_NAMED).join(', ');
  const more = pages.length > MOST_NAMED ? ' and others' : '';
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown}${more}`;
}
