import type { Context } from '../diagnostics/context.ts';
import { fillReferences, type SayReference } from '../template/fill-references.ts';
import type { Parts } from '../template/parts.ts';
import { editionParts } from '../template/edition-data.ts';
import { renderChapter } from '../template/render-chapter.ts';
import type { TemplateData } from '../template/template-data.ts';
import { FIXED_NAMES, planBook, type BookPlan, type PlannedStory } from './book-plan.ts';
import { bookData, entryData } from './chapter-data.ts';
import { editionWords, type Words } from './edition-words.ts';
import type { Chapter, EpubBook } from './epub-book.ts';
import { finishDocument, type References } from './finish-document.ts';
import { storyPages, type StoryPage } from './page-targets.ts';
import { coverPath, picturePaths } from './picture-path.ts';

/** What all documents of a book are rendered with. */
export type Press = {
  readonly book: EpubBook;
  readonly plan: BookPlan;
  readonly words: Words;
  readonly data: TemplateData;
  readonly editionParts: Parts;
  readonly references: References;
  /** Page breaks by story. */
  readonly pages: ReadonlyMap<string, readonly StoryPage[]>;
  readonly context: Context;
};

/** How one document differs from the others. */
export type Sheet = Pick<Chapter, 'kind' | 'name' | 'title'> & {
  readonly data: TemplateData;
  readonly parts: Parts;
  readonly story?: string;
  readonly section?: string | null;
};

/** Settles everything that the documents share. */
export function openPress(book: EpubBook, context: Context): Press {
  const plan = planBook(book.edition, book.articles);
  const words = editionWords(book.edition, context);
  const documents = new Set<string>([
    ...Object.values(FIXED_NAMES),
    ...plan.stories.map(({ name }) => name),
    ...plan.groups.flatMap(({ section }) => (section === null ? [] : [section.name])),
  ]);
  return {
    book,
    plan,
    words,
    data: bookData(book),
    editionParts: editionParts(book.edition),
    references: {
      images: new Map([...picturePaths(book.images), [coverPath(book), coverPath(book)]]),
      stories: new Map(plan.stories.map(({ article, name }) => [article.id, name])),
      documents,
    },
    pages: storyPages(book.pageMap, words),
    context,
  };
}

/** Renders one document by the template of its kind. */
export function renderSheet(press: Press, sheet: Sheet): Chapter {
  const { book, context } = press;
  const { kind, name, title } = sheet;
  const data = { ...press.data, ...sheet.data, document: { title } };
  const rendered = renderChapter(
    { templates: book.templates, name: kind, data, parts: sheet.parts },
    context,
  );
  const tree = { ...rendered, children: fillReferences(rendered.children, sayTitles(press)) };
  return {
    kind,
    name,
    title,
    story: sheet.story ?? null,
    section: sheet.section ?? null,
    tree: finishDocument(tree, press.references, context),
    pages: [],
  };
}

/** A page of print is none here: a reference without words says the headline of its story. */
function sayTitles({ plan }: Press): SayReference {
  const titles = new Map(plan.stories.map(({ article, title }) => [article.id, title]));
  return (story, form) => (form === 'aside' ? null : (titles.get(story) ?? story));
}

/** A story as lists show it, see {@link entryData}. */
export function entryOf(press: Press, story: PlannedStory): TemplateData {
  const pages = press.pages.get(story.article.id) ?? [];
  return entryData(press.book.edition, story, { pages, words: press.words, say: sayTitles(press) });
}
