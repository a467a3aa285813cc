import { splitWords } from '../core/words.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import type { Article, ArticleField } from './article.ts';

/** One node of a story that holds words: its id within the story and its whole text. */
export type FieldNode = { readonly node: string; readonly text: string };

/** Every field and body node of a story in the order of reading; fields that are absent are left out. */
export function fieldNodes(article: Article): readonly FieldNode[] {
  const picture = article.picture;
  return [
    ...fromField(article.kicker),
    ...fromField(article.headline),
    ...fromField(article.deck),
    ...fromField(article.byline),
    ...fromField(article.dateline),
    ...fromField(picture?.cutline ?? null),
    ...fromField(picture?.credit ?? null),
    ...bodyNodes(article.body),
    ...fromField(article.tagline),
    ...fromField(article.availability),
  ];
}

/** The number of words of a text, by the definition of promise 1. */
export function countWords(text: string): number {
  return splitWords(text).length;
}

function fromField(field: ArticleField | null): readonly FieldNode[] {
  return field === null ? [] : [{ node: field.name, text: field.text }];
}

/** Text nodes put together by the block they belong to, in document order. */
function bodyNodes(body: readonly MarkupNode[]): readonly FieldNode[] {
  const texts = new Map<string, string>();
  const visit = (node: MarkupNode): void => {
    if (node.kind === 'element') node.children.forEach(visit);
    else if (node.source !== null) {
      texts.set(node.source.node, (texts.get(node.source.node) ?? '') + node.text);
    }
  };
  body.forEach(visit);
  return [...texts].map(([node, text]) => ({ node, text }));
}
