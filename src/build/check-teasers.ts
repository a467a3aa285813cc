import type { Article } from '../content/article.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';

/** Reports GA721 for each teaser that asks for the picture of a story which has none. */
export function checkTeasers(edition: Edition, articles: readonly Article[], context: Context): void {
  for (const { key, story, showsPicture } of edition.teasers) {
    const article = articles.find(({ id }) => id === story);
    if (!showsPicture || article === undefined || article.picture !== null) continue;
    reportFault(context, 'GA721', {
      message: `the teaser of "${story}" wants its picture, and the story has no \`picture:\``,
      span: edition.spans[`${key}.picture`] ?? null,
      trail: [edition.issueId, edition.language],
    });
  }
}
