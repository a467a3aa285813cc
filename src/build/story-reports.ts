import { countWords, fieldNodes } from '../content/article-words.ts';
import type { Article } from '../content/article.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { StoryReport } from './build-report.ts';

/** Each story as it came out, in rank. */
export function storyReports(edition: {
  readonly articles: readonly Article[];
  readonly composed: ComposedEdition;
  readonly columnInches: ReadonlyMap<string, number>;
}): readonly StoryReport[] {
  const { articles, composed, columnInches } = edition;
  return articles.map((article): StoryReport => {
    const starts = composed.pageMap.starts.filter(({ story }) => story === article.id);
    return {
      id: article.id,
      headline: article.headline?.text ?? article.id,
      words: fieldNodes(article).reduce((sum, { text }) => sum + countWords(text), 0),
      columnInches: Math.round((columnInches.get(article.id) ?? 0) * 10) / 10,
      pages: [...new Set(starts.map(({ pageIndex }) => composed.pageMap.labels[pageIndex] ?? ''))],
    };
  });
}
