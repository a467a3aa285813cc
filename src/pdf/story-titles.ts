import type { StructureElement, StructureTree } from '../page/structure-tree.ts';

/** Titles of the stories by story id, as the Art elements of the tree give them. */
export function storyTitles(tree: StructureTree): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  collect(tree.root, titles);
  return titles;
}

function collect(element: StructureElement, titles: Map<string, string>): void {
  if (element.role === 'Art' && element.name !== null && element.title !== null)
    titles.set(element.name, element.title);
  for (const child of element.children) if (child.kind === 'element') collect(child, titles);
}
