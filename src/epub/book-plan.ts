import type { Article } from '../content/article.ts';
import type { Edition, Section } from '../edition/edition.ts';
import { fileNames } from './file-name.ts';

/** File names of the documents that every book has. */
export const FIXED_NAMES = {
  cover: 'cover.xhtml',
  contents: 'toc.xhtml',
  front: 'front.xhtml',
  imprint: 'imprint.xhtml',
  colophon: 'colophon.xhtml',
  accessibility: 'accessibility.xhtml',
} as const;

/** A story's document and its neighbours. */
export type PlannedStory = {
  readonly article: Article;
  readonly name: string;
  /** What lists call it: the headline, else the kicker, else its id. */
  readonly title: string;
  readonly section: PlannedSection | null;
};

/** A section's index page and the stories under it; a section without stories has none. */
export type PlannedSection = { readonly section: Section; readonly name: string };

/** The middle of the book in reading order: stories of no section, and sections with their stories. */
export type PlannedGroup = {
  readonly section: PlannedSection | null;
  readonly stories: readonly PlannedStory[];
};

/** Which documents the stories make, in reading order. */
export type BookPlan = {
  readonly groups: readonly PlannedGroup[];
  /** All stories in reading order. */
  readonly stories: readonly PlannedStory[];
};

/** Orders the stories by section and names their documents. Stories of no section come first. */
export function planBook(edition: Edition, articles: readonly Article[]): BookPlan {
  const storyNames = fileNames(articles.map(({ id }) => id));
  const sectionNames = fileNames(edition.sections.map(({ id }) => id));
  const named = articles.map((article, index) => ({
    article,
    name: `story-${storyNames[index] ?? ''}.xhtml`,
  }));
  const known = new Set(edition.sections.map(({ id }) => id));
  const groups: PlannedGroup[] = [
    makeGroup(
      null,
      named.filter(({ article }) => article.section === null || !known.has(article.section)),
    ),
    ...edition.sections.map((section, index) =>
      makeGroup(
        { section, name: `section-${sectionNames[index] ?? ''}.xhtml` },
        named.filter(({ article }) => article.section === section.id),
      ),
    ),
  ].filter(({ stories }) => stories.length > 0);
  return { groups, stories: groups.flatMap(({ stories }) => stories) };
}

function makeGroup(
  section: PlannedSection | null,
  named: readonly { readonly article: Article; readonly name: string }[],
): PlannedGroup {
  return {
    section,
    stories: named.map(({ article, name }) => ({ article, name, section, title: titleOf(article) })),
  };
}

function titleOf(article: Article): string {
  return article.headline?.text ?? article.kicker?.text ?? article.id;
}
