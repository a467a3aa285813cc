import type { Article } from '../content/article.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { LesserLead } from '../makeup/lesser-leads.ts';
import type { MovedMatter } from '../makeup/relieve-pages.ts';

/** Reports GA725 for stories that the page plan names for a page which does not hold them all. */
export function reportMoved({ pageIndex, ids }: MovedMatter, edition: Edition, context: Context): void {
  const page = pageIndex + 1;
  const slot = edition.plan.find((each) => each.page === page && each.stories.some((id) => ids.includes(id)));
  const names = ids.map((id) => `"${id}"`).join(', ');
  const stands = ids.length === 1 ? 'it stands on another page' : 'they stand on other pages';
  reportFault(context, 'GA725', {
    message: `page ${page} has no room for ${names}: ${stands}`,
    span: edition.spans[slot?.path ?? 'pages'] ?? edition.spans['pages'] ?? null,
    trail: [edition.issueId, edition.language],
  });
}

/** Reports GA725 for a story that the page plan names as the lead of a page which another one leads as much. */
export function reportLesserLead({ pageIndex, id }: LesserLead, edition: Edition, context: Context): void {
  const page = pageIndex + 1;
  const slot = edition.plan.find(
    (each) => each.page === page && each.slot === 'lead' && each.stories.includes(id),
  );
  if (slot === undefined) return;
  reportFault(context, 'GA725', {
    message: `"${id}" does not lead page ${page}: another story stands over it, or has a head as large`,
    hint: 'Give it a headline of shorter words or more text, or name what else is to stand on the page.',
    span: edition.spans[slot.path] ?? edition.spans['pages'] ?? null,
    trail: [edition.issueId, edition.language],
  });
}

/** Reports GA730 for a section that stands before others which the manifest names before it. */
export function reportForward(section: string, edition: Edition, context: Context): void {
  reportFault(context, 'GA730', {
    message: `section "${section}" stands before its turn: it fills a page that would be half empty before a section with pages of its own`,
    span: edition.spans[`sections.${section}`] ?? edition.spans['sections'] ?? null,
    trail: [edition.issueId, edition.language],
  });
}

/** Reports GA718: for each story on which the make-up of pages founders, or once where none is known. */
export function reportNotMadeUp(
  stories: readonly string[],
  { edition, articles }: { readonly edition: Edition; readonly articles: readonly Article[] },
  context: Context,
): void {
  const trail = [edition.issueId, edition.language];
  if (stories.length === 0)
    reportFault(context, 'GA718', {
      message: 'the pages are not made up: no way was found to bring all stories onto them',
      hint: 'Name fewer stories for single pages, or give the sections more pages (`pages:`).',
      span: edition.spans['pages'] ?? null,
      trail,
    });
  for (const id of stories)
    reportFault(context, 'GA718', {
      message: `the pages are not made up: what stands over the columns of "${id}" is too deep for a page`,
      span: articles.find((article) => article.id === id)?.headline?.at ?? null,
      trail: [...trail, id],
    });
}
