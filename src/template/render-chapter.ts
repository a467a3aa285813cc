import type { Context } from '../diagnostics/context.ts';
import type { MarkupTree } from '../markup/markup-tree.ts';
import type { Parts } from './parts.ts';
import { renderTemplate } from './render-template.ts';
import type { TemplateData } from './template-data.ts';
import type { TemplateSet } from './template-set.ts';

/** A document of the EPUB. `name` is the template's without `epub/`. */
export type ChapterRequest = {
  readonly templates: TemplateSet;
  readonly name: string;
  /** Put `editionData` under `edition`: the helper `word` reads its words there. */
  readonly data: TemplateData;
  readonly parts: Parts;
};

/** Renders `epub/<name>` as a whole document. */
export function renderChapter(request: ChapterRequest, context: Context): MarkupTree {
  const { templates, name, data, parts } = request;
  return renderTemplate({ templates, name: `epub/${name}`, data, parts }, context);
}
