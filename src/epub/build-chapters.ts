import type { Context } from '../diagnostics/context.ts';
import type { TemplateData } from '../template/template-data.ts';
import { FIXED_NAMES, type PlannedGroup, type PlannedSection } from './book-plan.ts';
import { checkNavigation } from './check-navigation.ts';
import { contentsEntries, pageEntries, sectionLink } from './chapter-data.ts';
import { entryOf, openPress, renderSheet, type Press } from './chapter-press.ts';
import type { Chapter, EpubBook } from './epub-book.ts';
import { pictureFacts } from './package/accessibility-metadata.ts';
import { accessibilitySentences } from './package/accessibility-sentences.ts';
import { coverPath } from './picture-path.ts';
import { buildStoryChapter } from './story-chapter.ts';

/** Most stories that the front page of a paper without sections shows. */
const FRONT_STORIES = 8;

/**
 * Makes the book's documents in spine order: cover, contents, front page, sections with their stories, imprint,
 * colophon, accessibility statement. Text that stands in the sources keeps its ids; headlines, summaries and notices
 * that are shown a second time have none.
 *
 * Reports what the templates report, GA306 for a word the locale lacks, GA900 for an id used twice, GA901 for a
 * page that cannot be placed and GA902 for contents that cannot be followed.
 */
export function buildChapters(book: EpubBook, context: Context): readonly Chapter[] {
  const press = openPress(book, context);
  const { plan, words } = press;
  const places = new Map(plan.stories.map((story, index) => [story, index]));
  const matter = plan.groups.flatMap((group) => [
    ...sectionChapters(press, group),
    ...group.stories.map((story) => {
      const place = places.get(story) ?? 0;
      const neighbours = { previous: plan.stories[place - 1] ?? null, next: plan.stories[place + 1] ?? null };
      return buildStoryChapter(press, story, neighbours);
    }),
  ]);
  const front = fixedChapter(press, 'front', {
    items: frontEntries(press),
    advertisements: advertisementsOf(press, null),
  });
  const claims = {
    hasPageList: matter.some(({ pages }) => pages.length > 0),
    ...pictureFacts([front, ...matter].map(({ tree }) => tree.children)),
  };
  const contents = fixedChapter(press, 'contents', {
    items: contentsEntries(plan, words),
    pages: pageEntries(matter),
    start: plan.groups[0]?.section?.name ?? plan.stories[0]?.name ?? FIXED_NAMES.front,
  });
  checkNavigation(contents, book.templates.fileOf('epub/contents') ?? 'epub/contents', context);
  return [
    fixedChapter(press, 'cover', { cover: { src: coverPath(book), alt: book.cover.alt } }),
    contents,
    front,
    ...matter,
    fixedChapter(press, 'imprint'),
    fixedChapter(press, 'colophon'),
    fixedChapter(press, 'accessibility', { sentences: accessibilitySentences(claims, words) }),
  ];
}

/** A document that every book has. */
function fixedChapter(press: Press, kind: keyof typeof FIXED_NAMES, data: TemplateData = {}): Chapter {
  const title = press.words(kind === 'front' ? 'frontPage' : kind);
  return renderSheet(press, { kind, name: FIXED_NAMES[kind], title, data, parts: press.editionParts });
}

/** The index page of a section; stories of no section have none. */
function sectionChapters(press: Press, { section, stories }: PlannedGroup): readonly Chapter[] {
  if (section === null) return [];
  return [
    renderSheet(press, {
      kind: 'section',
      name: section.name,
      title: section.section.title,
      data: {
        section: sectionLink(section),
        items: stories.map((story) => entryOf(press, story)),
        advertisements: advertisementsOf(press, section),
      },
      parts: press.editionParts,
      section: section.section.id,
    }),
  ];
}

/**
 * The advertisements of a section: those of pages on which one of its stories begins first, and of pages behind these on
 * which none begins. Those before the first story stand on the front page (null), and so do all of a paper without sections.
 */
function advertisementsOf({ book, plan }: Press, section: PlannedSection | null): readonly TemplateData[] {
  const { edition, pageMap } = book;
  const sectionOf = new Map(plan.stories.map((story) => [story.article.id, story.section]));
  const begins = pageMap.starts
    .filter(({ isFirst }) => isFirst)
    .toSorted((a, b) => a.pageIndex - b.pageIndex);
  return edition.ads
    .filter(({ page }) => {
      const here = begins.find(({ pageIndex }) => pageIndex + 1 === page);
      const first = here ?? begins.findLast(({ pageIndex }) => page !== null && pageIndex + 1 < page);
      return (sectionOf.get(first?.story ?? '') ?? null) === section;
    })
    .map(({ file, alt }) => ({ file, alt }));
}

/**
 * The front page shows the stories that begin on page 1, those that the manifest's teasers name, and the lead of every
 * section that has none among them; a paper without sections its first stories.
 */
function frontEntries(press: Press): readonly TemplateData[] {
  const { book, plan } = press;
  const { teasers } = book.edition;
  const onFront = new Set(
    book.pageMap.starts
      .filter(({ isFirst, pageIndex }) => isFirst && pageIndex === 0)
      .map(({ story }) => story),
  );
  const begun = plan.stories.filter(({ article }) => onFront.has(article.id));
  const named = teasers.flatMap(({ story }) => plan.stories.filter(({ article }) => article.id === story));
  const shown = [...begun, ...named];
  const leads = plan.groups.flatMap(({ section, stories }) => {
    if (section === null) return stories.slice(0, FRONT_STORIES);
    return shown.some((story) => story.section === section) ? [] : stories.slice(0, 1);
  });
  const teaserOf = new Map(teasers.map((teaser) => [teaser.story, teaser]));
  return [...new Set([...shown, ...leads])].map((story) => {
    const { text = null, showsPicture = false } = teaserOf.get(story.article.id) ?? {};
    const entry = entryOf(press, story);
    const picture = showsPicture ? (story.article.picture?.file ?? null) : null;
    return { ...entry, summary: text ?? entry['summary'] ?? null, picture };
  });
}
