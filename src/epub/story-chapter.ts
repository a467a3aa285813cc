import { reportFault } from '../diagnostics/context.ts';
import { storyData, storyParts } from '../template/story-data.ts';
import type { TemplateData } from '../template/template-data.ts';
import type { PlannedStory } from './book-plan.ts';
import { entryOf, renderSheet, type Press } from './chapter-press.ts';
import type { Chapter } from './epub-book.ts';
import { pageLabels, type StoryPage } from './page-targets.ts';
import { placePageBreaks } from './place-page-breaks.ts';

/** The stories before and after one in the order of reading. */
export type Neighbours = { readonly previous: PlannedStory | null; readonly next: PlannedStory | null };

/** A story's document with its page breaks. Reports GA901 for a page that cannot be placed. */
export function buildStoryChapter(press: Press, story: PlannedStory, neighbours: Neighbours): Chapter {
  const { article } = story;
  const chapter = renderSheet(press, {
    kind: 'story',
    name: story.name,
    title: story.title,
    data: {
      story: storyData(article, press.book.edition),
      entry: entryOf(press, story),
      previous: neighbourData(neighbours.previous),
      next: neighbourData(neighbours.next),
    },
    parts: new Map([...press.editionParts, ...storyParts(article)]),
    story: article.id,
    section: story.section?.section.id ?? null,
  });
  const pages = press.pages.get(article.id) ?? [];
  const { tree, placed } = placePageBreaks(chapter.tree, article.id, pages);
  const isRendered = tree.children.length > 0;
  if (isRendered && placed.length < pages.length) reportUnplaced(press, article.id, pages, placed);
  return { ...chapter, tree, pages: placed.map(({ target }) => target) };
}

function neighbourData(story: PlannedStory | null): TemplateData | null {
  return story === null ? null : { href: story.name, title: story.title, language: story.article.language };
}

/** A page that cannot be found in the EPUB would silently miss in the page list. */
function reportUnplaced(
  press: Press,
  story: string,
  pages: readonly StoryPage[],
  placed: readonly StoryPage[],
): void {
  const lost = pages.filter((page) => !placed.includes(page));
  const parts = [...new Set(lost.map(({ node }) => node))].join(', ');
  reportFault(press.context, 'GA901', {
    message: `page ${pageLabels(lost).join(', ')} begins in a part of "${story}" that its EPUB document leaves out (${parts})`,
    trail: [press.book.edition.issueId, story],
  });
}
