import type { Article, ArticlePicture } from '../content/article.ts';
import type { Edition } from '../edition/edition.ts';
import type { TemplateData } from '../template/template-data.ts';
import type { StoryPages } from './settle-references.ts';

/**
 * What panels read of the whole edition, once the pages are known: `index`, the sections with their stories, and
 * `teasers`, the stories that page 1 names. A story that stands on no page is in neither.
 */
export function indexFields(
  { edition, articles }: { readonly edition: Edition; readonly articles: readonly Article[] },
  pages: StoryPages,
): TemplateData {
  const placed = articles.filter(({ id }) => pages.has(id));
  const known = new Set(edition.sections.map(({ id }) => id));
  const entry = (article: Article): TemplateData => entryOf(article, pages);
  const groups = [
    ...edition.sections.map(({ id, title }) => ({
      id,
      title,
      own: placed.filter(({ section }) => section === id),
    })),
    { id: null, title: null, own: placed.filter(({ section }) => section === null || !known.has(section)) },
  ];
  const index = groups
    .filter(({ own }) => own.length > 0)
    .map(({ id, title, own }) => ({
      id,
      title,
      page: pages.get(own[0]?.id ?? '') ?? '',
      stories: own.map(entry),
    }));
  const teasers = edition.teasers.flatMap(({ story, text, showsPicture }): readonly TemplateData[] => {
    const article = placed.find(({ id }) => id === story);
    if (article === undefined) return [];
    const { picture } = article;
    const shown = showsPicture && picture !== null ? picture : null;
    return [
      {
        ...entry(article),
        text,
        picture: shown === null ? null : pictureOf(shown),
      },
    ];
  });
  return { index, teasers };
}

function pictureOf({ file, alt, decorative, crop, focus }: ArticlePicture): TemplateData {
  return { file, alt, decorative, crop, focus };
}

function entryOf(article: Article, pages: StoryPages): TemplateData {
  return {
    id: article.id,
    href: `#${article.id}`,
    language: article.language,
    label: article.label?.text ?? null,
    kicker: article.kicker?.text ?? null,
    headline: article.headline?.text ?? article.id,
    deck: article.deck?.text ?? null,
    byline: article.byline?.text ?? null,
    page: pages.get(article.id) ?? '',
  };
}
