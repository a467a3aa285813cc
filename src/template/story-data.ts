import type { Article, ArticleField } from '../content/article.ts';
import type { Edition } from '../edition/edition.ts';
import { withPlace } from './dateline-place.ts';
import type { Parts } from './parts.ts';
import type { TemplateData } from './template-data.ts';

/** What templates read under `story`: its fields as plain text. An optional field without value is null. */
export function storyData(article: Article, edition: Edition): TemplateData {
  const { picture, portrait } = article;
  const section = edition.sections.find(({ id }) => id === article.section);
  return {
    id: article.id,
    section: section === undefined ? null : { id: section.id, title: section.title },
    language: article.language,
    direction: article.direction,
    label: textOf(article.label),
    kind: article.kind,
    kicker: textOf(article.kicker),
    headline: textOf(article.headline),
    deck: textOf(article.deck),
    byline: textOf(article.byline),
    dateline: textOf(article.dateline),
    tagline: textOf(article.tagline),
    availability: textOf(article.availability),
    portrait:
      portrait === null
        ? null
        : {
            file: portrait.file,
            alt: portrait.alt,
            decorative: portrait.decorative,
            focus: portrait.focus,
          },
    hasBody: article.body.length > 0,
    picture:
      picture === null
        ? null
        : {
            file: picture.file,
            alt: picture.alt,
            decorative: picture.decorative,
            cutline: textOf(picture.cutline),
            credit: textOf(picture.credit),
            columns: picture.columns,
            focus: picture.focus,
            crop: picture.crop,
            scale: picture.scale,
          },
  };
}

/** A story's marked-up matter, with its word ids: its fields, and `body`. A field it does not have is empty. */
export function storyParts(article: Article): Parts {
  const { picture } = article;
  const fields = {
    label: article.label,
    kicker: article.kicker,
    headline: article.headline,
    deck: article.deck,
    byline: article.byline,
    tagline: article.tagline,
    availability: article.availability,
    cutline: picture?.cutline,
    credit: picture?.credit,
  };
  const parts = Object.entries(fields).map(([name, field]) => [name, field?.nodes ?? []] as const);
  return new Map([...parts, ['dateline', withPlace(article.dateline?.nodes ?? [])], ['body', article.body]]);
}

const textOf = (field: ArticleField | null): string | null => field?.text ?? null;
