import type { Article } from '../content/article.ts';
import type { Edition } from '../edition/edition.ts';

/**
 * Topic lines that name their stories where these go on, by story: those that no other story of the edition has and that are
 * not the title of a section. A story without one is named by its headline.
 */
export function jumpTopics(
  articles: readonly Pick<Article, 'id' | 'kicker'>[],
  sections: readonly Pick<Edition['sections'][number], 'title'>[],
): ReadonlyMap<string, string> {
  const titles = new Set(sections.map(({ title }) => keyOf(title)));
  const stories = new Map<string, number>();
  for (const { kicker } of articles) {
    if (kicker !== null) stories.set(keyOf(kicker.text), (stories.get(keyOf(kicker.text)) ?? 0) + 1);
  }
  return new Map(
    articles.flatMap(({ id, kicker }): readonly (readonly [string, string])[] => {
      const isOwn = kicker !== null && stories.get(keyOf(kicker.text)) === 1;
      return isOwn && !titles.has(keyOf(kicker.text)) ? [[id, kicker.text]] : [];
    }),
  );
}

const keyOf = (text: string): string => text.trim().toLowerCase();
