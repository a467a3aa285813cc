import type { Span } from '../core/origin.ts';
import type { Box, BoxElement, BoxTree } from '../box/box.ts';

/**
 * Where something of a story is to be mended: in the article itself. What a layout makes of it, such as its head, stands
 * where the first words of the story do.
 *
 * @returns the element's own place where it has no words of the story; null where neither is known.
 */
export function storyPlace(tree: BoxTree, owner: string, element: BoxElement | null): Span | null {
  const words = firstWords(tree.root, owner);
  const at = element?.at ?? null;
  return words === null || at?.file === words.file ? (at ?? words) : words;
}

function firstWords(box: Box, owner: string): Span | null {
  if (box.kind === 'paragraph')
    return box.runs.find(({ source, at }) => source?.owner === owner && at !== null)?.at ?? null;
  if (!('children' in box)) return null;
  for (const child of box.children) {
    const found = firstWords(child, owner);
    if (found !== null) return found;
  }
  return null;
}
