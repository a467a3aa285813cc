import type { MarkupElement, MarkupNode } from '../markup/markup-tree.ts';

/** Makes an element of the program's own. A string among the children is generated text; null is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (MarkupNode | string | null)[] = [],
): MarkupElement {
  const nodes = children.flatMap((child): MarkupNode[] => {
    if (child === null || child === '') return [];
    return [typeof child === 'string' ? { kind: 'text', text: child, source: null, at: null } : child];
  });
  return { kind: 'element', name, attributes, children: nodes, at: null };
}

/** The text of nodes, without markup. */
export function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (node.kind === 'text' ? node.text : textOf(node.children))).join('');
}

/** Every element of a tree, in document order. */
export function elementsOf(nodes: readonly MarkupNode[]): readonly MarkupElement[] {
  return nodes.flatMap((node) => (node.kind === 'text' ? [] : [node, ...elementsOf(node.children)]));
}
