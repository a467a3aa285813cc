import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { checkSchema } from '../schema/check-schema.ts';
import type { YamlPlace } from '../schema/parse-yaml.ts';
import { parseYaml } from '../schema/parse-yaml.ts';
import type { ValuePath } from '../schema/yaml-document.ts';
import type { FrontMatter } from './article-schema.ts';
import { ARTICLE_SHAPE } from './article-schema.ts';

export type { FrontMatter, PictureFields, PortraitFields } from './article-schema.ts';

/** Front matter with the place of each field in the article's file. */
export type FrontMatterResult = {
  readonly values: FrontMatter;
  readonly spanOf: (path: ValuePath) => Span | null;
};

/**
 * Reads the front matter of an article: the text between the two `---` lines, without them.
 * `place.offset` is where that text begins in the file. Reports GA102–GA113; a field with a fault is null.
 * Empty front matter gives every field as null. An empty text counts as not given.
 *
 * @returns null when the front matter is no map of keys
 */
export function readFrontMatter(
  yamlText: string,
  place: YamlPlace,
  context: Context,
): FrontMatterResult | null {
  const document = parseYaml(yamlText, place, context);
  if (document === null) return null;
  const values = checkSchema(ARTICLE_SHAPE, document, { what: 'the front matter' }, context);
  if (values === null) return null;
  return { values: withoutEmpty(values), spanOf: document.spanOf };
}

/** `deck: ""` says that there is none. An empty `alt` stays null too: only `decorative` may do without. */
function withoutEmpty(values: FrontMatter): FrontMatter {
  const { picture, portrait } = values;
  return {
    ...values,
    label: orNull(values.label),
    kicker: orNull(values.kicker),
    headline: orNull(values.headline),
    deck: orNull(values.deck),
    byline: orNull(values.byline),
    dateline: orNull(values.dateline),
    tagline: orNull(values.tagline),
    availability: orNull(values.availability),
    picture:
      picture === null
        ? null
        : {
            ...picture,
            file: orNull(picture.file),
            alt: orNull(picture.alt),
            cutline: orNull(picture.cutline),
            credit: orNull(picture.credit),
          },
    portrait:
      portrait === null ? null : { ...portrait, file: orNull(portrait.file), alt: orNull(portrait.alt) },
  };
}

function orNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}
