import { parseDate } from '../edition/calendar.ts';
import type { Edition } from '../edition/edition.ts';
import { formatDate } from '../edition/format-date.ts';
import type { TemplateData } from '../template/template-data.ts';
import { editionData } from '../template/edition-data.ts';
import type { EpubBook, PageTarget } from './epub-book.ts';
import type { SayReference } from '../template/fill-references.ts';
import { FIXED_NAMES, type BookPlan, type PlannedSection, type PlannedStory } from './book-plan.ts';
import { joinList, type Words } from './edition-words.ts';
import { pageLabels, type StoryPage } from './page-targets.ts';
import { summarise } from './summarise.ts';

/** What every document of the book can read: `edition`, `book` and the file names under `links`. */
export function bookData(book: EpubBook): TemplateData {
  const { record } = book;
  const modified = record.modified.slice(0, 10);
  const day = parseDate(modified);
  return {
    edition: editionData(book.edition),
    links: { ...FIXED_NAMES },
    book: {
      title: record.title,
      identifier: record.identifier,
      modified,
      modifiedPrinted:
        day.kind === 'fault'
          ? modified
          : formatDate(day.start, day.end, book.edition.locale, { isLong: false }),
      tool: record.tool,
      // HTML's time takes one date; a range has none.
      datetime: record.coverDate.includes('/') ? null : record.coverDate,
      hasMasthead: hasMasthead(book),
      pdf: book.pageCount > 0 ? `${book.edition.fileStem}.pdf` : null,
    },
  };
}

/** A story as lists show it. All of it is repeated matter: plain text, without word ids. */
export function entryData(
  edition: Edition,
  story: PlannedStory,
  context: { readonly pages: readonly StoryPage[]; readonly words: Words; readonly say: SayReference },
): TemplateData {
  const { article } = story;
  return {
    href: story.name,
    title: story.title,
    label: article.label?.text ?? null,
    kicker: article.headline === null ? null : (article.kicker?.text ?? null),
    summary: summarise(article, context.say),
    byline: article.byline?.text ?? null,
    language: article.language,
    section: story.section === null ? null : sectionLink(story.section),
    printedOn: printedOn(edition, context.pages, context.words),
  };
}

/** A section's title and where its index page is. */
export function sectionLink(planned: PlannedSection): TemplateData {
  return { title: planned.section.title, href: planned.name };
}

/** The two-level contents: stories under their sections, in reading order with the documents around them. */
export function contentsEntries(plan: BookPlan, words: Words): readonly TemplateData[] {
  const link = (href: string, title: string): TemplateData => ({ href, title, language: null, children: [] });
  const storyLink = (story: PlannedStory): TemplateData => ({
    href: story.name,
    title: story.title,
    language: story.article.language,
    children: [],
  });
  return [
    link(FIXED_NAMES.cover, words('cover')),
    link(FIXED_NAMES.front, words('frontPage')),
    ...plan.groups.flatMap(({ section, stories }) =>
      section === null
        ? stories.map(storyLink)
        : [{ ...link(section.name, section.section.title), children: stories.map(storyLink) }],
    ),
    link(FIXED_NAMES.imprint, words('imprint')),
    link(FIXED_NAMES.colophon, words('colophon')),
    link(FIXED_NAMES.accessibility, words('accessibility')),
  ];
}

/** Entries of the page list, by page: the piece that stands for it first, then the further ones. */
export function pageEntries(
  documents: readonly { readonly name: string; readonly pages: readonly PageTarget[] }[],
): readonly TemplateData[] {
  return documents
    .flatMap(({ name, pages }) => pages.map((page) => ({ page, href: `${name}#${page.id}` })))
    .sort((a, b) => a.page.pageIndex - b.page.pageIndex || a.page.rank - b.page.rank)
    .map(({ page, href }) => ({ href, title: page.title }));
}

/** "Paginated edition: pages 1 and 5"; null for a story that stands on no page. */
function printedOn(edition: Edition, pages: readonly StoryPage[], words: Words): string | null {
  const labels = pageLabels(pages);
  if (labels.length === 0) return null;
  if (labels.length === 1) return words('printedOnPage', { page: labels[0] ?? '' });
  return words('printedOnPages', { pages: joinList(edition, labels) });
}

function hasMasthead(book: EpubBook): boolean {
  const { publisher, place, issn, staff } = book.edition.masthead;
  return publisher !== null || place !== null || issn !== null || staff.length > 0;
}
