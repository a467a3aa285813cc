import type { Context } from '../diagnostics/context.ts';
import type { TemplateData } from '../template/template-data.ts';
import { FIXED_NAMES, type PlannedGroup } from './book-plan.ts';
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
 * Reports what the templates report, GA306 for a word the locale lacks, GA900 for an id used twice and GA901 for a
 * page that cannot be placed.
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
  const claims = {
    hasPageList: matter.some(({ pages }) => pages.length > 0),
    ...pictureFacts(matter.map(({ tree }) => tree.children)),
  };
  return [
    fixedChapter(press, 'cover', { cover: { src: coverPath(book), alt: book.cover.alt } }),
    fixedChapter(press, 'contents', {
      items: contentsEntries(plan, words),
      pages: pageEntries(matter),
      start: plan.groups[0]?.section?.name ?? plan.stories[0]?.name ?? FIXED_NAMES.front,
    }),
    fixedChapter(press, 'front', { items: frontEntries(press) }),
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
      data: { section: sectionLink(section), items: stories.map((story) => entryOf(press, story)) },
      parts: press.editionParts,
      section: section.section.id,
    }),
  ];
}

/** The front page shows the lead of each section; a paper without sections shows its first stories. */
function frontEntries(press: Press): readonly TemplateData[] {
  return press.plan.groups.flatMap(({ section, stories }) =>
    stories.slice(0, section === null ? FRONT_STORIES : 1).map((story) => entryOf(press, story)),
  );
}
