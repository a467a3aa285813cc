import type { Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { MarkupTree } from '../markup/markup-tree.ts';
import { editionData, editionParts } from './edition-data.ts';
import { pageData, type PageFacts, type StoryReference } from './page-facts.ts';
import { renderTemplate } from './render-template.ts';
import type { TemplateData } from './template-data.ts';
import type { TemplateSet } from './template-set.ts';

/** A planned page. `name` is the template's without `pages/`; `stories` are those on it, in reading order. */
export type FurnitureRequest = {
  readonly templates: TemplateSet;
  readonly edition: Edition;
  readonly name: string;
  readonly page: PageFacts;
  readonly stories: readonly StoryReference[];
  /** Further top fields of the template: what a jump line says, for one. They do not replace those above. */
  readonly fields?: TemplateData;
};

/** Renders `pages/<name>` with `edition`, `page` and `stories`: what stands round the stories of a planned page. */
export function renderFurniture(request: FurnitureRequest, context: Context): MarkupTree {
  const { templates, edition, name, page } = request;
  const stories = request.stories.map(({ id, kicker, headline, section, page: label }) => ({
    id,
    kicker,
    headline,
    section,
    page: label,
  }));
  const data = { ...request.fields, edition: editionData(edition), page: pageData(page), stories };
  const parts = editionParts(edition);
  return renderTemplate({ templates, name: `pages/${name}`, data, parts }, context);
}
