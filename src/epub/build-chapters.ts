import { reportFault, type Context } from '../diagnostics/context.ts';
import type { MarkupTree } from '../markup/markup-tree.ts';
import { editionParts } from '../template/edition-data.ts';
import { renderChapter } from '../template/render-chapter.ts';
import type { Parts } from '../template/parts.ts';
import { storyData, storyParts } from '../template/story-data.ts';
import type { TemplateData } from '../template/template-data.ts';
import { pictureFacts } from './accessibility-metadata.ts';
import { accessibilitySentences } from './accessibility-sentences.ts';
import { FIXED_NAMES, planBook, type BookPlan, type PlannedStory } from './book-plan.ts';
import { bookData, contentsEntries, entryData, pageEntries, sectionLink } from './chapter-data.ts';
import { editionWords, type Words } from './edition-words.ts';
import type { Chapter, ChapterKind, EpubBook } from './epub-book.ts';
import { finishDocument, type References } from './finish-document.ts';
import { coverPath, picturePaths } from './picture-path.ts';
import { pageLabels, storyPages } from './page-targets.ts';
import { placePageBreaks } from './place-page-breaks.ts';

/** What all documents are rendered with. */
type Press = {
  readonly book: EpubBook;
  readonly plan: BookPlan;
  readonly words: Words;
  readonly data: TemplateData;
  readonly references: References;
  readonly context: Context;
};

/** How one document differs from the others of its kind. */
type Sheet = {
  readonly kind: ChapterKind;
  readonly name: string;
  readonly title: string;
  readonly data: TemplateData;
  readonly parts: Parts;
};

/** Most stories that the front page of a paper without sections shows. */
const FRONT_STORIES = 8;

/**
 * Makes the book's documents in spine order: cover, contents, front page, sections with their stories, imprint,
 * colophon, accessibility statement. Text that stands in the sources keeps its ids; headlines, summaries and notices
 * that are shown a second time have none.
 *
 * Reports what the templates report, GA306 for a word the locale lacks and GA900 for an id used twice.
 */
export function buildChapters(book: EpubBook, context: Context): readonly Chapter[] {
  const press = openPress(book, context);
  const { plan, words } = press;
  const matter = plan.groups.flatMap((group) => [
    ...(group.section === null
      ? []
      : [
          render(press, {
            kind: 'section',
            name: group.section.name,
            title: group.section.section.title,
            data: {
              section: sectionLink(group.section),
              entries: group.stories.map((story) => entryData(book, story, words)),
            },
            parts: new Map(),
          }, { section: group.section.section.id }),
        ]),
    ...group.stories.map((story) => storyChapter(press, story)),
  ]);
  const front = render(press, frontSheet(press));
  const back = [fixed(press, 'imprint'), fixed(press, 'colophon')];
  const claims = {
    hasPageList: matter.some(({ pages }) => pages.length > 0),
    ...pictureFacts(matter.map(({ tree }) => tree.children)),
  };
  return [
    fixed(press, 'cover', { cover: { src: coverPath(book), alt: book.cover.alt } }),
    fixed(press, 'contents', {
      entries: contentsEntries(plan, words),
      pages: pageEntries(matter),
      start: plan.groups[0]?.section?.name ?? plan.stories[0]?.name ?? FIXED_NAMES.front,
    }),
    front,
    ...matter,
    ...back,
    fixed(press, 'accessibility', { sentences: accessibilitySentences(claims, words) }),
  ];
}

function openPress(book: EpubBook, context: Context): Press {
  const plan = planBook(book.edition, book.articles);
  const names = [
    ...Object.values(FIXED_NAMES),
    ...plan.stories.map(({ name }) => name),
    ...plan.groups.flatMap(({ section }) => (section === null ? [] : [section.name])),
  ];
  const images = new Map([...picturePaths(book.images), [coverPath(book), coverPath(book)]]);
  const stories = new Map(plan.stories.map(({ article, name }) => [article.id, name]));
  return {
    book,
    plan,
    words: editionWords(book.edition, context),
    data: bookData(book),
    references: { images, stories, documents: new Set(names) },
    context,
  };
}

function render(
  press: Press,
  sheet: Sheet,
  own: { readonly story?: string; readonly section?: string | null } = {},
): Chapter {
  const { book, context } = press;
  const data = { ...press.data, ...sheet.data, document: { title: sheet.title } };
  const tree = renderChapter({ templates: book.templates, name: sheet.kind, data, parts: sheet.parts }, context);
  return {
    kind: sheet.kind,
    name: sheet.name,
    title: sheet.title,
    story: own.story ?? null,
    section: own.section ?? null,
    tree: finishDocument(tree, press.references, context),
    pages: [],
  };
}

function fixed(press: Press, kind: keyof typeof FIXED_NAMES, data: TemplateData = {}): Chapter {
  const title = press.words(kind === 'front' ? 'frontPage' : kind);
  return render(press, { kind, name: FIXED_NAMES[kind], title, data, parts: editionParts(press.book.edition) });
}

/** The front page shows the lead of each section; a paper without sections shows its first stories. */
function frontSheet(press: Press): Sheet {
  const { book, plan, words } = press;
  const leads = plan.groups.flatMap(({ section, stories }) =>
    stories.slice(0, section === null ? FRONT_STORIES : 1),
  );
  return {
    kind: 'front',
    name: FIXED_NAMES.front,
    title: words('frontPage'),
    data: { entries: leads.map((story) => entryData(book, story, words)) },
    parts: editionParts(book.edition),
  };
}

function storyChapter(press: Press, story: PlannedStory): Chapter {
  const { book, plan, words } = press;
  const place = plan.stories.indexOf(story);
  const neighbour = (offset: number): TemplateData | null => {
    const other = plan.stories[place + offset];
    return other === undefined
      ? null
      : { href: other.name, title: other.title, language: other.article.language };
  };
  const chapter = render(
    press,
    {
      kind: 'story',
      name: story.name,
      title: story.title,
      data: {
        story: storyData(story.article, book.edition),
        entry: entryData(book, story, words),
        previous: neighbour(-1),
        next: neighbour(1),
      },
      parts: new Map([...editionParts(book.edition), ...storyParts(story.article)]),
    },
    { story: story.article.id, section: story.section?.section.id ?? null },
  );
  return withPageBreaks(press, chapter, story.article.id);
}

function withPageBreaks(press: Press, chapter: Chapter, story: string): Chapter {
  const pages = storyPages(press.book.pageMap, story, press.words);
  const { tree, placed } = placePageBreaks(chapter.tree, story, pages);
  const found = new Set(placed);
  const kept = pages.filter((page) => found.has(page));
  reportUnplaced(press, chapter.tree, { story, count: pages.length - kept.length });
  return { ...chapter, tree, pages: kept.map(({ target }) => target) };
}

/** A page that cannot be found in the EPUB would silently miss in the page list. */
function reportUnplaced(press: Press, tree: MarkupTree, lost: { readonly story: string; readonly count: number }): void {
  if (lost.count === 0 || tree.children.length === 0) return;
  const labels = pageLabels(press.book.pageMap, lost.story);
  reportFault(press.context, 'GA901', {
    message: `${lost.count} of the pages ${labels.join(', ')} begin in text of "${lost.story}" that its EPUB document leaves out`,
    trail: [press.book.edition.issueId, lost.story],
  });
}
