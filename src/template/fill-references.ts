import type { MarkupNode } from '../markup/markup-tree.ts';

/**
 * How a reference to a story stands: `aside` behind the author's words in its link, `alone` where the link has none.
 */
export type ReferenceForm = 'aside' | 'alone';

/** What a reference to a story says; null for nothing. */
export type SayReference = (story: string, form: ReferenceForm) => string | null;

/** Fills each `ed-ref` with what it says: generated text, which is no word of the story. One that says nothing goes. */
export function fillReferences(nodes: readonly MarkupNode[], say: SayReference): readonly MarkupNode[] {
  return nodes.flatMap((node): readonly MarkupNode[] => {
    if (node.kind === 'text') return [node];
    if (node.name !== 'ed-ref') return [{ ...node, children: fillReferences(node.children, say) }];
    const form = node.attributes['form'] === 'aside' ? 'aside' : 'alone';
    const text = say(node.attributes['story'] ?? '', form);
    if (text === null) return [];
    return [{ ...node, children: [{ kind: 'text', text, source: null, at: node.at }] }];
  });
}

/** The stories that references in some nodes lead to, each once, in order. */
export function referredStories(nodes: readonly MarkupNode[]): readonly string[] {
  const found = nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'text') return [];
    const own = node.name === 'ed-ref' ? [node.attributes['story'] ?? ''] : [];
    return [...own, ...referredStories(node.children)];
  });
  return [...new Set(found)];
}
