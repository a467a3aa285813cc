import type { Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { MarkupTree } from '../markup/markup-tree.ts';
import { editionData, editionParts } from './edition-data.ts';
import { pageData, type PageFacts } from './page-facts.ts';
import { renderTemplate } from './render-template.ts';
import type { TemplateSet } from './template-set.ts';

/** A page to be planned. `name` is the template's without `pages/`. */
export type BlueprintRequest = {
  readonly templates: TemplateSet;
  readonly edition: Edition;
  readonly name: string;
  readonly page: PageFacts;
};

/** Renders `pages/<name>` with `edition` and `page`: the slots that the planner reads. */
export function renderBlueprint(request: BlueprintRequest, context: Context): MarkupTree {
  const { templates, edition, name, page } = request;
  const data = { edition: editionData(edition), page: pageData(page) };
  const parts = editionParts(edition);
  return renderTemplate({ templates, name: `pages/${name}`, data, parts }, context);
}
