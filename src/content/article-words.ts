import type { Span } from '../core/origin.ts';
import { splitWords } from '../core/words.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import type { Article, ArticleField } from './article.ts';

/** One node of a story that holds words: its id within the story, its whole text, and where that begins. */
export type FieldNode = { readonly node: string; readonly text: string; readonly at: Span | null };

/** Every field and body node of a story in the order of reading; fields that are absent are left out. */
export function fieldNodes(article: Article): readonly FieldNode[] {
  const picture = article.picture;
  return [
    ...fromField(article.label),
    ...fromField(article.kicker),
    ...fromField(article.headline),
    ...fromField(article.deck),
    ...fromField(article.byline),
    ...fromField(picture?.cutline ?? null),
    ...fromField(picture?.credit ?? null),
    ...fromField(article.dateline),
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
  return field === null ? [] : [{ node: field.name, text: field.text, at: field.at }];
}

/** Text nodes put together by the block they belong to, in document order. */
function bodyNodes(body: readonly MarkupNode[]): readonly FieldNode[] {
  const found = new Map<string, FieldNode>();
  const visit = (node: MarkupNode): void => {
    if (node.kind === 'element') node.children.forEach(visit);
    else if (node.source !== null) {
      const before = found.get(node.source.node) ?? { node: node.source.node, text: '', at: node.at };
      found.set(before.node, { ...before, text: before.text + node.text });
    }
  };
  body.forEach(visit);
  return [...found.values()];
}
