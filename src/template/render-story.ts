import type { Article } from '../content/article.ts';
import type { Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { MarkupElement, MarkupTree } from '../markup/markup-tree.ts';
import { editionData, editionParts } from './edition-data.ts';
import { fillReferences, type SayReference } from './fill-references.ts';
import { renderTemplate } from './render-template.ts';
import { storyData, storyParts } from './story-data.ts';
import type { TemplateSet } from './template-set.ts';

/** How a story is set; a selector sees it as `[shape="lead"]`. */
export type StoryShape = 'spread' | 'lead' | 'second' | 'third' | 'brief';

/** A story in one shape. */
export type StoryRequest = {
  readonly templates: TemplateSet;
  readonly edition: Edition;
  readonly article: Article;
  readonly shape: StoryShape;
  /** Whether the contact block stands under this story. */
  readonly imprint: boolean;
  /** What references to other stories say. */
  readonly say: SayReference;
};

/**
 * Renders `pages/story` with `edition`, `story`, `shape` and `imprint`, and the parts of story and edition (a
 * story's part goes before the edition's of the same name). Its outermost elements get the attributes `shape`,
 * `lang` and `dir` where the template gives none.
 */
export function renderStory(request: StoryRequest, context: Context): MarkupTree {
  const { templates, edition, article, shape, imprint } = request;
  const data = { edition: editionData(edition), story: storyData(article, edition), shape, imprint };
  const parts = new Map([...editionParts(edition), ...storyParts(article)]);
  const tree = renderTemplate({ templates, name: 'pages/story', data, parts }, context);
  const attributes = { shape, lang: article.language, dir: article.direction };
  return {
    kind: 'tree',
    children: fillReferences(tree.children, request.say).map((node) =>
      node.kind === 'text' ? node : withAttributes(node, attributes),
    ),
  };
}

const withAttributes = (
  element: MarkupElement,
  attributes: Readonly<Record<string, string>>,
): MarkupElement => ({
  ...element,
  attributes: { ...attributes, ...element.attributes },
});
