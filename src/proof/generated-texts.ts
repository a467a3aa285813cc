import type { Span } from '../core/origin.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';

/** Text that a layout says by itself, and the tag of the template that it stands in. */
export type GeneratedText = { readonly text: string; readonly at: Span };

/** What layouts say on pages by themselves, in the order of drawing. */
export function generatedOnPages({ pages }: ComposedEdition): readonly GeneratedText[] {
  return pages
    .flatMap(({ fragments }) => fragments)
    .flatMap((fragment) => {
      if (fragment.kind !== 'text' || fragment.structure.kind !== 'leaf') return [];
      const { source, text, at } = fragment.run.inline;
      return source === null && at !== null ? [{ text, at }] : [];
    });
}

/** What layouts say in trees of markup by themselves, in document order. */
export function generatedInMarkup(nodes: readonly MarkupNode[]): readonly GeneratedText[] {
  return nodes.flatMap((node): readonly GeneratedText[] => {
    if (node.kind === 'element') return generatedInMarkup(node.children);
    return node.source === null && node.at !== null ? [{ text: node.text, at: node.at }] : [];
  });
}
