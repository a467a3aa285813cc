import type { Context } from '../diagnostics/context.ts';
import type { MarkupTree } from '../markup/markup-tree.ts';
import { parseDocument } from '../markup/parse-document.ts';
import { parseMarkup } from '../markup/parse-markup.ts';
import { graftParts } from './graft-parts.ts';
import type { Parts } from './parts.ts';
import type { TemplateData } from './template-data.ts';
import type { TemplateSet } from './template-set.ts';

/** A template and what goes into it. */
export type TemplateRequest = {
  readonly templates: TemplateSet;
  /** Path below the theme without ending: `pages/front`. */
  readonly name: string;
  readonly data: TemplateData;
  readonly parts: Parts;
};

/**
 * Fills a template and parses what it makes; each `<ed-content part="…">` is replaced by the nodes of that part,
 * with their own places and word ids. Templates under `epub/` are whole documents.
 *
 * Reports GA300–GA309 and GA316 for the template and GA310–GA315 for its markup; the tree is empty when nothing was made.
 */
export function renderTemplate(request: TemplateRequest, context: Context): MarkupTree {
  const { templates, name, data, parts } = request;
  const text = templates.fill(name, data, context);
  if (text === null) return { kind: 'tree', children: [] };
  const file = templates.fileOf(name) ?? name;
  const parse = name.startsWith('epub/') ? parseDocument : parseMarkup;
  return graftParts(parse(text, file, context), parts, context);
}
